"""XLSX workbooks: what each cell shows, its exact value and formula; macros are never run."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from styrhus.paper.readers.archive import Archive, damaged
from styrhus.paper.readers.bounded_xml import elements, forget, local
from styrhus.paper.readers.sheet import Cells, Sheet, reading_of
from styrhus.paper.readers.sheet_address import address, area, position
from styrhus.paper.readers.sheet_format import Shown, shown_number
from styrhus.paper.readers.xlsx_styles import Style, styles
from styrhus.paper.reading import ReadCell, Reading
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORKBOOK = "xl/workbook.xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLAIN = Style()


def read(content: bytes, name: str) -> Reading:
    """The workbook in `content`; ProblemsError when it is damaged, protected, empty or too large."""
    archive = Archive(content, name)
    workbook = _Workbook(archive, name)
    sheets = tuple(workbook.sheets())
    return reading_of(sheets, name, "xlsx", problems=_uncalculated(workbook.uncalculated, name))


def sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The worksheets in `content` with their cells as they stand; ProblemsError when it is damaged or too large."""
    return tuple(_Workbook(Archive(content, name), name).sheets())


def _uncalculated(cells: list[str], name: str) -> tuple[Problem, ...]:
    """A program that writes formulas without calculating them leaves cells that show nothing until they are opened."""
    if not cells:
        return ()
    told = Problem(
        msg("{count} cells hold a formula without a saved value, the first of them {cell}.",
            count=len(cells), cell=cells[0]),
        msg("Open the workbook in a spreadsheet program, save it and review it again."),
        name,
        severity=Severity.WARNING,
    )  # fmt: skip
    return (told,)


class _Workbook:
    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._counted = Cells(name)
        self._from_1904 = False
        self.uncalculated: list[str] = []
        self._styles = styles(archive.part("xl/styles.xml"), name)
        self._strings = tuple(_strings(archive.part("xl/sharedStrings.xml"), name))

    def sheets(self) -> Iterator[Sheet]:
        """The worksheets in the order of the workbook; chart sheets hold no cells."""
        targets = dict(self._targets())
        for event, element in elements(self._archive.part(_WORKBOOK), self._name, "workbookPr", "sheet"):
            if event == "start":
                continue
            if local(element) == "workbookPr":
                self._from_1904 = element.get("date1904") in ("1", "true")
                continue
            identity = next((v for k, v in element.attrib.items() if str(k).endswith("}id")), "")
            part = targets.get(str(identity), "")
            if part in self._archive.names and "chartsheet" not in part:
                sheet = Sheet(element.get("name") or "", hidden=element.get("state") in ("hidden", "veryHidden"))
                self._fill(sheet, self._archive.part(part))
                yield sheet

    def _targets(self) -> Iterator[tuple[str, str]]:
        for event, element in elements(self._archive.part("xl/_rels/workbook.xml.rels"), self._name, "Relationship"):
            if event == "end":
                target = element.get("Target") or ""
                part = target.lstrip("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"
                yield element.get("Id") or "", part

    def _fill(self, sheet: Sheet, content: bytes) -> None:
        row = column = 0
        for event, element in elements(content, self._name, "row", "c", "mergeCell", "col"):
            kind = local(element)
            if kind == "row" and event == "start":
                row, column = _count(element.get("r")) or row + 1, 0
                if element.get("hidden") in ("1", "true"):
                    sheet.hidden_rows.add(row)
            elif kind == "row":
                forget(element)
            elif event == "end" and kind == "c":
                row, column = position(element.get("r") or "") or (row, column + 1)
                self._cell(sheet, element, row, column)
                element.clear()
            elif event == "end":
                _layout(sheet, element, kind)

    def _cell(self, sheet: Sheet, element: "_Element", row: int, column: int) -> None:
        style = self._style(element.get("s"))
        value = formula = ""
        calculated = True
        for child in element:
            kind = local(child)
            if kind == "v":
                value = child.text or ""
            elif kind == "f":
                formula = child.text or ""
                calculated = False
            elif kind == "is":
                value = _text(child)
        if not (calculated or value or element.get("t") == "str"):
            self.uncalculated.append(f"{sheet.name}!{address(row, column)}")
        shown = self._shown(element.get("t") or "n", value, style)
        if shown.text.strip():
            self._counted.count()
            indent = style.indent or (len(shown.text) - len(shown.text.lstrip(" \u00a0"))) // 2
            sheet.cells[row, column] = ReadCell(
                shown.text.strip(), strong=style.strong, indent=indent,
                address=address(row, column), formula=formula, exact=shown.exact,
            )  # fmt: skip

    def _style(self, number: str | None) -> Style:
        index = _count(number)
        return self._styles[index] if index < len(self._styles) else _PLAIN

    def _shown(self, kind: str, value: str, style: Style) -> Shown:
        if kind == "s":
            index = _count(value)
            if index >= len(self._strings):
                raise damaged(self._name)
            return Shown(self._strings[index])
        if kind == "b":
            return Shown("SANT" if value == "1" else "FALSKT")
        if kind != "n":
            return Shown(_unescaped(value).removesuffix("T00:00:00"))
        return _number(value, style.code, from_1904=self._from_1904)


def _number(value: str, code: str, *, from_1904: bool) -> Shown:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return Shown(value)
    return shown_number(number, code, from_1904=from_1904) if number.is_finite() else Shown(value)


def _layout(sheet: Sheet, element: "_Element", kind: str) -> None:
    if kind == "mergeCell" and (merged := area(element.get("ref") or "")):
        sheet.merged.append(merged)
    elif kind == "col" and element.get("hidden") in ("1", "true"):
        first, last = _count(element.get("min")), min(_count(element.get("max")), 16_384)
        sheet.hidden_columns.update(range(first, last + 1))


def _strings(content: bytes, name: str) -> Iterator[str]:
    if not content:
        return
    for event, element in elements(content, name, "si"):
        if event == "end":
            yield _text(element)
            forget(element)


def _text(element: "_Element") -> str:
    """The text of runs, without phonetic guides."""
    return _unescaped(
        "".join(
            part.text or ""
            for part in element.iter("{*}t")
            if (parent := part.getparent()) is None or local(parent) != "rPh"
        )
    )


def _unescaped(text: str) -> str:
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _count(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
