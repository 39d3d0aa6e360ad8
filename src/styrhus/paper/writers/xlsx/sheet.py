"""A sheet to be written: columns, rows, and cells that are texts, numbers, or formulas over the sheet's own cells."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True)
class Sum:
    """The cells of the same column in the rows `added` less those in `subtracted`, by the rows' places from 0."""

    added: tuple[int, ...]
    subtracted: tuple[int, ...] = ()


@dataclass(frozen=True)
class Difference:
    """The cell of the same row in column `later` less that in `earlier`, by the columns' places from 0."""

    later: int
    earlier: int


@dataclass(frozen=True)
class Across:
    """The cells of the same row in the columns, by their places from 0."""

    columns: tuple[int, ...]


Formula = Sum | Difference | Across


@dataclass(frozen=True)
class Number:
    """A value with the decimals to show; with a formula, `value` is what the formula comes to."""

    value: Decimal
    decimals: int = 0
    formula: Formula | None = None


Content = Number | str | None


@dataclass(frozen=True)
class SheetColumn:
    """`suffix` is shown after each number, such as ` %`; a column of texts has no numbers."""

    id: str
    heading: str
    is_text: bool = False
    suffix: str = ""


class Weight(StrEnum):
    """What a row is, which decides how it looks."""

    LINE = "line"
    HEADING = "heading"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    OF_WHICH = "of_which"


@dataclass(frozen=True)
class SheetRow:
    """A row with as many cells as there are columns; its label stands before them."""

    id: str
    label: str
    cells: tuple[Content, ...]
    weight: Weight = Weight.LINE
    indent: int = 0


@dataclass(frozen=True)
class Sheet:
    """A table as a sheet; `id` and the ids of rows are written as keys for the way back, `unit` is of its numbers."""

    id: str
    title: str
    unit: str
    row_heading: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Properties:
    """The document's properties, `language` as a code such as sv, and the words that stand beside a table."""

    title: str
    author: str
    language: str
    unit_word: str
    table_word: str
    source_word: str
    key_word: str
