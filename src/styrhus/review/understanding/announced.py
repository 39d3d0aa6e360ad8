"""Tables that a sentence announces (“in the table below”) and that do not come."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind
from styrhus.review.understanding.outline import UNCOUNTED

_BELOW = re.compile(
    r"\b(?:tabellen (?:nedan|nedenfor)|nedanstående tabell|(?:i|av) följande tabell|tabellen under|nedenstående tabell|"
    r"alla olevassa taulukossa|table below)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:listan nedan|nedanstående lista|(?:i|av) följande lista|listen nedenfor|luettelossa)\b", re.IGNORECASE
)
_CONDITION = re.compile(r"(?:^|[.!?]\s)\s*(?:om|i de fall|i förekommande fall)\b", re.IGNORECASE)


_NUMBER = re.compile(r"[-+−–]?\d[\d.,]*%?")
_FEW = 3


def unkept(blocks: tuple[Block, ...]) -> Iterator[TextBlock]:
    """Sentences that announce a table where a heading and then another such sentence, or the end, comes before any
    table; that another table follows later does not help when its own sentence announces it. A line that is mostly
    numbers may be a row of a table that was not recognised."""
    waiting: TextBlock | None = None
    passed = 0
    for block in blocks:
        if isinstance(block, ReadTable) or (waiting is not None and _may_be_row(block.text)):
            waiting = None
        elif block.kind is TextKind.HEADING:
            passed += 1
        elif block.kind not in UNCOUNTED and _announces(block.text):
            if waiting is not None and passed:
                yield waiting
            waiting, passed = block, 0
        elif block.kind not in UNCOUNTED and waiting is not None and passed and _OTHER.search(block.text):
            yield waiting
            waiting = None
    if waiting is not None and passed:
        yield waiting


def _may_be_row(text: str) -> bool:
    words = text.split()
    numbers = sum(_NUMBER.fullmatch(word) is not None for word in words)
    return numbers >= _FEW and 2 * numbers >= len(words)


def _announces(text: str) -> bool:
    found = _BELOW.search(text)
    if found is None:
        return False
    begins = max(text.rfind(". ", 0, found.start()), 0)
    return _CONDITION.match(text[begins : found.start()]) is None
