"""The rows of a table below its headings: roles, groups, units, years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from styrhus.paper.reading import ReadRow, ReadTable
from styrhus.review.understanding.columns import WORDS, row_flow
from styrhus.review.understanding.grid import ColumnRole, GridCell, GridColumn, GridRow, RowRole
from styrhus.review.understanding.headings import Headings, one_line
from styrhus.review.understanding.row_words import role_of
from styrhus.review.understanding.table_units import row_unit, unit_column, written_unit
from styrhus.values.printed import Habit, cell_numbers, is_missing, split_cell, year_of

# A label that is a year, perhaps with its version: `2 023 (budget)`, `Utfall 2022`.
_YEAR = re.compile(
    r"(?:(?:utfall|bokslut|budget|prognos|år|tp|ta|regnskap|budsjett|mål)\s+)?"
    r"(?:19\d|20\d|2[ \u00a0]0\d)\d(?!\d).{0,14}$", re.IGNORECASE,
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_MAY_HEAD = {RowRole.LINE, RowRole.DIFFERENCE, RowRole.RESULT}
_TOTALS = {RowRole.TOTAL, RowRole.SUBTOTAL}


def cells_of(row: ReadRow, habit: Habit) -> tuple[GridCell, ...]:
    """The cells of a row with their numbers."""
    return tuple(_cell(cell.text, habit) for cell in row.cells)


def _cell(text: str, habit: Habit) -> GridCell:
    if not _DIGIT.search(text):
        return GridCell(text, missing=is_missing(text))
    numbers = cell_numbers(text, habit)
    if not numbers:
        numbers = split_cell(text, 2)
        return GridCell(text, None, is_missing(text), numbers)
    one = numbers[0] if len(numbers) == 1 and not numbers[0].label else None
    return GridCell(text, one, False, numbers)


def rows_of(
    table: ReadTable, headings: Headings, columns: Sequence[GridColumn], cells: dict[int, tuple[GridCell, ...]]
) -> tuple[GridRow, ...]:
    """The rows that are neither headings nor repeated headings, in order, each with its group."""
    label = next((c.index for c in columns if c.role is ColumnRole.LABEL), 0)
    words = {c.index for c in columns if c.role in WORDS}
    plain = [_row(index, table.rows[index], cells[index], words, label=label) for index in sorted(cells)]
    units = next((c.index for c in columns if c.role is ColumnRole.TEXT and unit_column(row.text(c.index) for row in
                  (table.rows[i] for i in cells))), None)  # fmt: skip
    if units is not None:
        plain = [_with_unit(row, row.cells[units].text) for row in plain]
    renamed = [replace(row, role=RowRole.HEADING, cells=_without(row)) if row.index in headings.renamed else row
               for row in plain]  # fmt: skip
    return tuple(_grouped(_heading_something(_ranked(renamed))))


def _row(index: int, row: ReadRow, cells: tuple[GridCell, ...], words: set[int], *, label: int) -> GridRow:
    kept = tuple(_in_column(cell, is_words=i in words) for i, cell in enumerate(cells))
    text = one_line(row.text(label)) or next((one_line(c.text) for c in cells[:label] if c.text.strip()), "")
    unit = row_unit(text)
    role = role_of(text)
    if role in _MAY_HEAD and _only_label(kept, label) and not _has_words(kept, words, label):
        role = RowRole.HEADING
    named = row.cells[label] if label < len(row.cells) else None
    return GridRow(
        index, text, role, kept, unit.unit if unit else None, indent=named.indent if named else 0,
        strong=named.strong if named else False, year=year_of(text) if _YEAR.match(text) else None, flow=row_flow(text),
    )  # fmt: skip


def _in_column(cell: GridCell, *, is_words: bool) -> GridCell:
    """A cell as its column's role has it: no number among words, and an `x` among numbers is a missing one."""
    if is_words and cell.numbers:
        return GridCell(cell.text, None, cell.missing)
    return replace(cell, missing=True) if not is_words and cell.text.strip() in {"x", "X"} else cell


def _with_unit(row: GridRow, text: str) -> GridRow:
    word = written_unit(text)
    return replace(row, unit=word.unit) if word and not word.exponent else row


def _only_label(cells: Sequence[GridCell], label: int) -> bool:
    """A row with one text and nothing in any other cell: a heading within the table.

    Where the labels are not in the first column, a label without values is one that lacks them.
    """
    held = [i for i, cell in enumerate(cells) if cell.text.strip()]
    return len(held) == 1 and len(cells) > 1 and (held[0] < label or held[0] == label == 0)


def _has_words(cells: Sequence[GridCell], words: set[int], label: int) -> bool:
    """Whether other columns hold words, so that a row without values is no heading."""
    return any(cells[i].text.strip() for i in words if i != label and i < len(cells) and i > label)


def _without(row: GridRow) -> tuple[GridCell, ...]:
    return tuple(GridCell(cell.text) for cell in row.cells)


def _ranked(rows: Sequence[GridRow]) -> list[GridRow]:
    """Of several total rows the last one is the total, those before it are subtotals."""
    totals = [i for i, row in enumerate(rows) if row.role in _TOTALS]
    last = totals[-1] if totals else -1
    return [
        replace(row, role=RowRole.SUBTOTAL) if row.role is RowRole.TOTAL and i != last else row
        for i, row in enumerate(rows)
    ]  # fmt: skip


def _heading_something(rows: Sequence[GridRow]) -> list[GridRow]:
    """A name without values just above a sum heads nothing: it is a line that lacks its value."""
    following = [*rows[1:], None][: len(rows)]
    return [
        replace(row, role=RowRole.LINE) if row.role is RowRole.HEADING and after and after.role in _TOTALS else row
        for row, after in zip(rows, following, strict=True)
    ]


def _grouped(rows: Sequence[GridRow]) -> Iterator[GridRow]:
    """A heading gives its group and its unit (`Förändring, %`) to the rows below it, up to the next or to a sum."""
    group, unit = "", None
    for row in rows:
        if row.role is RowRole.HEADING:
            group, unit = row.label, row.unit
            yield row
            continue
        yield replace(row, group=group, unit=row.unit or unit) if group else row
        if row.role in _TOTALS:
            # What follows a sum stands outside its group.
            group, unit = "", None
