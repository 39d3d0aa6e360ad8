"""Measures every page: alone and among many, each against the bare page of the same run."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django

from benchmarks.demo import USER
from benchmarks.effort import Effort
from benchmarks.pages.addresses import Found, search
from benchmarks.pages.browser import Browser
from benchmarks.pages.crowd import Target, at_once, in_turns
from benchmarks.pages.server import Server, free_port, served
from benchmarks.samples import Samples
from benchmarks.subjects.database import BOARD, YEAR


@dataclass(frozen=True)
class Measured:
    """A page: seconds of one user and of many, those of the bare page measured in between, and its size in bytes."""

    name: str
    alone: Samples
    peer_alone: Samples
    crowd: Samples
    peer_crowd: Samples
    size: int
    is_page: bool


@dataclass(frozen=True)
class Result:
    """All pages, slowest first; names that nothing led to, addresses that failed; the server's peak memory in bytes."""

    pages: tuple[Measured, ...]
    unreached: tuple[str, ...]
    broken: tuple[str, ...]
    memory: int
    peer_memory: int


def measure(environment: Mapping[str, str], scratch: Path, *, effort: Effort, tell: Callable[[str], None]) -> Result:
    """Serve the demo and the bare site, find the pages and measure each."""
    os.environ.update(environment)
    django.setup()
    from styrhus.cli.demo import PASSWORD  # noqa: PLC0415

    with _servers(environment, scratch) as (ours, bare):
        with Browser(ours.port) as visitor:
            visitor.log_in(USER, PASSWORD)
            found = search(visitor, (BOARD, YEAR), effort.addresses)
        pages, peer = [], Target(bare.port, "/", {})
        for name, page in sorted(found.found.items()):
            tell(f"{name} {page.address}")
            target = Target(ours.port, page.address, visitor.cookies)
            pages.append(_measured(name, page, target=target, peer=peer, effort=effort))
        pages.sort(key=lambda page: page.alone.median, reverse=True)
        return Result(tuple(pages), tuple(found.unreached), tuple(sorted(found.broken)), ours.memory, bare.memory)


def _measured(name: str, page: Found, *, target: Target, peer: Target, effort: Effort) -> Measured:
    alone, peer_alone = in_turns(target, peer, effort.alone)
    crowd = at_once(target, effort.users, effort.each)
    peer_crowd = at_once(peer, effort.users, effort.each)
    return Measured(name, alone, peer_alone, crowd, peer_crowd, page.size, page.is_page)


@contextmanager
def _servers(environment: Mapping[str, str], scratch: Path) -> Iterator[tuple[Server, Server]]:
    """The application as `styrhus serve` starts it, and the bare site with as many threads."""
    from styrhus.cli.serve import THREADS  # noqa: PLC0415

    own, other = free_port(), free_port()
    database = {"BARE_DATABASE": str(scratch / "bare.sqlite3")}
    serve = ("styrhus", "serve", "--data", environment["STYRHUS_DATA"], "--port", str(own))
    bare = ("benchmarks.bare.serve", str(other), str(THREADS))
    with (
        served(*serve, port=own, environment=environment) as ours,
        served(*bare, port=other, environment=database) as theirs,
    ):
        yield ours, theirs
