"""Where a deviation comes from: the units and cost types that it is made of, largest first."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.follow_up.cell import ALL
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.view import FollowUp

Measure = Callable[[Line], Decimal | None]


def to_date(line: Line) -> Decimal | None:
    """Budget − actual of the months so far: positive is favourable."""
    return line.accumulated.variance


def of_the_year(line: Line) -> Decimal | None:
    """Budget − full-year forecast: positive is favourable."""
    return line.variance


@dataclass(frozen=True)
class Part:
    """A unit and cost type with its deviation in kr: positive is favourable."""

    unit: str
    cost_type: str
    amount: Decimal


def parts_by_unit(view: FollowUp, unit: str = ALL, measure: Measure = to_date) -> tuple[Part, ...]:
    """The deviations of the units right below, and of what is booked on the unit itself; largest first."""
    lines = [view.line(child) for child in view.children(unit)]
    if unit != ALL and view.cost_types(unit, own=True):
        lines.append(view.line(unit, own=True))
    return _ordered(lines, measure)


def parts_by_type(
    view: FollowUp, unit: str = ALL, measure: Measure = to_date, *, own: bool = False
) -> tuple[Part, ...]:  # fmt: skip
    """The deviations of the cost types of a unit and all below it, or of its own money alone; largest first."""
    return _ordered([view.line(unit, kind, own=own) for kind in view.cost_types(unit, own=own)], measure)


def largest(view: FollowUp, *, measure: Measure = to_date, most: int = 5) -> tuple[Part, ...]:
    """The largest deviations of single units and cost types anywhere, each on its own money."""
    lines = [view.line(unit, kind, own=True) for unit, kind in view.cells]
    return _ordered(lines, measure)[:most]


def explaining(parts: tuple[Part, ...], whole: Decimal) -> Part | None:
    """The part that has gone furthest in the direction of the whole; None when none has."""
    same = [part for part in parts if part.amount * whole > 0]
    return same[0] if same else None


def _ordered(lines: list[Line], measure: Measure) -> tuple[Part, ...]:
    found = [Part(line.unit, line.cost_type, amount) for line in lines if (amount := measure(line))]
    return tuple(sorted(found, key=lambda part: -abs(part.amount)))
