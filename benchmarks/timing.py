"""Times a subject against its peer: first in fresh processes, then again and again in one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.child import python
from benchmarks.effort import Effort
from benchmarks.samples import Samples

_WARM_UP = 2


@dataclass(frozen=True)
class Timing:
    """`first` is the first run in a fresh process, `again` later ones; `memory` is the peak of a process, in bytes."""

    first: Samples
    again: Samples
    memory: int
    peer: Samples | None = None

    @property
    def ratio(self) -> Samples | None:
        return self.again.over(self.peer) if self.peer else None


def time_in_turns(
    subject: str, peer: str = "", *, effort: Effort, environment: Mapping[str, str] | None = None
) -> Timing:
    """`subject` and `peer` are written as for benchmarks.trial."""
    ended = [
        python("-m", "benchmarks.trial", subject, "--runs", "1", environment=environment)
        for _ in range(effort.processes)
    ]
    both = [subject, peer] if peer else [subject]
    again = python(
        "-m", "benchmarks.trial", *both, "--runs", str(effort.runs), "--warm-up", str(_WARM_UP),
        environment=environment,
    )  # fmt: skip
    found = [json.loads(end.output.splitlines()[-1]) for end in (again, *ended)]
    columns = [Samples.of(column) for column in found[0]["seconds"]]
    first = Samples.of([one["seconds"][0][0] for one in found[1:]])
    return Timing(first, columns[0], max(one["memory"] for one in found[1:]), columns[1] if peer else None)
