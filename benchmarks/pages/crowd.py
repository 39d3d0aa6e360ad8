"""Asks for a page as one user, and as many users at once."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from time import perf_counter

from benchmarks.pages.browser import Browser
from benchmarks.samples import Samples


@dataclass(frozen=True)
class Target:
    """An address on a server, with the cookies of who asks for it."""

    port: int
    address: str
    cookies: Mapping[str, str]


class WrongAnswer(RuntimeError):
    """The server did not answer with the page."""


def in_turns(target: Target, peer: Target, times: int) -> tuple[Samples, Samples]:
    """One user asks for the one, then the other, and so on; seconds from asking to having read all of it."""
    with Browser(target.port, dict(target.cookies)) as visitor, Browser(peer.port, dict(peer.cookies)) as other:
        _ask(visitor, target)
        _ask(other, peer)
        pairs = [(_ask(visitor, target), _ask(other, peer)) for _ in range(times)]
    return Samples.of([own for own, _ in pairs]), Samples.of([second for _, second in pairs])


def at_once(target: Target, users: int, each: int) -> Samples:
    """Every user asks `each` times, the next as soon as the last is answered; all begin together."""
    start = Barrier(users)

    def ask_all(_: int) -> list[float]:
        with Browser(target.port, dict(target.cookies)) as visitor:
            _ask(visitor, target)
            start.wait()
            return [_ask(visitor, target) for _ in range(each)]

    with ThreadPoolExecutor(users) as crowd:
        return Samples.of([taken for user in crowd.map(ask_all, range(users)) for taken in user])


def _ask(visitor: Browser, target: Target) -> float:
    start = perf_counter()
    answer = visitor.get(target.address)
    taken = perf_counter() - start
    if answer.status != 200:
        raise WrongAnswer(f"{target.address} gave {answer.status}")
    return taken
