"""The columns that pieces of lines below each other make."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.paper.readers.pdf.segments import Segment, is_amount
from styrhus.paper.readers.pdf.texts import line_text

_MOST_INDENT, _ALIGNED = 40.0, 2.0


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
    lines = _with_stacked(lines)
    spans: list[Span] = []
    labels = {id(line[0]) for line in lines if len(line) > 1}
    held = [s for line in lines if len(line) > 1 for s in line]
    for segment in sorted(
        (s for s in held if s.numeric and id(s) not in labels), key=lambda s: s.x1 - s.x0, reverse=True
    ):
        _put(spans, segment, widest=True)
    numeric = list(spans)
    spans += _label_column(lines, numeric)
    for segment in sorted((s for s in held if not s.numeric or id(s) in labels), key=lambda s: s.x1 - s.x0):
        met = [span for span in spans if span.meets(segment)]
        texts = [span for span in met if span not in numeric]
        if not met:
            spans.append(Span(segment.x0, segment.x1))
        elif len(met) == 1 and texts:
            texts[0].take(segment)
    return _with_headings(sorted(spans, key=lambda span: span.x0), lines)


def _with_stacked(lines: Sequence[Sequence[Segment]]) -> list[Sequence[Segment]]:
    """The lines with those of the headings as one: words below each other (`Budget`, `2020`) head one column.

    Years among them are no numbers that could make a column beside the one that they head.
    """
    first = next((at for at, line in enumerate(lines) if any(is_amount(s.text) for s in line[1:])), 0)
    if first and lines[first][0].numeric and len(lines[first - 1]) == 1:
        first -= 1  # the first row's name is of several lines
    if not first:
        return list(lines)
    stacks: list[list[tuple[int, Segment]]] = []
    for held in sorted(((at, s) for at in range(first) for s in lines[at]), key=lambda held: held[1].x0):
        last = stacks[-1] if stacks else []
        if last and held[1].x0 < max(s.x1 for _, s in last) - 0.5:
            last.append(held)
        else:
            stacks.append([held])
    whole = [stack for stack in stacks if len({at for at, _ in stack}) == len(stack)]
    stacked = {id(s) for stack in whole for _, s in stack}
    rest = [[s for s in line if id(s) not in stacked] for line in lines[:first]]
    return [[_stack([s for _, s in stack]) for stack in whole], *(line for line in rest if line), *lines[first:]]


def _stack(held: list[Segment]) -> Segment:
    words = [word for segment in held for word in segment.words]
    sides = [min(words, key=lambda word: word.x0), max(words, key=lambda word: word.x1)]
    return Segment(sides, " ".join(segment.text for segment in held), numeric=False)


def _label_column(lines: Sequence[Sequence[Segment]], numeric: Sequence[Span]) -> list[Span]:
    """The column of the rows' names as wide as the names before a number; none where two texts stand in it.

    Otherwise a short heading over its middle (`tkr`) and the short names each make a column of their own.
    """
    names = [line[0] for line in lines if len(line) > 1 and line[1].numeric and not line[0].numeric]
    names = [name for name in names if not any(span.meets(name) for span in numeric)]
    if len(names) < 2:
        return []
    left = min(name.x0 for name in names)
    near = [name for name in names if name.x0 < left + _MOST_INDENT]
    whole = Span(left, max(name.x1 for name in near), len(near))
    beside = any(sum(whole.meets(segment) for segment in line) > 1 for line in lines)
    return [] if beside or len(near) < 0.5 * len(names) else [whole]


def unmixed(line: list[Segment], spans: Sequence[Span]) -> list[Segment]:
    """A line's segments, where a name that runs into the column of its first number is parted from it."""
    found: list[Segment] = []
    for at, segment in enumerate(line):
        begun = _begun(segment, spans, line[at + 1].x0 if at + 1 < len(line) else None)
        if begun:
            name, number = segment.words[:begun], segment.words[begun:]
            found += [Segment(name, line_text(name), numeric=False), Segment(number, line_text(number), numeric=True)]
        else:
            found.append(segment)
    return found


def _begun(segment: Segment, spans: Sequence[Span], following: float | None) -> int:
    """At which of its words a number begins that stands in a column of numbers of its own; 0 when none does."""
    met = [span for span in spans if span.meets(segment)]
    if segment.numeric or len(met) != 2 or not met[1].numbers or met[0].numbers * 2 > met[0].count:
        return 0
    if following is not None and following < met[1].x1 - 0.5:
        return 0
    for at in range(1, len(segment.words)):
        number = segment.words[at:]
        if number[0].x0 > met[0].x1 - 0.5 and is_amount(line_text(number)):
            aligned = abs(number[0].x0 - met[1].x0) < _ALIGNED or abs(number[-1].x1 - met[1].x1) < _ALIGNED
            return at if aligned else 0
    return 0


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
