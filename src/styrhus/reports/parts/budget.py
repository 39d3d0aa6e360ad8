"""Tables of the budget as blocks: thousands that add up, signs on changes, links from rows to what they are made of."""

from collections.abc import Collection, Mapping

from styrhus.finance.restate import restated
from styrhus.finance.table import Cell as MoneyCell
from styrhus.finance.table import Column as MoneyColumn
from styrhus.finance.table import ColumnKind, RowKind
from styrhus.finance.table import Row as MoneyRow
from styrhus.finance.table import Table as MoneyTable
from styrhus.paper.blocks import Align, Cell, Column, Row, Run, Table, plain
from styrhus.paper.blocks import RowKind as PaperRowKind
from styrhus.reports.sentences import text_cell
from styrhus.values.number import format_number
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

DECIMALS = {Unit.KR: 2, Unit.TKR: 0, Unit.MNKR: 1}
LINKS: Mapping[str, str] = {}


def budget_block(
    table: MoneyTable, language: str, *, unit: Unit = Unit.TKR, links: Mapping[str, str] = LINKS,
    signed: Collection[str] = (), notes: Collection[Text] = (),
) -> Table:  # fmt: skip
    """A table of the budget in another money unit, rounded so that its rows add up to its sums.

    `links` leads from the id of a row to an address, `signed` names columns whose amounts are changes.
    """
    shown = restated(table, unit, DECIMALS[unit])
    first = Column(shown.row_heading or msg("Item").render(language), width=4)
    heads = (first, *(_head(shown, column, language) for column in shown.columns))
    rows = tuple(_row(shown, row, language, links=links, signed=signed) for row in shown.rows)
    caption = f"{table.caption}, {unit.label.render(language)}"
    told = tuple(plain(note.render(language)) for note in notes)
    return Table(caption, heads, rows, notes=told)


def _head(table: MoneyTable, column: MoneyColumn, language: str) -> Column:
    if column.kind is ColumnKind.TEXT:
        return Column(column.label, width=2)
    own = column.unit
    if own is None or own is table.unit or own is Unit.FTE:
        return Column(column.label, Align.RIGHT)
    return Column(f"{column.label}, {own.label.render(language)}", Align.RIGHT)


def _row(table: MoneyTable, row: MoneyRow, language: str, *, links: Mapping[str, str], signed: Collection[str]) -> Row:
    name = Cell((Run(row.label, href=links.get(row.id, "")),), indent=_depth(table, row))
    cells = (_cell(table, row, column, language, signed=signed) for column in table.columns)
    return Row((name, *cells), PaperRowKind(row.kind.value))


def _depth(table: MoneyTable, row: MoneyRow) -> int:
    depth, above = 0, row.parent
    while above in table.row_by_id and depth < 6:
        depth, above = depth + 1, table.row_by_id[above].parent
    return depth + (row.kind is RowKind.OF_WHICH and depth == 0)


def _cell(table: MoneyTable, row: MoneyRow, column: MoneyColumn, language: str, *, signed: Collection[str]) -> Cell:
    cell: MoneyCell = row.cells[table.column_index[column.id]]
    if cell.value is None:
        return text_cell(cell.mark)
    plus = column.kind is ColumnKind.CHANGE or column.id in signed
    return text_cell(format_number(cell.value, signed=plus, language=language))
