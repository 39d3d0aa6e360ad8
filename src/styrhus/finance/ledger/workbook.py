"""Rows of a workbook's sheets as values: texts, exact numbers, dates as ISO dates."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from styrhus.finance.ledger.opendocument import OpenDocument
from styrhus.paper.readers.archive import Archive, damaged
from styrhus.paper.readers.bounded_xml import elements, forget, local
from styrhus.paper.readers.sheet_address import position
from styrhus.paper.readers.sheet_format import number_format, shown_number
from styrhus.paper.readers.xlsx_styles import Style, styles

if TYPE_CHECKING:
    from lxml.etree import _Element

Row = list[str | Decimal | None]


class Workbook(Protocol):
    """Names of the sheets, and the rows of one from the first, blank ones included."""

    sheets: tuple[str, ...]

    def rows(self, sheet: str) -> Iterator[Row]: ...


def open_workbook(path: Path, name: str) -> Workbook:
    """The workbook by what it is; ProblemsError when it is neither XLSX nor ODS."""
    archive = Archive(path.read_bytes(), name)
    if "xl/workbook.xml" in archive.names:
        return Xlsx(archive, name)
    if "content.xml" in archive.names:
        return OpenDocument(archive, name)
    raise damaged(name)


class Xlsx:
    """An XLSX workbook."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self._styles = styles(archive.part("xl/styles.xml"), name)
        self._strings = tuple(self._shared())
        self._from_1904 = False
        self._parts = dict(self._found())
        self.sheets = tuple(self._parts)

    def rows(self, sheet: str) -> Iterator[Row]:
        told = 0
        row: Row = []
        content = self._archive.part(self._parts[sheet])
        for event, element in elements(content, self._name, "row", "c"):
            if local(element) == "c":
                if event == "end":
                    self._place(row, element)
            elif event == "start":
                number = int(element.get("r") or told + 1)
                yield from ([] for _ in range(number - told - 1))
                row, told = [], max(number, told + 1)
            else:
                yield row
                forget(element)

    def _place(self, row: Row, element: "_Element") -> None:
        found = position(element.get("r") or "")
        column = found[1] if found else len(row) + 1
        row.extend([None] * (column - len(row) - 1))
        row.append(self._value(element))

    def _value(self, element: "_Element") -> str | Decimal | None:
        kind = element.get("t") or "n"
        if kind == "inlineStr":
            return "".join(str(part.text or "") for part in element.iter("{*}t"))
        value = next((child.text or "" for child in element if local(child) == "v"), "")
        if not value:
            return None
        if kind == "s":
            return self._strings[int(value)] if value.isdigit() and int(value) < len(self._strings) else None
        return self._number(value, element.get("s") or "") if kind == "n" else value

    def _number(self, value: str, style: str) -> str | Decimal:
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        chosen = self._styles[int(style)] if style.isdigit() and int(style) < len(self._styles) else Style()
        if not number.is_finite():
            return value
        is_date = bool(number_format(chosen.code).date)
        return shown_number(number, chosen.code, from_1904=self._from_1904).text if is_date else number

    def _shared(self) -> Iterator[str]:
        content = self._archive.part("xl/sharedStrings.xml")
        if not content:
            return
        for event, element in elements(content, self._name, "si"):
            if event == "end":
                yield "".join(str(part.text or "") for part in element.iter("{*}t"))
                forget(element)

    def _found(self) -> Iterator[tuple[str, str]]:
        """Name and part of each sheet in the workbook's order."""
        targets = dict(self._targets())
        for event, element in elements(self._archive.part("xl/workbook.xml"), self._name, "workbookPr", "sheet"):
            if event == "start":
                continue
            if local(element) == "workbookPr":
                self._from_1904 = element.get("date1904") in ("1", "true")
                continue
            identity = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")
            part = targets.get(identity, "")
            if part in self._archive.names and "chartsheet" not in part:
                yield element.get("name") or "", part

    def _targets(self) -> Iterator[tuple[str, str]]:
        content = self._archive.part("xl/_rels/workbook.xml.rels")
        for event, element in elements(content, self._name, "Relationship"):
            if event == "end":
                target = element.get("Target") or ""
                part = target.lstrip("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"
                yield element.get("Id") or "", part
