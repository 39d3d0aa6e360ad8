"""Whether the columns that were guessed for a table fit all its rows."""

import re
from collections.abc import Sequence

from styrhus.paper.readers.pdf.segments import is_amount
from styrhus.paper.reading import ReadRow

_RUNS_INTO_NUMBER = re.compile(r"\D [-\u2212\u2013]?\s?\d[\d\s\u00a0]*(?:,\d+)?\s?%?$")
_SELDOM = 0.25


def is_ragged(rows: Sequence[ReadRow]) -> bool:
    """A label that ran into its number, a first row of amounts without headings, or a column that few rows fill."""
    held = [row for row in rows if any(is_amount(cell.text) for cell in row.cells[1:])]
    if not held:
        return False
    headless = held[0] is rows[0]
    ran = any(_RUNS_INTO_NUMBER.search(row.text(0)) and not row.text(1).strip() for row in held)
    return headless or ran or any(_is_seldom(held, column) for column in range(1, len(rows[0].cells)))


def _is_seldom(held: Sequence[ReadRow], column: int) -> bool:
    """Whether a column holds numbers in a few rows only, which then most likely belong to its neighbour."""
    filled = sum(is_amount(row.text(column)) for row in held)
    return len(held) > 3 and filled < _SELDOM * len(held)
