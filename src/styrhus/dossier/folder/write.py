"""Writes a dossier as a plan folder that reads back to the same dossier."""

import csv
import io
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import tomli_w

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.cells import write_cell
from styrhus.dossier.folder.documents import document_file
from styrhus.dossier.folder.layout import CSV_PARTS, FORMAT, JSON_PARTS, PLAN_FILE, TABLES_FILE, TOML_PARTS
from styrhus.dossier.folder.sections import section_file
from styrhus.dossier.folder.tables import ROW_FIELDS
from styrhus.finance.table import Table
from styrhus.values.record import Record
from styrhus.values.unit import Unit


def write_folder(dossier: Dossier, root: Path) -> None:
    """Write all files into `root`, which must not exist or be empty (FileExistsError); all of it or nothing."""
    if root.exists() and any(root.iterdir()):
        raise FileExistsError(root)
    root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent, prefix=".styrhus-") as scratch:
        draft = Path(scratch) / "plan"
        for name, content in folder_files(dossier).items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8"))
        if root.exists():
            root.rmdir()
        shutil.move(draft, root)


def folder_files(dossier: Dossier) -> dict[str, str]:
    """The folder as file names and contents; parts without content have no file."""
    files = {PLAN_FILE: _plan_file(dossier)}
    for part in TOML_PARTS:
        records = getattr(dossier, part.field)
        if records:
            files[part.file] = tomli_w.dumps({part.heading: [plain(r) for r in records]}, multiline_strings=True)
    for csv_part in CSV_PARTS:
        records = getattr(dossier, csv_part.field)
        if records:
            files[csv_part.file] = _csv_file(records, _yes_no_rows(dossier, records))
    for json_part in JSON_PARTS:
        files.update(document_file(json_part, record) for record in getattr(dossier, json_part.field))
    if dossier.tables:
        heads = [plain(table.model_copy(update={"rows": ()})) for table in dossier.tables]
        files[TABLES_FILE] = tomli_w.dumps({"table": heads}, multiline_strings=True)
    for table in dossier.tables:
        files[f"budget/{table.id}.csv"] = _table_file(table)
    files.update(section_file(section, position) for position, section in enumerate(dossier.sections))
    return files


def _plan_file(dossier: Dossier) -> str:
    parts = {"board": plain(dossier.board), "plan": plain(dossier.plan), "steering": plain(dossier.steering)}
    return tomli_w.dumps({"format": FORMAT, **parts}, multiline_strings=True)


def plain(record: Record) -> dict[str, object]:
    """A record as TOML can hold it: fields with their default value left out, enums as their words."""
    return {name: _toml_value(value) for name in type(record).model_fields
            if (value := getattr(record, name)) != type(record).model_fields[name].default}  # fmt: skip


def _toml_value(value: object) -> object:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, tuple):
        return [_toml_value(part) for part in value]
    return str(value) if isinstance(value, str) else value


def _yes_no_rows(dossier: Dossier, records: Sequence[Record]) -> list[bool]:
    """Which records belong to a yes/no indicator, whose values are written as words."""
    yes_no = {i.id for i in dossier.indicators if i.unit is Unit.YES_NO}
    return [getattr(record, "indicator", None) in yes_no for record in records]


def _csv_file(records: Sequence[Record], yes_no: list[bool]) -> str:
    """Header and rows; a column that is at its default in every row is left out."""
    fields = type(records[0]).model_fields
    used = [n for n, f in fields.items() if f.is_required() or any(getattr(r, n) != f.default for r in records)]
    rows = [[write_cell(getattr(record, name), yes_no=words and name == "value") for name in used]
            for record, words in zip(records, yes_no, strict=True)]  # fmt: skip
    return _csv_text([used, *rows])


def _table_file(table: Table) -> str:
    row_fields = [name for name in ROW_FIELDS if name in {"id", "label"} or any(
        getattr(row, name) != type(row).model_fields[name].default for row in table.rows)]  # fmt: skip
    header = [*row_fields, *(column.id for column in table.columns)]
    rows = [
        [*(write_cell(getattr(row, name)) for name in row_fields),
         *(write_cell(cell.value) if cell.value is not None else cell.mark for cell in row.cells)]
        for row in table.rows
    ]  # fmt: skip
    return _csv_text([header, *rows])


def _csv_text(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    return out.getvalue()
