"""Numbers that Word gives headings and list items by itself, which stand nowhere in the text."""

import re
from collections import defaultdict

from styrhus.paper.readers.docx_package import value, w
from styrhus.paper.readers.xml_tree import Element

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 400


class Numbering:
    """Counts as the document is read from its beginning."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._abstract[element.get(w("abstractNumId"), "")] = element
            elif element.tag == w("num"):
                self._lists[element.get(w("numId"), "")] = element
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * 9)

    def label(self, number: str, level: str) -> str:
        """The next label of a list at a level, counted from "0"; empty for bullets and unknown lists."""
        element = self._lists.get(number)
        depth = int(level) if level.isdecimal() and int(level) < 9 else 0
        if element is None:
            return ""
        abstract = value(element, "abstractNumId")
        form = self._form(abstract, depth)
        counts = self._counts[abstract]
        held = counts[depth]
        counts[depth] = self._start(abstract, depth) if held is None else held + 1
        counts[depth + 1 :] = [None] * (8 - depth)
        if form is None or value(form, "numFmt") in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda found: self._count(abstract, int(found[1]) - 1), value(form, "lvlText")).strip()

    def _form(self, abstract: str, depth: int) -> Element | None:
        held = self._abstract.get(abstract)
        for level in held.findall(w("lvl")) if held is not None else ():
            if level.get(w("ilvl")) == str(depth):
                return level
        return None

    def _start(self, abstract: str, depth: int) -> int:
        start = value(self._form(abstract, depth), "start")
        return int(start) if start.isdecimal() else 1

    def _count(self, abstract: str, depth: int) -> str:
        if not 0 <= depth < 9:
            return ""
        held = self._counts[abstract][depth]
        number = self._start(abstract, depth) if held is None else held
        return _written(number, value(self._form(abstract, depth), "numFmt"))


def _written(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < number < _MOST:
        roman = ""
        for worth, sign in _ROMAN:
            roman += sign * (number // worth)
            number %= worth
        return roman.upper() if form == "upperRoman" else roman
    return str(number)
