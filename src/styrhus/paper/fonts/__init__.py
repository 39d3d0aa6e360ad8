"""The fonts of documents and charts, and which characters they can show."""

import unicodedata
from functools import cache
from pathlib import Path

from styrhus.paper.printable import REPLACEMENT

FOLDER = Path(__file__).parent
TEXT_FAMILY = "Styrhus Sans"
SIGNS_FAMILY = "DejaVu Sans"
FAMILIES = (TEXT_FAMILY, SIGNS_FAMILY)
STACK = '"Styrhus Sans", "Source Sans 3", "Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif'
"""For pages, where the reader's own fonts step in when ours are not loaded."""


@cache
def coverage() -> frozenset[str]:
    """Every character that FAMILIES have a glyph for."""
    lines = (FOLDER / "coverage.txt").read_text(encoding="ascii").splitlines()
    ranges = [[int(part, 16) for part in line.split()] for line in lines]
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


def showable(text: str) -> str:
    """`text` with composed letters; what our fonts cannot show becomes a visible U+FFFD.

    Invisible format characters are dropped, since a sign in their place would be worse.
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    held = coverage()
    return "".join(char if char in held or char == "\n" else _substitute(char) for char in composed)


def drawable(text: str) -> str:
    """`showable` text for drawings, which cannot join a mark of one font to a letter of the other."""
    if text.isascii():
        return text
    return "".join(char for char in showable(text) if unicodedata.category(char) not in ("Cf", "Mn", "Me"))


def _substitute(char: str) -> str:
    if unicodedata.category(char) in ("Cf", "Mn", "Me") or "\ufe00" <= char <= "\ufe0f":
        return ""
    return REPLACEMENT
