"""Draws a Vega-Lite specification with our fonts and the language's numbers; results are kept by content.

One whose marks all stand in pixels is drawn at once, see `pixels`.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from styrhus.paper import fonts, raster
from styrhus.paper.charts import pixels
from styrhus.paper.charts.clean import cleaned
from styrhus.paper.fonts import drawable
from styrhus.paper.printable import printable
from styrhus.paper.words import ADDRESSES
from styrhus.values.number import MINUS, NO_BREAK_SPACE

if TYPE_CHECKING:
    from types import ModuleType

VEGA_LITE = "6.4"
_DECIMAL_SIGNS = {"sv": ",", "en": "."}


def svg(specification: Mapping[str, object], language: str) -> str:
    """The chart as SVG on a transparent ground, text and axes in `currentColor`, free of English labels.

    It carries no text equivalent of its own; whoever places it adds `Chart.alt`.
    """
    if pixels.can_draw(specification):
        return pixels.svg(_printable_texts(specification))
    return _svg(_canonical(specification), language)


def png(specification: Mapping[str, object], language: str) -> bytes:
    """The chart in print colours at twice its size in pixels."""
    return raster.png(svg(specification, language))


def _printable_texts(specification: Mapping[str, object]) -> dict[str, object]:
    return {name: _printable(held) for name, held in specification.items()}


def _canonical(specification: Mapping[str, object]) -> str:
    return json.dumps(_printable(specification), sort_keys=True, ensure_ascii=False, allow_nan=False)


def _printable(value: object) -> object:
    """The same with texts that the engine can draw: it ends the whole process at a character XML forbids."""
    if isinstance(value, str):
        return drawable(printable(value))
    if isinstance(value, Mapping):
        return {key: _printable(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(held) for held in value]
    return value


@lru_cache(maxsize=256)
def _svg(canonical: str, language: str) -> str:
    drawn = _engine().vegalite_to_svg(
        canonical,
        vl_version=VEGA_LITE,
        format_locale=_number_locale(language),
        time_format_locale=ADDRESSES[language],
    )
    return cleaned(drawn)


@cache
def _engine() -> "ModuleType":
    """vl-convert, told of our fonts once; importing it late keeps the start of other programs quick."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(fonts.FOLDER))
    return vl_convert


def _number_locale(language: str) -> dict[str, object]:
    """The way `values.number` writes numbers, in the terms of d3-format."""
    return {
        "decimal": _DECIMAL_SIGNS[language],
        "thousands": NO_BREAK_SPACE,
        "grouping": [3],
        "currency": ["", ""],
        "percent": f"{NO_BREAK_SPACE}%",
        "minus": MINUS,
    }
