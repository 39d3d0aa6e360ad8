"""Rows of a table that has no lines between them: which lines of text are a row, and which only go on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.paper.readers.pdf.align import parted
from styrhus.paper.readers.pdf.columns import Span, unmixed
from styrhus.paper.readers.pdf.found import FoundCell
from styrhus.paper.readers.pdf.segments import Segment, is_amount, segments
from styrhus.paper.readers.pdf.texts import line_text
from styrhus.paper.readers.pdf.word import Word

_LOOSE_YEAR = re.compile(r"20[12]\d|2 0[12]\d")
_TIGHT = 1.5
"""Times the type size: lines closer than this may belong to one row."""


@dataclass(slots=True)
class Line:
    """One line of text put into columns; `band` is the space between two drawn lines that it stands in."""

    cells: dict[int, list[Word]]
    spans: dict[int, int]
    base: float
    size: float
    band: int

    def text(self, column: int) -> str:
        return line_text(self.cells.get(column, []))

    @property
    def amounts(self) -> int:
        """How many numbers stand beside the label; several that are all years (`2 021` too) are headings."""
        found = [self.text(column) for column in self.cells if column > 0 and is_amount(self.text(column))]
        return 0 if len(found) > 1 and all(map(_LOOSE_YEAR.fullmatch, found)) else len(found)

    @property
    def is_label(self) -> bool:
        return set(self.cells) == {0}


def rows(
    lines: Sequence[Sequence[Word]], starts: Sequence[float], separators: Sequence[float], spans: Sequence[Span] = ()
) -> list[list[FoundCell]]:
    """The rows of a table; `starts` is where each column but the first begins, `separators` the lines drawn across."""
    held = [_line(words, starts, separators, spans) for words in lines if words]
    groups: list[list[Line]] = []
    first = next((i for i, line in enumerate(held) if line.amounts), len(held))
    drawn = _rows_are_drawn(held[first:])
    for index, line in enumerate(held):
        following = held[index + 1] if index + 1 < len(held) else None
        if groups and _belongs(groups[-1], line, following, heading=index < first, drawn=drawn):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group) for group in groups]


def _line(words: Sequence[Word], starts: Sequence[float], separators: Sequence[float], columns: Sequence[Span]) -> Line:
    cells: dict[int, list[Word]] = {}
    spans: dict[int, int] = {}
    for segment in unmixed(segments(words, ()), columns):
        left, right = _reach(segment, starts, columns)
        groups = parted(segment, columns, left, right) if columns and right > left else None
        for column, group in groups or ():
            cells.setdefault(column, []).extend(group)
            spans.setdefault(column, 1)
        if groups:
            continue
        cells.setdefault(left, []).extend(segment.words)
        spans[left] = max(spans.get(left, 1), right - left + 1)
    base = max(word.base for word in words)
    return Line(cells, spans, base, max(word.size for word in words), bisect_right(list(separators), base))


def _reach(segment: Segment, starts: Sequence[float], columns: Sequence[Span]) -> tuple[int, int]:
    """First and last column that a segment stands in; a label that only runs long stays in its own."""
    met = [number for number, column in enumerate(columns) if column.meets(segment)]
    if len(met) == 1:
        return met[0], met[0]
    slack = min(2.0, (segment.x1 - segment.x0) * 0.25)
    left, right = bisect_right(starts, segment.x0 + slack), bisect_right(starts, segment.x1 - slack)
    if left in (0, right):
        return left, left
    if segment.is_year:  # a heading, which may stand in the middle of its column
        middle = bisect_right(starts, (segment.x0 + segment.x1) / 2)
        return middle, middle
    if segment.numeric:
        return right, right
    return left, right


def _rows_are_drawn(body: Sequence[Line]) -> bool:
    """Whether lines across part the rows: no space between two of them holds more than one line of amounts."""
    bands: dict[int, int] = {}
    for line in body:
        bands[line.band] = bands.get(line.band, 0) + bool(line.amounts)
    return len(bands) > 2 and max(bands.values()) <= 1


def _belongs(group: list[Line], line: Line, following: Line | None, *, heading: bool, drawn: bool) -> bool:
    last = group[-1]
    if line.band != last.band:
        return False
    if heading:
        return not _is_over_columns(last) and _is_near(last, line, 1.8)
    if drawn:
        return True
    if any(held.amounts for held in group) and line.amounts:
        return False
    if not _is_near(last, line, _TIGHT):
        return False
    if not line.amounts and not any(held.amounts for held in group) and not _goes_on(group, line):
        return False
    if line.amounts:
        return _is_begun(group, line)
    return _goes_on(group, line) and not (following is not None and _is_begun([line], following) and line.is_label
                                          and not line.text(0)[:1].islower())  # fmt: skip


def _is_over_columns(line: Line) -> bool:
    return any(count > 1 for count in line.spans.values())


def _is_near(upper: Line, lower: Line, times: float) -> bool:
    return lower.base - upper.base <= times * max(upper.size, lower.size)


def _goes_on(group: list[Line], line: Line) -> bool:
    """Whether a line without amounts is the rest of the texts above it."""
    for column in line.cells:
        above = next((held.text(column) for held in reversed(group) if held.text(column)), "")
        text = line.text(column)
        if above.endswith(("-", "/", ",")) or text[:1].islower() or text[:1] in "(&":
            return bool(above) or column > 0
    return bool(0 not in line.cells and not line.amounts)


def _is_begun(group: list[Line], line: Line) -> bool:
    """Whether a line with amounts ends the label that the lines above it begin."""
    if not all(held.is_label for held in group):
        return False
    label = line.text(0)
    return not label or label[:1].islower() or label[:1] in "(&" or group[-1].text(0).endswith(("-", "/", ","))


def _row(group: list[Line]) -> list[FoundCell]:
    cells: dict[int, FoundCell] = {}
    for line in group:
        for column, words in line.cells.items():
            cell = cells.setdefault(column, FoundCell(column, []))
            cell.words += words
            cell.spans = max(cell.spans, line.spans[column])
    return [cells[column] for column in sorted(cells)]
