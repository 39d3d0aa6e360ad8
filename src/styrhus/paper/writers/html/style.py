"""The styles of documents on screen and on paper."""

import base64
from dataclasses import fields
from functools import cache
from pathlib import Path

from styrhus.paper import fonts
from styrhus.paper.palette import DARK, LIGHT, Scheme

FOLDER = Path(__file__).parent / "css"
_WEIGHTS = (("StyrhusSans-Regular.woff2", 400), ("StyrhusSans-Semibold.woff2", 600))


@cache
def stylesheet() -> str:
    """The style of blocks for any page, light and dark by the reader's choice; tokens are `--paper-…`."""
    return "\n".join(
        (
            f":root{{color-scheme:light dark;--paper-font:{fonts.STACK};{_tokens(LIGHT)}}}",
            f"@media (prefers-color-scheme:dark){{:root{{{_tokens(DARK)}}}}}",
            f"@media print{{:root{{color-scheme:light;{_tokens(LIGHT)}}}}}",
            (FOLDER / "blocks.css").read_text(encoding="utf-8"),
        )
    )


@cache
def standalone_style() -> str:
    """Everything a page of its own needs: fonts, blocks, and the page around them."""
    page = (FOLDER / "page.css").read_text(encoding="utf-8")
    return "\n".join((*(_font_face(*weight) for weight in _WEIGHTS), stylesheet(), page))


def _tokens(scheme: Scheme) -> str:
    return "".join(f"--paper-{field.name.replace('_', '-')}:{getattr(scheme, field.name)};" for field in fields(scheme))


def _font_face(file: str, weight: int) -> str:
    data = base64.b64encode((fonts.FOLDER / file).read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f'@font-face{{font-family:"{fonts.TEXT_FAMILY}";font-weight:{weight};font-display:swap;src:{source}}}'
