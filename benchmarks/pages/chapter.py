"""Chapter: every page of the demo."""

from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.chapter import Chapter, yes_or_no
from benchmarks.effort import Effort
from benchmarks.pages.measure import Measured, measure
from benchmarks.words import DASH, NO_BREAK_SPACE, megabytes, milliseconds, times

TITLE = "Pages"
LIMIT = 5.0
HEADINGS = (
    "", "1 user: median", "p95", "× bare", "p95 × bare", "20 users: median", "p95", "× bare", "p95 × bare",
    "Size", "Within 5 × (1, 20)",
)  # fmt: skip

EXPLAINED = """\
`styrhus serve` in a process of its own, asked over HTTP by an administrator of Lund 2023 who has logged in. The pages
are found from the URL patterns and by following links; of each, the slowest of at most {addresses} addresses is
measured: {alone} times by one user, and by {users} users at once, each asking {each} times, the next as soon as the
last is answered. The peer is a site as Django's `startproject` leaves it: nobody logged in, one query, a template of
five lines, by the same server with as many threads, asked in turns with the page. Its median is {bare} for one user
and {bare_crowd} for {users}; the aim is five times that, in median and p95. Slowest first; files are not pages and
have no aim here."""


def chapter(environment: Mapping[str, str], scratch: Path, *, effort: Effort, tell: Callable[[str], None]) -> Chapter:
    """Measure all pages; `tell` hears which one is being measured."""
    result = measure(environment, scratch, effort=effort, tell=tell)
    peers = sorted(page.peer_alone.median for page in result.pages)
    crowds = sorted(page.peer_crowd.median for page in result.pages)
    explained = EXPLAINED.format(
        addresses=effort.addresses, alone=effort.alone, users=effort.users, each=effort.each,
        bare=milliseconds(peers[len(peers) // 2]), bare_crowd=milliseconds(crowds[len(crowds) // 2]),
    )  # fmt: skip
    notes = [f"Peak memory: the application {megabytes(result.memory)}, the bare site {megabytes(result.peer_memory)}."]
    if result.unreached:
        names = ", ".join(f"`{name}`" for name in result.unreached)
        notes.append(
            f"Not pages to read, since they only take what is sent in, or not met by who is logged in: {names}."
        )
    if result.broken:
        notes.append(f"**Failed and not measured:** {', '.join(result.broken)}.")
    missed = tuple(_missed(page) for page in result.pages if page.is_page and not all(_met(page)))
    return Chapter(TITLE, explained, HEADINGS, tuple(_line(page) for page in result.pages), missed, tuple(notes))


def _met(page: Measured) -> tuple[bool, bool]:
    """Whether median and p95 are within the limit, for one user and for many."""
    alone = max(_ratios(page)[:2]) <= LIMIT
    return alone, max(_ratios(page)[2:]) <= LIMIT


def _ratios(page: Measured) -> tuple[float, float, float, float]:
    """Median and p95 against the bare page, for one user and for many."""
    pairs = ((page.alone, page.peer_alone), (page.crowd, page.peer_crowd))
    one, many = ((own.median / peer.median, own.p95 / peer.p95) for own, peer in pairs)
    return (*one, *many)


def _missed(page: Measured) -> str:
    one, _, many, _ = _ratios(page)
    return f"`{page.name}`: {times(one)} with one user, {times(many)} with twenty"


def _line(page: Measured) -> tuple[str, ...]:
    one, one_slow, many, many_slow = _ratios(page)
    met = f"{yes_or_no(_met(page)[0])}, {yes_or_no(_met(page)[1])}" if page.is_page else DASH
    return (
        f"`{page.name}`",
        milliseconds(page.alone.median), milliseconds(page.alone.p95), times(one), times(one_slow),
        milliseconds(page.crowd.median), milliseconds(page.crowd.p95), times(many), times(many_slow),
        f"{max(1, page.size // 1024)}{NO_BREAK_SPACE}kB", met,
    )  # fmt: skip
