"""The follow-up as tables in kr and öre: by unit and by cost type, exact, so that a workbook adds up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up
from styrhus.dossier.follow_up_figures import OWN, type_name, unit_name
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.rounded import Node, tree
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.reports.months import month_name
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

COLUMNS: tuple[tuple[str, Text, ColumnKind, tuple[str, str] | None], ...] = (
    ("budget-to-date", msg("Budget to date"), ColumnKind.BUDGET, None),
    ("actual-to-date", msg("Outcome to date"), ColumnKind.OUTCOME, None),
    ("variance-to-date", msg("Deviation to date"), ColumnKind.CHANGE, ("actual-to-date", "budget-to-date")),
    ("last-year-to-date", msg("Outcome of last year"), ColumnKind.OUTCOME, None),
    ("budget", msg("Full-year budget"), ColumnKind.BUDGET, None),
    ("forecast", msg("Full-year forecast"), ColumnKind.FORECAST, None),
    ("variance", msg("Deviation, full year"), ColumnKind.CHANGE, ("forecast", "budget")),
    ("previous", msg("Previous forecast"), ColumnKind.FORECAST, None),
    ("change", msg("Change of forecast"), ColumnKind.CHANGE, ("previous", "forecast")),
)
"""Id, word, kind, and the two that a difference is of: what is taken away first."""
ORE = Decimal("0.01")


def follow_up_tables(dossier: Dossier, month: int, language: str) -> tuple[Table, ...]:
    """All units with those below them, and the cost types of the whole, after `month`; none without any money."""
    view = follow_up(dossier, month)
    if not view.cells:
        return ()
    kinds = tuple(Node(view.line(ALL, kind)) for kind in view.cost_types())
    whole = view.line(ALL)
    words = month_name(month).render(language)
    by_unit = msg("Follow-up by unit, January–{month} {year}", month=words, year=view.year)
    by_type = msg("Follow-up by cost type, January–{month} {year}", month=words, year=view.year)
    return (
        _table(dossier, "follow-up-units", by_unit, tree(view), language=language),
        _table(dossier, "follow-up-cost-types", by_type, Node(whole, kinds), language=language),
    )


def _table(dossier: Dossier, key: str, caption: Text, node: Node, *, language: str) -> Table:
    rows = (*_below(dossier, node, None, language), _row(dossier, node, RowKind.TOTAL, language))
    return Table(
        id=key,
        caption=caption.render(language),
        kind=TableKind.ALLOCATION,
        unit=Unit.KR,
        sign=Sign.COST_POSITIVE,
        row_heading=(msg("Cost type") if node.line.cost_type == ALL and key.endswith("types") else msg("Unit")).render(
            language
        ),
        columns=tuple(
            Column(id=column, label=word.render(language), kind=kind, year=dossier.plan.year, change_of=change)
            for column, word, kind, change in COLUMNS
        ),
        rows=rows,
        notes=_notes(dossier, language),
    )


def _below(dossier: Dossier, node: Node, parent: str | None, language: str) -> Iterator[Row]:
    """The parts of a node, each with its own before it is told as their sum."""
    for part in node.parts:
        own = part.line.unit == node.line.unit and node.line.cost_type == part.line.cost_type
        kind = RowKind.SUBTOTAL if part.parts else RowKind.LINE
        row = _row(dossier, part, kind, language, parent=parent, own=own)
        yield row
        yield from _below(dossier, part, row.id, language)


def _row(
    dossier: Dossier, node: Node, kind: RowKind, language: str, *, parent: str | None = None, own: bool = False
) -> Row:
    line = node.line
    return Row(
        id="total" if kind is RowKind.TOTAL else _key(line, own=own),
        label=_label(dossier, line, kind, language, own=own),
        kind=kind,
        parent=parent,
        cells=tuple(Cell(value=None if value is None else value.quantize(ORE)) for value in _values(line)),
    )


def _key(line: Line, *, own: bool) -> str:
    if line.cost_type != ALL:
        kind = "unknown" if line.cost_type == UNMAPPED else line.cost_type.replace("_", "-")
        return f"cost-type-{kind}"
    unit = "unmapped" if line.unit == UNMAPPED else line.unit
    return f"own-{unit}" if own else f"unit-{unit}"


def _label(dossier: Dossier, line: Line, kind: RowKind, language: str, *, own: bool) -> str:
    if kind is RowKind.TOTAL:
        return msg("Total").render(language)
    if line.cost_type != ALL:
        named = type_name(line.cost_type).render(language)
        return named[:1].upper() + named[1:]
    return unit_name(dossier, line.unit + (OWN if own else ""), language)


def _values(line: Line) -> Sequence[Decimal | None]:
    held = line.accumulated
    return (
        held.budget, held.actual, held.variance, held.last_year, line.budget, line.forecast, line.variance,
        line.previous, line.change,
    )  # fmt: skip


def _notes(dossier: Dossier, language: str) -> tuple[str, ...]:
    """How deviation is counted, and that a made-up ledger is one."""
    told = [msg("Deviation = budget − outcome or forecast. Plus is better than budget.")]
    if any(month.synthetic for month in dossier.ledger_months):
        told.append(msg("The ledger is made up as an example and is not the board's own."))
    return tuple(text.render(language) for text in told)
