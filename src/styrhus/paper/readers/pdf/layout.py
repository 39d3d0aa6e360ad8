"""A page's lines and tables in reading order, from how they stand on it alone."""

import itertools

from styrhus.paper.readers.assemble_shapes import BULLET, SENTENCE_END
from styrhus.paper.readers.pdf import stream, tables
from styrhus.paper.readers.pdf.flow import Part, parts
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.piece import Piece, piece
from styrhus.paper.readers.pdf.word import Box, Page, Word, by_lines

Item = Piece | FoundTable


def items(page: Page, found: list[FoundTable], words: list[Word]) -> list[Item]:
    """The drawn tables and everything among the words left, part by part in reading order."""
    flow = parts(words) or [Part([], Box(0, 0, page.width, page.height))]
    drawn: dict[int, list[FoundTable]] = {}
    for table in found:
        drawn.setdefault(_part_of(flow, table), []).append(table)
    result: list[Item] = []
    for index, part in enumerate(flow):
        result += _part(page, part, drawn.get(index, []))
    return result


def _part_of(flow: list[Part], table: FoundTable) -> int:
    middle = (table.box.x0 + table.box.x1) / 2
    for index, part in enumerate(flow):
        if table.box.top <= part.box.bottom and part.box.x0 - 5 <= middle <= part.box.x1 + 5:
            return index
    return len(flow) - 1


def _part(page: Page, part: Part, drawn: list[FoundTable]) -> list[Item]:
    held = [*drawn, *stream.tables(page, part.words)]
    taken = {id(word) for table in held for word in table.words}
    rest = [word for word in part.words if id(word) not in taken]
    texts = lines(rest, page, [table.box for table in held])
    return sorted([*held, *texts], key=_top)


def _top(item: Item) -> float:
    return item.top if isinstance(item, Piece) else item.box.top


def lines(words: list[Word], page: Page, barriers: list[Box]) -> list[Piece]:
    """Words as lines, each told whether it goes on from the one before; tables between lines part them."""
    found: list[Piece] = []
    held = by_lines(words)
    right = max((w.x1 for w in words), default=0.0)
    leading = _leading(held)
    for line in held:
        made = piece(line, page.number, page.height)
        if found:
            made.joins = _joins(found[-1], made, right, leading) and not any(
                found[-1].base <= box.top + 2 and box.bottom - 2 <= made.base for box in barriers
            )
        found.append(made)
    return found


def _leading(lines: list[list[Word]]) -> float:
    """The usual distance between two lines of a paragraph, in type sizes."""
    steps = sorted(
        (below[0].base - above[0].base) / max(below[0].size, 1)
        for above, below in itertools.pairwise(lines)
        if abs(below[0].size - above[0].size) < 0.6
    )
    usual = [step for step in steps if 0.9 <= step <= 2.2]
    return usual[len(usual) // 3] if usual else 1.3


def _joins(above: Piece, line: Piece, right: float, leading: float) -> bool:
    """Whether a line goes on from the line above it."""
    step = (line.base - above.base) / max(line.size, 1)
    if step > leading * 1.22 + 0.05 or abs(line.size - above.size) > 0.12 * above.size or line.strong != above.strong:
        return False
    if BULLET.match(line.text) or "...." in line.text or "...." in above.text or "…" in above.text:
        return False
    short = above.x1 < right - 0.22 * (right - min(above.x0, line.x0))
    if short and (SENTENCE_END.search(above.text) or not line.text[:1].islower()):
        return False
    return line.x0 < above.x0 + 3 * line.size or bool(BULLET.match(above.text))


def page_items(page: Page) -> list[Item]:
    """A page as laid out."""
    drawn = tables.drawn(page)
    taken = {id(word) for table in drawn for word in table.words}
    words = [w for w in page.words if id(w) not in taken and not w.turned]
    return items(page, drawn, words)
