"""Words put together to texts: lines joined, words that a line's end broke mended."""

import re
from collections.abc import Iterable
from itertools import groupby

from styrhus.paper.readers.assemble_sentences import rejoined
from styrhus.paper.readers.pdf.word import Word, by_lines

_NUMBER_LINE = re.compile(r"[-+−–(]?\s?\d[\d\s.,]*%?\)?\*?")
_MARKED = re.compile(r"[•●▪◦‣\uf0b7\uf0a7]|[-–]\s")
_LETTERS_END = re.compile(r"[^\W\d_]$")
_WORD = re.compile(r"[^\W\d_]+$")
_SMALL_WORDS = frozenset(
    {"av", "i", "på", "om", "och", "för", "med", "en", "ett", "per", "st", "tkr", "kr", "mkr", "ut", "vid", "som", "ej"}
    | {"år", "mm", "m", "el", "hos", "å", "og", "til", "fra", "kl", "ja", "tai", "eur", "te", "of", "in", "and", "to"}
)
_MINUS_END = re.compile(r"(?:^|\s)[-−–]$")


def line_text(words: Iterable[Word]) -> str:
    """Words of one line with spaces between them, except where the file has none."""
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts).strip()


def joined(first: str, rest: str) -> str:
    """Two lines of one paragraph as one text; a hyphen goes where it only parted the word."""
    if first.endswith("-") and not _MINUS_END.search(first) and rest[:1].islower():
        return rejoined(first, rest)
    if first.endswith(("-", "–", "/")) and len(first) > 1 and first[-2].isalnum() and rest[:1].isalnum():
        return first + rest
    if _MINUS_END.search(first) and rest[:1].isdigit():
        return first + rest
    return f"{first} {rest}"


def cell_text(words: Iterable[Word], right: float | None = None) -> str:
    """A cell's text: its lines joined; numbers below each other and marked items stay on lines of their own.

    `right` is the cell's right side, where it is drawn: a word that fills the cell may go on without a hyphen.
    """
    lines = by_lines(words)
    text, last = "", ""
    previous: list[Word] = []
    for words_of_line in lines:
        line = line_text(words_of_line)
        if not line:
            continue
        if not text:
            text = line
        elif (_NUMBER_LINE.fullmatch(last) and _NUMBER_LINE.fullmatch(line)) or _MARKED.match(line):
            text = f"{text}\n{line}"
        elif right is not None and _is_cut(last, line, previous[-1], right):
            text += line
        else:
            text = joined(text, line)
        last, previous = line, words_of_line
    return text


def paragraph_text(words: Iterable[Word]) -> str:
    """Words of one paragraph in the order of the file, its lines joined."""
    text = ""
    for _, line in groupby(words, key=lambda word: word.line):
        more = line_text(line)
        text = joined(text, more) if text and more else text or more
    return text


def _is_cut(line: str, following: str, end: Word, right: float) -> bool:
    """A lone word too long for its cell goes on in the next line with no hyphen between."""
    rest = _WORD.match(following)
    short = rest is not None and len(following) <= 3 and following.islower() and following not in _SMALL_WORDS
    return short and bool(_WORD.fullmatch(line)) and len(line) > 5 and end.x1 > right - end.size


def strong(words: Iterable[Word]) -> bool:
    """Whether most of the letters are bold."""
    held = list(words)
    bold = sum(len(word.text) for word in held if word.strong)
    return bool(held) and bold * 2 > sum(len(word.text) for word in held)
