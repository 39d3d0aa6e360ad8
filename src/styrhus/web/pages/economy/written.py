"""A page of written blocks with buttons: what the pages of savings, frame changes and requests have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from styrhus.paper.blocks import Block, Row, RowKind, Table
from styrhus.web.frame import Link, PageFrame


@dataclass(frozen=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class Select:
    """A list to choose from in the address: its name, its label and what can be chosen."""

    name: str
    word: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Part:
    """A stretch of blocks under a heading of its own; without one it stands first on the page."""

    html: SafeString
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class WrittenPage:
    """`facts` are label and text; `empty` is said instead of parts when there are none; `file` names the workbook."""

    frame: PageFrame
    parts: tuple[Part, ...]
    actions: tuple[Link, ...] = ()
    selects: tuple[Select, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    empty: str = ""
    empty_text: str = ""
    file: str = ""


def facts_of(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The facts that say something."""
    return tuple((word, text) for word, text in facts if text)


def linked(table: Table, addresses: Sequence[str]) -> Table:
    """The table with the first cell of each line leading to the address at the same place; empty ones lead nowhere."""
    left = iter(addresses)
    rows = tuple(_linked(row, next(left, "")) if row.kind is RowKind.LINE else row for row in table.rows)
    return replace(table, rows=rows)


def _linked(row: Row, address: str) -> Row:
    first = row.cells[0]
    if not address:
        return row
    runs = tuple(replace(run, href=address) for run in first.runs)
    return replace(row, cells=(replace(first, runs=runs), *row.cells[1:]))


def linked_by_name(blocks: Iterable[Block], addresses: Mapping[str, str]) -> list[Block]:
    """Blocks whose tables have a cell that holds a name and nothing else: that cell leads to the name's address."""
    return [
        replace(block, rows=tuple(_named(row, addresses) for row in block.rows)) if isinstance(block, Table) else block
        for block in blocks
    ]


def _named(row: Row, addresses: Mapping[str, str]) -> Row:
    place = next((index for index, cell in enumerate(row.cells) if cell.text in addresses), None)
    if place is None:
        return row
    cell = row.cells[place]
    runs = tuple(replace(run, href=addresses[cell.text]) for run in cell.runs)
    return replace(row, cells=(*row.cells[:place], replace(cell, runs=runs), *row.cells[place + 1 :]))
