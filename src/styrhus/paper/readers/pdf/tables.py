"""The tables of a page that have lines: all of them, or only some."""

from collections import Counter
from collections.abc import Sequence

from styrhus.paper.readers.pdf import stream
from styrhus.paper.readers.pdf.found import FoundCell, FoundTable
from styrhus.paper.readers.pdf.frames import frames
from styrhus.paper.readers.pdf.lattice import Lattice
from styrhus.paper.readers.pdf.rows import rows
from styrhus.paper.readers.pdf.ruled import is_filled, ruled
from styrhus.paper.readers.pdf.segments import is_amount, is_numeric, segments
from styrhus.paper.readers.pdf.word import Box, Page, Word, by_lines


def drawn(page: Page) -> list[FoundTable]:
    """The tables between drawn lines, from above."""
    words = [word for word in page.words if not word.artifact]
    found: list[FoundTable] = []
    for pair in frames(page, words):
        if any(_inside(pair.box, table.box) for table in found):
            continue
        inside = [word for word in words if pair.box.holds(word, 1.0)]
        beside = [w for w in words if pair.box.x0 <= w.middle <= pair.box.x1 and not w.turned]
        table = _in_lattice(page, pair, inside, beside)
        if table is not None:
            found.append(table)
            words = _rest(words, table)
    words = [word for word in words if not word.turned]
    found += ruled(page, words, found)
    return sorted(found, key=lambda table: table.box.top)


def _rest(words: list[Word], table: FoundTable) -> list[Word]:
    taken = {id(word) for word in table.words}
    return [word for word in words if id(word) not in taken]


def _inside(box: Box, other: Box) -> bool:
    within = box.x0 >= other.x0 - 3 and box.x1 <= other.x1 + 3
    return within and box.top >= other.top - 3 and box.bottom <= other.bottom + 3


def _in_lattice(page: Page, lattice: Lattice, words: list[Word], beside: list[Word]) -> FoundTable | None:
    """The table in a group of lines; None when it is a frame, a chart or a box around text.

    `beside` are the words of its width: those over it may head columns that have no lines, those below be rows.
    """
    if not words:
        return None
    lattice = lattice.mended(words)
    table = lattice.table(page, words)
    if len(lattice.xs) == 2 and len(lattice.ys) == 2:
        return None
    hints = _hints(lattice)
    if _is_open(table, hints):
        upright = [word for word in words if not word.turned]
        separators = [r.at for r in lattice.across if r.end - r.start > 0.8 * lattice.box.width]
        lines = by_lines(upright)
        last = max(word.base for word in upright) + 1
        over = by_lines(w for w in beside if w.base < lattice.box.top)
        heads = stream.headings(over, lines, lattice.box.top)
        rest = stream.tail(by_lines(w for w in beside if w.base > last), lines)
        built = stream.build(page, [*heads, *lines, *rest], hints, separators)
        return built if built is not None and is_filled(built) else None
    filled = sum(bool(cell.words) for row in table.rows for cell in row)
    columns = {cell.column for row in table.rows for cell in row if cell.words}
    if len(columns) < 2 or filled < 3:
        return None
    table.rows = [part for row in table.rows for part in _unstacked(row, lattice.xs)]
    return table


def _hints(lattice: Lattice) -> list[float]:
    """Vertical lines that go through a good part of the table."""
    high = lattice.box.height
    covered: Counter[int] = Counter()
    for ruling in lattice.down:
        for at, x in enumerate(lattice.xs):
            if abs(ruling.at - x) <= 2.5:
                covered[at] += int(ruling.end - ruling.start)
    return [x for at, x in enumerate(lattice.xs) if covered[at] > 0.25 * high]


def _is_open(table: FoundTable, hints: Sequence[float]) -> bool:
    """Whether cells hold what stands in several columns, so that lines are missing."""
    open_cells = closed = 0
    for row in table.rows:
        for cell in row:
            lines = by_lines(cell.words)
            if cell.spans > 1 and sum(len(segments(line)) > 1 for line in lines) > 1:
                return True
            parts = [segments(line, hints) for line in lines]
            several = sum(len(held) > 1 and any(is_numeric(s.text) for s in held[1:]) for held in parts)
            if several:
                open_cells += several
            elif cell.words:
                closed += 1
    return open_cells >= 2 and open_cells > closed * 0.08


def _unstacked(row: list[FoundCell], xs: Sequence[float]) -> list[list[FoundCell]]:
    """A drawn row that holds several rows of numbers, parted by its lines; else as it is."""
    stacks = [
        [line for line in by_lines(cell.words) if is_amount(" ".join(word.text for word in line))] for cell in row
    ]
    several = [{line[0].line for line in stack} for stack in stacks if len(stack) > 1]
    alone = len(several) == 1 and _matches_labels(row, several[0])
    if not alone and (len(several) < 2 or any(lines != several[0] for lines in several)):
        return [row]
    words = [word for cell in row for word in cell.words]
    return rows(by_lines(words), xs[1:-1], ())


def _matches_labels(row: list[FoundCell], lines: set[int]) -> bool:
    """Whether a single column of numbers has a label on each of its lines and nowhere else."""
    first = next((cell for cell in row if cell.words), None)
    return first is not None and {word.line for word in first.words} == lines
