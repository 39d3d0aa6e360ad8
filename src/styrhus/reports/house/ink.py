"""The pencil of the house: text, boxes, status shapes, arrows as SVG that print, page and document all understand.

Every colour is an attribute, so that a document needs no style sheet, and a class, by which a web page gives it the
colours of its own scheme: `f-…` is filled, `s-…` is stroked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from styrhus.paper.palette import LIGHT
from styrhus.plan.status_word import StatusWord

COLOURS = {
    "ink": LIGHT.ink,
    "muted": LIGHT.muted,
    "wall": "#ffffff",
    "rule": "#8a8374",
    "hair": "#d3ccbd",
    "roof": "#8a2b1d",
    "on-roof": "#fffaf3",
    "beam": "#efe9dc",
    "stone": "#e2dfd8",
    "mortar": "#b4afa5",
    "sea": "#1d4f73",
    "sea-light": "#b9cfdc",
    "reached": LIGHT.reached,
    "partly": LIGHT.partly,
    "not_reached": LIGHT.not_reached,
    "not_judged": LIGHT.not_judged,
}
FAMILY = "'Source Sans 3', 'Styrhus Sans', sans-serif"


Point = tuple[float, float]
Area = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True)
class Drawn:
    """A drawn part and how much height it took."""

    svg: str
    height: float


def fill(name: str) -> str:
    return f'class="f-{name}" fill="{COLOURS[name]}"'


def stroke(name: str, width: float = 1) -> str:
    return f'class="s-{name}" fill="none" stroke="{COLOURS[name]}" stroke-width="{width:g}"'


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 15,
    weight: int = 400,
    colour: str = "ink",
    anchor: str = "start",
) -> str:
    """One line of text with its baseline at `y`."""
    extra = f' font-weight="{weight}"' if weight != 400 else ""
    extra += f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}"{extra} {fill(colour)}>{escape(words)}</text>'


def lines(x: float, y: float, words: Sequence[str], *, size: float, step: float, **look: object) -> str:
    """Lines under each other, the first with its baseline at `y`."""
    return "".join(text(x, y + step * i, line, size=size, **look) for i, line in enumerate(words))  # type: ignore[arg-type]


def box(area: Area, look: str) -> str:
    x, y, width, height = area
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" {look}/>'


def line(start: Point, end: Point, look: str) -> str:
    return f'<path d="M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}" {look}/>'


def level(x: float, y: float, width: float, look: str) -> str:
    """A line from left to right."""
    return line((x, y), (x + width, y), look)


def shape(word: StatusWord, centre: Point, size: float = 14, colour: str = "") -> str:
    """The shape of a status: full, half, empty ring, or a dash for what cannot be judged."""
    (x, y), radius = centre, size / 2
    paint = colour or word.value
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{radius - 1:g}" {stroke(paint, 2)}/>'
    match word:
        case StatusWord.REACHED:
            return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" {fill(paint)}/>'
        case StatusWord.PARTLY:
            top, bottom, arc = y - radius + 1, y + radius - 1, radius - 1
            half = f"M{x:g} {top:g}A{arc:g} {arc:g} 0 0 0 {x:g} {bottom:g}Z"
            return f'{ring}<path d="{half}" {fill(paint)}/>'
        case StatusWord.NOT_REACHED:
            return ring
        case _:
            return level(x - radius * 0.7, y, radius * 1.4, stroke(paint, 2))


UP, LEVEL, DOWN = "M-5 5L5 -5M-2 -5H5V2", "M-6 0H6M1.5 -4.5L6 0L1.5 4.5", "M-5 -5L5 5M-2 5H5V-2"


def arrow(path: str, x: float, y: float) -> str:
    """UP for better, DOWN for worse, LEVEL for neither; the words beside it say the same."""
    return f'<path transform="translate({x:g} {y:g})" d="{path}" {stroke("ink", 1.8)}/>'
