"""Footnote marks and the notes that explain them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

SUPERSCRIPT = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_NOTE = re.compile(rf"(?P<mark>\*{{1,4}}|[{SUPERSCRIPT}]{{1,2}})\)?[ \u00a0]?(?=\S)")
# A mark is what closes a word or a number; a star that opens one is emphasis or the note itself. The second figure
# of a mark is none of its own.
_CLOSES = (
    rf'(?<![{SUPERSCRIPT}])(?:(?<=[\w%).,”"])|(?<=[\w%).,”"]\u00a0)'
    rf"|(?<=[\w%).,”\"] )(?=[{SUPERSCRIPT}])|(?<=[{SUPERSCRIPT}][,\u00a0\u202f ])|(?<=[{SUPERSCRIPT}],[\u00a0 ]))"
)
_MARK = re.compile(rf"{_CLOSES}(?P<mark>\*{{1,4}}|[{SUPERSCRIPT}]{{1,2}})\)?(?=$|[\s,.:;)/\-–])")
_UNIT = re.compile(rf"(?:\b(?:k|c|d|m)?m|co|CO)[{SUPERSCRIPT}]$")
_EMPHASIS = re.compile(r"(?<!\w)\*{1,3}[^\s*][^*\n]{0,200}\*{1,3}")
_IN_CELL = re.compile(rf"(?:^|[\s\n])(?P<mark>\*{{1,4}}|[{SUPERSCRIPT}]{{1,2}})[ \u00a0]?(?=[A-ZÅÄÖa-zåäö])")
_REACH = 6


@dataclass(frozen=True)
class Footnote:
    """A mark with where it stands, or a note with its mark; `index` is the block's place among the blocks."""

    mark: str
    index: int
    place: Place
    text: str
    in_table: bool


def marks(blocks: tuple[Block, ...]) -> Iterator[Footnote]:
    """Every mark: stars in tables (in running text a star may be anything), superscript figures everywhere."""
    for index, block in enumerate(blocks):
        if isinstance(block, ReadTable):
            yield from _table_marks(block, index)
        elif block.kind not in {TextKind.CONTENTS, TextKind.FURNITURE, TextKind.PREFACE}:
            for mark in _marks(block.text):
                if mark[0] != "*" or block.kind in {TextKind.HEADING, TextKind.CAPTION}:
                    yield Footnote(mark, index, block.place.quoting(block.text), block.text, in_table=False)


def _table_marks(table: ReadTable, index: int) -> Iterator[Footnote]:
    for mark in _marks(table.caption):
        yield Footnote(mark, index, table.place.quoting(table.caption), table.caption, in_table=True)
    for row in table.rows:
        for cell in row.cells:
            if "*" in cell.text or any(sign in cell.text for sign in SUPERSCRIPT):
                for mark in _marks(cell.text):
                    yield Footnote(mark, index, row.place.quoting(cell.text), cell.text, in_table=True)


def _marks(text: str) -> Iterator[str]:
    """The different marks of a text."""
    plain = _EMPHASIS.sub(" ", text)
    found = _MARK.finditer(plain)
    yield from dict.fromkeys(f["mark"] for f in found if not _UNIT.search(plain[max(0, f.start() - 3) : f.end()]))


def notes(blocks: tuple[Block, ...]) -> Iterator[Footnote]:
    """Every note: a paragraph or a line under a table that a mark opens, and notes within cells."""
    texts = {block.text.strip() for block in blocks if isinstance(block, TextBlock)}
    for index, block in enumerate(blocks):
        if isinstance(block, ReadTable):
            # A note under a table is told with the table and as a text of its own.
            yield from (note for note in _table_notes(block, index) if note.text.strip() not in texts)
        elif block.kind not in {TextKind.CONTENTS, TextKind.FURNITURE, TextKind.PREFACE}:
            found = _NOTE.match(block.text)
            if found and not _EMPHASIS.match(block.text) and not _bullet(blocks, index):
                yield Footnote(found["mark"], index, block.place.quoting(block.text), block.text, in_table=False)


def _table_notes(table: ReadTable, index: int) -> Iterator[Footnote]:
    for note in table.notes:
        if found := _NOTE.match(note):
            yield Footnote(found["mark"], index, table.place.quoting(note), note, in_table=True)
    for row in table.rows:
        for cell in row.cells:
            for found in _IN_CELL.finditer(cell.text):
                yield Footnote(found["mark"], index, row.place.quoting(cell.text), cell.text, in_table=True)


def _bullet(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a star only opens an item of a list: there are several with one star in a row."""
    block = blocks[index]
    if not isinstance(block, TextBlock) or not block.text.startswith("* "):
        return False
    around = (blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks))
    return block.kind is TextKind.ITEM or any(isinstance(b, TextBlock) and b.text.startswith("* ") for b in around)


def by_mark(known: Iterable[Footnote]) -> dict[str, list[int]]:
    """Where each mark stands, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for footnote in known:
        found[footnote.mark].append(footnote.index)
    return {mark: sorted(places) for mark, places in found.items()}


def noted(mark: Footnote, known: dict[str, list[int]]) -> bool:
    """Whether a note with the same mark stands where a reader looks for it."""
    places = known.get(mark.mark, [])
    if mark.mark[0] != "*":
        return bool(places)
    after = bisect_left(places, mark.index)
    return after < len(places) and places[after] - mark.index <= _REACH


def marked(note: Footnote, known: dict[str, list[int]], words: list[str]) -> bool:
    """Whether the mark of a note stands somewhere before it; a star may stand in the texts just above as well."""
    places = known.get(note.mark, [])
    if note.mark[0] != "*":
        return bool(places)
    before = bisect_right(places, note.index) - 1
    if before >= 0 and note.index - places[before] <= _REACH:
        return True
    return any(note.mark in word for word in words)
