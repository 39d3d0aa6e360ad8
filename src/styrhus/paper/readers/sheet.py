"""The sheets of a workbook, whatever its format, and the reading that they make."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.sheet_address import letters
from styrhus.paper.readers.sheet_regions import blocks
from styrhus.paper.reading import Block, Build, ReadCell, Reading, TextBlock, TextKind
from styrhus.values.place import Place
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import Text, msg

MOST_CELLS = 200_000
"""A plan has some thousands of cells with content; ledgers of a million are no documents to review."""
_NAMELESS = re.compile(r"(?:blad|sheet|ark|taulukko|tabelle|feuil)\s*\d*", re.IGNORECASE)


@dataclass
class Sheet:
    """A sheet's cells with content by row and column, both from 1; `merged` as first row, column, last row, column."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], ReadCell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class Cells:
    """Counts the cells of a workbook; ProblemsError beyond the limit."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = MOST_CELLS

    def count(self, cells: int = 1) -> None:
        self._left -= cells
        if self._left < 0:
            raise ProblemsError((
                Problem(
                    msg("The workbook holds more than {limit} cells with content and is not reviewed.",
                        limit=f"{MOST_CELLS:,}".replace(",", "\u00a0")),
                    msg("Save the sheets to be reviewed in a workbook of their own."),
                    self._name,
                ),
            ))  # fmt: skip


def reading_of(
    sheets: Iterable[Sheet], name: str, format_: str, *, build: Build | None = None, problems: tuple[Problem, ...] = ()
) -> Reading:
    """The workbook as read: each sheet's texts and tables in order; hidden parts are read and named in a warning."""
    held = [sheet for sheet in sheets if sheet.cells]
    if not held:
        raise ProblemsError((Problem(msg("The workbook is empty."), msg("Fill it in, or hand in another."), name),))
    told = tuple(problem for sheet in held for problem in _hidden(sheet, name))
    found = _numbered(block for sheet in held for block in _of_sheet(sheet, titled=len(held) > 1))
    return Reading(name, format_, assemble(found), build=build or Build(), problems=(*problems, *told))


def _of_sheet(sheet: Sheet, *, titled: bool) -> Iterator[Block]:
    if titled and not _NAMELESS.fullmatch(sheet.name):
        yield TextBlock(TextKind.HEADING, sheet.name, Place(sheet=sheet.name), level=1, declared=True)
    yield from blocks(sheet.cells, sheet.merged, sheet.name)


def _numbered(found: Iterable[Block]) -> Iterator[Block]:
    """A sheet has no lines; the block's number puts findings in the order of the workbook."""
    for line, block in enumerate(found, 1):
        place = replace(block.place, line=line)
        if isinstance(block, TextBlock):
            yield replace(block, place=place)
        else:
            rows = tuple(replace(row, place=replace(row.place, line=line)) for row in block.rows)
            yield replace(block, place=place, rows=rows)


def _hidden(sheet: Sheet, name: str) -> Iterator[Problem]:
    if sheet.hidden:
        yield _warning(msg("The sheet {sheet} is hidden; it was read all the same.", sheet=sheet.name), name)
    rows = sheet.hidden_rows & {row for row, _ in sheet.cells}
    if rows:
        told = msg("In the sheet {sheet} rows {rows} are hidden; they were read all the same.",
                   sheet=sheet.name, rows=_ranges(rows))  # fmt: skip
        yield _warning(told, name)
    columns = sheet.hidden_columns & {column for _, column in sheet.cells}
    if columns:
        named = ", ".join(letters(column) for column in sorted(columns)[:12])
        told = msg("In the sheet {sheet} columns {columns} are hidden; they were read all the same.",
                   sheet=sheet.name, columns=named)  # fmt: skip
        yield _warning(told, name)


def _warning(message: Text, name: str) -> Problem:
    remedy = msg("Show what readers are meant to see, and delete the rest before the file is published.")
    return Problem(message, remedy, name, severity=Severity.WARNING)


def _ranges(numbers: set[int]) -> str:
    """`3, 7–9`, at most twelve of them."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    ends = [(held[0][1], held[-1][1]) for _, group in runs if (held := list(group))]
    shown = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ends[:12])
    return f"{shown} …" if len(ends) > 12 else shown
