"""Tables without (all of) their lines, found by how numbers and texts stand below each other."""

import itertools
import re
from collections.abc import Sequence

from styrhus.paper.readers.assemble_shapes import TABLE_WORD
from styrhus.paper.readers.pdf.columns import Span, boundaries, columns
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.rows import rows
from styrhus.paper.readers.pdf.segments import Segment, is_amount, segments
from styrhus.paper.readers.pdf.word import Page, Word, around, by_lines

_MOST_PENDING = 3
_APART = 2.6
"""How far apart, in type sizes, the lines of a table stand at most, unless its rows tell otherwise."""
_AIRY = 4.5
"""The same for rows that are alike."""
_HEADED, _OVER = 7.5, 12.0
"""The same between headings and the first row, and how far beside its heading a number may stand, in points."""
_WORDY = 9
_OFF = 4.0
_DOTS = re.compile(r"[.…·_]{4,}|(?:\. ){4,}")


class Candidate:
    """A line with its segments; `named` when its name stands on lines of its own, the first of them just above."""

    named = False

    def __init__(self, words: list[Word], hints: Sequence[float]) -> None:
        self.words = words
        self.segments: list[Segment] = segments(words, hints)
        self.base = max(word.base for word in words)
        self.size = max(word.size for word in words)

    @property
    def is_data(self) -> bool:
        """Whether it looks like a row: something, and apart from it a number; or three things apart."""
        if len(self.segments) < 2 or any(_DOTS.search(s.text) for s in self.segments):
            return False
        numbers = sum(s.numeric for s in self.segments[1:])
        return numbers > 0 or (len(self.segments) > 2 and not self.is_prose)

    @property
    def parts(self) -> int:
        return len(self.segments) + self.named

    @property
    def has_amounts(self) -> bool:
        """Whether a number that is no year stands beside something."""
        return any(is_amount(s.text) for s in self.segments[1:])

    @property
    def is_aligned(self) -> bool:
        return len(self.segments) > 1 and not self.is_prose

    @property
    def is_prose(self) -> bool:
        return any(len(s.words) > _WORDY for s in self.segments)


def tables(page: Page, words: list[Word]) -> list[FoundTable]:
    """The tables among words that stand in no drawn table; hints are vertical lines, if there are any."""
    lines = [Candidate(line, ()) for line in by_lines(words)]
    for above, line in itertools.pairwise(lines):
        line.named = _is_name_of(above, line)
    found = []
    start = free = 0
    while start < len(lines):
        if not lines[start].is_data:
            start += 1
            continue
        end = _end(lines, start)
        begin = max(free, _begin(lines, start, end))
        table = build(page, [line.words for line in lines[begin:end]])
        if table is not None and _is_convincing(table):
            table.guessed = True
            found.append(table)
            start = free = end
        else:
            start += 1
    return found


def _end(lines: list[Candidate], start: int) -> int:
    """The line after the last that belongs to the table begun at `start`."""
    end = start + 1
    pitch = None
    for index in range(start + 1, len(lines)):
        line, above = lines[index], lines[index - 1]
        gap = (line.base - above.base) / max(line.size, above.size)
        row = lines[index + 1] if index + 1 < len(lines) and lines[index + 1].named else line
        if gap > _limit(pitch, lines[start:end], row) or index - end >= _MOST_PENDING:
            break
        if line.is_data:
            if line.has_amounts and lines[end - 1].has_amounts:
                step = (line.base - lines[end - 1].base) / max(line.size, above.size)
                pitch = step if pitch is None else max(pitch, gap) if index == end else pitch
            end = index + 1
        elif _is_text(line, lines[start:end]):
            break
    return _with_tail(lines, end)


def _is_name_of(line: Candidate, row: Candidate) -> bool:
    """Whether a line is the first of a name whose numbers stand in the middle of its lines."""
    return len(line.segments) == 1 and row.is_data and 0 < row.base - line.base <= 1.2 * line.size


