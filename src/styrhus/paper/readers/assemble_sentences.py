"""Paragraphs that a page break or a hard line break parted in the middle of a sentence."""

import re
from dataclasses import replace

from styrhus.paper.readers.assemble_shapes import is_sentence, is_skipped
from styrhus.paper.reading import Block, TextBlock, TextKind

_HYPHEN = re.compile(r"[^\W\d_][-\u00ad]$")
_AND = re.compile(r"(?:och|eller|samt|og|ja|tai|and|or)\b")
_FEWEST = 40


def sentences(blocks: list[Block]) -> list[Block]:
    """Put the rest of a sentence back where it began; what stood between follows after it."""
    found: list[Block] = []
    open_at: int | None = None
    for block in blocks:
        if isinstance(block, TextBlock) and block.kind is TextKind.PARAGRAPH and block.text:
            held = found[open_at] if open_at is not None else None
            if open_at is not None and isinstance(held, TextBlock) and _goes_on(held, block):
                found[open_at] = replace(held, text=rejoined(held.text, block.text))
                continue
            open_at = len(found)
        elif not is_skipped(block):
            open_at = None
        found.append(block)
    return found


def _goes_on(held: TextBlock, block: TextBlock) -> bool:
    if len(held.text) < _FEWEST or is_sentence(held.text) or held.declared or held.strong != block.strong:
        return False
    return block.text[:1].islower() and not re.match(r"[a-zåäö]\)", block.text)


def rejoined(first: str, rest: str) -> str:
    """The two parts of a text as one, without the hyphen that parted a word."""
    if _HYPHEN.search(first) and not _AND.match(rest):
        return first[:-1] + rest
    return f"{first} {rest}"
