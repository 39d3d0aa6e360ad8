"""Charts of named rows share this layout: labels to the left, marks in the middle."""

from collections.abc import Sequence

from styrhus.paper.charts.theme import INK, LINE, NARROW, Layer, label, text_width, wrapped

_SHARE, _NARROW_SHARE = 0.36, 0.42
"""The labels' largest part of the chart's width."""
_AIR = 14


class Rows:
    """Rows in a chart of `width` pixels with labels broken into lines; each row is as high as it needs."""

    def __init__(self, labels: Sequence[str], *, width: float, least: float = 0.0, air: float = _AIR) -> None:
        room = width * (_NARROW_SHARE if width <= NARROW else _SHARE)
        self.labels = [wrapped(text, room) for text in labels]
        lines = [text.split("\n") for text in self.labels]
        self.left = 14 + max(text_width(line) for row in lines for line in row)
        self.heights = [max(len(row) * LINE, least) + air for row in lines]
        self.height = sum(self.heights)

    def top(self, index: int) -> float:
        return sum(self.heights[:index])

    def middle(self, index: int) -> float:
        return self.top(index) + self.heights[index] / 2

    def names(self, *, strong: Sequence[int] = ()) -> list[Layer]:
        """The labels, right-aligned against the plot; a label of several lines is centred on its row."""
        return [self._name(index, index in strong) for index in range(len(self.labels))]

    def _name(self, index: int, strong: bool) -> Layer:
        lines = self.labels[index].count("\n")
        return label(-12, self.middle(index) - lines * LINE / 2, self.labels[index], align="right", strong=strong)


def box(x: float, x2: float, *, y: float, y2: float, **look: object) -> Layer:
    """A rectangle in pixels of the plot."""
    return _mark({"type": "rect", "x": x, "x2": x2, "y": y, "y2": y2, **look})


def upright(x: float, *, y: float, y2: float, width: float, **look: object) -> Layer:
    """An upright line, drawn as a thin rectangle around `x`."""
    return box(x - width / 2, x + width / 2, y=y, y2=y2, color=INK, **look)


def _mark(mark: dict[str, object]) -> Layer:
    return {"data": {"values": [{}]}, "mark": mark, "encoding": {}}
