"""ODS workbooks: the text that each cell shows and its exact value."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from styrhus.paper.readers.archive import Archive, damaged
from styrhus.paper.readers.bounded_xml import elements, forget, local
from styrhus.paper.readers.sheet import Cells, Sheet, reading_of
from styrhus.paper.readers.sheet_address import address
from styrhus.paper.readers.sheet_format import Shown, shown_number, significant
from styrhus.paper.reading import ReadCell, Reading
from styrhus.values.number import format_number, round_half_up

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_PRINTED = re.compile(r"([-\u2212(]?)[ \u00a0]*([\d][\d.,' \u00a0\u202f\u2009]*)\)?([ \u00a0]*%)?")


def read(content: bytes, name: str) -> Reading:
    """The workbook in `content`; ProblemsError when it is damaged, protected, empty or too large."""
    archive = Archive(content, name)
    body = archive.part("content.xml")
    if not body:
        raise damaged(name)
    return reading_of(_Tables(name).sheets(body), name, "ods")


class _Tables:
    def __init__(self, name: str) -> None:
        self._name = name
        self._counted = Cells(name)
        self._hidden: set[str] = set()

    def sheets(self, content: bytes) -> Iterator[Sheet]:
        sheet: Sheet | None = None
        row = column = 0
        for event, element in elements(content, self._name, "style", "table", "table-row", "table-column"):
            kind = local(element)
            if kind == "style":
                self._remember(element, event)
            elif kind == "table" and event == "start":
                sheet, row, column = Sheet(_attribute(element, "name"), hidden=self._is_hidden(element)), 0, 0
            elif sheet is not None and kind == "table":
                yield sheet
                sheet = None
                forget(element)
            elif sheet is not None and event == "end" and kind == "table-column":
                column += self._columns(sheet, element, column)
            elif sheet is not None and event == "end":
                row += self._row(sheet, element, row)
                forget(element)

    def _remember(self, element: "_Element", event: str) -> None:
        if event == "end" and any(_attribute(child, "display") == "false" for child in element):
            self._hidden.add(_attribute(element, "name"))

    def _is_hidden(self, element: "_Element") -> bool:
        shut = _attribute(element, "visibility") in ("collapse", "filter")
        return shut or _attribute(element, "style-name") in self._hidden

    def _columns(self, sheet: Sheet, element: "_Element", before: int) -> int:
        repeated = _repeated(element, "number-columns-repeated")
        if self._is_hidden(element):
            last = min(before + repeated, _MOST_COLUMNS)
            sheet.hidden_columns.update(range(before + 1, last + 1))
        return repeated

    def _row(self, sheet: Sheet, element: "_Element", before: int) -> int:
        """How many rows the element stands for; a row that is repeated with content in it stands several times."""
        repeated = _repeated(element, "number-rows-repeated")
        held = list(self._cells(element))
        self._counted.count(len(held) * repeated)
        for row in range(before + 1, before + 1 + (repeated if held else 0)):
            for column, shown, spans in held:
                sheet.cells[row, column] = ReadCell(
                    shown.text, address=address(row, column), formula=spans[2], exact=shown.exact
                )
                if spans[0] > 1:
                    sheet.merged.append((row, column, row + spans[1] - 1, column + spans[0] - 1))
            if self._is_hidden(element):
                sheet.hidden_rows.add(row)
        return min(repeated, _MOST_ROWS)

    def _cells(self, row: "_Element") -> Iterator[tuple[int, Shown, tuple[int, int, str]]]:
        column = 0
        for element in row:
            if local(element) not in ("table-cell", "covered-table-cell"):
                continue
            repeated = _repeated(element, "number-columns-repeated")
            shown = _shown(element)
            if shown.text:
                self._counted.count(repeated)
                across = _repeated(element, "number-columns-spanned")
                down = _repeated(element, "number-rows-spanned")
                formula = _attribute(element, "formula").partition("=")[2]
                for place in range(column + 1, column + 1 + min(repeated, _MOST_COLUMNS)):
                    yield place, shown, (across, down, formula)
            column += repeated


def _shown(element: "_Element") -> Shown:
    paragraphs = [child for child in element if local(child) == "p"]
    text = "\n".join("".join(_spoken(paragraph)) for paragraph in paragraphs).strip()
    kind = _attribute(element, "value-type")
    if kind in ("float", "percentage", "currency"):
        return _number(text, _attribute(element, "value"), percent=kind == "percentage")
    if kind == "date":
        return Shown(_attribute(element, "date-value").removesuffix("T00:00:00").replace("T", " ") or text)
    if kind == "boolean":
        return Shown("SANT" if _attribute(element, "boolean-value") == "true" else "FALSKT")
    return Shown(text)


def _spoken(paragraph: "_Element") -> Iterator[str]:
    """The text of a paragraph; comments on the cell are no part of it."""
    yield paragraph.text or ""
    for child in paragraph:
        kind = local(child)
        if kind == "s":
            yield " " * min(_repeated(child, "c"), 100)
        elif kind == "line-break":
            yield "\n"
        elif kind != "annotation":
            yield from _spoken(child)
        yield child.tail or ""


def _number(text: str, value: str, *, percent: bool) -> Shown:
    """The number with the decimals that the text shows, whatever the language of the file's numbers."""
    try:
        exact = significant(Decimal(value) * (100 if percent else 1))
    except InvalidOperation:
        return Shown(text)
    if not exact.is_finite():
        return Shown(text)
    printed = _PRINTED.fullmatch(text)
    if printed is None:
        # Words in the cell's format (a unit, a date) are kept as they are shown.
        return Shown(text, exact) if text else shown_number(Decimal(value), "General")
    digits = re.sub(r"\D", "", printed[2])
    for decimals in range(10):
        if f"{abs(round_half_up(exact, decimals)):f}".replace(".", "") == digits:
            return Shown(_written(exact, decimals, printed), exact)
    return Shown(text)


def _written(exact: Decimal, decimals: int, printed: "re.Match[str]") -> str:
    number = format_number(abs(exact), decimals)
    if not re.search(r"[ \u00a0\u202f\u2009']|[.,].*[.,]|\d[.,]\d{3}$", printed[2]) and abs(exact) < 1_000_000:
        number = number.replace("\u00a0", "")
    sign = printed[1].replace("-", "\u2212")
    closing = ")" if sign == "(" else ""
    return f"{sign}{number}{closing}" + ("\u00a0%" if printed[3] else "")


def _attribute(element: "_Element", name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _repeated(element: "_Element", name: str) -> int:
    text = _attribute(element, name)
    return min(int(text), _MOST_ROWS) if text.isascii() and text.isdigit() and len(text) < 9 and int(text) else 1
