"""Short forms of what stands in a document, for quotes and messages."""

import re
from collections.abc import Sequence

from styrhus.values.text import Text, msg

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_SPACE = re.compile(r"\s+")
_MOST_NAMED = 5


def plain(text: str) -> str:
    """A text without tags left from a web editor and with single spaces."""
    return _SPACE.sub(" ", _TAG.sub(" ", text) if "<" in text else text).strip()


def short(text: str, length: int = 90) -> str:
    """The beginning of a text, cut between words."""
    held = plain(text)
    if len(held) <= length:
        return held
    return held[:length].rsplit(" ", 1)[0].rstrip(" ,.;:-") + " …"


def listed(names: Sequence[str], *, length: int = 70) -> Text:
    """The first names of a list in quotes, and how many more there are."""
    first = "; ".join(f"”{short(name, length)}”" for name in names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return msg("{names}", names=first)
    return msg("{names} and {count} more", names=first, count=len(names) - _MOST_NAMED)
