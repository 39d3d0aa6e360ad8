"""Rows to records and back, for every model alike: columns are named as the record's fields."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import models
from pydantic import TypeAdapter

from styrhus.values.problem import Problem
from styrhus.values.record import Record
from styrhus.values.text import msg

R = TypeVar("R", bound=Record)

LARGEST_INTEGER = 2_147_483_647
"""What an integer column holds on every database."""


def column_of(field: str) -> str:
    """The column of a record's field: a record's id is a row's key, as a row has an id of its own."""
    return "key" if field == "id" else field


@cache
def columns(model: type[models.Model], record: type[Record]) -> dict[str, str]:
    """Field to column, for the fields of the record that are columns of the model."""
    held = {field.name for field in model._meta.concrete_fields}
    return {name: column_of(name) for name in record.model_fields if column_of(name) in held}


@cache
def _structured(model: type[models.Model], record: type[Record]) -> frozenset[str]:
    """The fields that are stored as JSON: lists of texts, columns and cells of tables."""
    named = columns(model, record)
    return frozenset(f for f, c in named.items() if isinstance(model._meta.get_field(c), models.JSONField))


def to_columns(model: type[models.Model], record: Record) -> dict[str, Any]:
    """The values of a row's columns; numbers in JSON are written as the exact text of the decimal."""
    structured = _structured(model, type(record))
    json = record.model_dump(mode="json", include=set(structured), exclude_defaults=True)
    return {
        column: json.get(field, []) if field in structured else getattr(record, field)
        for field, column in columns(model, type(record)).items()
    }


@cache
def _adapter(record: type[R]) -> TypeAdapter[tuple[R, ...]]:
    return TypeAdapter(tuple[record, ...])  # type: ignore[valid-type]


def to_records(record: type[R], fields: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> tuple[R, ...]:
    """Records from rows whose values are in the order of `fields`."""
    return _adapter(record).validate_python([dict(zip(fields, row, strict=True)) for row in rows])


def unstorable(place: str, record: Record) -> Iterable[Problem]:
    """Whole numbers that no integer column holds."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        if type(value) is int and abs(value) > LARGEST_INTEGER:
            yield Problem(msg("The number is too large."), msg("Write a smaller one."), place, None, field, str(value))
