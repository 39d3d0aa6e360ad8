"""Cells of a CSV file to field values of a record and back: decimal comma, ja/nej, lists with bars."""

import types
import typing
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import ValidationError

from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.files import Line
from styrhus.dossier.near import near
from styrhus.values.number import NumberError, parse_decimal, write_decimal
from styrhus.values.record import Record
from styrhus.values.text import Text, msg

YES, NO = "ja", "nej"
NUMBER_FAULTS: dict[str, tuple[Text, Text]] = {
    "point": (msg("The number has a decimal point."), msg("Use a decimal comma, such as 12,5.")),
    "grouped": (
        msg("The number has spaces between its digits."),
        msg("Write it without spaces, such as 712524."),
    ),
    "text": (
        msg("The value is not a number."),
        msg("Write digits with a decimal comma, or leave the cell empty."),
    ),
}
Row = tuple[int, Record]


def records_of(lines: list[Line], record: type[Record], file: str, faults: Faults) -> list[tuple[int, Record]]:
    """One record a line, with the line's number; lines with faults are told and left out of the result."""
    found = []
    for line in lines:
        values = _values(line, record, file, faults)
        if values is None:
            continue
        try:
            found.append((line.row, record.model_validate(values)))
        except ValidationError as error:
            faults.add_validation(error, record, file=file, row=line.row)
    return found


def _values(line: Line, record: type[Record], file: str, faults: Faults) -> dict[str, object] | None:
    """The cells that hold something, read by the type of their field; None when a cell has a fault."""
    values: dict[str, object] = {}
    before = len(faults.problems)
    for column, cell in line.cells.items():
        field = record.model_fields.get(column)
        if field is None:
            faults.add(msg("There is no such column."), near(column, tuple(record.model_fields)),
                       file=file, row=1, column=column)  # fmt: skip
        elif cell.strip():
            try:
                values[column] = read_cell(cell, kind_of(field.annotation))
            except NumberError as error:
                message, remedy = NUMBER_FAULTS[error.reason]
                faults.add(message, remedy, file=file, row=line.row, column=column, value=cell)
    return values if len(faults.problems) == before else None


def kind_of(annotation: object) -> object:
    """The type of a field's value without None: `Decimal | None` is Decimal, `tuple[str, ...]` is tuple."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(annotation) if part is not types.NoneType]
        return kind_of(inner[0])
    if origin is typing.Annotated:
        return kind_of(typing.get_args(annotation)[0])
    return origin or annotation


def read_cell(cell: str, kind: object) -> object:
    """A cell's text as a value for a field of this kind; NumberError when a number was wanted."""
    text = cell.strip()
    if kind is Decimal:
        return {YES: Decimal(1), NO: Decimal(0)}.get(text.lower()) if text.lower() in (YES, NO) else parse_decimal(text)
    if kind is bool:
        return {YES: True, NO: False}.get(text.lower(), text)
    if kind is tuple:
        return tuple(part.strip() for part in split_list(text))
    return text


def write_cell(value: object, *, yes_no: bool = False) -> str:
    """The text that read_cell reads back to the same value; `yes_no` writes 1 and 0 as ja and nej."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return (YES if value else NO) if yes_no else write_decimal(value)
    if isinstance(value, tuple):
        return "|".join(str(part).replace("\\", "\\\\").replace("|", "\\|") for part in value)
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)


def split_list(text: str) -> list[str]:
    """Split at bars; a bar or backslash within a part is written with a backslash before it."""
    parts, current, escaped = [], "", False
    for character in text:
        if escaped or character not in "\\|":
            current, escaped = current + character, False
        elif character == "\\":
            escaped = True
        else:
            parts.append(current)
            current = ""
    return [*parts, current]
