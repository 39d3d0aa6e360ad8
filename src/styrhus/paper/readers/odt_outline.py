"""Numbers that OpenDocument gives chapters by itself, which stand nowhere in the text."""

from collections.abc import Iterable

from styrhus.paper.readers.odt_words import STYLE, TEXT
from styrhus.paper.readers.spans import count
from styrhus.paper.readers.xml_tree import Element

_DEEPEST = 10


class Outline:
    """Counts chapters as the document is read from its beginning; `roots` are the file's parts."""

    def __init__(self, roots: Iterable[Element]) -> None:
        levels = (level for root in roots for level in root.iter(TEXT + "outline-level-style"))
        self._levels = {count(level.get(TEXT + "level")): level for level in levels}
        self._counts = [0] * (_DEEPEST + 1)

    def label(self, level: int) -> str:
        """The next number of a heading of that level; empty where headings are not numbered."""
        level = min(level, _DEEPEST)
        self._counts[level] += 1
        self._counts[level + 1 :] = [0] * (_DEEPEST - level)
        form = self._levels.get(level)
        if form is None or form.get(STYLE + "num-format", "") != "1":
            return ""
        first = level - count(form.get(TEXT + "display-levels")) + 1
        number = ".".join(str(max(self._counts[at], 1)) for at in range(max(first, 1), level + 1))
        return f"{form.get(STYLE + 'num-prefix', '')}{number}{form.get(STYLE + 'num-suffix', '')}".strip()
