"""Tables that go on from one page to the next, told by their columns standing at the same places."""

from styrhus.paper.readers.assemble_joins import continued
from styrhus.paper.readers.assemble_shapes import squeezed
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.segments import is_amount
from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind

_OFF, _OFF_LOOSE = 3.0, 4.0
_MOST_HEADING_ROWS = 6


class Parted:
    """Blocks in order, the parts of a table put together as they come."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: tuple[FoundTable, int, int] | None = None

    def add_text(self, block: TextBlock) -> None:
        """A text other than what is repeated on each page ends the table above it."""
        if block.kind is not TextKind.FURNITURE:
            self._open = None
        self.blocks.append(block)

    def add_table(self, found: FoundTable, read: ReadTable) -> None:
        """A table, or the rest of the one that the page before ended with."""
        if self._open is not None:
            held, at, page = self._open
            first = self.blocks[at]
            if isinstance(first, ReadTable) and page + 1 == found.page and first.width == read.width:
                repeated = _repeated(first, read)
                if _is_same_grid(held, found) and (repeated or not _is_new(first, read, loose=not found.xs)):
                    self.blocks[at] = continued(first, read, repeated)
                    self._open = (held, at, found.pages[-1] if found.pages else found.page)
                    return
        self._open = (found, len(self.blocks), found.pages[-1] if found.pages else found.page)
        self.blocks.append(read)


def _is_same_grid(first: FoundTable, second: FoundTable) -> bool:
    if first.xs and second.xs:
        return len(first.xs) == len(second.xs) and all(
            abs(a - b) <= _OFF for a, b in zip(first.xs, second.xs, strict=True)
        )
    ours, theirs = _sides(first), _sides(second)
    shared = ours.keys() & theirs.keys()
    return len(shared) > 1 and all(_stand_below(ours[column], theirs[column]) for column in shared)


def _stand_below(upper: tuple[float, float], lower: tuple[float, float]) -> bool:
    """Whether two columns begin or end at the same place."""
    return abs(upper[0] - lower[0]) <= _OFF_LOOSE or abs(upper[1] - lower[1]) <= _OFF_LOOSE


def _sides(table: FoundTable) -> dict[int, tuple[float, float]]:
    """Where the texts of each column begin and end."""
    found: dict[int, tuple[float, float]] = {}
    for row in table.rows:
        for cell in row:
            if cell.words and cell.spans == 1:
                left, right = min(word.x0 for word in cell.words), max(word.x1 for word in cell.words)
                held = found.get(cell.column, (left, right))
                found[cell.column] = (min(held[0], left), max(held[1], right))
    return found


def _repeated(first: ReadTable, second: ReadTable) -> int:
    """How many rows at the top of the second are the first's headings again."""
    count = 0
    for ours, theirs in zip(first.rows[:_MOST_HEADING_ROWS], second.rows[:-1], strict=False):
        texts = [squeezed(cell.text) for cell in ours.cells]
        if texts != [squeezed(cell.text) for cell in theirs.cells] or not any(texts):
            break
        count += 1
    return count


def _is_new(first: ReadTable, second: ReadTable, *, loose: bool) -> bool:
    """Whether the second has headings of its own: bold as the first's are, or no numbers where there are no lines."""
    head, top = first.rows[0], second.rows[0]
    filled = [cell for cell in top.cells if cell.text]
    headed = all(cell.strong for cell in head.cells if cell.text)
    bold = headed and all(cell.strong for cell in filled)
    amounts = any(is_amount(cell.text) for cell in top.cells[1:])
    if second.header_rows or (loose and not amounts and (bold or (not headed and _has_amounts(second)))):
        return True
    plain_below = any(not cell.strong for row in second.rows[1:] for cell in row.cells if cell.text)
    return bold and plain_below and len(filled) > 1 and not amounts


def _has_amounts(table: ReadTable) -> bool:
    return any(is_amount(cell.text) for row in table.rows for cell in row.cells[1:])
