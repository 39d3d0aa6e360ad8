"""Which lines and shaded areas of a page make the frame of one table."""

from styrhus.paper.readers.pdf.lattice import Lattice, merged, regions
from styrhus.paper.readers.pdf.segments import segments
from styrhus.paper.readers.pdf.word import Box, Page, Ruling, Word, by_lines

_MOST_RULINGS, _MOST_FILLS = 500, 600
_APART, _FAR, _NEAR = 40.0, 250.0, 2.5
_SAME = 5.0
_MOST_WORDS = 8


def frames(page: Page, words: list[Word]) -> list[Lattice]:
    """The frames of a page, the largest first; those parted by a row without lines are put together."""
    across, down = _longest(merged(page.across)), _longest(merged(page.down))
    boxes = [Lattice(*pair).box for pair in regions(across, down)]
    fills = _outermost([fill for fill in page.fills if not any(_inside(fill, box) for box in boxes)])
    for fill in fills[:_MOST_FILLS]:
        across += [Ruling(fill.top, fill.x0, fill.x1), Ruling(fill.bottom, fill.x0, fill.x1)]
        down += [Ruling(fill.x0, fill.top, fill.bottom), Ruling(fill.x1, fill.top, fill.bottom)]
    if fills:
        across, down = merged(across), merged(down)
    held = [Lattice(*pair) for pair in regions(_longest(across), _longest(down))]
    held = _stacked([lattice for lattice in held if lattice.usable], words)
    held = [_extended(lattice, across, words) for lattice in held]
    return sorted(held, key=lambda lattice: -lattice.box.width * lattice.box.height)


def _longest(rulings: list[Ruling]) -> list[Ruling]:
    if len(rulings) <= _MOST_RULINGS:
        return rulings
    return sorted(rulings, key=lambda r: r.start - r.end)[:_MOST_RULINGS]


def _outermost(fills: list[Box]) -> list[Box]:
    """Shaded areas of a cell or a row, without those of the text in it and without what is too small or a bar."""
    held = sorted((f for f in fills if f.width > 8 and 5 < f.height < 400), key=lambda f: -f.width * f.height)
    found: list[Box] = []
    for fill in held[: 2 * _MOST_FILLS]:
        if not any(_inside(fill, other) for other in found):
            found.append(fill)
    return found


def _inside(box: Box, other: Box) -> bool:
    within = box.x0 >= other.x0 - 3 and box.x1 <= other.x1 + 3
    return within and box.top >= other.top - 3 and box.bottom <= other.bottom + 3


def _stacked(held: list[Lattice], words: list[Word]) -> list[Lattice]:
    """Frames of one width below each other with nothing but rows between them as one."""
    found: list[Lattice] = []
    for lattice in sorted(held, key=lambda lattice: lattice.box.top):
        above = next((f for f in reversed(found) if _continues(f, lattice, words)), None)
        if above is None:
            found.append(lattice)
        else:
            found.remove(above)
            bridges = _bridges(above, lattice, words)
            found.append(Lattice(above.across + lattice.across, merged(above.down + lattice.down + bridges)))
    return found


def _extended(lattice: Lattice, across: list[Ruling], words: list[Word]) -> Lattice:
    """The frame with rows above and below it that stand in its columns, up to a line as wide as it is."""
    if len(lattice.xs) < 3:
        return lattice
    for upward in (True, False, True, False):
        box = lattice.box
        at = _next_line(box, across, words, upward=upward)
        if at is None:
            continue
        top, bottom = min(at, box.bottom), max(at, box.top)
        between = [w for w in words if top < w.base <= bottom and box.x0 <= w.middle <= box.x1]
        if not _in_columns(between, lattice.xs):
            continue
        rule = Ruling(at, box.x0, box.x1)
        bridges = [Ruling(x, top, bottom) for x in lattice.xs]
        lattice = Lattice([*lattice.across, rule], merged(lattice.down + bridges))
    return lattice


def _next_line(box: Box, across: list[Ruling], words: list[Word], *, upward: bool) -> float | None:
    """The next line as wide as the frame, above or below; at the head of a page, the top of its first text."""
    wide = [r.at for r in across if abs(r.start - box.x0) <= _SAME and abs(r.end - box.x1) <= _SAME]
    if upward:
        above = [at for at in wide if _NEAR < box.top - at <= _FAR]
        first = min((word.top for word in words), default=box.top)
        return max(above) if above else first - 1 if _NEAR < box.top - first <= _FAR else None
    return min((at for at in wide if _NEAR < at - box.bottom <= _FAR), default=None)


def _in_columns(words: list[Word], xs: list[float]) -> bool:
    """Whether words stand in several of the columns, none of them over a side."""
    columns = {sum(x <= word.middle for x in xs) for word in words}
    return len(columns) > 1 and not any(w.x0 < x - 1 and w.x1 > x + 1 for w in words for x in xs[1:-1])


def _shared(above: Lattice, below: Lattice) -> list[float]:
    return [x for x in above.xs if any(abs(x - other) <= _NEAR for other in below.xs)]


def _bridges(above: Lattice, below: Lattice, words: list[Word]) -> list[Ruling]:
    """The lines that both frames have go on between them where no word stands in the way."""
    top, bottom = above.box.bottom, below.box.top
    between = [word for word in words if top < word.base < bottom]
    return [
        Ruling(x, top, bottom)
        for x in _shared(above, below)
        if not any(word.x0 < x - 1 and word.x1 > x + 1 for word in between)
    ]


def _continues(first: Lattice, second: Lattice, words: list[Word]) -> bool:
    above, below = first.box, second.box
    if abs(above.x0 - below.x0) > _SAME or abs(above.x1 - below.x1) > _SAME or below.top < above.bottom - _SAME:
        return False
    between = Box(above.x0, above.bottom, above.x1, below.top)
    lines = by_lines(word for word in words if between.holds(word))
    if len(_shared(first, second)) > 2:
        straddling = sum(
            word.x0 < x - 1 and word.x1 > x + 1 for x in _shared(first, second)[1:-1] for line in lines for word in line
        )
        return below.top - above.bottom <= _FAR and straddling == 0
    return below.top - above.bottom <= _APART and all(_is_row(line) or _is_name(line, lines) for line in lines)


def _is_name(line: list[Word], lines: list[list[Word]]) -> bool:
    """Whether a line is part of a name over several lines whose numbers stand in their middle."""
    base, size = line[0].base, line[0].size
    beside = any(abs(other[0].base - base) < 0.8 * size for other in lines if other is not line and _is_row(other))
    return beside and len(line) <= _MOST_WORDS and len(segments(line)) == 1


def _is_row(line: list[Word]) -> bool:
    parts = segments(line)
    return len(parts) > 1 and any(part.numeric for part in parts) and all(len(p.words) <= _MOST_WORDS for p in parts)
