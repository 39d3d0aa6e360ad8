"""Pieces of a line that stand apart, as the cells of a table do."""

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
