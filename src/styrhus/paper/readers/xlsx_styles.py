"""The styles of an XLSX workbook, as far as they change what a cell shows."""

from dataclasses import dataclass

from styrhus.paper.readers.bounded_xml import elements, local
from styrhus.paper.readers.sheet_format import BUILT_IN

GENERAL = "General"


@dataclass(frozen=True)
class Style:
    """A format code, whether the font is bold, and how many steps the text is indented."""

    code: str = GENERAL
    strong: bool = False
    indent: int = 0


def styles(content: bytes, name: str) -> tuple[Style, ...]:
    """The cell styles by the number that cells refer to; none where the workbook has no styles."""
    if not content:
        return ()
    codes = dict(BUILT_IN)
    bold: list[bool] = []
    found: list[Style] = []
    for event, element in elements(content, name, "numFmt", "font", "xf"):
        if event == "start":
            continue
        kind, within = local(element), _within(element)
        if kind == "numFmt" and within == "numFmts":
            codes[_number(element.get("numFmtId"))] = element.get("formatCode") or GENERAL
        elif kind == "font" and within == "fonts":
            bold.append(any(local(child) == "b" and child.get("val") not in ("0", "false") for child in element))
        elif kind == "xf" and within == "cellXfs":
            font = _number(element.get("fontId"))
            found.append(
                Style(
                    codes.get(_number(element.get("numFmtId")), GENERAL),
                    font < len(bold) and bold[font],
                    next((_number(child.get("indent")) for child in element if local(child) == "alignment"), 0),
                )
            )
    return tuple(found)


def _within(element: object) -> str:
    parent = element.getparent()  # type: ignore[attr-defined]
    return "" if parent is None else local(parent)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
