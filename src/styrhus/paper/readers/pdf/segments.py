"""Pieces of a line that stand apart, as the cells of a table do, and the columns that they make together."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.paper.readers.pdf.texts import line_text
from styrhus.paper.readers.pdf.word import Word

_NUMERIC = re.compile(
    r"(?:ca |[KMT]: ?)?[-+−–±(]?\s?(?:\d[\d\s.,/]*|\.\.|…)\s?(?:%|kr|tkr|mnkr|mkr|st|procent|t€|€)?\)?[*¹²³]?|"
    r"[-–—]{1,2}|\+/-\s?0",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?|20\d\d(?:0[1-9]|1[012]))")
_GROUP = re.compile(r"[-+−–]?\d{1,3}(?:,\d+)?")
_UNEVEN = 1.22
_THREE = re.compile(r"\d{3}(?!\d)")
_WIDE, _WIDE_BESIDE_NUMBER, _WIDE_IN_NUMBER = 0.9, 0.6, 0.45


@dataclass(slots=True)
class Segment:
    """Words of one line close to each other."""

    words: list[Word]
    text: str
    numeric: bool

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def is_year(self) -> bool:
        return bool(_YEAR.fullmatch(self.text))


def is_numeric(text: str) -> bool:
    return bool(_NUMERIC.fullmatch(text))


def is_amount(text: str) -> bool:
    """A number that is no year: what the body of a table has and its headings have not."""
    return is_numeric(text) and not _YEAR.fullmatch(text)


def segments(line: Sequence[Word], hints: Sequence[float] = ()) -> list[Segment]:
    """A line's words parted at wide gaps; `hints` are the places of drawn lines that part them as well."""
    groups: list[list[Word]] = []
    for word in line:
        if groups and not _parts(groups[-1][-1], word, hints):
            groups[-1].append(word)
        else:
            groups.append([word])
    found = []
    for group in groups:
        for part in _apart(group):
            text = line_text(part)
            found.append(Segment(part, text, is_numeric(text)))
    return found


def _apart(group: list[Word]) -> list[list[Word]]:
    """Numbers so close that only a slightly wider gap parts them: `218 033 174 917`."""
    if len(group) < 3 or not all(_GROUP.fullmatch(word.text) for word in group):
        return [group]
    least = min(right.x0 - left.x1 for left, right in itertools.pairwise(group))
    parts = [[group[0]]]
    for left, right in itertools.pairwise(group):
        if right.x0 - left.x1 > _UNEVEN * least + 0.3:
            parts.append([right])
        else:
            parts[-1].append(right)
    return parts


def _parts(left: Word, right: Word, hints: Sequence[float]) -> bool:
    gap, size = right.x0 - left.x1, min(left.size, right.size)
    if any(left.x1 - 1 <= hint <= right.x0 + 1 for hint in hints):
        return True
    ends, begins = left.text[-1:].isdigit(), right.text[:1].isdigit()
    if ends and begins and _THREE.match(right.text):
        return gap > _WIDE_IN_NUMBER * size
    beside = ends or begins or right.text[:1] in "-−–+("
    return gap > (_WIDE_BESIDE_NUMBER if beside else _WIDE) * size


@dataclass(slots=True)
class Span:
    """A column's extent, with how many segments make it and how many of them are numbers."""

    x0: float
    x1: float
    count: int = 1
    numbers: int = 0

    def meets(self, segment: Segment) -> bool:
        return segment.x0 < self.x1 - 0.5 and segment.x1 > self.x0 + 0.5

    def take(self, segment: Segment) -> None:
        self.x0, self.x1 = min(self.x0, segment.x0), max(self.x1, segment.x1)
        self.count += 1
        self.numbers += segment.numeric


def columns(lines: Sequence[Sequence[Segment]]) -> list[Span]:
    """The columns that segments below each other make: numbers first, then texts, none over two columns."""
    spans: list[Span] = []
    labels = {id(line[0]) for line in lines if len(line) > 1}
    held = [s for line in lines if len(line) > 1 for s in line]
    for segment in sorted(
        (s for s in held if s.numeric and id(s) not in labels), key=lambda s: s.x1 - s.x0, reverse=True
    ):
        _put(spans, segment, widest=True)
    numeric = list(spans)
    for segment in sorted((s for s in held if not s.numeric or id(s) in labels), key=lambda s: s.x1 - s.x0):
        met = [span for span in spans if span.meets(segment)]
        texts = [span for span in met if span not in numeric]
        if not met:
            spans.append(Span(segment.x0, segment.x1))
        elif len(met) == 1 and texts:
            texts[0].take(segment)
    return _with_headings(sorted(spans, key=lambda span: span.x0), lines)


def _with_headings(spans: list[Span], lines: Sequence[Sequence[Segment]]) -> list[Span]:
    """Columns beside each other of which no line fills both are one: a heading set off from its numbers."""
    filled = [{n for n, span in enumerate(spans) for s in line if span.meets(s)} for line in lines if len(line) > 1]
    found: list[tuple[Span, set[int]]] = []
    for number, span in enumerate(spans):
        rows = {at for at, columns in enumerate(filled) if number in columns}
        last, taken = found[-1] if found else (None, set())
        if last is not None and not rows & taken and (not last.numbers or not span.numbers):
            both = Span(last.x0, max(last.x1, span.x1), last.count + span.count, last.numbers + span.numbers)
            found[-1] = (both, rows | taken)
        else:
            found.append((span, rows))
    return [span for span, _ in found]


def _put(spans: list[Span], segment: Segment, *, widest: bool) -> None:
    met = [span for span in spans if span.meets(segment)]
    if not met:
        spans.append(Span(segment.x0, segment.x1, numbers=int(segment.numeric)))
    elif len(met) == 1:
        met[0].take(segment)
    elif widest:
        first, *others = met
        first.take(segment)
        for other in others:
            first.x0, first.x1 = min(first.x0, other.x0), max(first.x1, other.x1)
            first.count, first.numbers = first.count + other.count, first.numbers + other.numbers
            spans.remove(other)


def boundaries(spans: Sequence[Span], hints: Sequence[float]) -> list[float]:
    """Where each column but the first begins: at the drawn line between two columns, else in the gap's middle."""
    found = []
    for left, right in itertools.pairwise(spans):
        drawn = [hint for hint in hints if left.x1 - 2 <= hint <= right.x0 + 2]
        found.append(drawn[0] if drawn else (left.x1 + right.x0) / 2)
    return found
