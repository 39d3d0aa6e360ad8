"""Numbers as they are printed in documents: every form that occurs, none guessed into another."""

import re

from styrhus.values.digits import SWEDISH, Habit, habit_of
from styrhus.values.number_words import is_missing
from styrhus.values.printed_cell import cell_habit, cell_number, cell_numbers, split_cell
from styrhus.values.printed_form import Printed
from styrhus.values.printed_prose import printed_numbers

__all__ = [
    "SWEDISH", "Habit", "Printed", "cell_habit", "cell_number", "cell_numbers", "habit_of", "is_missing",
    "printed_numbers", "split_cell", "year_of",
]  # fmt: skip

_YEAR = re.compile(
    r"(?<![\d.,])(19[5-9]|20\d|2[ \u00a0\u202f\u2009]0\d|1[ \u00a0\u202f\u2009]9[5-9])(\d)(?![\d])(?![.,]\d)"
)


def year_of(text: str) -> int | None:
    """The year that a heading or a label names (`2023`, `2 019`, `Utfall 2022*`); None when none or several."""
    found = {int(re.sub(r"\D", "", match[1]) + match[2]) for match in _YEAR.finditer(text)}
    return found.pop() if len(found) == 1 else None
