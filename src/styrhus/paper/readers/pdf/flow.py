"""In which order a page is read: its columns of text, if it has several."""

import itertools
from dataclasses import dataclass

from styrhus.paper.readers.pdf.segments import is_numeric, segments
from styrhus.paper.readers.pdf.word import Box, Word, around, by_lines

_FEWEST_LINES = 6
_GUTTER = 8.0


@dataclass(slots=True)
class Part:
    """Words that are read together, and the part of the page that they are in."""

    words: list[Word]
    box: Box


def parts(words: list[Word], depth: int = 0) -> list[Part]:
    """The words in parts in reading order; one part where the page has one column."""
    if not words:
        return []
    whole = around(words)
    lines = by_lines(words)
    gutter = _gutter(lines, whole) if depth < 2 and len(lines) >= _FEWEST_LINES else None
    if gutter is None:
        return [Part(words, whole)]
    crossing = [
        any(w.x0 < gutter - 1 and w.x1 > gutter + 1 for w in line) or _runs_over(line, gutter) for line in lines
    ]
    inside = [i for i, crosses in enumerate(crossing) if not crosses]
    first, last = _longest(inside, crossing)
    found: list[Part] = []
    for run in (lines[:first], lines[first : last + 1], lines[last + 1 :]):
        held = [word for line in run for word in line]
        if not held:
            continue
        if run is not lines and run and run[0] is lines[first]:
            found += parts([w for w in held if w.middle < gutter], depth + 1)
            found += parts([w for w in held if w.middle >= gutter], depth + 1)
        else:
            found += parts(held, depth + 1)
    return found


def _runs_over(line: list[Word], gutter: float) -> bool:
    """Whether words on both sides stand so close that they are one line of text."""
    left = max((w.x1 for w in line if w.middle < gutter), default=None)
    right = min((w.x0 for w in line if w.middle >= gutter), default=None)
    return left is not None and right is not None and right - left < _GUTTER


def _longest(inside: list[int], crossing: list[bool]) -> tuple[int, int]:
    """First and last line of the longest run of lines that leave the gutter free."""
    best, start = (inside[0], inside[0]), inside[0]
    for before, at in zip([inside[0], *inside], inside, strict=False):
        if any(crossing[before:at]):
            start = at
        if at - start > best[1] - best[0]:
            best = (start, at)
    return best


def _gutter(lines: list[list[Word]], whole: Box) -> float | None:
    """Where a free strip parts lines of running text into two columns."""
    both: dict[int, int] = {}
    for line in lines:
        for left, right in itertools.pairwise(line):
            if right.x0 - left.x1 >= _GUTTER:
                for x in range(int(left.x1) + 3, int(right.x0) - 2, 2):
                    both[x // 2 * 2] = both.get(x // 2 * 2, 0) + 1
    lower, upper = whole.x0 + 0.3 * whole.width, whole.x0 + 0.7 * whole.width
    held = {x: count for x, count in both.items() if lower < x < upper}
    if not held:
        return None
    most = max(held.values())
    at = [x for x, count in held.items() if count == most]
    gutter = float(at[len(at) // 2])
    return gutter if most >= max(_FEWEST_LINES, 0.35 * len(lines)) and _is_prose(lines, gutter) else None


def _is_prose(lines: list[list[Word]], gutter: float) -> bool:
    """Whether both sides are running text: mostly several words a line, few numbers."""
    for side in (-1, 1):
        texts = [[w for w in line if (w.middle - gutter) * side > 0] for line in lines]
        held = [segments(line) for line in texts if line]
        wordy = sum(len(line) == 1 and len(line[0].words) >= 3 for line in held)
        numbers = sum(is_numeric(line[-1].text) for line in held)
        if len(held) < _FEWEST_LINES or wordy < 0.6 * len(held) or numbers > 0.15 * len(held):
            return False
    return True