def _limit(pitch: float | None, held: list[Candidate], line: Candidate) -> float:
    """How far a line of a table may stand below those `held`; `pitch` is the distance of its rows so far."""
    above = held[-1]
    if pitch is not None:
        return max(_APART, 1.7 * pitch)
    if _are_over(held, line):
        return _HEADED
    alike = above.is_data and line.is_data and min(above.parts, line.parts) > 2 and _are_alike(above, line)
    return _AIRY if alike else _APART


def _are_alike(above: Candidate, line: Candidate) -> bool:
    """Whether two rows have as many pieces, or all but the name of the shorter stand below the longer's."""
    fewer, more = sorted((above, line), key=lambda row: len(row.segments))
    if above.parts == line.parts:
        return True
    below = [any(_in_line(s, other) for other in more.segments[1:]) for s in fewer.segments[1:]]
    return above.has_amounts and line.has_amounts and abs(above.parts - line.parts) == 1 and all(below)


def _in_line(one: Segment, other: Segment) -> bool:
    return abs(one.x0 - other.x0) < _OFF or abs(one.x1 - other.x1) < _OFF


def _are_over(heads: list[Candidate], line: Candidate) -> bool:
    """Whether lines without amounts have a piece over each number of a row and none beside them."""
    pieces = [segment for head in heads for segment in head.segments]
    numbers = line.segments[0 if line.named else 1 :]
    if not line.has_amounts or len(numbers) < 2 or any(head.has_amounts or head.is_prose for head in heads):
        return False
    over = all(any(p.x0 - _OVER < n.x1 and p.x1 + _OVER > n.x0 for p in pieces) for n in numbers)
    return over and all(len(p.words) <= _WORDY for p in pieces)


