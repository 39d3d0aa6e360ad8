"""Budget tables in a plan folder: definitions in one TOML file, the rows of each in a CSV file of its own."""

from pathlib import Path

from pydantic import ValidationError

from styrhus.dossier.folder.cells import NUMBER_FAULTS, kind_of, read_cell
from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.files import Line, read_csv, read_toml
from styrhus.dossier.folder.layout import TABLES_FILE
from styrhus.dossier.folder.places import Places
from styrhus.dossier.near import near
from styrhus.finance.table import MARKS, Cell, ColumnKind, Row, Table
from styrhus.values.number import NumberError, parse_decimal
from styrhus.values.text import msg

ROW_FIELDS = tuple(name for name in Row.model_fields if name != "cells")


def read_tables(root: Path, faults: Faults, places: Places) -> tuple[Table, ...]:
    """All tables in the order of their definitions."""
    definitions = (read_toml(root, TABLES_FILE, faults) or {}).get("table", [])
    found: list[tuple[int, Table]] = []
    files = set()
    for number, definition in enumerate(definitions if isinstance(definitions, list) else [], 1):
        table = _defined(definition, f"{TABLES_FILE} [{number}]", faults)
        if table is not None:
            file = f"budget/{table.id}.csv"
            files.add(file)
            found.append((number, _with_rows(table, root, file, faults)))
    for path in sorted((root / "budget").glob("*.csv")):
        if f"budget/{path.name}" not in files:
            faults.add(msg("The table is not defined in {file}.", file=TABLES_FILE),
                       near(path.stem, tuple(table.id for _, table in found)), file=f"budget/{path.name}")  # fmt: skip
    places.keep("tables", TABLES_FILE, found)
    return tuple(table for _, table in found)


def _defined(definition: object, place: str, faults: Faults) -> Table | None:
    try:
        return Table.model_validate(definition)
    except ValidationError as error:
        faults.add_validation(error, Table, file=place, row=None)
        return None


def _with_rows(table: Table, root: Path, file: str, faults: Faults) -> Table:
    """The table with the rows of its file; a definition without file is a fault."""
    if not (root / file).is_file():
        faults.add(
            msg("The file with the table's rows is missing."),
            msg("Add it, or remove the definition."),
            file=file,
        )
        return table
    lines = read_csv(root, file, faults)
    if lines and not _headings_fit(table, lines[0], file, faults):
        return table
    rows = [row for line in lines if (row := _row(table, line, file, faults))]
    return table.model_copy(update={"rows": tuple(rows)})


def _headings_fit(table: Table, line: Line, file: str, faults: Faults) -> bool:
    columns = [column.id for column in table.columns]
    before = len(faults.problems)
    for heading in line.cells:
        if heading not in columns and heading not in ROW_FIELDS:
            faults.add(msg("There is no such column."), near(heading, (*columns, *ROW_FIELDS)),
                       file=file, row=1, column=heading)  # fmt: skip
    for wanted in columns:
        if wanted not in line.cells:
            remedy = msg("Add {column} to the header row.", column=wanted)
            faults.add(msg("A column of the definition is missing."), remedy, file=file, row=1, column=wanted)
    return len(faults.problems) == before


def _row(table: Table, line: Line, file: str, faults: Faults) -> Row | None:
    before = len(faults.problems)
    cells = []
    for column in table.columns:
        text = line.cells[column.id].strip()
        cells.append(_cell(text, column.kind, (file, line.row, column.id), faults))
    fields = {
        name: read_cell(line.cells[name], kind_of(Row.model_fields[name].annotation))
        for name in ROW_FIELDS
        if line.cells.get(name, "").strip()
    }
    if len(faults.problems) != before:
        return None
    try:
        return Row.model_validate(fields | {"cells": tuple(cells)})
    except ValidationError as error:
        faults.add_validation(error, Row, file=file, row=line.row)
        return None


def _cell(text: str, kind: ColumnKind, place: tuple[str, int, str], faults: Faults) -> Cell:
    if kind is ColumnKind.TEXT or text in MARKS:
        return Cell(mark=text)
    try:
        return Cell(value=parse_decimal(text))
    except NumberError as error:
        message, remedy = NUMBER_FAULTS[error.reason]
        faults.add(message, remedy, file=place[0], row=place[1], column=place[2], value=text)
        return Cell(mark=text)
