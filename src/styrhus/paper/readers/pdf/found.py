"""A table as found on one page, before it is told whether it is one."""

from collections.abc import Set
from dataclasses import dataclass, field

from styrhus.paper.readers.pdf.ragged import is_ragged
from styrhus.paper.readers.pdf.texts import cell_text, strong
from styrhus.paper.readers.pdf.word import Box, Word
from styrhus.paper.reading import ReadCell, ReadRow, ReadTable
from styrhus.values.place import Place

_NARROW = 9.0


@dataclass(slots=True)
class FoundCell:
    """Words of a cell; `column` counts from 0."""

    column: int
    words: list[Word]
    spans: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        return cell_text(self.words)


@dataclass(slots=True)
class FoundTable:
    """Rows of cells; a row need not have a cell in each column.

    `key` tells parts of one declared table, `ids` which of its rows these are and `pages` on which page each stands;
    `joined` holds the row numbers at which a part from the next page begins.
    `xs` are the places of the vertical lines, where they are drawn. `guessed` when only the alignment of its texts
    says where its columns are.
    """

    page: int
    box: Box
    width: int
    rows: list[list[FoundCell]] = field(default_factory=list)
    header_rows: int | None = None
    key: int | None = None
    ids: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    guessed: bool = False

    @property
    def words(self) -> list[Word]:
        return [word for row in self.rows for cell in row for word in cell.words]

    def read(self, known: Set[str] = frozenset()) -> ReadTable | None:
        """The table for the reading; None when nothing is left of it without empty rows and columns.

        `known` are words of the document (see cell_text).
        """
        sides = self._sides()
        kept = [at for at, row in enumerate(self.rows) if any(cell.words for cell in row)]
        used = sorted({cell.column for at in kept for cell in self.rows[at] if cell.words or self._is_wide(cell)})
        if not kept or not used:
            return None
        read = tuple(self._row(at, used, sides, known) for at in kept)
        place = Place(page=self.page, line=read[0].place.line)
        joined = tuple(sum(at < number - 1 for at in kept) + 1 for number in self.joined)
        doubtful = self.guessed and is_ragged(read)
        return ReadTable(0, read, place, header_rows=self.header_rows, joined=joined, doubtful=doubtful)

    def _is_wide(self, cell: FoundCell) -> bool:
        """Whether an empty cell is one of a column that only happens to be empty, not of a gap between lines."""
        if self.xs:
            return self.xs[cell.column + 1] - self.xs[cell.column] > _NARROW and cell.spans == 1
        return self.key is not None and cell.spans == 1

    def _sides(self) -> dict[int, float]:
        """Where the longest line of each column ends."""
        found: dict[int, float] = {}
        for row in self.rows:
            for cell in row:
                if cell.words and cell.spans == 1:
                    found[cell.column] = max(found.get(cell.column, 0.0), *(word.x1 for word in cell.words), 0.0)
        return found

    def _row(self, at: int, used: list[int], sides: dict[int, float], known: Set[str]) -> ReadRow:
        row = self.rows[at]
        page = self.pages[at] if self.pages else self.page
        cells = [ReadCell("")] * len(used)
        for cell in row:
            within = [at for at, column in enumerate(used) if cell.column <= column < cell.column + cell.spans]
            if within:
                cells[within[0]] = ReadCell(
                    cell_text(cell.words, sides.get(cell.column), known),
                    spans=len(within),
                    header=cell.header,
                    strong=strong(cell.words),
                )
        line = min((word.line for cell in row for word in cell.words), default=None)
        return ReadRow(tuple(cells), Place(page=page, line=line))
