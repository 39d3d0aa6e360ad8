"""Where a short text beside a point covers least of what is drawn."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from styrhus.paper.charts.theme import LINE, text_width

Spot = tuple[float, float]
_STEP = 4
"""Pixels between the places along a stroke that are looked at."""


def beside(spot: Spot, text: str, drawn: Sequence[Spot], *, width: float, height: float) -> Spot:
    """The middle of `text` above, below or aslant of a point, whichever covers fewest of the spots `drawn`.

    The text stays within `width` and `height` pixels; of equal places the first, above, is taken.
    """
    x, y = spot
    half = text_width(text) / 2
    aslant = half + 6
    wanted = [(x, y - LINE), (x, y + LINE), (x + aslant, y - LINE), (x + aslant, y + LINE), (x, y - 1.7 * LINE),
              (x, y + 1.7 * LINE), (x + aslant + 4, y), (x - aslant, y - LINE), (x - aslant, y + LINE)]  # fmt: skip
    places = [(px, py) for px, py in wanted if half <= px <= width - half and 0 <= py <= height] or wanted[:1]
    return min(places, key=lambda place: _covered(place, half, drawn))


def along(ends: Sequence[Spot]) -> Iterator[Spot]:
    """Spots along the strokes between points in order, the points among them."""
    yield from ends[:1]
    for (x1, y1), (x2, y2) in pairwise(ends):
        steps = max(int(max(abs(x2 - x1), abs(y2 - y1)) / _STEP), 1)
        yield from ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(1, steps + 1))


def _covered(place: Spot, half: float, drawn: Iterable[Spot]) -> int:
    x, y = place
    return sum(abs(px - x) <= half + 2 and abs(py - y) <= LINE / 2 + 5 for px, py in drawn)
