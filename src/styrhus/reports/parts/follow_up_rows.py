"""The rows of a follow-up table: units or cost types as a tree that adds up, exactly and as it is rounded."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.dossier.follow_up import follow_up
from styrhus.dossier.follow_up_figures import OWN, type_name, unit_name
from styrhus.finance.follow_up.cell import ALL
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.view import FollowUp
from styrhus.finance.rounding import rounded_to_total
from styrhus.reports.areas import areas, line_of
from styrhus.reports.setting import Setting
from styrhus.values.missing import difference, total
from styrhus.values.number import round_half_up
from styrhus.values.text import msg

Value = Callable[[Line], Decimal | None]
TKR = Decimal(1000)
EVERY = 9
"""Levels of units, more than any organisation has."""

VALUES: Mapping[str, Value] = {
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
"""The columns that are added up, by their name in addresses; every other is a difference of two of them."""

Amounts = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Node:
    """A row with those that it is the sum of; `amounts` in kr by column, `ref` its address without the column.

    A row without `ref` is what the others leave: money of a unit itself, or a forecast that nobody has divided.
    """

    label: str
    ref: str
    amounts: Amounts
    parts: tuple["Node", ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple["Node", int]]:
        """The row's parts in order, each with its own below it; the row itself is not among them."""
        for part in self.parts:
            yield part, depth
            yield from part.walk(depth + 1)


def unit_tree(setting: Setting, view: FollowUp, *, levels: int = EVERY) -> Node:
    """The units below the board; one that holds all the others is the board itself and gives no row."""
    return _unit(setting, view, ALL, named=ALL, levels=levels)


def area_tree(setting: Setting, view: FollowUp) -> Node:
    """Only the units right below the board."""
    return unit_tree(setting, view, levels=1)


def _unit(setting: Setting, view: FollowUp, unit: str, *, named: str, levels: int) -> Node:
    line = line_of(view, unit)
    below = areas(view) if unit == ALL else () if unit.endswith(OWN) else view.children(unit)
    parts = [_unit(setting, view, child, named=child, levels=levels - 1) for child in below] if levels else []
    return _node(setting, unit_name(setting.dossier, named, setting.language), (unit, ALL), line=line, parts=parts)


def type_tree(setting: Setting, view: FollowUp, unit: str = ALL) -> Node:
    """The cost types of a unit with all below it."""
    parts = []
    for kind in view.cost_types(unit):
        name = setting.say(type_name(kind))
        parts.append(_node(setting, name[0].upper() + name[1:], (unit, kind), line=view.line(unit, kind), parts=[]))
    return _node(setting, setting.say(msg("Net cost")), (unit, ALL), line=view.line(unit), parts=parts, types=True)


def _node(
    setting: Setting, label: str, key: tuple[str, str], *, line: Line, parts: Sequence[Node], types: bool = False
) -> Node:
    amounts = {name: value(line) for name, value in VALUES.items()}
    rest = _rest(amounts, parts)
    if rest:
        word = msg("Not divided by cost type") if types else msg("In common")
        left = Node(setting.say(word), _ref(setting, key, rest), rest)
        parts = [*parts, left] if types else [left, *parts]
    unit, kind = key
    return Node(label, f"followup.{setting.period}.{unit}.{kind}", amounts, tuple(parts))


def _ref(setting: Setting, key: tuple[str, str], rest: Amounts) -> str:
    """The address of what is booked on a unit itself, when that is all that the units below it leave."""
    unit, kind = key
    if unit not in setting.dossier.unit_by_id or setting.month is None:
        return ""
    own = follow_up(setting.dossier, setting.month).line(unit, kind, own=True)
    same = all((VALUES[name](own) or 0) == (rest[name] or 0) for name in VALUES)
    return f"followup.{setting.period}.{unit}{OWN}.{kind}" if same else ""


def _rest(amounts: Amounts, parts: Sequence[Node]) -> dict[str, Decimal | None]:
    """What the parts leave of their sum by column; empty when they leave nothing."""
    if not parts:
        return {}
    held = {name: total(part.amounts[name] for part in parts).value for name in VALUES}
    left = {name: difference(amounts[name] or Decimal(0), held[name] or Decimal(0)) for name in VALUES}
    return {name: value or None for name, value in left.items()} if any(left.values()) else {}


Rounded = Mapping[tuple[int, str], Decimal | None]
"""Amounts in tkr by the row's `id()` and column."""


def rounded(tree: Node) -> Rounded:
    """The tree in whole tkr so that the parts of each row add up to it in every column."""
    found: dict[tuple[int, str], Decimal | None] = {}
    for name in VALUES:
        exact = tree.amounts[name]
        _round(tree, name, None if exact is None else round_half_up(exact / TKR, 0), found)
    return found


def _round(node: Node, name: str, shown: Decimal | None, found: dict[tuple[int, str], Decimal | None]) -> None:
    found[id(node), name] = shown
    held = [part for part in node.parts if part.amounts[name] is not None]
    amounts = [(part.amounts[name] or Decimal(0)) / TKR for part in held]
    wanted = shown if shown is not None else round_half_up(sum(amounts, Decimal(0)), 0)
    parts = dict(zip(map(id, held), rounded_to_total(amounts, 0, total=wanted), strict=True)) if held else {}
    for part in node.parts:
        _round(part, name, parts.get(id(part)), found)
