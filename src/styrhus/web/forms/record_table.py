"""A table in which many records are typed at once: a row for each, a column for each field."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from styrhus.values.number import NumberError, format_number, parse_typed
from styrhus.values.problem import Problem
from styrhus.values.record import Record
from styrhus.web.forms.fields import number_error
from styrhus.web.frame import say

MOST_LINES = 180
"""Rows that one form may hold, so that all of its fields fit in what is sent."""
SPARE = 3
"""Empty rows at the end for new records."""


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """A column: `choices` are ids with their words, which are typed as words; `wide` for longer texts."""

    name: str
    heading: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    wide: bool = False

    @property
    def is_number(self) -> bool:
        return self.kind in {FieldKind.NUMBER, FieldKind.WHOLE}

    @property
    def is_choice(self) -> bool:
        return self.kind is FieldKind.CHOICE

    @property
    def words(self) -> tuple[str, ...]:
        """What can be chosen, each as it is to be typed."""
        return tuple(self.word(key) for key, _word in self.choices)

    def word(self, key: str) -> str:
        """A choice in words; two of the same name are told apart by their short names."""
        word = dict(self.choices).get(key, key)
        return key if [held for _key, held in self.choices].count(word) > 1 else word

    def write(self, value: object) -> str:
        """A value as it stands in a cell."""
        if value is None:
            return ""
        if isinstance(value, Decimal):
            whole = value.to_integral_value()
            return format_number(whole if value == whole else value)
        return self.word(str(value)) if self.is_choice else str(value)

    def read(self, text: str) -> tuple[object, str]:
        """The value of a cell and what is wrong with it; an empty cell is None, or "" for a text."""
        text = text.replace("\u00a0", " ").strip()
        if self.kind is FieldKind.TEXT:
            return text, ""
        if not text:
            return None, ""
        if self.is_choice:
            return self._chosen(text)
        return self._number(text)

    def _chosen(self, text: str) -> tuple[object, str]:
        found = [
            key for key, word in self.choices if text.casefold() in {key, word.casefold(), self.word(key).casefold()}
        ]
        exact = [key for key in found if key == text]
        if len(exact or found) == 1:
            return (exact or found)[0], ""
        if found:
            return None, _("Several have that name. Write its short name: %(keys)s.") % {"keys": ", ".join(found)}
        return None, _("“%(text)s” is none of the choices.") % {"text": text}

    def _number(self, text: str) -> tuple[object, str]:
        try:
            value = parse_typed(text.removesuffix("%").removesuffix("kr").strip())
        except NumberError as error:
            return None, number_error(error.reason)
        if self.kind is FieldKind.WHOLE:
            if value != value.to_integral_value() or abs(value) > 9999:
                return None, _("Write a whole number.")
            return int(value), ""
        return value, ""


@dataclass(frozen=True)
class Cell:
    """A cell as a template needs it."""

    field: Field
    name: str
    text: str
    label: str
    error: str


@dataclass(frozen=True)
class Line:
    """One record as typed; `key` is its id, empty for a new one."""

    number: int
    key: str
    texts: Mapping[str, str]
    removed: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    error: str = ""

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in self.texts.values())


@dataclass(frozen=True)
class RecordTable:
    """The rows of a form; `shown` are the ids of the records that it holds, `seen` the state they were in."""

    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    shown: tuple[str, ...]
    seen: str

    @property
    def rows(self) -> tuple[tuple[Line, tuple[Cell, ...]], ...]:
        """Each line with its cells."""
        return tuple((line, tuple(self._cells(line))) for line in self.lines)

    @property
    def has_errors(self) -> bool:
        return any(line.errors or line.error for line in self.lines)

    @property
    def is_whole(self) -> bool:
        """Whether every record that was shown came back: one that is lacking is not one that was taken away."""
        return set(self.shown) <= {line.key for line in self.lines}

    @property
    def shown_text(self) -> str:
        return ",".join(self.shown)

    def _cells(self, line: Line) -> Iterator[Cell]:
        first = line.texts.get(self.fields[0].name, "")
        where = f"{_('row')} {line.number + 1}" + (f", {first}" if first else "")
        for held in self.fields:
            name = f"row-{line.number}-{held.name}"
            text, told = line.texts.get(held.name, ""), line.errors.get(held.name, "")
            yield Cell(held, name, text, f"{held.heading}, {where}", told)


def table_of(fields: Sequence[Field], records: Sequence[Record], seen: str, *, spare: int = SPARE) -> RecordTable:
    """The stored records as rows, and some empty ones."""
    held = [(str(getattr(r, "id", "")), {f.name: f.write(getattr(r, f.name, None)) for f in fields}) for r in records]
    held += [("", {}) for _ in range(spare)]
    lines = tuple(Line(number, key, texts) for number, (key, texts) in enumerate(held))
    return RecordTable(tuple(fields), lines, tuple(key for key, _ in held if key), seen)


def read_table(fields: Sequence[Field], data: Mapping[str, Any]) -> RecordTable:
    """The table as it was sent in."""
    text = str(data.get("rows", ""))
    count = min(int(text), MOST_LINES) if text.isdecimal() and len(text) < 5 else 0
    lines = tuple(_line(fields, data, number) for number in range(count))
    shown = tuple(key for key in str(data.get("shown", "")).split(",") if key)
    return RecordTable(tuple(fields), lines, shown, str(data.get("seen", "")))


def _line(fields: Sequence[Field], data: Mapping[str, Any], number: int) -> Line:
    texts = {held.name: str(data.get(f"row-{number}-{held.name}", "")) for held in fields}
    return Line(number, str(data.get(f"row-{number}-id", "")), texts, bool(data.get(f"row-{number}-remove")))


def grown(table: RecordTable, more: int = 10) -> RecordTable:
    """The table with further empty rows."""
    room = max(0, min(more, MOST_LINES - len(table.lines)))
    spare = tuple(Line(len(table.lines) + place, "", {}) for place in range(room))
    return replace(table, lines=(*table.lines, *spare))


Merge = Callable[[str, dict[str, object]], dict[str, object]]
"""Gives all fields of a record from its id, empty for a new one, and those that were typed."""


def rows_from(table: RecordTable, merge: Merge) -> tuple[list[dict[str, object]], list[int], RecordTable]:
    """The records to store, the number of the line that each is from, and the table with its errors.

    Lines that are marked as removed, or emptied, give no record.
    """
    rows, numbers, lines = [], [], []
    for line in table.lines:
        if line.removed or line.is_blank:
            lines.append(line)
            continue
        read = {held.name: held.read(line.texts.get(held.name, "")) for held in table.fields}
        errors = {name: told for name, (_value, told) in read.items() if told}
        lines.append(replace(line, errors=errors))
        if not errors:
            typed = {name: value for name, (value, _told) in read.items()}
            rows.append({**merge(line.key, typed), "id": line.key})
            numbers.append(line.number)
    return rows, numbers, replace(table, lines=tuple(lines))


def with_problems(
    table: RecordTable, problems: Iterable[Problem], numbers: Sequence[int]
) -> tuple[RecordTable, tuple[Problem, ...]]:
    """The table with an action's problems at their cells or rows, and those that are about the whole."""
    lines, rest = {line.number: line for line in table.lines}, []
    names = {held.name for held in table.fields}
    for problem in problems:
        told = f"{say(problem.message)} {say(problem.remedy)}".strip()
        if problem.row is None or problem.row > len(numbers):
            rest.append(problem)
            continue
        line = lines[numbers[problem.row - 1]]
        at_cell = problem.column in names
        errors = {**line.errors, problem.column: told} if at_cell else line.errors
        lines[line.number] = replace(line, errors=errors, error=line.error if at_cell else told)
    return replace(table, lines=tuple(lines.values())), tuple(rest)
