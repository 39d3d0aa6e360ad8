"""A table of numbers to type or paste into: fixed rows and columns, each cell with its own error."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from styrhus.values.number import NO_BREAK_SPACE, write_decimal
from styrhus.values.unit import Unit
from styrhus.web.forms.value_cells import read_cell

Place = tuple[str, str]
"""Row and column by their keys."""
MOST_LINES = 200


@dataclass(frozen=True)
class Head:
    """A row or a column; `group` is what a row belongs to."""

    key: str
    word: str
    group: str = ""

    @property
    def full(self) -> str:
        """The word with its group before it, which is not said twice."""
        return self.word if self.word.startswith(self.group) else f"{self.group}: {self.word}"


@dataclass(frozen=True)
class Cell:
    """A cell as a template needs it; `stored` is what somebody else has saved there meanwhile."""

    name: str
    text: str
    label: str
    error: str
    stored: str


@dataclass(frozen=True)
class Line:
    """A row with its cells."""

    head: Head
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class NumberGrid:
    """Texts as typed, by row and column; missing ones are empty cells."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    texts: Mapping[Place, str]
    errors: Mapping[Place, str] = field(default_factory=dict)
    stored: Mapping[Place, str] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows with their cells, for the template."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        for row, head in enumerate(self.rows):
            yield Line(head, tuple(self._cell(row, column) for column in range(len(self.columns))))

    def _cell(self, row: int, column: int) -> Cell:
        place = (self.rows[row].key, self.columns[column].key)
        where = f"{self.rows[row].full}, {self.columns[column].word}"
        return Cell(
            f"cell-{row}-{column}", self.texts.get(place, ""), where, self.errors.get(place, ""),
            self.stored.get(place, ""),
        )  # fmt: skip

    def sent(self, data: Mapping[str, Any]) -> "NumberGrid":
        """The same rows and columns with the texts that were sent in."""
        texts = {
            (row.key, column.key): str(data.get(f"cell-{r}-{c}", ""))
            for r, row in enumerate(self.rows)
            for c, column in enumerate(self.columns)
        }
        return replace(self, texts=texts)

    def read(self) -> tuple[dict[Place, Decimal | None], "NumberGrid"]:
        """The numbers, and the grid with an error at every cell that is none; an empty cell or a dash is None."""
        values: dict[Place, Decimal | None] = {}
        errors: dict[Place, str] = {}
        for place, text in self.texts.items():
            found = read_cell(text, Unit.NUMBER)
            values[place] = found.value
            if found.error:
                errors[place] = found.error
        return values, replace(self, errors=errors)

    def beside(self, other: "NumberGrid") -> "NumberGrid":
        """The grid with what is stored now at every cell where that is something else than what was typed."""
        mine, theirs = self.read()[0], other.read()[0]
        changed = [place for place in mine.keys() & theirs.keys() if mine[place] != theirs[place]]
        return replace(self, stored={place: other.texts[place] or "–" for place in changed})


def number_text(value: Decimal | None) -> str:
    """A number as `NumberGrid.read` reads it back, `1 234,5`; empty for none."""
    if value is None:
        return ""
    whole, comma, rest = write_decimal(value).partition(",")
    return f"{int(whole):,}".replace(",", NO_BREAK_SPACE) + comma + rest if abs(value) >= 1000 else whole + comma + rest


def filled(grid: NumberGrid, pasted: str) -> tuple[NumberGrid, str]:
    """The grid with a pasted block, and what was wrong with the block ("" when nothing was).

    With headings – columns in the first line, rows in the first column – cells go where the headings say. Without,
    the block fills the table from its first cell on. Cells that the block does not name stay as they are.
    """
    lines = [line.rstrip("\r").split("\t") for line in pasted.split("\n") if line.strip()]
    if not lines:
        return grid, _("There is nothing to fill in. Copy the cells in the spreadsheet and paste them here.")
    if len(lines) > MOST_LINES or max(map(len, lines)) > MOST_LINES:
        return grid, _("The block is too large. Copy only the rows and columns of this table.")
    columns = _known(grid.columns, lines[0][1:])
    if columns is None:
        return _from_corner(grid, lines)
    texts = dict(grid.texts)
    for line in lines[1:]:
        row = _find(grid.rows, line[0])
        if row is None:
            return grid, _("“%(name)s” is no row of this table.") % {"name": line[0].strip()}
        for column, text in zip(columns, line[1:], strict=False):
            texts[row.key, column.key] = text.strip()
    return replace(grid, texts=texts, errors={}), ""


def _from_corner(grid: NumberGrid, lines: Sequence[Sequence[str]]) -> tuple[NumberGrid, str]:
    if len(lines) > len(grid.rows) or max(map(len, lines)) > len(grid.columns):
        told = _("The block has %(rows)d rows and %(columns)d columns, and its headings are not those of this table.")
        return grid, told % {"rows": len(lines), "columns": max(map(len, lines))}
    texts = dict(grid.texts)
    for row, line in zip(grid.rows, lines, strict=False):
        for column, text in zip(grid.columns, line, strict=False):
            texts[row.key, column.key] = text.strip()
    return replace(grid, texts=texts, errors={}), ""


def _known(columns: Sequence[Head], words: Sequence[str]) -> tuple[Head, ...] | None:
    """The columns that a line of headings names; None when it is no such line."""
    found = [_find(columns, word) for word in words]
    known = tuple(column for column in found if column is not None)
    return known if known and len(known) == len(found) else None


def _find(heads: Sequence[Head], word: str) -> Head | None:
    """The row or column that is called so, alone or with its group; None when none or several are."""
    wanted = " ".join(word.split()).casefold()
    found = [h for h in heads if wanted in {n.casefold() for n in (h.key, h.word, h.full, f"{h.group} {h.word}")}]
    return found[0] if len(found) == 1 else None
