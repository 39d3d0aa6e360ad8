"""Text that every format can carry: characters that XML forbids are shown as U+FFFD, never passed on."""

import re

REPLACEMENT = "\ufffd"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """`text` with one kind of line end and without characters that XML 1.0 forbids or discourages."""
    if text.isascii() and text.isprintable():
        return text
    return _FORBIDDEN.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Printable text on a single line, for headings, captions and attributes."""
    return " ".join(printable(text).split(" ")).replace("\n", " ").replace("\t", " ").strip()
