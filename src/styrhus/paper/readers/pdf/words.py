"""The words of a page with their places, from the text layer."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from styrhus.paper.readers.pdf.upright import Upright
from styrhus.paper.readers.pdf.word import Box, Word

MOST_CHARACTERS = 60_000
"""On one page; a page with more is a drawing made of letters."""
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2010: "-", 0x2011: "-"}
_SPACES = {0x20, 0xA0, 0x2009, 0x202F, 0x2007, 0x3000, 0x09}
_BOLD = ("bold", "black", "heavy", "demi")
_FORCED_BOLD = 1 << 18
_MOST_PAIRS = 40_000
_HALF = 0.5
_GAP = 0.18
"""Of the type size: a wider gap parts words where the file has no space."""


@dataclass(slots=True)
class Style:
    """What all characters of one text object have in common."""

    size: float
    strong: bool
    quarter: int
    mark: int
    artifact: bool


class Characters:
    """Walks the characters of a page and puts them into words."""

    def __init__(self, raw: Any, upright: Upright, *, tagged: bool) -> None:
        self._raw, self._upright, self._tagged = raw, upright, tagged
        self._styles: dict[int, Style] = {}
        self._fonts: dict[bytes, bool] = {}
        self._words: list[Word] = []
        self._open: Word | None = None
        self._quarter = 0
        self._style_before: Style | None = None
        self._spaced = True
        self._last_wide = 0.0  # letters that one sign joins (tt, fi) all stand in its place
        self._letters: Counter[int] = Counter()

    def words(self) -> list[Word]:
        """All words in the order of the file; characters beyond `MOST_CHARACTERS` are left."""
        raw, rect = self._raw, pdfium.FS_RECTF()
        unicode_at: Callable[..., int] = pdfium.FPDFText_GetUnicode
        for index in range(min(pdfium.FPDFText_CountChars(raw), MOST_CHARACTERS)):
            code = unicode_at(raw, index)
            held = pdfium.FPDFText_GetTextObject(raw, index)
            if not held or code in _SPACES or code < 2:
                self._spaced = self._spaced or code in _SPACES or code in (10, 13)
                continue
            style = self._style(held, index)
            pdfium.FPDFText_GetLooseCharBox(raw, index, rect)
            self._letters[style.quarter] += 1
            if style is self._style_before and self._follows(code, rect, style):
                continue
            self._style_before = style
            box = self._upright.box(rect.left, rect.bottom, rect.right, rect.top)
            self._add(_HYPHENS.get(code) or chr(code), box, style, index)
        for word in self._words:
            if not word.text.isascii():
                word.text = unicodedata.normalize("NFC", word.text)
        return self._words

    def _follows(self, code: int, rect: Any, style: Style) -> bool:
        """Whether a character only goes on in the word of the text object before it; then it is put there.

        Most characters do, and this is the quick way.
        """
        word = self._open
        if word is None or self._spaced or style.quarter or self._upright.turns:
            return False
        left, right = rect.left - self._upright.left, rect.right - self._upright.left
        if not -max(style.size * 0.5, self._last_wide) < left - word.x1 < style.size * _GAP:
            return False
        word.text += _HYPHENS.get(code) or chr(code)
        word.x1 = max(word.x1, right)
        self._last_wide = (right - left) * 1.05 + 0.1
        return True

    def _style(self, held: Any, index: int) -> Style:
        key = ctypes.addressof(held.contents)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = self._read_style(held, index)
        return found

    def _read_style(self, held: Any, index: int) -> Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * math.hypot(matrix.c, matrix.d)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(held) if self._tagged else -1
        artifact = self._tagged and mark < 0 and _is_artifact(held)
        strong = self._is_strong(index) or pdfium.FPDFTextObj_GetTextRenderMode(held) == 2
        return Style(size or 1.0, strong, self._upright.quarter(matrix.a, matrix.b), mark, artifact)

    def _is_strong(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, 128, flags)
        known = self._fonts.get(name.value)
        if known is None:
            lowered = name.value.decode("utf-8", "replace").casefold()
            known = any(word in lowered for word in _BOLD) or bool(flags.value & _FORCED_BOLD)
            self._fonts[name.value] = known
        return known

    def _add(self, text: str, box: Box, style: Style, index: int) -> None:
        last = self._open
        if style.quarter:
            self._add_turned(text, box, style)
        elif last is not None and not self._spaced and not last.turned and self._goes_on(last, box, style):
            if last.mark == style.mark and last.strong == style.strong:
                last.text += text
                last.x1, last.top, last.bottom = (
                    max(last.x1, box.x1),
                    min(last.top, box.top),
                    max(last.bottom, box.bottom),
                )
            else:
                self._begin(text, box, style, index)
                self._words[-1].glued = True
        else:
            self._begin(text, box, style, index)
        self._spaced = False
        self._last_wide = (box.x1 - box.x0) * 1.05 + 0.1

    def _goes_on(self, last: Word, box: Box, style: Style) -> bool:
        gap = box.x0 - last.x1
        same_line = box.top < last.bottom - 0.3 * last.size and box.bottom > last.top + 0.3 * last.size
        return same_line and -max(style.size * 0.5, self._last_wide) < gap < style.size * _GAP

    def _begin(self, text: str, box: Box, style: Style, index: int) -> None:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        base = self._upright.point(x.value, y.value)[1]
        self._open = Word(
            text, box.x0, box.top, box.x1, box.bottom, base, style.size, style.strong, style.mark, style.artifact
        )
        self._words.append(self._open)

    def _add_turned(self, text: str, box: Box, style: Style) -> None:
        last = self._open
        near = last is not None and last.turned and self._quarter == style.quarter and _touches(last, box, style.size)
        if last is not None and near:
            last.text += f" {text}" if self._spaced else text
            last.x0, last.x1 = min(last.x0, box.x0), max(last.x1, box.x1)
            last.top, last.bottom = min(last.top, box.top), max(last.bottom, box.bottom)
        else:
            last = Word(text, box.x0, box.top, box.x1, box.bottom, box.bottom, style.size, style.strong, style.mark)
            last.turned, last.artifact = True, style.artifact
            self._open = last
            self._words.append(last)
        self._quarter = style.quarter
        last.base = (last.top + last.bottom) / 2 + last.size * 0.3

    @property
    def letters(self) -> Counter[int]:
        """How many characters run in each direction, in quarters counter-clockwise from upright."""
        return self._letters


def _touches(last: Word, box: Box, size: float) -> bool:
    across = min(last.x1, box.x1) - max(last.x0, box.x0)
    return across > 0.3 * size and box.top < last.bottom + size and box.bottom > last.top - size


def _is_artifact(held: Any) -> bool:
    for number in range(max(0, pdfium.FPDFPageObj_CountMarks(held))):
        mark = pdfium.FPDFPageObj_GetMark(held, number)
        buffer = (ctypes.c_ushort * 32)()
        length = ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        if bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace") == "Artifact":
            return True
    return False


def numbered_lines(words: list[Word]) -> None:
    """Give every upright word the number of its line on the page; columns side by side share their numbers.

    Raised or lowered signs go with the line that they stand at.
    """
    upright = sorted((w for w in words if not w.turned), key=lambda w: w.base)
    number, base, size = 0, -math.inf, 0.0
    for word in upright:
        if word.base - base > max(0.28 * max(size, word.size), 0.8):
            number, base, size = number + 1, word.base, word.size
        word.line = number
        size = max(size, word.size)
    _settle_raised(upright)
    _settle_beside(upright)
    for word in words:
        if word.turned:
            word.line = min((w.line for w in upright if w.base >= word.base), default=number)


def _settle_raised(words: list[Word]) -> None:
    """A note's raised mark stands on a baseline of its own a little above the words beside it."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    for number in sorted(lines):
        below = lines.get(number + 1, [])
        if len(lines[number]) * len(below) > _MOST_PAIRS:
            continue
        for word in lines[number]:
            beside = next((w for w in below if _is_raised(word, w)), None)
            if beside is not None:
                word.line = beside.line


def _settle_beside(words: list[Word]) -> None:
    """A row's name and its numbers may be set a little higher or lower than each other, and are one line still."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    held: list[Word] = []
    number = 0
    for at in sorted(lines):
        if held and _stand_beside(held, lines[at]):
            held = held + lines[at]
        else:
            number, held = number + 1, lines[at]
        for word in lines[at]:
            word.line = number


def _stand_beside(line: list[Word], other: list[Word]) -> bool:
    """Whether words less than half a line lower leave room for those of a line, and are of its size."""
    size, theirs = line[0].size, other[0].size
    if abs(size - theirs) > 0.2 * size or len(line) * len(other) > _MOST_PAIRS:
        return False
    if max(w.base for w in other) - min(w.base for w in line) >= _HALF * size:
        return False
    return all(a.x1 + size * 0.5 < b.x0 or b.x1 + size * 0.5 < a.x0 for a in line for b in other)


def _is_raised(mark: Word, word: Word) -> bool:
    return (
        mark.size < 0.8 * word.size
        and 0 < word.base - mark.base < 0.6 * word.size
        and -1 < mark.x0 - word.x1 < 0.4 * word.size
    )