def _pitch(lines: list[Candidate]) -> float:
    """The usual distance between rows of a table, in type sizes."""
    held = [line for line in lines if line.is_data]
    steps = sorted((b.base - a.base) / max(a.size, b.size) for a, b in itertools.pairwise(held))
    return steps[len(steps) // 2] if steps else 0.0


def _with_tail(lines: list[Candidate], end: int) -> int:
    """A label's last lines may follow its numbers."""
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        near = line.base - above.base <= 1.5 * line.size
        label = len(line.segments) == 1 and line.segments[0].text[:1].islower()
        if not near or not label or line.segments[0].x1 >= max(s.x0 for s in above.segments):
            break
        end += 1
    return end


def _is_text(line: Candidate, body: list[Candidate]) -> bool:
    """Whether a line is running text or a caption rather than a part of the table above it."""
    first = line.segments[0]
    if TABLE_WORD.match(first.text) and len(first.words) > 1:
        return True
    if len(line.segments) > 1:
        return False
    edge = max(s.x1 for held in body for s in held.segments)
    numbers = min((s.x0 for held in body for s in held.segments if s.numeric), default=edge)
    return len(first.words) > _WORDY or (len(first.words) > 5 and first.x1 > numbers + 0.4 * (edge - numbers))


def _begin(lines: list[Candidate], start: int, end: int) -> int:
    """The first line of the headings above the first row."""
    held = [line.segments for line in lines[start:end] if line.is_data]
    spans = columns(held)
    if len(spans) < 2:
        return start
    begin = start
    apart = max(_APART, 1.2 * _pitch(lines[start:end]))
    while begin > 0:
        above, line = lines[begin - 1], lines[begin]
        if line.base - above.base > apart * max(line.size, above.size) or above.is_prose:
            break
        if not _heads(lines, begin - 1, spans, line.base) or not _fits(above, spans):
            break
        begin -= 1
    return begin


def headings(above: list[list[Word]], body: list[list[Word]], rule: float) -> list[list[Word]]:
    """The lines of headings above a line that is drawn at the height `rule`, with the body below it."""
    lines = [Candidate(line, ()) for line in above[-6:]]
    spans = columns([segments(line) for line in body])
    if len(spans) < 2:
        return []
    begin = len(lines)
    below = rule
    while begin > 0:
        line = lines[begin - 1]
        over = _heads(lines, begin - 1, spans, below)
        if below - line.base > 1.6 * line.size or line.is_prose or not over or not _fits(line, spans):
            break
        begin, below = begin - 1, line.base
    return [line.words for line in lines[begin:]]


def tail(below: list[list[Word]], body: list[list[Word]]) -> list[list[Word]]:
    """The lines below a frame that are rows of the table in it, as the last row of a banded one is without shade."""
    rows = [line for line in map(_candidate, body) if line.is_data and line.has_amounts]
    if len(rows) < 2:
        return []
    step, last, found = _pitch(rows), rows[-1], []
    for words in below:
        line = _candidate(words)
        if len(line.segments) == 1 and len(words) <= _WORDY and (line.base - last.base) / line.size <= 1.3 * step:
            found.append(words)
            continue
        near = (line.base - last.base) / line.size <= 1.3 * step
        alike = line.has_amounts and abs(line.size - last.size) < 1 and len(line.segments) == len(last.segments)
        if not near or not alike or not _stand_below(last, line):
            break
        found.append(words)
        last = line
    while found and _candidate(found[-1]).base - last.base > 0.8 * last.size:
        found.pop()
    return found


def _candidate(words: list[Word]) -> Candidate:
    return Candidate(words, ())


def _stand_below(above: Candidate, line: Candidate) -> bool:
    """Whether each piece begins or ends where the one above it does."""
    return all(_in_line(upper, lower) for upper, lower in zip(above.segments, line.segments, strict=True))


def _heads(lines: list[Candidate], at: int, spans: list[Span], below: float) -> bool:
    """Whether a line is part of headings, over several columns or over one other than the first.

    What stands over the first column alone is so between two lines of headings, as when cells are centred.
    """
    line = lines[at]
    if line.is_aligned or line.segments[0].x0 > spans[0].x1 - 1:
        return True
    over = lines[at - 1] if at else None
    return over is not None and over.is_aligned and below - over.base <= 1.6 * line.size and _fits(over, spans)


def _fits(line: Candidate, spans: list[Span]) -> bool:
    """Whether each piece of a line stands over a column, or over several of them."""
    return all(any(span.x0 - 30 < s.x1 and span.x1 + 30 > s.x0 for span in spans) for s in line.segments)


def build(
    page: Page, lines: list[list[Word]], hints: Sequence[float] = (), separators: Sequence[float] = ()
) -> FoundTable | None:
    """The table that lines of words make; None where they stand in one column."""
    split = [segments(line, hints) for line in lines]
    spans = columns(split)
    if len(spans) < 2:
        return None
    spans = _without_strays(spans)
    starts = boundaries(spans, hints)
    words = [word for line in lines for word in line]
    box = around(words)
    drawn = separators or [r.at for r in page.across if r.start <= box.x0 + 30 and r.end >= box.x1 - 30]
    table = FoundTable(page.number, box, len(spans), rows(lines, starts, sorted(drawn), spans))
    return table if len(starts) else None


def _without_strays(spans: list[Span]) -> list[Span]:
    """Columns that overlap each other a little, as a long label does, are told apart by their middles."""
    found: list[Span] = []
    for span in spans:
        if found and span.x0 < found[-1].x1:
            found[-1].x1 = min(found[-1].x1, span.x0)
        found.append(span)
    return found


def _is_convincing(table: FoundTable) -> bool:
    """Two rows with amounts in a column of their own, and no column of running text."""
    amounts: dict[int, int] = {}
    prose = 0
    for row in table.rows:
        for cell in row:
            text = cell.text
            amounts[cell.column] = amounts.get(cell.column, 0) + (is_amount(text) and cell.column > 0)
            prose += len(text) > 160
    filled = sum(len(row) > 1 for row in table.rows)
    total = sum(amounts.values())
    several = max(amounts.values(), default=0) >= 2 or (total >= 3 and _has_heading(table))
    return len(table.rows) >= 2 and several and total >= filled * 0.6 and prose == 0


def _has_heading(table: FoundTable) -> bool:
    """Whether the first row has words or years over most of the columns."""
    head = [cell.text for cell in table.rows[0] if cell.words]
    return len(head) >= max(3, 0.7 * table.width) and not any(is_amount(text) for text in head)
