"""The JSON Schema of the plan folder, generated from the records themselves."""

from pydantic import TypeAdapter

from styrhus.dossier.document import Board, Plan, Section
from styrhus.dossier.folder.layout import (
    CSV_PARTS,
    FORMAT,
    JSON_PARTS,
    PLAN_FILE,
    TABLES_FILE,
    TEXT_FOLDER,
    TOML_PARTS,
)
from styrhus.finance.table import Row, Table
from styrhus.plan.steering import SteeringModel
from styrhus.values.record import Record

Schema = dict[str, object]


def folder_schema() -> Schema:
    """The folder as one object: a property for each file, `$defs` for each record.

    A TOML file is the object it reads to. A CSV file is an array of rows after reading (decimal comma, ja/nej and
    bars between list items are the spelling of the cells). A text file is its section.
    """
    records: list[type[Record]] = [Board, Plan, SteeringModel, Table, Row, Section]
    records += [part.record for part in (*TOML_PARTS, *CSV_PARTS, *JSON_PARTS)]
    definitions: Schema = {}
    for record in records:
        schema = TypeAdapter(record).json_schema(ref_template="#/$defs/{model}")
        nested = schema.pop("$defs", {})
        definitions.update(nested)
        definitions[record.__name__] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Styrhus plan folder",
        "type": "object",
        "required": [PLAN_FILE],
        "additionalProperties": False,
        "properties": _files(),
        "patternProperties": {
            r"^budget/[a-z0-9-]+\.csv$": _many(Row),
            rf"^{TEXT_FOLDER}/[0-9]+-[a-z0-9-]+\.md$": _one(Section),
            **{rf"^{part.folder}/[a-z0-9-]+\.json$": _one(part.record) for part in JSON_PARTS},
        },
        "$defs": dict(sorted(definitions.items())),
    }


def _files() -> Schema:
    files: Schema = {PLAN_FILE: _plan_file(), TABLES_FILE: _toml_file("table", Table)}
    files.update({part.file: _toml_file(part.heading, part.record) for part in TOML_PARTS})
    files.update({part.file: _many(part.record) for part in CSV_PARTS})
    return files


def _plan_file() -> Schema:
    parts = {"board": _one(Board), "plan": _one(Plan), "steering": _one(SteeringModel)}
    return {
        "type": "object",
        "required": ["format", "board", "plan"],
        "additionalProperties": False,
        "properties": {"format": {"const": FORMAT}, **parts},
    }


def _toml_file(heading: str, record: type[Record]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": {heading: _many(record)}}


def _one(record: type[Record]) -> Schema:
    return {"$ref": f"#/$defs/{record.__name__}"}


def _many(record: type[Record]) -> Schema:
    return {"type": "array", "items": _one(record)}
