"""Rows: every municipality of a country at once, on the cores of this computer and on Dask."""

import json
from pathlib import Path

from benchmarks.child import python
from benchmarks.effort import TINY, Effort
from benchmarks.subjects import many_boards
from benchmarks.subjects.forecast import Told
from benchmarks.words import NO_BREAK_SPACE, megabytes, times

HERE = "290 municipalities × 24 months × 2 000 draws, two processes"
DASK = "The same share of them on Dask, two workers against one"
ROWS = (HERE, DASK)
MINUTE, NEAR_LINEAR, GIBIBYTE = 60.0, 1.8, 1024**3
SHARE = 58
"""Municipalities for the comparison on Dask: a fifth, so that one worker alone is not waited for too long."""


def told(scratch: Path, effort: Effort) -> list[Told]:
    """Two processes here, then a Dask cluster of one worker and of two; those are asked once before they are timed."""
    tiny = effort is TINY
    return [_here(6 if tiny else many_boards.MUNICIPALITIES), _dask(scratch / "dask", 6 if tiny else SHARE)]


def _here(count: int) -> Told:
    """A process of its own, so that the peak of its workers can be told."""
    ended = python("-m", "benchmarks.subjects.many_boards", str(count), "2")
    found = json.loads(ended.output.splitlines()[-1])
    took, memory = found["seconds"], found["memory"]
    return Told(
        HERE, seconds(took), f"{MINUTE:.0f}{NO_BREAK_SPACE}s", times(took / MINUTE), megabytes(memory),
        "under a minute, under 1 GiB", met=took < MINUTE and memory < GIBIBYTE,
    )  # fmt: skip


def _dask(folder: Path, count: int) -> Told:
    given = many_boards.tasks(count)
    took = []
    for workers in (1, 2):
        with many_boards.cluster(folder / str(workers), workers) as address:
            many_boards.timed(given[: 2 * workers], cluster=address)
            took.append(many_boards.timed(given, cluster=address))
    ratio = took[0] / took[1]
    return Told(
        DASK, seconds(took[1]), f"one worker {seconds(took[0])}", times(ratio), "",
        f"{NEAR_LINEAR}{NO_BREAK_SPACE}× as quick", met=ratio >= NEAR_LINEAR,
    )  # fmt: skip


def seconds(value: float) -> str:
    return f"{value:.1f}{NO_BREAK_SPACE}s"
