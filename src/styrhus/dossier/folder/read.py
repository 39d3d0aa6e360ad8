"""Reads a plan folder into a dossier and tells every problem at once; nothing is dropped in silence."""

from pathlib import Path

from pydantic import ValidationError

from styrhus.dossier.check import check
from styrhus.dossier.document import Board, Plan
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.cells import records_of
from styrhus.dossier.folder.documents import read_documents
from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.files import read_csv, read_toml
from styrhus.dossier.folder.layout import (
    CSV_PARTS,
    ECONOMY_FOLDER,
    FORMAT,
    JSON_PARTS,
    PLAN_FILE,
    TEXT_FOLDER,
    TOML_PARTS,
)
from styrhus.dossier.folder.places import Places
from styrhus.dossier.folder.sections import read_sections
from styrhus.dossier.folder.tables import read_tables
from styrhus.dossier.near import near
from styrhus.plan.steering import SteeringModel
from styrhus.values.problem import Problem, Severity
from styrhus.values.record import Record
from styrhus.values.text import msg

FOLDERS = {"budget", "caseload", TEXT_FOLDER, ECONOMY_FOLDER, *(part.folder for part in JSON_PARTS)}
KNOWN_FILES = {PLAN_FILE, *(part.file for part in TOML_PARTS), *(part.file for part in CSV_PARTS)}


def read_folder(root: Path) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier of a folder and all problems found; the dossier is None when any problem is an error."""
    faults = Faults()
    if not root.is_dir() or not (root / PLAN_FILE).is_file():
        faults.add(
            msg("There is no plan here: {folder} has no plan.toml.", folder=str(root)),
            msg("Name a folder that holds a plan.toml; the format is described in the handbook."),
            file=PLAN_FILE,
        )
        return None, tuple(faults.problems)
    _tell_unknown_files(root, faults)
    places = Places()
    parts = _parts(root, faults, places)
    if any(problem.severity is Severity.ERROR for problem in faults.problems) or parts is None:
        return None, tuple(faults.problems)
    dossier = Dossier.model_validate(parts)
    found = tuple(places.locate(problem) for problem in check(dossier))
    problems = (*faults.problems, *found)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if failed else dossier), problems


def _parts(root: Path, faults: Faults, places: Places) -> dict[str, object] | None:
    """Every field of the dossier; None when plan.toml cannot be understood at all."""
    parts = _plan(root, faults)
    for part in TOML_PARTS:
        entries = _toml_entries(root, part.file, part.heading, faults)
        rows = _toml_records(entries, part.record, part.file, faults)
        parts[part.field] = places.keep(part.field, part.file, rows)
    for csv_part in CSV_PARTS:
        lines = read_csv(root, csv_part.file, faults)
        rows = records_of(lines, csv_part.record, csv_part.file, faults)
        parts[csv_part.field] = places.keep(csv_part.field, csv_part.file, rows)
    for json_part in JSON_PARTS:
        rows = read_documents(root, json_part, faults)
        parts[json_part.field] = places.keep(json_part.field, json_part.folder, rows)
    parts["tables"] = read_tables(root, faults, places)
    parts["sections"] = read_sections(root, faults)
    return parts if {"board", "plan"} <= parts.keys() else None


def _plan(root: Path, faults: Faults) -> dict[str, object]:
    """Board, plan and steering model of plan.toml, as far as they can be read."""
    table = read_toml(root, PLAN_FILE, faults)
    if table is None:
        return {}
    if table.pop("format", None) != FORMAT:
        faults.add(msg("The format of the folder is not known."), msg("Write format = 1 as the first line."),
                   file=PLAN_FILE, column="format")  # fmt: skip
    parts: dict[str, object] = {}
    records: dict[str, type[Record]] = {"board": Board, "plan": Plan, "steering": SteeringModel}
    for name, record in records.items():
        content = table.pop(name, {} if name == "steering" else None)
        try:
            parts[name] = record.model_validate(content if content is not None else {})
        except ValidationError as error:
            faults.add_validation(error, record, file=f"{PLAN_FILE} [{name}]", row=None)
    for unknown in table:
        faults.add(msg("There is no such part."), near(unknown, ("board", "plan", "steering")),
                   file=PLAN_FILE, column=unknown)  # fmt: skip
    return parts


def _toml_entries(root: Path, file: str, heading: str, faults: Faults) -> list[object]:
    """The tables under one repeated heading."""
    table = read_toml(root, file, faults) or {}
    entries = table.pop(heading, [])
    for unknown in table:
        faults.add(msg("There is no such part."), near(unknown, (heading,)), file=file, column=unknown)
    if not isinstance(entries, list):
        faults.add(msg("The part must be a list."), msg("Write [[{name}]] with two brackets.", name=heading),
                   file=file, column=heading)  # fmt: skip
        return []
    return entries


def _toml_records(entries: list[object], record: type[Record], file: str, faults: Faults) -> list[tuple[int, Record]]:
    """The records of the entries with their ordinal number, which is the only place TOML gives."""
    found = []
    for number, entry in enumerate(entries, 1):
        try:
            found.append((number, record.model_validate(entry)))
        except ValidationError as error:
            name = entry.get("id", number) if isinstance(entry, dict) else number
            faults.add_validation(error, record, file=f"{file} [{name}]", row=None)
    return found


def _tell_unknown_files(root: Path, faults: Faults) -> None:
    """A file that nobody reads is most often a misspelt name, so it is an error and not ignored."""
    for path in (*sorted(root.iterdir()), *sorted((root / ECONOMY_FOLDER).glob("*"))):
        name = path.relative_to(root).as_posix()
        expected = name in FOLDERS if path.is_dir() else name in KNOWN_FILES
        if not expected and not path.name.startswith(".") and name not in {"README.md", "LICENSE"}:
            faults.add(msg("The file is not part of the format."), near(name, tuple(sorted(KNOWN_FILES))),
                       file=name)  # fmt: skip
