"""What savings are measured on: a unit's costs or a placement row's persons; the same ground is never counted twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.savings.saving import MeasuredBy, Saving
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import Text, msg

UnitsBelow = Callable[[str | None], frozenset[str | None]]
"""Gives a unit and all units under it; for None, the whole board, every unit and what belongs to none."""


@dataclass(frozen=True)
class Ground:
    """Costs of some units and one cost type (None: all net cost), or the persons of a placement row."""

    units: frozenset[str | None]
    cost_type: CostType | None
    row: str | None = None

    def overlaps(self, other: "Ground") -> bool:
        """Whether the same krona can lie in both; a placement row buys care for its unit."""
        if self.row is not None and other.row is not None:
            return self.row == other.row
        same_type = self.cost_type is None or other.cost_type is None or self.cost_type is other.cost_type
        return same_type and not self.units.isdisjoint(other.units)


@dataclass(frozen=True)
class Grounds:
    """The grounds of the measured savings: those that several savings share, and those that cannot be counted."""

    of: Mapping[str, Ground]
    sharing: Mapping[Ground, tuple[str, ...]]
    uncounted: frozenset[str]
    problems: tuple[Problem, ...]


def ground_of(saving: Saving, below: UnitsBelow, row_units: Mapping[str, str | None]) -> Ground | None:
    """What a saving is measured on; None when it is stated, or its rule is not complete."""
    if saving.baseline is None or saving.measured_by is MeasuredBy.STATED:
        return None
    if saving.measured_by is MeasuredBy.LEDGER:
        return Ground(below(saving.unit), saving.cost_type)
    if saving.measured_row is None or saving.measured_row not in row_units:
        return None
    return Ground(below(row_units[saving.measured_row]), CostType.BOUGHT_CARE, saving.measured_row)


def grounds(savings: Sequence[Saving], below: UnitsBelow, row_units: Mapping[str, str | None]) -> Grounds:
    """Grounds by saving.

    Savings on exactly the same ground with the same baseline share what is measured there. One whose ground overlaps
    an earlier one in any other way is not measured at all, because part of the effect would be counted twice; a
    problem tells of both.
    """
    of: dict[str, Ground] = {}
    baselines: dict[Ground, Decimal | None] = {}
    sharing: dict[Ground, tuple[str, ...]] = {}
    uncounted: set[str] = set()
    problems: list[Problem] = []
    for saving in savings:
        found = ground_of(saving, below, row_units)
        problems += _incomplete(saving, found)
        if found is None:
            continue
        if found in sharing and baselines[found] == saving.baseline:
            problems.append(_shared(saving))
            sharing[found] = (*sharing[found], saving.id)
        elif any(found.overlaps(held) for held in sharing):
            problems.append(_twice(saving))
            uncounted.add(saving.id)
            continue
        else:
            sharing[found] = (saving.id,)
            baselines[found] = saving.baseline
        of[saving.id] = found
    return Grounds(of, sharing, frozenset(uncounted), tuple(problems))


def _incomplete(saving: Saving, found: Ground | None) -> Iterator[Problem]:
    if saving.measured_by is not MeasuredBy.STATED and found is None:
        yield _problem(
            saving,
            msg("The measure is to be measured, but what with is not complete."),
            msg("Give the baseline, and for volumes the placement row, or let the effect be stated."),
        )


def _shared(saving: Saving) -> Problem:
    return _problem(
        saving,
        msg("Two measures are measured on the same unit and cost type."),
        msg("What is measured is shared between them by their planned effects, and counted once."),
    )


def _twice(saving: Saving) -> Problem:
    return _problem(
        saving,
        msg("What the measure is measured on overlaps that of another measure."),
        msg("Its effect is not measured, so that nothing is counted twice. Narrow one of them, or state the effect."),
    )


def _problem(saving: Saving, message: Text, remedy: Text) -> Problem:
    return Problem(message, remedy, value=saving.name, severity=Severity.WARNING)
