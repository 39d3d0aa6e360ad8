"""Rows: the job of cs-demand-model 0.5.1, which gives the mean alone, warm and from a cold process."""

import json
import sys
from pathlib import Path

from benchmarks.child import ChildFailed, Ended, python, run
from benchmarks.effort import TINY, Effort
from benchmarks.peer import environment, episodes
from benchmarks.samples import Samples
from benchmarks.subjects.forecast import Told
from benchmarks.words import DASH, megabytes, milliseconds, times

ROWS = (
    "10 000 episodes read, estimated, 24 months with intervals and cost, warm; the peer a day at a time",
    "The same; the peer thirty days at a time",
    "The same from a cold process, `styrhus forecast`; the peer a day at a time",
    "The same from a cold process; the peer thirty days at a time",
)
EPISODES, MONTHS = 10_000, 24
DAY, MONTH = "1", "30"
INDEX = "3%"
"""A year's growth of prices."""
QUICKER = 20.0
JOB = str(Path(environment.__file__).parent / "job.py")


def told(scratch: Path, effort: Effort) -> list[Told]:
    """Where the peer cannot be installed the rows tell our times alone, and no aim is judged."""
    theirs, ours = episodes.write(scratch / "peer", 400 if effort is TINY else EPISODES)
    runs = min(effort.runs, 5)
    try:
        peer = None if effort is TINY else environment.made(scratch / "peer-environment")
    except ChildFailed:
        peer = None
    warm, warm_memory = _warm(ours, runs)
    cold = [_cold(ours) for _ in range(min(effort.processes, 3))]
    cold_samples = Samples.of([ended.seconds for ended in cold])
    by_step = {step: _peer(peer, theirs, runs, step) for step in (DAY, MONTH)}
    memory = max(ended.memory for ended in cold)
    return [
        _row(ROWS[0], warm, by_step[DAY], 0, memory=warm_memory, least=QUICKER),
        _row(ROWS[1], warm, by_step[MONTH], 0, memory=warm_memory),
        _row(ROWS[2], cold_samples, by_step[DAY], 1, memory=memory, least=1.0),
        _row(ROWS[3], cold_samples, by_step[MONTH], 1, memory=memory),
    ]


def _row(
    what: str, ours: Samples, peer: tuple[Samples, Samples] | None, which: int, *, memory: int,
    least: float | None = None,
) -> Told:  # fmt: skip
    """`least` is how many times as quick as the peer it should be."""
    aim = "" if least is None else f"{times(least)} as quick" if least > 1 else "no slower"
    if peer is None:
        return Told(what, milliseconds(ours.median), DASH, DASH, megabytes(memory), aim)
    ratio = peer[which].median / ours.median
    return Told(
        what, milliseconds(ours.median), f"cs-demand-model {milliseconds(peer[which].median)}",
        f"{times(ratio)} as quick", megabytes(memory), aim, met=None if least is None else ratio >= least,
    )  # fmt: skip


def _warm(file: Path, runs: int) -> tuple[Samples, int]:
    """Our job again and again in one process: seconds, and the peak of its memory."""
    ended = python("-m", "benchmarks.subjects.forecast_job", str(file), str(runs))
    found = json.loads(ended.output.splitlines()[-1])
    return Samples.of(found["seconds"]), found["memory"]


def _cold(file: Path) -> Ended:
    return run([
        sys.executable, "-m", "styrhus", "forecast", str(file), "--months", str(MONTHS), "--index", INDEX,
        "--format", "json",
    ])  # fmt: skip


def _peer(interpreter: Path | None, folder: Path, runs: int, step: str) -> tuple[Samples, Samples] | None:
    """The peer's job warm (the first run left out) and as whole processes."""
    if interpreter is None:
        return None
    command = [str(interpreter), "-W", "ignore", JOB, str(folder)]
    again = run([*command, str(1 + min(runs, 3)), step])
    found = json.loads(again.output.splitlines()[-1])["seconds"][1:]
    cold = [run([*command, "1", step]).seconds for _ in range(2)]
    return Samples.of(found), Samples.of(cold)
