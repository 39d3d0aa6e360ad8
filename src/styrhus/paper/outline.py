"""Numbers, anchors and heading levels of a document, counted once so that every writer says “Table 3” alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from styrhus.paper.blocks import Block, Chart, Drawing, Heading, Table
from styrhus.paper.words import figure_label, table_label

DEEPEST = 6


@dataclass(frozen=True)
class Placed:
    """A block with its place: `level` of a heading, `label` ("Table 3") of what is numbered, else empty."""

    block: Block
    anchor: str = ""
    level: int = 0
    label: str = ""


@dataclass(frozen=True)
class Outline:
    """The blocks in order; `homes` gives the anchor of the first table or chart that holds a source's ref."""

    placed: tuple[Placed, ...]
    homes: Mapping[str, str]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every place in the document that a link can lead to; each stretch of text asks for them."""
        return frozenset(place.anchor for place in self.placed if place.anchor)

    def entries(self, depth: int) -> tuple[Placed, ...]:
        """The headings that a table of contents of `depth` levels lists."""
        return tuple(place for place in self.placed if 1 <= place.level <= depth)


def outline(blocks: Iterable[Block], language: str, *, prefix: str = "", numbered: bool = True) -> Outline:
    """Place all blocks; `prefix` keeps anchors apart when several fragments share a page.

    Headings that skip a level are moved up, since no accessible format allows a gap. With `numbered` False no
    table or figure gets a number.
    """
    placed = tuple(_place(blocks, language if numbered else None, prefix))
    return Outline(placed, _homes(placed))


def _place(blocks: Iterable[Block], language: str | None, prefix: str) -> Iterator[Placed]:
    anchors, levels, count = _Anchors(prefix), _Levels(), _Counter(language)
    for block in blocks:
        if isinstance(block, Heading):
            yield Placed(block, anchors.new(block.anchor or block.text), level=levels.next(block.level))
        elif isinstance(block, Table):
            label = count.table() if block.caption else ""
            yield Placed(block, anchors.new(block.anchor or f"table-{count.tables or 'x'}"), label=label)
        elif isinstance(block, Chart | Drawing):
            label = count.figure() if block.caption else ""
            yield Placed(block, anchors.new(block.anchor or f"figure-{count.figures or 'x'}"), label=label)
        else:
            yield Placed(block)


def slug(text: str) -> str:
    """Lower-case letters a–z, digits and hyphens, beginning with a letter: safe as an anchor everywhere."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
    return made if made[:1].isalpha() else f"s-{made}".rstrip("-")


class _Anchors:
    """Hands out anchors that occur once."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()

    def new(self, wanted: str) -> str:
        base = slug(self._prefix + wanted)
        anchor, number = base, 1
        while anchor in self._taken:
            number += 1
            anchor = f"{base}-{number}"
        self._taken.add(anchor)
        return anchor


class _Levels:
    """Closes the gaps between heading levels: 1, 3, 3, 2 becomes 1, 2, 2, 2."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def next(self, level: int) -> int:
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(len(self._open), DEEPEST)


class _Counter:
    """Numbers tables and figures, each kind from 1; without a language nothing is labelled."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self.tables = 0
        self.figures = 0

    def table(self) -> str:
        self.tables += 1
        return table_label(self.tables).render(self._language) if self._language else ""

    def figure(self) -> str:
        self.figures += 1
        return figure_label(self.figures).render(self._language) if self._language else ""


def _homes(placed: tuple[Placed, ...]) -> dict[str, str]:
    homes: dict[str, str] = {}
    tables = [(place.block, place.anchor) for place in placed if isinstance(place.block, Table)]
    charts = [(place.block.data, place.anchor) for place in placed if isinstance(place.block, Chart)]
    for table, anchor in tables + charts:
        for ref in _refs(table):
            homes.setdefault(ref, anchor)
    return homes


def _refs(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            for run in cell.runs:
                if run.figure is not None and run.figure.source.ref:
                    yield run.figure.source.ref
