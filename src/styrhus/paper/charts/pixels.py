"""Draws a specification whose marks all stand in pixels, without the engine: a lever's fan must follow the hand.

It knows lines, areas and texts without scales, which is all that a fan is made of, and writes what the engine would
write: same points, same type, same colours.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from styrhus.paper.charts.theme import INK, LINE, TYPE

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_BASELINE = 4
"""Pixels from the middle of a line of text to its baseline, as the engine has it for our type."""
Layer = Mapping[str, Any]


def can_draw(specification: Mapping[str, Any]) -> bool:
    """Whether every layer is a line, an area or a text at pixels."""
    layers = specification.get("layer", ())
    return bool(layers) and all(_is_text(layer) or _is_path(layer) for layer in layers)


def _is_text(layer: Layer) -> bool:
    mark = layer.get("mark", {})
    return mark.get("type") == "text" and {"x", "y"} <= set(mark)


def _is_path(layer: Layer) -> bool:
    encoding = layer.get("encoding", {})
    scales = [encoding.get(axis, {}).get("scale", "") for axis in ("x", "y")]
    return layer.get("mark", {}).get("type") in {"line", "area"} and scales == [None, None]


def svg(specification: Mapping[str, Any]) -> str:
    """The drawing; call it only for what `can_draw`."""
    padding, config = specification["padding"], specification["config"]
    width = padding["left"] + specification["width"] + padding["right"]
    height = padding["top"] + specification["height"] + padding["bottom"]
    shapes = "".join(_shape(layer, config["font"]) for layer in specification["layer"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}"><g fill="none" stroke-miterlimit="10" '
        f'transform="translate({padding["left"]:g},{padding["top"]:g})">{shapes}</g></svg>'
    )


def _shape(layer: Layer, font: str) -> str:
    mark, values = layer["mark"], layer["data"]["values"]
    if mark["type"] == "text":
        return "".join(_texts(mark, values[0]["words"], font))
    return _area(mark, values) if mark["type"] == "area" else _line(mark, values)


def _texts(mark: Mapping[str, Any], lines: Sequence[str], font: str) -> Iterator[str]:
    anchor = _ANCHORS[mark["align"]]
    for number, words in enumerate(lines):
        y = mark["y"] + _BASELINE + (number - (len(lines) - 1) / 2) * LINE
        yield (
            f'<text text-anchor="{anchor}" transform="translate({mark["x"]:g},{y:g})" font-family="{escape(font)}" '
            f'font-size="{TYPE}px" font-weight="{mark["fontWeight"]}" fill="{INK}">{escape(words)}</text>'
        )


def _line(mark: Mapping[str, Any], values: Sequence[Mapping[str, float]]) -> str:
    dash = ",".join(f"{part:g}" for part in mark.get("strokeDash", ()))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    opacity = f' opacity="{mark["opacity"]:g}"' if "opacity" in mark else ""
    path = _path(values, "y")
    return f'<path d="{path}" stroke="{mark["color"]}" stroke-width="{mark["strokeWidth"]:g}"{dashed}{opacity}/>'


def _area(mark: Mapping[str, Any], values: Sequence[Mapping[str, float]]) -> str:
    """Along the upper edge and back along the lower."""
    back = _path(list(reversed(values)), "y2").replace("M", "L", 1)
    return f'<path d="{_path(values, "y")}{back}Z" fill="{mark["color"]}" opacity="{mark["opacity"]:g}"/>'


def _path(values: Sequence[Mapping[str, float]], height: str) -> str:
    return "M" + "L".join(f"{value['x']:g},{value[height]:g}" for value in values)
