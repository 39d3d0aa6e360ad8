"""The follow-up as it is shown: rounded so that the rows add up to what stands above them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.follow_up.cell import ALL
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.view import FollowUp
from styrhus.finance.rounding import Unreachable, rounded_to_total
from styrhus.values.missing import difference
from styrhus.values.number import round_half_up
from styrhus.values.unit import KRONOR, Unit

Measure = Callable[[Line], Decimal | None]
DECIMALS = {Unit.KR: 2, Unit.TKR: 0, Unit.MNKR: 1}
"""How many decimals an amount is shown with."""
BASE: Mapping[str, Measure] = {
    "month-budget": lambda line: line.month.budget,
    "month-actual": lambda line: line.month.actual,
    "budget-to-date": lambda line: line.accumulated.budget,
    "actual-to-date": lambda line: line.accumulated.actual,
    "last-year-to-date": lambda line: line.accumulated.last_year,
    "budget": lambda line: line.budget,
    "forecast": lambda line: line.forecast,
    "previous": lambda line: line.previous,
    "last-year": lambda line: line.last_year,
}
COMPUTED = {
    "month-variance": ("month-budget", "month-actual"),
    "variance-to-date": ("budget-to-date", "actual-to-date"),
    "variance": ("budget", "forecast"),
    "forecast-change": ("forecast", "previous"),
}
"""Differences are those of the rounded amounts, so that a table adds up both down and across."""


@dataclass(frozen=True)
class Node:
    """A line with those that it is the sum of."""

    line: Line
    parts: tuple["Node", ...] = ()


Shown = Mapping[str, Decimal | None]
"""Column to amount in the unit asked for."""


def tree(view: FollowUp, unit: str = ALL, cost_type: str = ALL) -> Node:
    """A unit with all below it; money of its own beside that of units below is a part without parts."""
    below = [tree(view, child, cost_type) for child in view.children(unit)]
    below = [node for node in below if _has(node.line)]
    own = view.line(unit, cost_type, own=True)
    if below and unit != ALL and _has(own):
        below = [Node(own), *below]
    return Node(view.line(unit, cost_type), tuple(below))


def _has(line: Line) -> bool:
    return any(measure(line) is not None for measure in BASE.values())


def shown(node: Node, form: Unit) -> dict[int, Shown]:
    """The amounts of a node and of all below it in the unit of `form`, by the identity of the node."""
    found: dict[int, dict[str, Decimal | None]] = {}
    for column, measure in BASE.items():
        exact = measure(node.line)
        top = None if exact is None else round_half_up(exact / KRONOR[form], DECIMALS[form])
        _spread(node, top, column, found, form=form)
    for amounts in found.values():
        amounts |= {name: difference(amounts[one], amounts[other]) for name, (one, other) in COMPUTED.items()}
    return dict(found)


def _spread(
    node: Node, amount: Decimal | None, column: str, found: dict[int, dict[str, Decimal | None]], *, form: Unit
) -> None:
    found.setdefault(id(node), {})[column] = amount
    exact = [BASE[column](part.line) for part in node.parts]
    for part, value in zip(node.parts, rounded(exact, BASE[column](node.line), amount, form=form), strict=True):
        _spread(part, value, column, found, form=form)


def rounded(
    values: Sequence[Decimal | None], exact: Decimal | None, whole: Decimal | None, *, form: Unit
) -> tuple[Decimal | None, ...]:
    """Amounts in kr as shown in `form`, adding up to `whole` where they do so exactly; missing stays missing."""
    size, decimals = KRONOR[form], DECIMALS[form]
    known = [value / size for value in values if value is not None]
    try:
        adds_up = whole is not None and sum(_known(values), Decimal(0)) == exact
        held = rounded_to_total(known, decimals, total=whole) if adds_up else None
    except Unreachable:
        held = None
    if held is None:
        held = tuple(round_half_up(value, decimals) for value in known)
    rest = iter(held)
    return tuple(None if value is None else next(rest) for value in values)


def _known(values: Iterable[Decimal | None]) -> Iterable[Decimal]:
    return (value for value in values if value is not None)
