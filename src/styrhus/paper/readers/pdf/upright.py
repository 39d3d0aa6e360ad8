"""Turns a page's own coordinates into those of the page as it is shown: right and down from its upper left corner."""

from dataclasses import dataclass

from styrhus.paper.readers.pdf.word import Box

_ALONG = {0: (1, 0), 1: (0, 1), 2: (-1, 0), 3: (0, -1)}


@dataclass(frozen=True)
class Upright:
    """`turns` is how many quarters clockwise the page is turned when shown; the box is the page's own, unturned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.turns % 4:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        if not self.turns:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))

    def quarter(self, dx: float, dy: float) -> int:
        """How many quarters counter-clockwise from upright text runs whose baseline has this direction."""
        direction = max(_ALONG, key=lambda q: _ALONG[q][0] * dx + _ALONG[q][1] * dy)
        return (direction - self.turns) % 4
