"""Formulas as a spreadsheet writes them."""

from styrhus.paper.writers.xlsx.places import across, cell, ranges
from styrhus.paper.writers.xlsx.sheet import Across, Formula, Sheet, Sum


def formula(sheet: Sheet, held: Formula, row: int, column: int) -> str:
    """`=SUM(B6:B9)-SUM(B10)` or `=D6-C6`; a cell with a mark such as a dash counts as nothing in a difference."""
    if isinstance(held, Sum):
        added = f"SUM({','.join(ranges(held.added, column))})" if held.added else "0"
        taken = f"-SUM({','.join(ranges(held.subtracted, column))})" if held.subtracted else ""
        return f"={added}{taken}"
    if isinstance(held, Across):
        return f"=SUM({','.join(across(row, held.columns))})"
    return f"={_term(sheet, row, held.later)}-{_term(sheet, row, held.earlier)}"


def _term(sheet: Sheet, row: int, column: int) -> str:
    """The address, or within N(), which is nought for a text, when the cell holds no number."""
    address = cell(row, column)
    return f"N({address})" if isinstance(sheet.rows[row].cells[column], str) else address
