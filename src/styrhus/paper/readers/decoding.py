"""Bytes to text: the encodings that Nordic offices write, and no character lost in silence."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg

_MULTI_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# å ä ö Å Ä Ö é æ ø Æ Ø in each, by which the two are told apart.
_WINDOWS = re.compile(rb"[\xe5\xe4\xf6\xc5\xc4\xd6\xe9\xe6\xf8\xc6\xd8]")
_DOS = re.compile(rb"[\x86\x84\x94\x8f\x8e\x99\x82\x91\x9b\x92\x9d]")
_LOST = "\ufffd"


def decode(content: bytes, name: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text, with a warning that names the first line where characters could not be read."""
    text = content.decode(encoding_of(content), "replace").removeprefix("\ufeff")
    if _LOST not in text or _LOST.encode() in content:
        return text, ()
    first = text.index(_LOST)
    problem = Problem(
        msg("{count} characters could not be read.", count=text.count(_LOST)),
        msg("Save the file as UTF-8."),
        name,
        row=text.count("\n", 0, first) + 1,
        value=text[max(0, first - 20) : first + 20].replace("\n", " "),
        severity=Severity.WARNING,
    )
    return text, (problem,)


def encoding_of(content: bytes) -> str:
    """A codec's name; UTF-8 also where most but not all of it is UTF-8."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if content.startswith(BOM_UTF8):
        return "utf-8"
    head = content[:4096]
    if b"\x00" in head:
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(content)
    return "utf-8"


def _single_byte(content: bytes) -> str:
    multi = len(_MULTI_BYTE.findall(content))
    if multi > len(_HIGH.findall(_MULTI_BYTE.sub(b"", content))):
        return "utf-8"
    dos = len(_DOS.findall(content)) > len(_WINDOWS.findall(content))
    return "cp850" if dos else "cp1252"
