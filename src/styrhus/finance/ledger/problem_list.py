"""So many faults are told; the others are counted."""

from collections.abc import Sequence

from styrhus.finance.ledger.shown import number
from styrhus.values.problem import Problem
from styrhus.values.text import msg

MOST_FAULTS = 50


def at_most(found: Sequence[Problem], name: str, *, count: int | None = None) -> tuple[Problem, ...]:
    """The first fifty, and how many there are beyond them; `count` is the number of all when not all are given."""
    more = (len(found) if count is None else count) - len(found[:MOST_FAULTS])
    if more <= 0:
        return tuple(found[:MOST_FAULTS])
    further = Problem(
        msg("There are {count} further faults.", count=number(more)), msg("Mend those shown first."), name
    )
    return (*found[:MOST_FAULTS], further)
