"""Tables of the follow-up: budget, actual and forecast in tkr, each amount with the way back to the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from styrhus.dossier.references import resolve
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Run, Table, plain
from styrhus.reports.parts.follow_up_rows import Node, Rounded, rounded
from styrhus.reports.sentences import text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.number import format_number
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

DIFFERENCES = {
    "month-variance": ("month-budget", "month-actual"),
    "variance-to-date": ("budget-to-date", "actual-to-date"),
    "variance": ("budget", "forecast"),
    "forecast-change": ("forecast", "previous"),
}
"""Columns that are the first less the second: as shown, so that a reader who subtracts gets what stands there."""


@dataclass(frozen=True)
class Headed:
    """A column: its name in addresses and its heading."""

    name: str
    heading: Text


TO_DATE = (
    Headed("budget-to-date", msg("Budget to date")),
    Headed("actual-to-date", msg("Outcome to date")),
    Headed("variance-to-date", msg("Deviation to date")),
    Headed("last-year-to-date", msg("Same period last year")),
)
YEAR = (
    Headed("budget", msg("Full-year budget")),
    Headed("forecast", msg("Full-year forecast")),
    Headed("variance", msg("Deviation, full year")),
    Headed("previous", msg("Previous forecast")),
    Headed("forecast-change", msg("Change of forecast")),
)
CLOSING = (
    Headed("budget", msg("Full-year budget")),
    Headed("actual-to-date", msg("Outcome")),
    Headed("variance-to-date", msg("Deviation to date")),
    Headed("last-year", msg("Outcome of last year")),
)


@dataclass(frozen=True)
class Frame:
    """What surrounds the rows: caption, the heading of the first column, anchor."""

    caption: Text
    head: Text
    anchor: str


def follow_up_table(setting: Setting, tree: Node, columns: Sequence[Headed], frame: Frame) -> Table:
    """The tree with its sum last; columns that nobody has an amount in are left out."""
    shown = rounded(tree)
    kept = [column for column in columns if _is_known(tree, column.name, shown)]
    nodes = [pair for pair in tree.walk() if any(_value(pair[0], c.name, shown) is not None for c in kept)]
    rows = [_row(setting, node, kept, shown, depth=depth) for node, depth in nodes]
    rows.append(_row(setting, tree, kept, shown, label=setting.say(msg("Net cost")), total=True))
    heads = (Column(setting.say(frame.head), width=4), *(Column(setting.say(c.heading), Align.RIGHT) for c in kept))
    return Table(setting.say(frame.caption), heads, tuple(rows), frame.anchor, (plain(setting.say(SIGNS)),))


SIGNS = msg(
    "Costs are positive and income negative. Deviation is budget less outcome or forecast: plus is better than budget. "
    "Rounded so that the rows add up."
)


def shown_amounts(tree: Node) -> dict[str, dict[str, Decimal | None]]:
    """What a table of the tree shows in tkr, by address of the row and by column, for those who show it elsewhere."""
    shown = rounded(tree)
    return {node.ref: {name: _value(node, name, shown) for name in DIFFERENCES} for node, _ in tree.walk() if node.ref}


def _row(
    setting: Setting,
    node: Node,
    columns: Sequence[Headed],
    shown: Rounded,
    *,
    depth: int = 0,
    label: str = "",
    total: bool = False,
) -> Row:
    kind = RowKind.TOTAL if total else RowKind.SUBTOTAL if node.parts else RowKind.LINE
    cells = (_cell(setting, node, column.name, _value(node, column.name, shown)) for column in columns)
    return Row((text_cell(label or node.label, indent=depth), *cells), kind)


def _is_known(tree: Node, name: str, shown: Rounded) -> bool:
    """Whether a column has anything to show: a difference needs both of what it is between."""
    parts = DIFFERENCES.get(name, (name,))
    nodes = (tree, *(node for node, _ in tree.walk()))
    return all(any(shown[id(node), part] is not None for node in nodes) for part in parts)


def _value(node: Node, name: str, shown: Rounded) -> Decimal | None:
    """What is shown, in tkr."""
    if name in DIFFERENCES:
        first, second = DIFFERENCES[name]
        return _less(shown[id(node), first], shown[id(node), second])
    return shown[id(node), name]


def _less(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """The first less the second; where nothing is budgeted all of the second deviates, so that the rows add up."""
    return None if second is None else (first or Decimal(0)) - second


def _cell(setting: Setting, node: Node, name: str, value: Decimal | None) -> Cell:
    """The amount as shown; its figure is the exact one in kr."""
    if value is None:
        return Cell(plain("–"))
    text = format_number(value, 0, signed=name in DIFFERENCES, language=setting.language)
    return Cell((Run(text, figure=figure_of(setting, node, name)),))


def figure_of(setting: Setting, node: Node, name: str) -> Figure:
    """The exact figure of a row and column in kr."""
    first, second = DIFFERENCES.get(name, (name, ""))
    value = node.amounts[first]
    if second:
        value = _less(value, node.amounts[second])
    found = resolve(setting.dossier, f"{node.ref}.{name}") if node.ref else Figure(None, Unit.KR, setting.period)
    return replace(found, value=value, label=found.label or node.label)
