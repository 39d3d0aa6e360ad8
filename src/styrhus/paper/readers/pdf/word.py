"""Words on a page and the straight lines drawn on it, in points from the upright page's upper left corner."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """Characters without a space or a gap between them.

    `base` is the baseline. `glued` tells that no space stands before it on its line (the marks of the file change
    within a word). `mark` is the marked content it belongs to (-1 none), `artifact` that the file calls it no part
    of the text. `line` is its line's number on the page. `turned` is text that does not stand upright.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    strong: bool = False
    mark: int = -1
    artifact: bool = False
    glued: bool = False
    turned: bool = False
    line: int = 0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Box:
    """A rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, word: Word, slack: float = 0.0) -> bool:
        """Whether the middle of a word stands in it."""
        y = word.base - word.size * 0.3
        return self.x0 - slack <= word.middle <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack


@dataclass(slots=True)
class Ruling:
    """A horizontal (or vertical) line: `at` is its y (or x), from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """What stands on a page; `images` is the share of it that pictures cover.

    `turns` is by how many quarters the text had to be turned clockwise to stand upright.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Ruling] = field(default_factory=list)
    down: list[Ruling] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    images: float = 0.0
    turns: int = 0


def around(words: Iterable[Word]) -> Box:
    """The smallest box around words."""
    held = list(words)
    return Box(
        min(w.x0 for w in held), min(w.top for w in held), max(w.x1 for w in held), max(w.bottom for w in held)
    )  # fmt: skip


def by_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words by their lines on the page, from above, each line from the left."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [sorted(lines[number], key=lambda w: w.x0) for number in sorted(lines)]
