"""Arbitrary small dossiers for property tests: every field of every record, with references that hold."""

import datetime
import typing
from decimal import Decimal
from enum import Enum

from hypothesis import strategies as st

from styrhus.dossier.check import REFERENCES, UNIQUE_KEYS, WITH_ID
from styrhus.dossier.document import Board, Plan, Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.cells import kind_of
from styrhus.dossier.folder.layout import CSV_PARTS, JSON_PARTS, TOML_PARTS
from styrhus.finance.table import MARKS, Cell, Column, ColumnKind, Row, Table
from styrhus.forecast.frozen import Been, Entering, Opened, WithoutLevers, closed
from styrhus.plan.steering import Level, SteeringModel, Value
from styrhus.values.record import Record
from tests.unit.forecast.forecasts import OWN, forecast

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters='\n\t;"|\\,{}#+åäöÅÄÖ−\u00a0')
TEXTS = st.text(LETTERS, max_size=12).map(str.strip)
WORDS = TEXTS.filter(bool)
IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True).filter(lambda key: key != "new")
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2) | st.integers(-(10**7), 10**7).map(Decimal)
FORECAST = closed(
    Opened(
        forecast(),
        2019,
        ("2018-12",),
        (Been(OWN, (310.5,), (None,)),),
        (Entering("Barn", 2019, 9.5, 12),),
        (WithoutLevers(OWN, 3650.5, None),),
    )
)
YEARS = st.integers(2015, 2030)
SPECIAL = {
    "indicator": IDS,
    "period": st.sampled_from(["2023", "2023-T1", "2023-Q2", "2023-08"]),
    "year": YEARS,
    **dict.fromkeys(("month", "first_month", "last_month", "start_month", "end_month", "reverses"), st.integers(1, 12)),
}


def field_strategy(name: str, annotation: object, default: object) -> st.SearchStrategy:
    """A strategy for one field by its type; references are left empty here and filled in afterwards."""
    if name in SPECIAL:
        return SPECIAL[name] | st.none() if default is None else SPECIAL[name]
    kind = kind_of(annotation)
    found = {
        Decimal: AMOUNTS,
        bool: st.booleans(),
        int: st.integers(-50, 3000),
        datetime.date: st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 1, 1)),
    }.get(kind)
    if found is None and kind is tuple:
        return _tuples(annotation)
    if found is None:
        is_enum = isinstance(kind, type) and issubclass(kind, Enum)
        found = st.sampled_from(list(kind)) if is_enum else TEXTS
    return found | st.none() if type(None) in typing.get_args(annotation) else found


def _tuples(annotation: object) -> st.SearchStrategy:
    (inner, *_) = typing.get_args(annotation)
    kind = kind_of(inner)
    part = st.sampled_from(list(kind)) if isinstance(kind, type) and issubclass(kind, Enum) else WORDS
    return st.lists(part, max_size=2).map(tuple)


@st.composite
def records(draw: st.DrawFn, record: type[Record], fixed: dict[str, object]) -> Record:
    """A record with arbitrary fields but those that are fixed; required texts are never empty."""
    values = dict(fixed)
    for name, field in record.model_fields.items():
        if name not in values:
            strategy = field_strategy(name, field.annotation, field.default)
            values[name] = draw(WORDS if strategy is TEXTS and field.is_required() else strategy)
    return record.model_validate(values)


def _id_lists(most: int = 2) -> st.SearchStrategy:
    return st.lists(IDS, max_size=most, unique=True)


@st.composite
def tables(draw: st.DrawFn, key: str) -> Table:
    """A table whose cells fit their columns."""
    columns = []
    for column_id in draw(st.lists(IDS.map("c".__add__), min_size=1, max_size=3, unique=True)):
        columns.append(draw(records(Column, {"id": column_id, "change_of": None})))
    rows = []
    for row_id in draw(_id_lists()):
        cells = tuple(draw(_cells(column.kind)) for column in columns)
        fixed = {"id": row_id, "parent": None, "organisation_unit": None, "cells": cells}
        rows.append(draw(records(Row, fixed)))
    return draw(records(Table, {"id": key, "columns": tuple(columns), "rows": tuple(rows)}))


def _cells(kind: ColumnKind) -> st.SearchStrategy:
    if kind is ColumnKind.TEXT:
        return TEXTS.map(lambda text: Cell(mark=text))
    return AMOUNTS.map(lambda value: Cell(value=value)) | st.sampled_from(sorted(MARKS)).map(lambda m: Cell(mark=m))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier that `check` finds nothing wrong with."""
    parts: dict[str, list[Record]] = {}
    level_ids = draw(st.lists(IDS, min_size=1, max_size=2, unique=True))
    levels = tuple(draw(records(Level, {"id": key})) for key in level_ids)
    steering = draw(records(SteeringModel, {"levels": levels, "approach": (Value(name="a", text="b"),)}))
    ids = {field: draw(_id_lists()) for field in WITH_ID}
    for part in (*TOML_PARTS, *CSV_PARTS, *JSON_PARTS):
        parts[part.field] = draw(_part(part.field, part.record, ids, level_ids[0]))
        if part.field in WITH_ID:
            ids[part.field] = [record.id for record in parts[part.field]]
    parts["tables"] = [draw(tables(key)) for key in ids["tables"]]
    parts["sections"] = [draw(records(Section, {"id": key})) for key in ids["sections"]]
    board = draw(records(Board, {"id": draw(IDS)}))
    plan = draw(records(Plan, {"year": draw(YEARS)}))
    return Dossier.model_validate({"board": board, "plan": plan, "steering": steering, **parts})


@st.composite
def _part(draw: st.DrawFn, field: str, record: type[Record], ids: dict[str, list[str]], level: str) -> list[Record]:
    """All records of one field, with references drawn among the ids and unique keys kept unique."""
    keys = ids.get(field) if field in WITH_ID else [None] * draw(st.integers(0, 2))
    found: dict[object, Record] = {}
    unique = dict(UNIQUE_KEYS).get(field, ("id",) if field in WITH_ID else ())
    for position, key in enumerate(keys or []):
        fixed = _references(draw, field, record, ids)
        if fixed is None:
            return []
        fixed |= {"id": key} if key is not None else {}
        fixed |= {"level": level} if field == "goals" else {}
        fixed |= {"content": FORECAST} if field == "forecasts" else {}
        fixed |= {"refs": ("grant.2023",)} if field == "contradictions" else {}
        fixed |= {"start": "2023-03", "last": ""} if field == "labour_market_places" else {}
        fixed |= {"value": Decimal(draw(st.integers(0, 1)))} if field in {"targets", "outcomes"} else {}
        value = draw(records(record, fixed))
        found.setdefault(tuple(getattr(value, n) for n in unique) or position, value)
    return list(found.values())


def _references(
    draw: st.DrawFn, field: str, record: type[Record], ids: dict[str, list[str]]
) -> dict[str, object] | None:
    """References of a record; None when a required one has nothing to point at. Trees stay flat here."""
    fixed: dict[str, object] = {}
    for owner, name, target in REFERENCES:
        if owner != field:
            continue
        info = record.model_fields[name]
        if info.is_required():
            if not ids[target]:
                return None
            fixed[name] = draw(st.sampled_from(ids[target]))
        elif kind_of(info.annotation) is tuple:
            fixed[name] = () if target == field else tuple(ids[target][:1])
        else:
            fixed[name] = None if target == field or not ids[target] else draw(st.sampled_from([None, *ids[target]]))
    return fixed
