"""Rows of an ODS workbook's sheets as values."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from styrhus.paper.readers.archive import Archive
from styrhus.paper.readers.bounded_xml import elements, forget, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_BLANK = 10_000
"""A sheet ends with a million blank rows in one; so many in a row end what is read."""


class OpenDocument:
    """An ODS workbook."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._content, self._name = archive.part("content.xml"), name
        self.sheets = tuple(
            _attribute(element, "name") for event, element in self._tables() if event == "start"
        )  # fmt: skip

    def _tables(self) -> Iterator[tuple[str, "_Element"]]:
        yield from elements(self._content, self._name, "table")

    def rows(self, sheet: str) -> Iterator[list[str | Decimal | None]]:
        inside = False
        for event, element in elements(self._content, self._name, "table", "table-row"):
            if local(element) == "table":
                inside = event == "start" and _attribute(element, "name") == sheet
            elif event == "end":
                if inside:
                    yield from self._repeated(element)
                forget(element)

    def _repeated(self, element: "_Element") -> Iterator[list[str | Decimal | None]]:
        cells = [cell for child in element if local(child) in ("table-cell", "covered-table-cell")
                 for cell in _cells(child)]  # fmt: skip
        while cells and cells[-1] is None:
            cells.pop()
        times = int(_attribute(element, "number-rows-repeated") or 1)
        if cells or times < _MOST_BLANK:
            yield from (list(cells) for _ in range(times))


def _cells(element: "_Element") -> list[str | Decimal | None]:
    times = int(_attribute(element, "number-columns-repeated") or 1)
    value = _value(element)
    return [value] * (times if value is not None else min(times, 1024))


def _value(element: "_Element") -> str | Decimal | None:
    kind = _attribute(element, "value-type")
    if kind in ("float", "currency", "percentage"):
        try:
            return Decimal(_attribute(element, "value"))
        except InvalidOperation:
            return _attribute(element, "value")
    if kind == "date":
        return _attribute(element, "date-value").removesuffix("T00:00:00")
    text = "\n".join("".join(str(part) for part in child.itertext()) for child in element if local(child) == "p")
    return text or None


def _attribute(element: "_Element", name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")
