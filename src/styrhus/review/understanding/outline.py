"""The outline of a document: its headings with level and number, what stands under each, and its list of contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from styrhus.paper.reading import Block, Reading, TextBlock, TextKind
from styrhus.values.place import Place

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,5})\.?[ \t\u00a0]+(?P<text>\D.*)", re.DOTALL)
_PAGE = re.compile(r"(?<=[ \t\u00a0.…_])\d{1,3}\Z")
_LEADERS = " \t\u00a0.…_·"
_CONTENTS_NAME = re.compile(
    r"(?:innehåll\w*|contents|table of contents|innhold\w*|sisällys\w*|sisältö)\s*:?", re.IGNORECASE
)
_FIELD_ERROR = re.compile(r"[\t ]*(?:fel|error|feil|fejl|virhe)[!.].*", re.IGNORECASE | re.DOTALL)
_NOT_WORD = re.compile(r"[\W_]+")

UNCOUNTED = frozenset({TextKind.CONTENTS, TextKind.FURNITURE, TextKind.PREFACE})


@dataclass(frozen=True)
class Heading:
    """A heading; `number` is the one printed before it ("5.1.5", else empty), `index` its place among the blocks."""

    text: str
    number: str
    level: int
    index: int
    place: Place
    declared: bool


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the list of contents; `page` None where no page number is printed."""

    text: str
    number: str
    page: int | None
    place: Place


@dataclass(frozen=True)
class Outline:
    """`blocks` are the reading's, `headings` and `contents` in order."""

    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    contents: tuple[ContentsEntry, ...]

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {heading.index: position for position, heading in enumerate(self.headings)}

    def following(self, heading: Heading) -> Heading | None:
        """The next heading of any level."""
        position = self._positions[heading.index] + 1
        return self.headings[position] if position < len(self.headings) else None

    def own(self, heading: Heading) -> tuple[Block, ...]:
        """What stands under a heading before the next heading of any level."""
        after = self.following(heading)
        return tuple(counted(self.blocks[heading.index + 1 : after.index if after else None]))

    @cached_property
    def _listed(self) -> dict[str, ContentsEntry]:
        return {folded(entry.text): entry for entry in reversed(self.contents)}

    def listed(self, heading: Heading) -> ContentsEntry | None:
        """The line of the list of contents with the heading's words; the first of several."""
        return self._listed.get(folded(heading.text)) if self.contents else None

    def first_text(self, least: int) -> int:
        """The index of the first table, list of contents, or paragraph of at least so many characters;
        beyond the last block where there is none."""
        if least not in self._first_texts:
            self._first_texts[least] = next((i for i, b in enumerate(self.blocks) if _runs(b, least)), len(self.blocks))
        return self._first_texts[least]

    @cached_property
    def _first_texts(self) -> dict[int, int]:
        return {}

    @cached_property
    def first_listed(self) -> int:
        """The index of the first heading that the list of contents has; 0 when it has none."""
        return next((heading.index for heading in self.headings if self.listed(heading)), 0)


def _runs(block: Block, least: int) -> bool:
    if not isinstance(block, TextBlock) or block.kind is TextKind.CONTENTS:
        return True
    return block.kind in (TextKind.PARAGRAPH, TextKind.ITEM) and len(block.text) >= least


def counted(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks that are neither contents, furniture nor preface."""
    for block in blocks:
        if not isinstance(block, TextBlock) or (block.kind not in UNCOUNTED and block.text.strip()):
            yield block


def outline(reading: Reading) -> Outline:
    headings = tuple(
        _heading(block, index)
        for index, block in enumerate(reading.blocks)
        if isinstance(block, TextBlock) and block.kind is TextKind.HEADING and not is_contents_name(block.text)
    )
    entries = (entry(block) for block in reading.texts if block.kind is TextKind.CONTENTS)
    return Outline(reading.blocks, headings, tuple(e for e in entries if e.text and not is_contents_name(e.text)))


def _heading(block: TextBlock, index: int) -> Heading:
    number, text = numbered(block.text)
    return Heading(text, number, block.level, index, block.place.quoting(block.text), block.declared)


def numbered(text: str) -> tuple[str, str]:
    """The number of a heading and the heading without it: `5.1 Ekonomi` gives ("5.1", "Ekonomi")."""
    found = _NUMBERED.fullmatch(text.strip())
    return (found["number"], found["text"].strip()) if found else ("", text.strip())


def entry(block: TextBlock) -> ContentsEntry:
    """A line of contents taken apart; a broken page number (a field error) counts as none."""
    text = _FIELD_ERROR.sub("", block.text.strip())
    found = _PAGE.search(text, max(0, len(text) - 5))
    number, title = numbered((text[: found.start()] if found else text).rstrip(_LEADERS))
    return ContentsEntry(title, number, int(found[0]) if found else None, block.place.quoting(block.text))


def is_contents_name(text: str) -> bool:
    """Whether a text is the heading of a list of contents."""
    return _CONTENTS_NAME.fullmatch(text.strip()) is not None


def folded(text: str) -> str:
    """A text for comparing: lower case, only letters and digits with single spaces."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()
