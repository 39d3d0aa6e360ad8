"""Units as a tree, and where the money of a unit that has ended belongs today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from styrhus.plan.organisation import OrganisationUnit


@dataclass(frozen=True)
class Branch:
    """A unit that holds money itself or through the units below it; `depth` 0 is the top."""

    unit: OrganisationUnit
    depth: int
    below: tuple["Branch", ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The unit and all below it."""
        return frozenset({self.unit.id}).union(*(branch.ids for branch in self.below))


def branches(units: Sequence[OrganisationUnit], holding: Iterable[str]) -> tuple[Branch, ...]:
    """The tree of the units that hold money, in their printed order; units without any are left out."""
    wanted = set(holding)
    known = {unit.id for unit in units}
    tops = [unit for unit in units if unit.parent not in known]
    found = (_branch(unit, units, wanted, (unit.id,)) for unit in tops)
    return tuple(branch for branch in found if branch is not None)


def _branch(
    unit: OrganisationUnit, units: Sequence[OrganisationUnit], wanted: set[str], above: tuple[str, ...]
) -> Branch | None:
    children = [child for child in units if child.parent == unit.id and child.id not in above]
    found = (_branch(child, units, wanted, (*above, child.id)) for child in children)
    below = tuple(branch for branch in found if branch is not None)
    return Branch(unit, len(above) - 1, below) if below or unit.id in wanted else None


def within(units: Sequence[OrganisationUnit], top: str) -> frozenset[str]:
    """A unit and all units below it; empty when there is no such unit."""
    found = {unit.id for unit in units if unit.id == top}
    while more := {unit.id for unit in units if unit.parent in found} - found:
        found |= more
    return frozenset(found)


def central_unit(units: Sequence[OrganisationUnit], year: int) -> str | None:
    """The one unit that is the whole board in a year: the only one at the top that is valid then; else None."""
    known = {unit.id for unit in units}
    tops = [unit.id for unit in units if unit.parent not in known and unit.is_valid(date(year, 12, 31))]
    return tops[0] if len(tops) == 1 else None


def unit_today(units: Sequence[OrganisationUnit], unit: str | None, year: int) -> str | None:
    """The unit that a unit's money belongs to in a year: its only successor, and so on, until one that is valid.

    A unit that was split stays itself, because nobody has said which part goes where.
    """
    by_id = {held.id: held for held in units}
    seen: set[str] = set()
    while unit in by_id and unit not in seen and not by_id[unit].is_valid(date(year, 12, 31)):
        seen.add(unit)
        successors = by_id[unit].successors
        if len(successors) != 1:
            break
        unit = successors[0]
    return unit
