"""What all charts share: size, type, colours, and the frame of a specification."""

import textwrap
from collections.abc import Mapping, Sequence

from styrhus.paper.fonts import TEXT_FAMILY
from styrhus.paper.palette import MARK_MUTED, MARKS

WIDTH = 605
"""Pixels; the text width of an A4 page at 96 to the inch, so that 12 pixels print as 9 points."""
NARROW = 345
"""Pixels for a telephone, where the same type must stay legible."""
TYPE = 13
LINE = 16
_CHARACTER = 0.52
INK = "currentColor"

Specification = dict[str, object]
Layer = dict[str, object]

LOOKS = (
    {"color": MARKS[0], "dash": [1, 0], "shape": "circle"},
    {"color": MARKS[1], "dash": [7, 3], "shape": "square"},
    {"color": MARKS[2], "dash": [2, 2], "shape": "triangle-up"},
    {"color": MARKS[3], "dash": [9, 3, 2, 3], "shape": "diamond"},
    {"color": MARK_MUTED, "dash": [4, 4], "shape": "cross"},
)
"""Colour, line and point of each series: any two can be told apart in black and white."""


def text_width(text: str, *, size: float = TYPE) -> float:
    """About how many pixels a text takes, on the generous side so that a reader's own font fits too."""
    return len(text) * size * _CHARACTER


def wrapped(text: str, width: float) -> str:
    """`text` in lines that fit `width` pixels, broken between words; only a longer word is hyphenated."""
    room = max(int(width / (TYPE * _CHARACTER)), 8)
    words = [part for word in text.split(" ") for part in _parts(word, room)]
    return "\n".join(textwrap.wrap(" ".join(words), room, break_long_words=True)) or text


def _parts(word: str, room: int) -> list[str]:
    if len(word) <= room or "-" in word:
        return [word]
    cut = min(room - 1, len(word) - 4)
    return [word[:cut] + "-", *_parts(word[cut:], room)]


def label(x: float, y: float, text: str, *, align: str = "left", strong: bool = False) -> Layer:
    """A text at pixels from the plot's upper left corner, line feeds breaking it.

    The words are data: in the mark itself the engine would take some of them for expressions.
    """
    mark = {
        "type": "text", "align": align, "baseline": "middle", "x": x, "y": y, "fontWeight": 600 if strong else 400,
        "lineHeight": LINE,
    }  # fmt: skip
    encoding = {"text": {"field": "words", "type": "nominal"}}
    return {"data": {"values": [{"words": text.split("\n")}]}, "mark": mark, "encoding": encoding}


def frame(
    layers: Sequence[Layer], *, plot: tuple[float, float], padding: Mapping[str, float], description: str
) -> Specification:
    """A specification of `layers` over a plot of exactly `plot` pixels with room for labels around it."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": description,
        "width": plot[0],
        "height": plot[1],
        "padding": dict(padding),
        "autosize": {"type": "none"},
        "background": None,
        "config": _CONFIG,
        "layer": list(layers),
    }


_CONFIG = {
    "font": TEXT_FAMILY,
    "aria": False,
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": TYPE, "fontWeight": 400},
    "rule": {"color": INK},
    "axis": {
        "labelColor": INK, "labelFontSize": TYPE, "labelFontWeight": 400, "labelPadding": 6, "title": None,
        "domain": False, "ticks": False, "gridColor": INK, "gridOpacity": 0.14, "labelOverlap": False,
        "labelFlush": False, "labelLimit": 0,
    },
}  # fmt: skip
