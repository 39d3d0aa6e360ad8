"""The plan folder file by file and field by field, in Swedish Markdown made from the records."""

import types
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic.fields import FieldInfo

from handbook.links import anchor
from handbook.words import code_words, codes_title, field_word
from styrhus.dossier.document import Board, Plan, Section
from styrhus.dossier.folder.layout import CSV_PARTS, JSON_PARTS, TOML_PARTS
from styrhus.finance.table import Column, Row, Table
from styrhus.plan.steering import Level, SteeringModel, Value
from styrhus.values.record import Record

Held = tuple[str, str, type[Record], frozenset[str]]
"""Heading, a line about the place, record, and the fields that are not written there."""

TITLES = {
    "goals": "mål",
    "indicators": "indikatorer",
    "undertakings": "åtaganden",
    "guarantees": "tjänstegarantier",
    "conditions": "förutsättningar",
    "needs": "behov av ramförstärkning",
    "targets": "målvärden",
    "outcomes": "utfall",
    "overrides": "status satt för hand",
    "life_log": "indikatorernas livslogg",
    "assignments": "uppdrag",
    "progress": "anteckningar om uppdrag",
    "observations": "iakttagelser",
    "organisation": "organisation",
    "frames": "ramar",
    "frame_changes": "ramförändringar",
    "unit_rules": "koder till enheter",
    "account_rules": "konton till kostnadsslag",
    "code_names": "kodernas namn",
    "budget_versions": "budgetversioner",
    "periodisation_keys": "periodiseringsnycklar",
    "budget_lines": "budgetrader",
    "positions": "tjänster",
    "reserve_items": "central reserv",
    "surplus_projects": "projekt med överskottsmedel",
    "investments": "investeringar",
    "savings_requirements": "effektiviseringskrav",
    "savings": "effektiviseringar",
    "saving_effects": "effektiviseringarnas effekt",
    "saving_levers": "effektiviseringarnas spakar",
    "capacities": "platser i egen regi",
    "forecasts": "frysta prognoser",
    "unit_forecasts": "enheternas prognoser",
    "accruals": "upplupna poster",
    "placement_rows": "placeringsrutnätets rader",
    "placement_figures": "placeringsrutnätets tal",
    "income_support": "försörjningsstöd",
    "reception_cohorts": "mottagande",
    "grant_instalments": "statsbidrag per person",
    "reception_scenarios": "scenarier för mottagandet",
    "reception_terms": "villkor för mottagandet",
    "labour_market_places": "platser på arbetsmarknaden",
    "ledger_months": "redovisningens månader",
    "balances": "redovisningens saldon",
    "facts": "siffror ur löptext",
    "contradictions": "siffror som motsäger varandra",
}
NAMES: dict[object, str] = {
    str: "text",
    int: "heltal",
    Decimal: "tal",
    bool: "ja/nej",
    date: "datum",
    Record: "stycken",
}


def fields() -> str:
    """Every file with a table of its fields, then every code."""
    held = [*_plan_file(), *_files(), *_documents(), *_budget()]
    parts = [_section(*each) for each in held]
    enums = dict.fromkeys(enum for each in held for enum in _enums(each[2]))
    return "\n\n".join(["## Filer", *parts, "## Koder", *(_codes(enum) for enum in enums)])


def _plan_file() -> Iterator[Held]:
    none: frozenset[str] = frozenset()
    yield "plan.toml – nämnden", "Under `[board]`. Filen börjar med raden `format = 1`.", Board, none
    yield "plan.toml – planen", "Under `[plan]`.", Plan, none
    yield "plan.toml – styrmodellen", "Under `[steering]`.", SteeringModel, none
    yield "plan.toml – målnivåer", "Ett stycke `[[steering.levels]]` per nivå.", Level, none
    yield "plan.toml – förhållningssätt", "Ett stycke `[[steering.approach]]` per ord.", Value, none


def _files() -> Iterator[Held]:
    for part in TOML_PARTS:
        about = f"Ett stycke `[[{part.heading}]]` för varje."
        yield f"{part.file} – {TITLES[part.field]}", about, part.record, frozenset()
    for csv_part in CSV_PARTS:
        yield f"{csv_part.file} – {TITLES[csv_part.field]}", "En rad för varje.", csv_part.record, frozenset()


def _documents() -> Iterator[Held]:
    about = "En fil för varje, med `id` som filnamn. Fälten står var för sig; `content` är prognosen själv, som JSON."
    for part in JSON_PARTS:
        yield f"{part.folder}/*.json – {TITLES[part.field]}", about, part.record, frozenset({"id"})


def _budget() -> Iterator[Held]:
    about = "Ett stycke `[[table]]` per tabell, i planens ordning."
    yield "budget/tables.toml – tabeller", about, Table, frozenset({"rows"})
    yield "budget/tables.toml – kolumner", "I listan `columns` i varje tabell.", Column, frozenset()
    about = "En fil per tabell. Efter fälten nedan följer en kolumn för varje kolumn-id i tabellens definition."
    yield "budget/*.csv – tabellernas rader", about, Row, frozenset({"cells"})
    about = "Filen heter nummer, bindestreck, id: `010-sammanfattning.md`. Överst står fälten mellan två rader `+++`."
    yield "text/*.md – textavsnitt", about, Section, frozenset({"id", "text"})


def _section(heading: str, about: str, record: type[Record], unwritten: frozenset[str]) -> str:
    lines = [f"### {heading}", "", about, "", "| fält | värde | betydelse |", "|---|---|---|"]
    for name, field in record.model_fields.items():
        if name not in unwritten:
            needed = " *" if field.is_required() else ""
            lines.append(f"| `{name}`{needed} | {_kind(field)} | {field_word(record, name)} |")
    return "\n".join(lines)


def _inner(annotation: object) -> tuple[object, bool]:
    """The type of a single value without None, and whether there is a list of them."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return _inner(next(part for part in arguments if part is not types.NoneType))
    if origin is typing.Annotated:
        return ("id", False) if _is_id(arguments[1:]) else _inner(arguments[0])
    if origin is tuple:
        return _inner(arguments[0])[0], True
    return annotation, False


def _is_id(extras: typing.Iterable[object]) -> bool:
    """Only ids have a pattern to follow."""
    return any(getattr(extra, "pattern", None) for extra in extras)


def _kind(field: FieldInfo) -> str:
    kind, many = ("id", False) if _is_id(field.metadata) else _inner(field.annotation)
    if isinstance(kind, str):
        name = kind
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        name = f"[kod](#{anchor(codes_title(kind))})"
    else:
        name = NAMES[Record if isinstance(kind, type) and issubclass(kind, Record) else kind]
    return f"lista av {name}" if many and name != "stycken" else name


def _enums(record: type[Record]) -> Iterator[type[StrEnum]]:
    for field in record.model_fields.values():
        kind, _ = _inner(field.annotation)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            yield kind


def _codes(enum: type[StrEnum]) -> str:
    rows = [f"| `{code}` | {word} |" for code, word in code_words(enum).items()]
    return "\n".join([f"### {codes_title(enum)}", "", "| kod | betyder |", "|---|---|", *rows])
