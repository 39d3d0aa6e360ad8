"""Which words of a line belong to which column where they stand closer than columns usually do."""

from collections.abc import Sequence

from styrhus.paper.readers.pdf.columns import Span
from styrhus.paper.readers.pdf.segments import Segment
from styrhus.paper.readers.pdf.word import Word

Fit = tuple[int, float, list[tuple[int, list[Word]]]]
_OFF = 3.5
_MOST_WORDS, _MOST_COLUMNS = 24, 16


def parted(segment: Segment, spans: Sequence[Span], first: int, last: int) -> list[tuple[int, list[Word]]] | None:
    """The segment's words as headings of the columns from `first` to `last`, each in line with its column.

    None where they do not fall into line, so that it is one text over several columns.
    """
    words = segment.words
    if len(words) < 2 or len(words) > _MOST_WORDS or last - first >= _MOST_COLUMNS:
        return None
    best: dict[int, Fit] = {0: (0, 0.0, [])}
    for column in range(first, last + 1):
        reached = dict(best)
        for start, (fewer, cost, groups) in best.items():
            for end in range(start + 1, len(words) + 1):
                off = _off(words[start], words[end - 1], spans[column])
                known = reached.get(end)
                if off <= _OFF and (known is None or (fewer - 1, cost + off) < known[:2]):
                    reached[end] = (fewer - 1, cost + off, [*groups, (column, words[start:end])])
        best = reached
    found = best.get(len(words))
    return found[2] if found is not None and len(found[2]) > 1 else None


def _off(first: Word, last: Word, span: Span) -> float:
    """By how many points words miss a column's left side, middle and right side, whichever is nearest."""
    middle = (first.x0 + last.x1 - span.x0 - span.x1) / 2
    return min(abs(last.x1 - span.x1), abs(middle), abs(first.x0 - span.x0))
