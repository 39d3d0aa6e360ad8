"""A fault in what a user handed in: what, where, the offending value and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from styrhus.values.text import Text, msg


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One fault with its place; `row` counts from 1 as a spreadsheet does, `column` is the heading."""

    message: Text
    remedy: Text
    file: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    severity: Severity = Severity.ERROR

    def place(self, language: str = "sv") -> str:
        """`outcomes.csv, row 12, column value`, as far as it is known."""
        parts = [self.file]
        if self.row is not None:
            parts.append(msg("row {row}", row=self.row).render(language))
        if self.column:
            parts.append(msg("column {column}", column=self.column).render(language))
        return ", ".join(part for part in parts if part)

    def render(self, language: str = "sv") -> str:
        """The whole problem in one line."""
        value = f" (”{self.value}”)" if self.value else ""
        head = self.place(language)
        text = f"{self.message.render(language)}{value} {self.remedy.render(language)}".strip()
        return f"{head}: {text}" if head else text


class ProblemsError(Exception):
    """Raised at an edge where a result without problems was required; carries all of them."""

    def __init__(self, problems: "tuple[Problem, ...]") -> None:
        super().__init__("\n".join(problem.render("en") for problem in problems))
        self.problems = problems
