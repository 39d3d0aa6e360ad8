"""Runs a command as a process of its own and tells how long it took and how much memory it needed."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
_KIB = 1024


class ChildFailed(RuntimeError):
    """The command ended with an error; the text is what it said."""


@dataclass(frozen=True)
class Ended:
    """A process that ended well: seconds from start to end, peak resident memory in bytes, what it printed.

    Linux counts the memory of who started it, too, so `memory` is never below that of this process.
    """

    seconds: float
    memory: int
    output: str


def peak_memory(process: int) -> int:
    """The largest resident size of a process that runs, in bytes, since it began its program."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) * _KIB for line in status.splitlines() if line.startswith("VmHWM"))


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Ended:
    """Run to its end in the project's root; ChildFailed unless it gives 0."""
    start = perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=dict(os.environ) | dict(environment or {}),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    with process.stdout:
        output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    took = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ChildFailed(f"{' '.join(command)}\n{output}")
    return Ended(took, used.ru_maxrss * _KIB, output)


def python(*arguments: str, environment: Mapping[str, str] | None = None) -> Ended:
    """Run this interpreter."""
    return run([sys.executable, *arguments], environment)
