"""Names, labels and long words of a document that are written in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrhus.paper.reading import Reading, ReadTable, TextKind
from styrhus.review.understanding.grid import Grid
from styrhus.review.understanding.outline import UNCOUNTED, Outline, folded, numbered
from styrhus.review.understanding.spelling import is_light, is_slip, shortened
from styrhus.review.understanding.wording import plain
from styrhus.values.place import Place

_WORD = re.compile(r"[^\W\d_]{6,40}")
_NAME = re.compile(r"(?<=[a-zåäö,;] )[A-ZÅÄÖ][a-zåäö]{6,30}\b")
_FINNISH = re.compile(r"\b(?:ja|sekä|että|vuonna|kunnan|kaupungin)\b")
_SWEDISH = re.compile(r"\b(?:och|som|för|att)\b")
_LONG_WORD, _LONG_LABEL, _RARE = 10, 9, 0.2  # a fifth
_LABEL_LENGTH = 120
# More words than this with the same beginning and end are no text, and would take long.
_MOST_MEETING = 400


@dataclass(frozen=True)
class Variant:
    """A rarer form with its place, and the usual form with one of its places."""

    rare: str
    usual: str
    place: Place
    other: Place


@dataclass
class _Seen:
    text: str
    count: int
    place: Place


def label_variants(outline: Outline, grids: Sequence[Grid]) -> list[Variant]:
    """Row labels, headings and entries of contents that are the same but for a slip in one word."""
    seen: dict[str, _Seen] = {}
    for text, place in _labels(outline, grids):
        _see(seen, folded(text), text, place)
    buckets: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
    for key in seen:
        words = key.split()
        # Phrases that are the same but for one word meet in the bucket of the rest.
        for index, word in enumerate(words):
            if len(word) >= 6 and (len(words) > 1 or len(word) >= _LONG_LABEL):
                buckets[(index, *words[:index], None, *words[index + 1 :])].append((word, key))
    # The same two words in several labels are one slip.
    found: dict[frozenset[str], tuple[str, str]] = {}
    for held in buckets.values():
        for first, second in _close(held):
            found.setdefault(frozenset(set(first.split()) ^ set(second.split())), (first, second))
    return [_variant(seen[first], seen[second]) for first, second in found.values()]


def _labels(outline: Outline, grids: Sequence[Grid]) -> Iterator[tuple[str, Place]]:
    titles = [(h.text, h.place) for h in outline.headings] + [(e.text, e.place) for e in outline.contents]
    yield from (title for title in titles if len(title[0]) <= _LABEL_LENGTH)
    for grid in grids:
        for row in grid.rows:
            if 0 < len(row.label) <= _LABEL_LENGTH:
                yield plain(row.label), grid.place(row)


def _close(held: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of words in a bucket with a slip between them; the words meet where one letter is left out."""
    meeting: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, key in held if len(held) > 1 else ():
        for form in {word, *shortened(word)}:
            for other, other_key in meeting[form]:
                if other != word and is_slip(word, other) and _is_long(word, key):
                    yield other_key, key
            meeting[form].append((word, key))


def _is_long(word: str, key: str) -> bool:
    """Short words that differ by a letter are often two words, unless the rest of a longer name is the same."""
    return len(word) >= _LONG_LABEL or key.count(" ") > 1


def _variant(first: _Seen, second: _Seen) -> Variant:
    rare, usual = (first, second) if first.count < second.count else (second, first)
    return Variant(rare.text, usual.text, rare.place, usual.place)


def name_variants(reading: Reading) -> list[Variant]:
    """Capitalised names within sentences that differ by a letter inside; the rarer at most a fifth as common."""
    seen: dict[str, _Seen] = {}
    for text, place in _prose(reading):
        for found in _NAME.finditer(text):
            _see(seen, found[0], found[0], place)
    return _rare(seen, least=8)


def word_variants(reading: Reading) -> list[Variant]:
    """Long words that differ by one letter left out, put in or swapped; the rarer at most a fifth as common."""
    seen: dict[str, _Seen] = {}
    finnish = swedish = 0
    for text, place in _prose(reading):
        finnish += len(_FINNISH.findall(text))
        swedish += len(_SWEDISH.findall(text))
        for found in _WORD.finditer(text):
            word = found[0].lower()
            if len(word) >= _LONG_WORD:
                _see(seen, word, word, place)
    # Finnish consonants change within the word when it is inflected.
    return [] if finnish > swedish else _rare(seen, least=_LONG_WORD)


def _prose(reading: Reading) -> Iterator[tuple[str, Place]]:
    for block in reading.blocks:
        if isinstance(block, ReadTable):
            for row in block.rows:
                for cell in row.cells:
                    if len(cell.text) >= _LONG_WORD:
                        yield plain(cell.text), row.place
        elif block.kind not in UNCOUNTED and block.kind is not TextKind.TITLE:
            yield block.text, block.place


def _see(seen: dict[str, _Seen], key: str, text: str, place: Place) -> None:
    if key in seen:
        seen[key].count += 1
    else:
        seen[key] = _Seen(numbered(text)[1], 1, place.quoting(text))


def _rare(seen: dict[str, _Seen], *, least: int) -> list[Variant]:
    """Words that differ inside have the same beginning and end, and meet by those."""
    meeting: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for word, held in seen.items():
        if len(word) >= least:
            meeting[word[:2], word[-3:]].append(held)
    found: dict[str, Variant] = {}
    for words in (held for held in meeting.values() if len(held) <= _MOST_MEETING):
        for usual in (word for word in words if word.count > 1):
            for rare in words:
                if _is_rarer(rare, usual) and is_slip(rare.text, usual.text):
                    found.setdefault(rare.text, Variant(rare.text, usual.text, rare.place, usual.place))
    return list(found.values())


def _is_rarer(rare: _Seen, usual: _Seen) -> bool:
    """At most a fifth as common; a word that stands once with a vowel too many or too few is a slip against two."""
    if rare.count <= _RARE * usual.count:
        return True
    return rare.count == 1 and is_light(rare.text, usual.text)
