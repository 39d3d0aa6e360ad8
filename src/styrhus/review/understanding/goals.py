"""Goals that have a section of their own, and whether an indicator belongs to each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind
from styrhus.review.understanding.outline import UNCOUNTED
from styrhus.review.understanding.wording import plain
from styrhus.values.place import Place

_NUMBERED = re.compile(
    r"(?:\w*mål|målområde|tavoite|goal)[ \u00a0]?(?P<number>\d{1,2})[ \u00a0]?[:.–-][ \u00a0]?\S", re.IGNORECASE
)
_BARE = re.compile(r"(?:\d[\d.]*\s)?MÅL(?:\s*\*\*)?", re.DOTALL)
_INLINE = re.compile(r"MÅL(?:\s?\*\*|:\s|\s(?=[A-ZÅÄÖ][a-zåäö ]))\s?(?P<name>[^*]{8,})")
_INDICATOR = re.compile(r"\b(?:indikator|mätetal|nyckeltal|mått|tunnusluku|mittari|indicator)", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:indikator|mätetal|nyckeltal)\w*\s?:", re.IGNORECASE)
_MEASURE = re.compile(r"(?:andel|antal|genomsnitt|nöjd|\d+ (?:%|procent))", re.IGNORECASE)
_LONGEST = 160


@dataclass(frozen=True)
class GoalSection:
    """`start` and `end` are the indexes of the goal's heading and of the block after its section."""

    name: str
    place: Place
    start: int
    end: int


def goal_sections(blocks: tuple[Block, ...]) -> tuple[GoalSection, ...]:
    """Sections headed `Mål 1: …`, or `MÅL` with the goal's words after it; the last ends at a higher heading."""
    starts = list(_starts(blocks))
    if len(starts) < 2:
        return ()
    sections: list[GoalSection] = []
    for position, (index, name, place) in enumerate(starts):
        last = position + 1 == len(starts)
        # Nothing but other headings tells where the last goal ends; it is hardly much longer than the others.
        longest = max((section.end - section.start for section in sections), default=0)
        after = min(len(blocks), index + 2 * longest + 5) if last else starts[position + 1][0]
        sections.append(GoalSection(name, place.quoting(name), index, _end(blocks, index, after)))
    return tuple(sections)


def _starts(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str, Place]]:
    for index, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or block.kind in UNCOUNTED or block.kind is TextKind.ITEM:
            continue
        text = block.text.strip()
        if len(text) <= _LONGEST and _NUMBERED.match(text) and block.kind is not TextKind.PARAGRAPH:
            yield index, text, block.place
        elif found := _INLINE.match(text):
            yield index, plain(found["name"]), block.place
        elif _BARE.fullmatch(text) and index + 1 < len(blocks):
            named = blocks[index + 1]
            if isinstance(named, TextBlock):
                yield index, named.text.strip(), named.place


def _end(blocks: tuple[Block, ...], start: int, after: int) -> int:
    """Before the next goal, or before a heading above the goal's level; where the file tells levels, of its level."""
    own = blocks[start]
    if not isinstance(own, TextBlock) or own.kind is not TextKind.HEADING:
        return after
    ends_at = own.level if own.declared else own.level - 1
    for index in range(start + 1, after):
        block = blocks[index]
        if isinstance(block, TextBlock) and block.kind is TextKind.HEADING and block.level <= ends_at:
            return index if index > start + 1 else after
    return after


def has_indicator(section: GoalSection, blocks: tuple[Block, ...], indicator_tables: Sequence[int]) -> bool:
    """Whether a table of indicators (by its number) or a list under a heading that says indicators belongs to it."""
    named = False
    for block in blocks[section.start + 1 : section.end]:
        if isinstance(block, ReadTable):
            if block.number in indicator_tables or named:
                return True
        elif block.kind in {TextKind.HEADING, TextKind.CAPTION}:
            named = _INDICATOR.search(block.text) is not None
        elif (block.kind is TextKind.ITEM and (named or _INDICATOR.match(block.text))) or re.match(
            r"(?:indikator|mätetal|nyckeltal)\w*\s?:", block.text, re.IGNORECASE
        ):
            return True
    return False
