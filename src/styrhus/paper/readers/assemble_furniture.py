"""What is repeated on each page, and what stands before the document itself."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from styrhus.paper.readers.assemble_shapes import is_page_number, is_sentence, is_text
from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind

_BARE = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_STEP, _SHORT = 3, 90
_FEWEST_PAGES, _SHARE_OF_PAGES = 3, 0.3
_FEWEST_LINKS, _LONG, _FEWEST_LONG = 20, 250, 4
_DOCUMENT_LISTS = re.compile(r"relevanta dokument|liknande dokument|transkript|transcript", re.IGNORECASE)


def furniture(blocks: list[Block], *, paged: bool) -> list[Block]:
    """Mark page numbers, and lines that come again at the head or foot of page after page.

    Where headers and footers stand apart from the text, so that it is not `paged`, nothing is told by where it stands.
    """
    edges = _edges(blocks) if paged else {}
    repeated = _repeated(blocks, edges)
    lone = _unpaged(blocks)
    return [
        replace(block, kind=TextKind.FURNITURE)
        if isinstance(block, TextBlock)
        and not block.declared
        and (
            index in lone
            or is_page_number(block.text, at_edge=index in edges)
            or _key(block, edges.get(index, "")) in repeated
        )
        else block
        for index, block in enumerate(blocks)
    ]


def _unpaged(blocks: list[Block]) -> set[int]:
    """Indices of what pages repeat where nothing tells pages: numbers that count up, and lines beside page numbers."""
    texts = [(i, b) for i, b in enumerate(blocks) if isinstance(b, TextBlock) and b.text and b.place.page is None]
    bare = [(index, int(block.text)) for index, block in texts if _BARE.fullmatch(block.text) and not block.declared]
    steps = [after - before for (_, before), (_, after) in pairwise(bare)]
    counted = len(bare) >= _FEWEST_PAGES and all(0 < step <= _LONGEST_STEP for step in steps)
    numbers = {index for index, _ in bare} if counted else set()
    numbers |= {index for index, block in texts if is_page_number(block.text, at_edge=False)}
    beside = [(i, b) for i, b in texts if {i - 1, i + 1} & numbers and i not in numbers and len(b.text) < _SHORT]
    often = Counter(_key(block, "") for _, block in beside)
    return numbers | {index for index, block in beside if often[_key(block, "")] >= _FEWEST_PAGES}


def _edges(blocks: list[Block]) -> dict[int, str]:
    """Indices of the first two and last two blocks of each page, with the end that they stand at."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.place.page is not None and (isinstance(block, ReadTable) or block.text):
            pages[block.place.page].append(index)
    found: dict[int, str] = {}
    for held in pages.values():
        found |= dict.fromkeys(held[:2], "head") | dict.fromkeys(held[2:][-2:], "foot")
    return found


def _key(block: TextBlock, end: str) -> tuple[str, str]:
    """What is alike on each page; numbers may differ, but not those of a sentence."""
    text = block.text.casefold()
    return end, text if is_sentence(text) else _DIGITS.sub("#", text)


def _repeated(blocks: list[Block], edges: dict[int, str]) -> frozenset[tuple[str, str]]:
    pages: dict[tuple[str, str], set[int]] = defaultdict(set)
    for index, end in edges.items():
        block = blocks[index]
        if isinstance(block, TextBlock) and block.place.page is not None and len(block.text) < _LONG:
            pages[_key(block, end)].add(block.place.page)
    all_pages = len({blocks[index].place.page for index in edges})
    least = max(_FEWEST_PAGES, all_pages * _SHARE_OF_PAGES)
    return frozenset(key for key, held in pages.items() if len(held) >= least)


def preface(blocks: list[Block]) -> list[Block]:
    """Mark a list of links that was copied along with the document from the web page it stood on.

    It is a long run of titles of other documents, of many years, before the first paragraph of a document that is
    otherwise running text.
    """
    first = next((i for i, block in enumerate(blocks) if _is_document(block)), None)
    if first is None:
        return blocks
    head = [block for block in blocks[:first] if is_text(block)]
    later = sum(isinstance(block, TextBlock) and len(block.text) >= _LONG for block in blocks[first:])
    if later < _FEWEST_LONG or not _is_list_of_links([b.text for b in head if isinstance(b, TextBlock)]):
        return blocks
    return [replace(b, kind=TextKind.PREFACE) if isinstance(b, TextBlock) else b for b in blocks[:first]] + blocks[
        first:
    ]


def _is_document(block: Block) -> bool:
    if isinstance(block, ReadTable) or block.declared or block.kind in {TextKind.CONTENTS, TextKind.ITEM}:
        return True
    return len(block.text) >= _LONG


def _is_list_of_links(texts: list[str]) -> bool:
    if len(texts) < _FEWEST_LINKS or sum(map(is_sentence, texts)) > len(texts) * 0.25:
        return False
    named = any(_DOCUMENT_LISTS.match(text) for text in texts)
    years = {year for text in texts for year in _YEAR.findall(text)}
    return named or (len(years) >= 4 and sum(bool(_YEAR.search(text)) for text in texts) >= len(texts) * 0.25)
