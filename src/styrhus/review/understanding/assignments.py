"""Assignments as the tables and lists of a document give them: what is to be done, by when, how far it has come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrhus.paper.reading import Reading, TextBlock, TextKind
from styrhus.review.understanding.dates import WrittenDate, dates
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow
from styrhus.review.understanding.indicators import indicator_table
from styrhus.review.understanding.task_words import TASKS
from styrhus.review.understanding.wording import plain
from styrhus.values.place import Place

_DEADLINE = re.compile(
    r"\b(?:slutdatum|deadline|klar(?:t|datum)?(?: senast)?|färdig\w*|senast|tidplan|tidsplan|tidpunkt|sluttid|slut|när|"
    r"återrapporter\w*|återredovis\w*|redovisas|frist|ferdig\w*|tidsfrist|måldatum|aikataulu|määräaika|"
    r"due(?: date)?)\b",
    re.IGNORECASE,
)
_IN_CELL = re.compile(
    r"\b(?:slutdatum|deadline|klart?(?: senast)?|färdigt? senast|senast|återrapporteras|återredovisas|redovisas|frist|"
    r"ferdig innen|innen|viimeistään|due(?: date)?)[: ]{1,2}(?:den |i |till |under |(?:nämnden )?senast (?:den )?)?",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:klart?|avslutat?|avslutad|genomförts?|genomförd|slutförd|slutfört|ferdig|utført|gjennomført|valmis|"
    r"toteutettu|upphört|done|completed|finished)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:ej|inte|delvis|ikke|ei)\s+(?:klart?|avslutad|genomförd|påbörjad|slutförd)", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"\b(?:ansvar\w*|utförare|enhet|avdelning|nämnd|ursprung|källa|vastuu\w*|responsible)\b", re.IGNORECASE
)
_NEAR = 3
_WITHIN = 6
"""Measures against risks stand after how the risk is valued."""


@dataclass(frozen=True)
class Assignment:
    """`deadline` None when none is printed; `others` are the row's other words (who, from where), dates not."""

    text: str
    place: Place
    source: str
    deadline: WrittenDate | None = None
    done: bool = False
    others: str = ""


@dataclass(frozen=True)
class AssignmentTable:
    """`deadline` is the column of deadlines, None where they stand in other cells or nowhere."""

    grid: Grid
    label: GridColumn
    deadline: GridColumn | None
    assignments: tuple[Assignment, ...]


def assignment_tables(grids: Sequence[Grid]) -> tuple[AssignmentTable, ...]:
    """Every table that lists assignments, activities or measures to be carried out."""
    return tuple(found for grid in grids if (found := assignment_table(grid)) is not None)


def assignment_table(grid: Grid) -> AssignmentTable | None:
    """The table as assignments; None when it is something else (a table of amounts lists measures too)."""
    named = [c for c in grid.columns[:_WITHIN] if TASKS.search(c.heading) and not _DEADLINE.search(c.heading)]
    label = next((c for c in (*named, *grid.columns[:4]) if _is_label(grid, c)), None)
    if label is None or grid.kind in {
        GridKind.BUDGET,
        GridKind.FRAME_BRIDGE,
        GridKind.VOLUME_PRICE,
    }:
        return None
    if grid.kind is GridKind.INDICATORS and (indicator_table(grid) is not None or not TASKS.search(label.heading)):
        return None
    deadline = next((c for c in grid.columns if c is not label and _is_deadline(grid, c)), None)
    rows = [row for row in _below_headings(grid, label) if plain(row.cells[label.index].text)]
    found = tuple(_from_row(grid, row, label, deadline) for row in rows)
    if not found or (grid.kind is not GridKind.ASSIGNMENTS and deadline is None and _amounts(grid) > len(rows) / 2):
        return None
    return AssignmentTable(grid, label, deadline, found)


def _below_headings(grid: Grid, label: GridColumn) -> Iterator[GridRow]:
    """The rows without those that head others: where they come from, or which part they belong to."""
    bare = [_is_bare(row, label) for row in grid.rows]
    for position, row in enumerate(grid.rows):
        read = grid.table.rows[row.index].cells[label.index]
        marked = read.spans > 1 or read.strong or read.header
        heads = len(grid.columns) > 2 and position + 1 < len(bare) and not bare[position + 1]
        if not (bare[position] and (marked or heads)):
            yield row


def _is_bare(row: GridRow, label: GridColumn) -> bool:
    return not any(cell.text.strip() for index, cell in enumerate(row.cells) if index != label.index)


def _is_label(grid: Grid, column: GridColumn) -> bool:
    named = TASKS.search(column.heading) is not None and not _DEADLINE.search(column.heading)
    return named or (grid.kind is GridKind.ASSIGNMENTS and column.role is ColumnRole.LABEL)


def _is_deadline(grid: Grid, column: GridColumn) -> bool:
    if not _DEADLINE.search(column.heading):
        return False
    if re.search(r"\b(?:start|beslut|besluts|påbörja)", column.heading, re.IGNORECASE):
        return False
    texts = [row.cells[column.index].text for row in grid.rows]
    dated = sum(any(date.known for date in dates(text)) for text in texts)
    return dated > 0 and dated >= sum(bool(text.strip()) for text in texts) / 3


def _amounts(grid: Grid) -> int:
    return sum(any(cell.number is not None for cell in row.cells[1:]) for row in grid.rows)


def _from_row(grid: Grid, row: GridRow, label: GridColumn, deadline: GridColumn | None) -> Assignment:
    texts = [plain(cell.text) for cell in row.cells]
    if deadline is not None:
        found = next((date for date in dates(texts[deadline.index]) if date.known), None)
    else:
        found = next((date for text in texts for date in _stated(text)), None)
    others = " ".join(
        texts[c.index] for c in grid.columns if c not in (label, deadline) and _RESPONSIBLE.search(c.heading)
    )
    done = any(_DONE.search(text) and not _NOT_DONE.search(text) for text in _states(grid, texts, label))
    name = f"table {grid.table.number}"
    place = grid.place(row, label)
    return Assignment(texts[label.index], place, name, found, done, others)


def _states(grid: Grid, texts: list[str], label: GridColumn) -> Iterator[str]:
    for column in grid.columns:
        if column is not label and (column.role is ColumnRole.STATUS or "status" in column.heading.casefold()):
            yield texts[column.index]


def _stated(text: str) -> Iterator[WrittenDate]:
    """Dates that a cell or a sentence gives as a deadline: `Slutdatum 2024-12-31`, `senast den 30 juni 2024`."""
    if not _IN_CELL.search(text):
        return
    starts = [found.end() for found in _IN_CELL.finditer(text)]
    for date in dates(text):
        if date.known and any(0 <= date.start - start <= _NEAR for start in starts):
            yield date


def assignment_lists(reading: Reading) -> tuple[tuple[Assignment, ...], ...]:
    """The lists of assignments in running text: items under a heading that says so, one tuple a list."""
    lists: list[tuple[Assignment, ...]] = []
    heading = ""
    held: list[Assignment] = []
    for block in reading.blocks:
        if isinstance(block, TextBlock) and block.kind is TextKind.ITEM and TASKS.search(heading):
            held.append(_from_item(block, heading))
            continue
        if held:
            lists.append(tuple(held))
            held = []
        if isinstance(block, TextBlock) and block.kind in {TextKind.HEADING, TextKind.TITLE}:
            heading = block.text
    return (*lists, tuple(held)) if held else tuple(lists)


def _from_item(block: TextBlock, heading: str) -> Assignment:
    text = plain(block.text)
    return Assignment(text, block.place.quoting(text), heading, next(_stated(text), None))
