"""A table as a sheet: its sums are formulas over the rows that they are sums of, its changes over their columns."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from styrhus.finance.table import Column, ColumnKind, Row, RowKind, Table
from styrhus.finance.totals import SUMMED_KINDS
from styrhus.paper.writers.xlsx.sheet import (
    Across,
    Content,
    Difference,
    Formula,
    Number,
    Properties,
    Sheet,
    SheetColumn,
    SheetRow,
    Sum,
    Weight,
)
from styrhus.paper.writers.xlsx.workbook import workbook
from styrhus.values.number import decimals_of
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

Say = Callable[[Text], str]
"""Renders a text in the reader's language."""
DASHES = {"-", "–", "—"}


def table_workbook(tables: Sequence[Table], *, title: str, author: str, language: str) -> bytes:
    """The tables as a workbook with a sheet each; ValueError when there is none."""
    sheets = [sheet_of(table, lambda text: text.render(language)) for table in tables]
    return sheets_workbook(sheets, title=title, author=author, language=language)


def sheets_workbook(sheets: Sequence[Sheet], *, title: str, author: str, language: str) -> bytes:
    """The sheets as a workbook with its words in `language`; ValueError when there is none."""
    unit, table, source = msg("Unit of the amounts"), msg("Table"), msg("Source:")
    words = Properties(
        title, author, language,
        unit_word=unit.render(language), table_word=table.render(language),
        source_word=source.render(language), key_word=msg("Key (leave as it is)").render(language),
    )  # fmt: skip
    return workbook(sheets, words)


def sheet_of(table: Table, say: Say) -> Sheet:
    """The table with formulas where the printed sum or change is what its parts come to.

    A printed figure that its parts do not come to stays as printed, and a note under the table says which.
    """
    formulas = {
        (row.id, column.id): found
        for row in table.rows
        for column in table.columns
        if (found := formula_of(table, row, column)) is not None
    }
    return Sheet(
        id=table.id,
        title=table.caption,
        unit=say(table.unit.label),
        row_heading=table.row_heading or say(msg("Item")),
        columns=tuple(_column(table, column, say) for column in table.columns),
        rows=tuple(_row(table, row, formulas) for row in table.rows),
        notes=(*table.notes, *_unsummed(table, formulas, say)),
        source=table.source,
    )


def formula_of(table: Table, row: Row, column: Column) -> Formula | None:
    """The formula whose value is the printed one; None for figures of their own and those that do not add up."""
    stated = table.cell(row.id, column.id).value
    if stated is None:
        return None
    if column.change_of is not None:
        candidates: tuple[Formula | None, ...] = (_difference(table, column),)
    else:
        candidates = (_sum(table, row, column), _across(table, column))
    return next((f for f in candidates if f and value_of(table, row, column, formula=f) == stated), None)


def value_of(table: Table, row: Row, column: Column, *, formula: Formula) -> Decimal | None:
    """What the formula comes to in the table; None when nothing that it is over has a value."""
    if isinstance(formula, Difference):
        later, earlier = (row.cells[place] for place in (formula.later, formula.earlier))
        if any(cell.value is None and cell.mark not in DASHES for cell in (later, earlier)):
            return None
        if later.value is None and earlier.value is None:
            return None
        return (later.value or Decimal(0)) - (earlier.value or Decimal(0))
    if isinstance(formula, Across):
        values = [row.cells[place].value for place in formula.columns]
        return sum((v for v in values if v is not None), Decimal(0)) if any(v is not None for v in values) else None
    place = table.column_index[column.id]
    added, taken = ([table.rows[at].cells[place].value for at in rows] for rows in (formula.added, formula.subtracted))
    if all(value is None for value in (*added, *taken)):
        return None
    return sum((v for v in added if v is not None), Decimal(0)) - sum((v for v in taken if v is not None), Decimal(0))


def _difference(table: Table, column: Column) -> Difference | None:
    earlier, later = column.change_of or ("", "")
    return Difference(table.column_index[later], table.column_index[earlier])


def _sum(table: Table, row: Row, column: Column) -> Sum | None:
    if row.kind not in {RowKind.SUBTOTAL, RowKind.TOTAL} or column.kind not in SUMMED_KINDS:
        return None
    places = {held.id: place for place, held in enumerate(table.rows)}
    parts = table.parts_of(row)
    if not parts:
        return None
    added = tuple(places[part.id] for part in parts if not part.subtracted)
    return Sum(added, tuple(places[part.id] for part in parts if part.subtracted))


def _across(table: Table, column: Column) -> Across | None:
    """The columns that the last or else the first is the sum of in every row, as where each part has a column."""
    held = [c for c in table.columns if c.kind in SUMMED_KINDS and c.change_of is None]
    if len(held) < 3 or len({c.unit for c in held}) > 1:
        return None
    whole = next((c for c in (held[-1], held[0]) if _is_sum(table, c, held)), None)
    if whole is None or column != whole:
        return None
    return _others(table, column, held)


def _others(table: Table, column: Column, held: Sequence[Column]) -> Across:
    return Across(tuple(table.column_index[c.id] for c in held if c != column))


def _is_sum(table: Table, column: Column, held: Sequence[Column]) -> bool:
    """Whether a column is the sum of the others in every row; one row alone may be so by chance."""
    parts, place = _others(table, column, held), table.column_index[column.id]
    pairs = [(row.cells[place].value, value_of(table, row, column, formula=parts)) for row in table.rows]
    known = [(stated, found) for stated, found in pairs if stated is not None and found is not None]
    return len(known) > 1 and all(stated == found for stated, found in known)


def _column(table: Table, column: Column, say: Say) -> SheetColumn:
    """The heading says the unit when it is another than the table's."""
    unit = column.unit or table.unit
    words = say(unit.label)
    told = column.unit in {None, table.unit} or words.casefold() in column.label.casefold()
    heading = column.label if told else f"{column.label}, {words}"
    suffix = "\u00a0%" if unit is Unit.PERCENT else ""
    return SheetColumn(column.id, heading, column.kind is ColumnKind.TEXT, suffix)


def _row(table: Table, row: Row, formulas: dict[tuple[str, str], Formula]) -> SheetRow:
    cells = tuple(_content(table, row, column, formulas.get((row.id, column.id))) for column in table.columns)
    return SheetRow(row.id, row.label, cells, Weight(row.kind.value), _depth(table, row))


def _content(table: Table, row: Row, column: Column, formula: Formula | None) -> Content:
    held = table.cell(row.id, column.id)
    if held.value is None:
        return held.mark or None
    return Number(held.value, _decimals(table, column), formula)


def _decimals(table: Table, column: Column) -> int:
    """As many as the column's most exact figure."""
    place = table.column_index[column.id]
    return max((decimals_of(v) for row in table.rows if (v := row.cells[place].value) is not None), default=0)


def _depth(table: Table, row: Row) -> int:
    depth, above = 0, row.parent
    while above in table.row_by_id and depth < len(table.rows):
        depth, above = depth + 1, table.row_by_id[above].parent
    return min(depth, 5)


def _unsummed(table: Table, formulas: dict[tuple[str, str], Formula], say: Say) -> tuple[str, ...]:
    """What stands as printed because its parts come to something else."""
    found = [
        f"{row.label}, {column.label}"
        for row in table.rows
        for column in table.columns
        if (row.id, column.id) not in formulas
        and row.cells[table.column_index[column.id]].value is not None
        and (column.change_of is not None or _sum(table, row, column) is not None)
    ]
    if not found:
        return ()
    told = msg(
        "As printed, without formula, because the parts come to something else: {cells}.", cells="; ".join(found)
    )
    return (say(told),)
