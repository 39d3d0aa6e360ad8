"""Refusing what is not valid: single records by their own rules, a whole dossier by its cross-checks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError

from styrhus.dossier.check import check
from styrhus.dossier.dossier import Dossier
from styrhus.reports.sections import check_section
from styrhus.store.mapping import unstorable
from styrhus.store.parts import PARTS
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.record import Record
from styrhus.values.text import Text, msg

R = TypeVar("R", bound=Record)

_TOLD = {
    "missing": (msg("This has to be given."), msg("Fill it in.")),
    "string_pattern_mismatch": (msg("This is not a valid short name."), msg("Use a–z, digits and single hyphens.")),
    "string_too_long": (msg("The text is too long."), msg("Shorten it.")),
    "enum": (msg("This is none of the choices."), msg("Choose one of them.")),
}
_OTHERWISE = (msg("The value is not valid."), msg("Correct it."))


def validated(record: type[R], values: Mapping[str, object]) -> R:
    """A record of the values; ProblemsError with a problem for each field that is wrong (`column` names it)."""
    try:
        found = record.model_validate(values)
    except ValidationError as error:
        raise ProblemsError(tuple(_problems(error))) from error
    needed = (name for name, field in record.model_fields.items() if field.is_required())
    if empty := [name for name in needed if getattr(found, name) == ""]:
        raise ProblemsError(tuple(Problem(*_TOLD["missing"], column=name) for name in empty))
    return found


def fields_of(record: Record) -> dict[str, Any]:
    """The fields of a record alone, without what it has computed and kept."""
    return {field: getattr(record, field) for field in type(record).model_fields}


def validated_rows(record: type[R], rows: Sequence[Mapping[str, object]], **fixed: object) -> tuple[R, ...]:
    """A record of each row; ProblemsError with the problems of all rows, numbered from 1."""
    found: list[R] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=1):
        try:
            found.append(validated(record, {**row, **fixed}))
        except ProblemsError as error:
            problems += (replace(problem, row=number) for problem in error.problems)
    if problems:
        raise ProblemsError(tuple(problems))
    return tuple(found)


def _problems(error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        message, remedy = _TOLD.get(fault["type"], _OTHERWISE)
        column = str(fault["loc"][0]) if fault["loc"] else ""
        value = "" if fault["type"] == "missing" else str(fault["input"])[:80]
        yield Problem(message, remedy, column=column, value=value)


def required(column: str, text: str, message: Text) -> str:
    """The text without surrounding space; ProblemsError when nothing is left."""
    if not text.strip():
        raise ProblemsError((Problem(message, msg("Fill it in."), column=column),))
    return text.strip()


def refuse_any(problems: Iterable[Problem]) -> None:
    """ProblemsError with all problems, when there are any."""
    found = tuple(problems)
    if found:
        raise ProblemsError(found)


def refuse(dossier: Dossier, *, before: Dossier | None = None) -> None:
    """ProblemsError when the dossier has errors that it did not have before."""
    known = set() if before is None else set(_errors(before))
    found = tuple(problem for problem in _errors(dossier) if problem not in known)
    if found:
        raise ProblemsError(found)


def _errors(dossier: Dossier) -> Iterator[Problem]:
    texts = (problem for section in dossier.sections for problem in check_section(section, dossier))
    yield from (problem for problem in (*check(dossier), *texts) if problem.severity is Severity.ERROR)
    for part in (*PARTS, "tables"):
        for position, record in enumerate(getattr(dossier, part)):
            yield from unstorable(f"{part}[{position}]", record)
    yield from unstorable("plan", dossier.plan)
