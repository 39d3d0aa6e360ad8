"""A file made ready for DuckDB: UTF-8 with delimiters, its headings known."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


@dataclass(frozen=True)
class Prepared:
    """`skip` lines stand before the data, whose first row is row `first_row` to who opens the file in a spreadsheet.

    `line` is the heading of a column that tells each row's line in the source, where rows are not lines.
    """

    path: Path
    name: str
    delimiter: str
    headings: tuple[str, ...]
    skip: int
    first_row: int
    line: str = ""
    warnings: tuple[Problem, ...] = ()

    def position(self, heading: str) -> int:
        """The column's number from 0; ProblemsError where the file has none, or two, of that heading."""
        if heading.startswith("#") and heading[1:].isdigit() and 0 < int(heading[1:]) <= len(self.headings):
            return int(heading[1:]) - 1
        count = self.headings.count(heading)
        if count == 1:
            return self.headings.index(heading)
        raise ProblemsError((_twice(self, heading) if count else _missing(self, heading),))

    def sql(self, heading: str) -> str:
        """The column as SQL names it."""
        return f"c{self.position(heading)}"


def tidy(headings: Iterable[str]) -> tuple[str, ...]:
    """Headings without spaces around them; a column without heading is named by its number, `#3`."""
    return tuple(" ".join(text.split()) or f"#{number}" for number, text in enumerate(headings, 1))


def _missing(prepared: Prepared, heading: str) -> Problem:
    return Problem(
        msg("The file has no column {heading}.", heading=heading),
        msg("It has {headings}. Change the mapping, or hand in a file with the columns that it names.",
            headings=", ".join(prepared.headings[:30])),
        prepared.name, column=heading,
    )  # fmt: skip


def _twice(prepared: Prepared, heading: str) -> Problem:
    return Problem(
        msg("More than one column has the heading {heading}.", heading=heading),
        msg("Name the column by its number instead, such as #3."),
        prepared.name, column=heading,
    )  # fmt: skip
