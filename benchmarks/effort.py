"""How many times things are run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """Counts for one run of the suite.

    `runs` are repetitions within a process, `processes` those of a fresh process. Of each page at most
    `addresses` are tried; the slowest is asked for `alone` times by one user, and by `users` users at once
    `each` times.
    """

    runs: int
    processes: int
    addresses: int
    alone: int
    users: int
    each: int


FULL = Effort(runs=25, processes=7, addresses=8, alone=25, users=20, each=5)
QUICK = Effort(runs=5, processes=3, addresses=3, alone=7, users=20, each=2)
TINY = Effort(runs=2, processes=1, addresses=1, alone=2, users=2, each=1)
"""Only shows that everything can be run; says nothing about speed."""
