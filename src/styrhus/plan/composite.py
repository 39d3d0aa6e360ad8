"""Composite indexes: how much of one is measured, and when its value may be trusted.

The published plans name the parts of an index but never how they are weighed. The value of a composite is
therefore always the one that was entered for it; it is never computed from the parts. What can be computed is
how many of the parts have a value of their own for the year, and that is told beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.status import yearly
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class Coverage:
    """The parts of an index in a year by id: with a total, with values only for a split, without any value."""

    year: int
    measured: tuple[str, ...]
    only_split: tuple[str, ...]
    missing: tuple[str, ...]
    has_own_value: bool

    @property
    def total(self) -> int:
        return len(self.measured) + len(self.only_split) + len(self.missing)

    @property
    def is_complete(self) -> bool:
        return self.total > 0 and len(self.measured) == self.total

    @property
    def words(self) -> Text:
        """`2 of 6 parts have a value for 2018.`, and what that means for the index."""
        counted = msg("{measured} of {total} parts have a value for {year}",
                      measured=len(self.measured), total=self.total, year=self.year)  # fmt: skip
        return msg("{counted}; {verdict}.", counted=counted, verdict=self._verdict)

    @property
    def _verdict(self) -> Text:
        if not self.has_own_value:
            return msg("the index itself has no value")
        if self.is_complete:
            return msg("the index rests on all of them")
        return msg("the value of the index cannot be traced to all of them")


def coverage(indicator: Indicator, year: int, outcomes: Mapping[str, Sequence[Outcome]]) -> Coverage | None:
    """How much of a composite is measured in a year; None for an indicator without parts.

    `outcomes` are those of each indicator by id. A part counts as measured when it has a total for the whole
    year: an index is weighed from totals, so values that exist only by sex, unit or performer do not count.
    """
    if not indicator.parts:
        return None
    groups: dict[str, list[str]] = {"measured": [], "only_split": [], "missing": []}
    for part in indicator.parts:
        groups[_group(outcomes.get(part, ()), year)].append(part)
    own = yearly(outcomes.get(indicator.id, ()), year) is not None
    return Coverage(year, has_own_value=own, **{name: tuple(ids) for name, ids in groups.items()})


def _group(outcomes: Sequence[Outcome], year: int) -> str:
    if yearly(outcomes, year) is not None:
        return "measured"
    split = any(o.part and o.value is not None and o.period == str(year) for o in outcomes)
    return "only_split" if split else "missing"
