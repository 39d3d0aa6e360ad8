"""Writes sheets as an XLSX workbook: formulas with their values, formats, frozen headings, names, properties."""

import io
import re
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from styrhus.paper.writers.xlsx.formulas import formula
from styrhus.paper.writers.xlsx.places import CELLS, FIRST, HEADINGS, LABEL, SOURCE, TABLE, TITLE, UNIT
from styrhus.paper.writers.xlsx.sheet import Content, Number, Properties, Sheet, SheetRow, Weight

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31
UNIT_NAME = "Enhet"
"""The defined name of the cell with the unit, on each sheet its own."""
MINUS = "\u2212"
LABEL_WIDTH, TEXT_WIDTH, LEAST_WIDTH = 44, 30, 13
INK, QUIET, LINE_COLOUR, HEADING_COLOUR = "#1a2430", "#5b6773", "#9aa5b1", "#eef2f5"


def workbook(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """The sheets in one workbook, as bytes; ValueError when there is none."""
    if not sheets:
        raise ValueError("a workbook needs a sheet")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": properties.title, "author": properties.author, "company": properties.author})
    book.set_custom_property("Language", properties.language)
    formats = _Formats(book)
    for sheet, name in zip(sheets, sheet_names(sheets), strict=True):
        _Written(book, sheet, name=name, formats=formats, properties=properties)
    book.close()
    return out.getvalue()


def sheet_names(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """What the sheets are called: their titles, short enough, without signs that are not allowed, no two alike."""
    found: list[str] = []
    for sheet in sheets:
        plain = FORBIDDEN.sub(" ", sheet.title).strip(" '")[:LONGEST_NAME].strip(" '") or sheet.id[:LONGEST_NAME]
        name, number = plain, 2
        while name.casefold() in (taken.casefold() for taken in found):
            ending = f" {number}"
            name, number = plain[: LONGEST_NAME - len(ending)] + ending, number + 1
        found.append(name)
    return tuple(found)


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **wanted: object) -> Format:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            held = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top", **wanted}
            self._made[key] = self._book.add_format(held)
        return self._made[key]


def number_format(decimals: int, suffix: str = "") -> str:
    """`#,##0.0` with a true minus, which a Swedish spreadsheet shows as `1 234,5` and `−1 234,5`."""
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    ending = f'"{suffix}"' if suffix else ""
    return f'{plain}{ending};"{MINUS}"{plain}{ending}'


class _Written:
    """One sheet."""

    def __init__(
        self, book: xlsxwriter.Workbook, sheet: Sheet, *, name: str, formats: _Formats, properties: Properties
    ) -> None:
        self._sheet, self._formats = sheet, formats
        self._keys = CELLS + len(sheet.columns)
        self._page: Worksheet = book.add_worksheet(name)
        self._top(properties)
        self._headings(properties)
        for place, row in enumerate(sheet.rows):
            self._row(place, row)
        self._below()
        self._layout()
        self._names(book, name)

    def _top(self, properties: Properties) -> None:
        sheet, page, of = self._sheet, self._page, self._formats.of
        page.write_string(TITLE, LABEL, sheet.title, of(bold=True, font_size=14))
        page.write_string(UNIT, LABEL, properties.unit_word, of(bold=True))
        page.write_string(UNIT, CELLS, sheet.unit, of(bold=True, align="left"))
        page.write_string(TABLE, LABEL, properties.table_word, of(font_color=QUIET))
        page.write_string(TABLE, CELLS, sheet.id, of(font_color=QUIET, align="left"))
        if sheet.source:
            page.write_string(SOURCE, LABEL, f"{properties.source_word} {sheet.source}", of(italic=True))

    def _headings(self, properties: Properties) -> None:
        look = {"bold": True, "bottom": 2, "bg_color": HEADING_COLOUR, "text_wrap": True, "bottom_color": INK}
        self._page.write_string(HEADINGS, LABEL, self._sheet.row_heading, self._formats.of(**look))
        for place, column in enumerate(self._sheet.columns):
            align = "left" if column.is_text else "right"
            self._page.write_string(HEADINGS, CELLS + place, column.heading, self._formats.of(**look, align=align))
        self._page.write_string(
            HEADINGS, self._keys, properties.key_word, self._formats.of(font_color=QUIET, italic=True)
        )

    def _row(self, place: int, row: SheetRow) -> None:
        look = _look(row)
        label = self._formats.of(**look, indent=row.indent, text_wrap=True)
        self._page.write_string(FIRST + place, LABEL, row.label, label)
        for column, content in enumerate(row.cells):
            self._cell(place, column, content, look)
        self._page.write_string(FIRST + place, self._keys, row.id, self._formats.of(font_color=QUIET))

    def _cell(self, place: int, column: int, content: Content, look: dict[str, object]) -> None:
        row, at = FIRST + place, CELLS + column
        if isinstance(content, Number):
            code = number_format(content.decimals, self._sheet.columns[column].suffix)
            shown = self._formats.of(**look, num_format=code)
            if content.formula is None:
                self._page.write_number(row, at, content.value, shown)
            else:
                written = formula(self._sheet, content.formula, place, column)
                self._page.write_formula(row, at, written, shown, content.value)
        elif content:
            is_text = self._sheet.columns[column].is_text
            self._page.write_string(row, at, content, self._formats.of(**look, align="left" if is_text else "right"))
        else:
            self._page.write_blank(row, at, None, self._formats.of(**look))

    def _below(self) -> None:
        row = FIRST + len(self._sheet.rows) + 1
        for note in self._sheet.notes:
            self._page.write_string(row, LABEL, note, self._formats.of(italic=True))
            row += 1

    def _layout(self) -> None:
        page, sheet = self._page, self._sheet
        page.set_column(LABEL, LABEL, LABEL_WIDTH)
        for place, column in enumerate(sheet.columns):
            width = TEXT_WIDTH if column.is_text else max(LEAST_WIDTH, _longest_word(column.heading) + 2)
            page.set_column(CELLS + place, CELLS + place, width)
        page.set_column(self._keys, self._keys, LEAST_WIDTH)
        page.freeze_panes(FIRST, CELLS)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEADINGS)
        page.set_footer("&L&A&R&P (&N)")

    def _names(self, book: xlsxwriter.Workbook, name: str) -> None:
        """The unit has a name, and screen readers find headings of rows and columns by the name Title."""
        quoted = name.replace("'", "''")
        book.define_name(f"'{quoted}'!{UNIT_NAME}", f"='{quoted}'!$B${UNIT + 1}")
        book.define_name(f"'{quoted}'!Title", f"='{quoted}'!$A${HEADINGS + 1}")


def _look(row: SheetRow) -> dict[str, object]:
    look: dict[str, object] = {}
    if row.weight in {Weight.SUBTOTAL, Weight.TOTAL, Weight.HEADING}:
        look["bold"] = True
    if row.weight is Weight.TOTAL:
        look |= {"top": 1, "bottom": 6, "top_color": INK, "bottom_color": INK}
    elif row.weight is Weight.SUBTOTAL:
        look |= {"top": 1, "top_color": LINE_COLOUR}
    if row.weight is Weight.OF_WHICH:
        look["italic"] = True
    return look


def _longest_word(heading: str) -> int:
    return max((len(word) for word in heading.split()), default=0)
