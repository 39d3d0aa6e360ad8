"""Finds the pages: from the URL patterns and by following links, as a user who may see everything of a board."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from time import perf_counter
from urllib.parse import urldefrag, urlsplit

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.urls.exceptions import Resolver404
from django.urls.resolvers import URLResolver

from benchmarks.pages.browser import Answer, Browser

NOT_FOLLOWED = {"logout"}


@dataclass
class Found:
    """What is known of the pages under one name: the slowest address so far and how many were tried."""

    address: str = ""
    seconds: float = 0.0
    tried: int = 0
    is_page: bool = True
    size: int = 0


@dataclass
class Search:
    """Names with what was found of them, the addresses that failed, and the names that nothing led to."""

    found: dict[str, Found] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    @property
    def unreached(self) -> list[str]:
        return sorted(names() - self.found.keys())


def names() -> set[str]:
    """The name of every address of the application."""
    return set(_names(get_resolver().url_patterns))


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def search(visitor: Browser, place: tuple[str, int], at_most: int) -> Search:
    """Visit what can be reached of one board and year, at most so many addresses of each name."""
    result = Search()
    ahead = _plain_addresses(place)
    seen = set(ahead)
    while ahead:
        address = ahead.pop(0)
        answer = _visit(visitor, address, result, at_most)
        for link in _links(answer, address) if answer and answer.is_page else ():
            if link not in seen and _within(link, place):
                seen.add(link)
                ahead.append(link)
    return result


def _plain_addresses(place: tuple[str, int]) -> list[str]:
    """Addresses that need nothing but the board and year."""
    plain = []
    for name in sorted(names() - NOT_FOLLOWED):
        for arguments in ((), place):
            try:
                plain.append(reverse(name, args=arguments))
            except NoReverseMatch:
                continue
    return plain


def _visit(visitor: Browser, address: str, result: Search, at_most: int) -> Answer | None:
    """Ask for an address unless its name has been tried often enough; twice, since the first fills caches."""
    name = _name_of(address)
    if name is None or name in NOT_FOLLOWED:
        return None
    held = result.found.get(name, Found())
    if held.tried >= at_most:
        return None
    answer = visitor.get(address)
    if answer.status >= 500:
        result.broken.add(address)
    if answer.status == 200:
        start = perf_counter()
        visitor.get(address)
        _keep(result, name, address, (perf_counter() - start, answer))
    return answer


def _keep(result: Search, name: str, address: str, asked: tuple[float, Answer]) -> None:
    seconds, answer = asked
    held = result.found.setdefault(name, Found())
    held.tried += 1
    if seconds > held.seconds:
        held.address, held.seconds = address, seconds
        held.is_page, held.size = answer.is_page, len(answer.body)


def _name_of(address: str) -> str | None:
    try:
        return get_resolver().resolve(urlsplit(address).path).url_name
    except Resolver404:
        return None


def _within(address: str, place: tuple[str, int]) -> bool:
    """Whether the address is about the board and year, or about no board at all."""
    match = get_resolver().resolve(urlsplit(address).path) if _name_of(address) else None
    if match is None:
        return False
    return (match.kwargs.get("board", place[0]), match.kwargs.get("year", place[1])) == place


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name in ("href", "xlink:href") and value]


def _links(answer: Answer, address: str) -> list[str]:
    """Addresses on this server that a page links to."""
    parser = _Links()
    parser.feed(answer.body.decode())
    whole = [link if not link.startswith("?") else urlsplit(address).path + link for link in parser.found]
    return [urldefrag(link).url for link in whole if link.startswith("/") and not link.startswith("//")]
