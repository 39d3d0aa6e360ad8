"""Running headers and footers, told by what comes again at the same place on page after page."""

import re
from collections import defaultdict
from collections.abc import Sequence

from styrhus.paper.readers.assemble_shapes import is_page_number
from styrhus.paper.readers.pdf.layout import Item
from styrhus.paper.readers.pdf.piece import Piece
from styrhus.paper.reading import TextKind

_DIGITS = re.compile(r"\d+")
_SHARE = 0.25
_NEAR = 6.0


def mark_edges(pages: Sequence[Sequence[Item]]) -> None:
    """Give such lines their kind, in place; page numbers too."""
    seen: dict[tuple[int, str], list[tuple[int, float]]] = defaultdict(list)
    for items in pages:
        for item in _edges(items):
            seen[_key(item)].append((item.page, item.base))
    for items in pages:
        for item in _edges(items):
            if _is_repeated(item, seen[_key(item)], len(pages)) or is_page_number(item.text, at_edge=True):
                item.kind, item.declared = TextKind.FURNITURE, True


def _edges(items: Sequence[Item]) -> list[Piece]:
    return [
        item
        for item in items
        if isinstance(item, Piece) and item.zone and item.kind in {TextKind.PARAGRAPH, TextKind.FURNITURE}
    ]


def _key(item: Piece) -> tuple[int, str]:
    return item.zone, _DIGITS.sub("#", item.text.casefold())


def _is_repeated(item: Piece, seen: list[tuple[int, float]], pages: int) -> bool:
    """Whether it stands at this height on enough pages; in a short document two are enough."""
    held = {page for page, base in seen if abs(base - item.base) < _NEAR}
    return len(held) >= max(2 if pages <= 5 else 3, _SHARE * min(pages, 40))
