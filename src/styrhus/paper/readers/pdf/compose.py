"""Lines become paragraphs, headings and items; tables become tables of the reading."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from styrhus.paper.readers.assemble_shapes import BULLET, looks_like_heading
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.layout import Item
from styrhus.paper.readers.pdf.parted import Parted
from styrhus.paper.readers.pdf.piece import Piece
from styrhus.paper.readers.pdf.texts import joined
from styrhus.paper.reading import Block, TextBlock, TextKind
from styrhus.values.place import Place

_LARGER = 1.13
_DEEPEST = 5
_LONGEST_HEADING = 200


def blocks(pages: Sequence[Sequence[Item]], known: Set[str] = frozenset()) -> list[Block]:
    """The document's blocks; levels of headings follow the sizes that the whole document uses.

    `known` are words of the document.
    """
    body = _body_size(item for items in pages for item in items)
    levels = _levels((item for items in pages for item in items), body)
    made = Parted()
    for items in pages:
        for group in _groups(items):
            if not isinstance(group, FoundTable):
                made.add_text(_text(group, levels))
                continue
            table = group.read(known)
            if table is not None:
                made.add_table(group, table)
    return made.blocks


def _groups(items: Iterable[Item]) -> Iterator[FoundTable | list[Piece]]:
    held: list[Piece] = []
    for item in items:
        if isinstance(item, Piece) and held and item.joins and item.kind == held[-1].kind:
            held.append(item)
            continue
        if held:
            yield held
        held = [item] if isinstance(item, Piece) else []
        if isinstance(item, FoundTable):
            yield item
    if held:
        yield held


def _body_size(items: Iterable[Item]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for item in items:
        if isinstance(item, Piece) and not item.strong:
            sizes[round(item.size * 2) / 2] += len(item.text)
    return max(sizes, key=lambda size: sizes[size], default=11.0)


def _levels(items: Iterable[Item], body: float) -> dict[float, int]:
    """The level of headings of each size larger than the body's; bold ones of the body's size come below them."""
    sizes: Counter[float] = Counter()
    for item in items:
        if isinstance(item, Piece) and item.size > body * _LARGER and looks_like_heading(item.text):
            sizes[round(item.size * 2) / 2] += 1
    ranked = sorted(sizes, reverse=True)
    found = {size: min(rank, _DEEPEST - 1) for rank, size in enumerate(ranked, 1)}
    return found | {0.0: min(len(ranked) + 1, _DEEPEST)}


def _text(group: list[Piece], levels: dict[float, int]) -> TextBlock:
    first = group[0]
    text = first.text
    for piece in group[1:]:
        text = joined(text, piece.text)
    place = Place(page=first.page, line=first.line, quote="")
    if first.kind is not TextKind.PARAGRAPH or first.declared:
        return TextBlock(first.kind, text, place, first.level, first.strong, first.declared)
    short = len(text) < _LONGEST_HEADING and looks_like_heading(text) and not BULLET.match(text)
    size = round(first.size * 2) / 2
    if short and size in levels:
        return TextBlock(TextKind.HEADING, text, place, levels[size], first.strong)
    level = levels[0.0] if short and first.strong else 0
    return TextBlock(TextKind.PARAGRAPH, text, place, level, first.strong)
