"""References in a document: to tables, sections and appendices by number, and footnote marks with their notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind
from styrhus.review.understanding.outline import UNCOUNTED, Outline
from styrhus.values.place import Place


class Target(StrEnum):
    """What a reference points at."""

    TABLE = "table"
    FIGURE = "figure"
    SECTION = "section"
    APPENDIX = "appendix"
    NOTE = "note"


_KINDS = {
    word: target
    for target, words in (
        (Target.TABLE, "tabell tabellen tab taulukko taulukossa table"),
        (Target.FIGURE, "diagram figur kuvio figure"),
        (Target.SECTION, "avsnitt avsnittet avsnittene kapitel kapittel luku luvussa section chapter"),
        (Target.APPENDIX, "bilaga vedlegg liite liitteessä appendix"),
        (Target.NOTE, "not note liitetieto"),
    )
    for word in words.split()
}
# Numbers are far fewer than words, so that they are looked for first and the word before them is read then.
_NUMBER = re.compile(
    r"(?<=[A-Za-zä.])[ \u00a0](?P<number>\d{1,2}(?:\.\d{1,2}){0,5})(?![\d/%-]|[.,:]\d|"
    r"[ \u00a0]?(?:§|kap\b|st\b|tkr\b|mnkr\b|procent))",
)
_KIND = re.compile(rf"(?<!\w)(?P<kind>{'|'.join(_KINDS)})\.?\Z", re.IGNORECASE)
_LONGEST_KIND = 14
_NOTE_CELL = re.compile(r"\d{1,2}(?:\s?[,/&]\s?\d{1,2}){0,6}")
_LISTED = re.compile(r"\s?[,/&]\s?")
_CAPTION = re.compile(
    rf"(?P<kind>{'|'.join(_KINDS)})\.?[ \u00a0](?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,5}})\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"^\W{0,3}(?:§|av|i|till|på(?! sid)|fra|fran|från|ur|hos)\b|^\W{0,3}(?:lag|reglement|förordning|EVP|ÖSB|LSS|SoL|"
    r"Mål och budget|årsredovisning|propos)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\bse|\(se|\bjfr|\benligt|\bi|\bav|\bframgår av|\bredovisas i|\bbeskrivs i|\bkatso|\bks\.?|\bsee)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reference:
    """A reference in a text: `start` is where it stands in the text; `quote` is what is printed."""

    target: Target
    number: str
    place: Place
    printed: str
    sure: bool


def references(outline: Outline) -> Iterator[Reference]:
    """Every reference by number in running text and notes; a caption or heading is no reference to itself."""
    for block in outline.blocks:
        if isinstance(block, TextBlock):
            if block.kind not in UNCOUNTED and block.kind not in {TextKind.HEADING, TextKind.CAPTION, TextKind.TITLE}:
                yield from _in_text(block.text, block.place)
        else:
            yield from _in_columns(block)
            for note in block.notes:
                yield from _in_text(note, block.place)


def _in_columns(table: ReadTable) -> Iterator[Reference]:
    """The numbers in a column headed Not, as in an income statement."""
    for column, head in enumerate(table.rows[0].cells if table.rows else ()):
        if head.text.strip().casefold() not in {"not", "noter", "note", "nr not"}:
            continue
        for row in table.rows[1:]:
            text = row.text(column).strip()
            for number in _LISTED.split(text) if _NOTE_CELL.fullmatch(text) else ():
                place = replace(row.place, table=table.number, row=row.text(0), column=head.text, quote=text)
                yield Reference(Target.NOTE, number, place, f"not {number}", sure=True)


def _in_text(text: str, place: Place) -> Iterator[Reference]:
    for found in _NUMBER.finditer(text):
        word = _KIND.search(text, max(0, found.start() - _LONGEST_KIND), found.start())
        if word is None or word.start() == 0 or _ELSEWHERE.match(text[found.end() : found.end() + 40]):
            continue
        sure = _BEFORE.search(text[max(0, word.start() - 20) : word.start()]) is not None
        quote = text[max(0, word.start() - 60) : found.end() + 30].strip()
        printed = text[word.start() : found.end()]
        yield Reference(_KINDS[word["kind"].casefold()], found["number"], place.quoting(quote), printed, sure)


def labels(outline: Outline) -> dict[Target, set[str]]:
    """The numbers that tables, figures, sections and appendices of the document have."""
    found: dict[Target, set[str]] = {target: set() for target in Target}
    found[Target.NOTE] |= _numbers_of_notes(outline)
    found[Target.SECTION] = {heading.number for heading in outline.headings if heading.number}
    for text in _named(outline.blocks):
        if match := _CAPTION.match(text.strip()):
            found[_KINDS[match["kind"].casefold()]].add(match["number"])
    return found


def _numbers_of_notes(outline: Outline) -> set[str]:
    """The notes of annual accounts are often rows of a table (`Not 5 Personalkostnader`)."""
    firsts = (row.text(0) for block in outline.blocks if isinstance(block, ReadTable) for row in block.rows)
    found = (_CAPTION.match(text) for text in firsts if text[:3].casefold() == "not")
    return {match["number"] for match in found if match}


def _named(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ReadTable):
            yield block.caption
            yield block.before
            yield from block.notes
            yield from (cell.text for row in block.rows[:1] for cell in row.cells)
        elif block.kind not in UNCOUNTED:
            yield block.text
