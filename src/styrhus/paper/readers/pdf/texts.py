"""Words put together to texts: lines joined, words that a line's end broke mended."""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from styrhus.paper.readers.assemble_sentences import rejoined
from styrhus.paper.readers.pdf.word import Word, by_lines

_NUMBER_LINE = re.compile(r"[-+−–(]?\s?\d[\d\s.,]*%?\)?\*?")
_MARKED = re.compile(r"[•●▪◦‣\uf0b7\uf0a7]|[-–]\s")
_LETTERS_END = re.compile(r"[^\W\d_]$")
_WORD_AT_START = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
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


def cell_text(words: Iterable[Word], side: float | None = None, known: Set[str] = frozenset()) -> str:
    """A cell's text: its lines joined; numbers below each other and marked items stay on lines of their own.

    `side` is where the column's longest line ends: a word that is too long for it goes on in the next line without
    a hyphen. `known` are the document's words, which tell such a word from two.
    """
    text, last = "", ""
    previous: list[Word] = []
    for words_of_line in by_lines(words):
        line = line_text(words_of_line)
        if not line:
            continue
        if not text:
            text = line
        elif (_NUMBER_LINE.fullmatch(last) and _NUMBER_LINE.fullmatch(line)) or _MARKED.match(line):
            text = f"{text}\n{line}"
        elif side is not None and _is_cut(last, line, previous[-1], side) and _is_one(last, line, known):
            text += line
        else:
            text = joined(text, line)
        last, previous = line, words_of_line
    return text


def _is_cut(line: str, following: str, end: Word, side: float) -> bool:
    """Whether a lone word fills its line and may go on in the next."""
    rest = _WORD_AT_START.match(following)
    return (
        rest is not None
        and rest[0][0].islower()
        and bool(_LONG_WORD.fullmatch(line))
        and end.x1 > side - 0.6 * end.size
    )


def _is_one(line: str, following: str, known: Set[str]) -> bool:
    """Whether two parts make a word that the document has elsewhere, or the second is none that it has."""
    rest = _WORD_AT_START.match(following)
    if rest is None:
        return False
    whole, second = (line + rest[0]).casefold(), rest[0].casefold()
    return whole in known or (second not in known and second not in _SMALL_WORDS and len(second) < 3)


def words_of(words: Iterable[Word]) -> Iterator[str]:
    """Words that stand within a line, where none is the rest of one cut in two."""
    last: Word | None = None
    for word in words:
        if last is not None and word.line == last.line and 0 < word.x0 - last.x1 < 0.6 * word.size:
            yield word.text.strip('.,;:()"”').casefold()
        last = word


def paragraph_text(words: Iterable[Word]) -> str:
    """Words of one paragraph in the order of the file, its lines joined."""
    text = ""
    for _, line in groupby(words, key=lambda word: word.line):
        more = line_text(line)
        text = joined(text, more) if text and more else text or more
    return text


def strong(words: Iterable[Word]) -> bool:
    """Whether most of the letters are bold."""
    held = list(words)
    bold = sum(len(word.text) for word in held if word.strong)
    return bool(held) and bold * 2 > sum(len(word.text) for word in held)
