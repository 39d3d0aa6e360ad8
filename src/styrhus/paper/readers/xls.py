"""XLS workbooks (Excel 97–2003): what each cell shows and its exact value."""

from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Any

from styrhus.paper.readers.archive import damaged, protected
from styrhus.paper.readers.sheet import Cells, Sheet, reading_of
from styrhus.paper.readers.sheet_address import address
from styrhus.paper.readers.sheet_format import Shown, shown_number
from styrhus.paper.reading import ReadCell, Reading
from styrhus.values.problem import ProblemsError

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read(content: bytes, name: str) -> Reading:
    """The workbook in `content`; ProblemsError when it is damaged, protected, empty or too large."""
    book = _opened(content, name)
    try:
        sheets = tuple(_sheets(book, Cells(name)))
    except (LookupError, ValueError, TypeError, ArithmeticError, AttributeError) as error:
        # References of a broken file that lead nowhere: to styles, fonts and formats.
        raise damaged(name) from error
    return reading_of(sheets, name, "xls")


def _opened(content: bytes, name: str) -> Any:
    import xlrd  # noqa: PLC0415 - its own logging and compatibility take time to import

    try:
        return xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=StringIO())
    except xlrd.XLRDError as error:
        raise protected(name) if "encrypted" in str(error).lower() else damaged(name) from error
    except ProblemsError:
        raise
    except Exception as error:
        # What xlrd meets in a broken file ends in whatever its arithmetic raises.
        raise damaged(name) from error


def _sheets(book: Any, counted: Cells) -> Iterator[Sheet]:
    for held in book.sheets():
        sheet = Sheet(held.name, hidden=bool(held.visibility))
        sheet.merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in held.merged_cells]
        sheet.hidden_rows = {row + 1 for row, info in held.rowinfo_map.items() if info.hidden}
        sheet.hidden_columns = {column + 1 for column, info in held.colinfo_map.items() if info.hidden}
        for row in range(held.nrows):
            for column in range(held.row_len(row)):
                if cell := _cell(book, held.cell(row, column), address(row + 1, column + 1)):
                    counted.count()
                    sheet.cells[row + 1, column + 1] = cell
        yield sheet


def _cell(book: Any, cell: Any, where: str) -> ReadCell | None:
    style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
    shown = _shown(book, cell, style)
    if not shown.text.strip():
        return None
    strong = style is not None and bool(book.font_list[style.font_index].weight >= 600)
    indent = style.alignment.indent_level if style is not None else 0
    return ReadCell(shown.text.strip(), strong=strong, indent=indent, address=where, exact=shown.exact)


def _shown(book: Any, cell: Any, style: Any) -> Shown:
    if cell.ctype == _TEXT:
        return Shown(cell.value)
    if cell.ctype in (_NUMBER, _DATE):
        code = book.format_map[style.format_key].format_str if style is not None else "General"
        return shown_number(Decimal(repr(cell.value)), code, from_1904=bool(book.datemode))
    if cell.ctype == _BOOLEAN:
        return Shown("SANT" if cell.value else "FALSKT")
    return Shown(_ERRORS.get(cell.value, "#N/A") if cell.ctype == _ERROR else "")
