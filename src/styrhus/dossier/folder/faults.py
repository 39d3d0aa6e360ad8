"""Collects problems while a folder is read, and words those that the records themselves find."""

from collections.abc import Mapping

from pydantic import ValidationError

from styrhus.dossier.near import near
from styrhus.values.problem import Problem
from styrhus.values.record import Record
from styrhus.values.text import Text, msg


class Faults:
    """The problems found so far; reading goes on so that all are told at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(
        self,
        message: Text,
        remedy: Text,
        *,
        file: str,
        row: int | None = None,
        column: str = "",
        value: str = "",
    ) -> None:
        self.problems.append(Problem(message, remedy, file, row, column, shortened(value)))

    def add_validation(self, error: ValidationError, record: type[Record], *, file: str, row: int | None) -> None:
        """Turn each error of a record into a problem with column, value and remedy."""
        for fault in error.errors():
            column = ".".join(str(step) for step in fault["loc"])
            message, remedy = worded(fault["type"], fault.get("ctx", {}), column, record)
            value = "" if fault["type"] == "missing" else str(fault["input"])
            self.add(message, remedy, file=file, row=row, column=column, value=value)


def shortened(value: str, longest: int = 80) -> str:
    """A value short enough to quote in a message."""
    return value if len(value) <= longest else value[: longest - 1] + "…"


def worded(kind: str, context: Mapping[str, object], column: str, record: type[Record]) -> tuple[Text, Text]:
    """What is wrong and what to do, for the kinds of error that a record can give."""
    if kind == "missing":
        return msg("A required value is missing."), msg("Fill in {column}.", column=column)
    if kind == "extra_forbidden":
        return msg("There is no such field."), near(column.rsplit(".", maxsplit=1)[-1], tuple(record.model_fields))
    if kind == "enum":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return msg("The word is not one of those allowed."), msg("Use one of {allowed}.", allowed=allowed)
    for start, told in FAULTS_BY_START.items():
        if kind.startswith(start):
            return told
    return msg("The value is not accepted."), Text(str(context.get("error", "")) or kind)


FAULTS_BY_START = {
    "string_pattern": (
        msg("The id is not written as an id."),
        msg("Use lower-case letters a–z, digits and single hyphens, such as kommunbidrag-2023."),
    ),
    "string_too_short": (msg("The text is empty."), msg("Write something, or leave the field out.")),
    "date": (msg("The date cannot be read."), msg("Write it as year-month-day, such as 2023-12-31.")),
    "int": (msg("The value is not a whole number."), msg("Write digits only.")),
    "decimal": (msg("The value is not a number."), msg("Write it with a decimal comma, such as 1234,5.")),
    "bool": (msg("The value is neither yes nor no."), msg("Write ja or nej (in TOML true or false).")),
}
