"""A line of text on its way to become (part of) a block."""

from dataclasses import dataclass

from styrhus.paper.readers.pdf.texts import line_text, strong
from styrhus.paper.readers.pdf.word import Word
from styrhus.paper.reading import TextKind


@dataclass(slots=True)
class Piece:
    """A line with its place; `joins` tells that it goes on from the line before it.

    `zone` is where on the page it stands: -1 near the head, 1 near the foot, else 0. `kind`, `level` are set when
    the file declares them.
    """

    text: str
    page: int
    line: int
    top: float
    base: float
    x0: float
    x1: float
    size: float
    strong: bool
    zone: int = 0
    joins: bool = False
    kind: TextKind = TextKind.PARAGRAPH
    level: int = 0
    declared: bool = False


def piece(words: list[Word], page: int, height: float) -> Piece:
    """A line of words in order."""
    top, base = min(w.top for w in words), max(w.base for w in words)
    letters = sum(len(w.text) for w in words)
    size = sum(w.size * len(w.text) for w in words) / max(letters, 1)
    zone = -1 if base < 0.12 * height else 1 if base > 0.88 * height else 0
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    return Piece(line_text(words), page, words[0].line, top, base, x0, x1, size, strong(words), zone)
