"""Reads a file of spells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray

from styrhus.caseload.mapping import CaseMapping
from styrhus.caseload.opening import evened, mended, prepared
from styrhus.caseload.personal import TellsOfPersonsError, personal_values, telling_headings
from styrhus.caseload.spells.columns import number, row_numbers, spells
from styrhus.caseload.spells.faults import faults
from styrhus.caseload.spells.load import ROWS, load
from styrhus.finance.ledger.load import source
from styrhus.finance.ledger.prepared import Prepared
from styrhus.forecast.material import Spells
from styrhus.forecast.material.horizon import day_number
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg

KEPT_AS_TEXT = (("person", "person"), ("group", "grp"), ("type", "typ"))


@dataclass(frozen=True, eq=False)
class SpellsFound:
    """Spells with what there is to know of them, the headings of the file, and the row of each spell in it."""

    spells: Spells
    problems: tuple[Problem, ...]
    headings: tuple[str, ...]
    rows: NDArray[np.int64]


def read(
    connection: duckdb.DuckDBPyConnection, path: Path, mapping: CaseMapping, scratch: Path, *, name: str,
    as_of: date | None = None,
) -> SpellsFound:  # fmt: skip
    """The spells, and warnings; ProblemsError when a row cannot be read or a person can be told from the file."""
    if "start" not in mapping.columns:
        raise ProblemsError((_lacks_start(prepared(path, mapping, scratch, name)),))
    opened = _loaded(connection, prepared(path, mapping, scratch, name), mapping, scratch)
    _refuse_persons(connection, opened, mapping)
    found = faults(connection, opened, mapping)
    if found:
        raise ProblemsError(found)
    row = connection.execute(f"SELECT count(*) FROM {ROWS} WHERE NOT skipped").fetchone()
    if not row or not row[0]:
        told = msg("The file has no spells."), msg("See that the headings stand in the row that the mapping says.")
        raise ProblemsError((Problem(*told, name),))
    streams = number(connection, is_told="person" in mapping.columns, group=mapping.group)
    found_spells = spells(connection, streams, day_number(as_of) if as_of else None)
    return SpellsFound(
        found_spells,
        tuple(_notes(mapping, found_spells, name)),
        opened.headings,
        row_numbers(connection, opened.first_row),
    )


def _lacks_start(opened: Prepared) -> Problem:
    told = msg("It cannot be told in which column placements start, or in which months persons are counted.")
    remedy = msg("The file has {headings}. Say in the mapping what they are.",
                 headings=", ".join(opened.headings[:20]))  # fmt: skip
    return Problem(told, remedy, opened.name)


def _refuse_persons(connection: duckdb.DuckDBPyConnection, opened: Prepared, mapping: CaseMapping) -> None:
    """TellsOfPersonsError when a heading or a cell of any column tells who somebody is."""
    found = telling_headings(opened, mapping.heading_row)
    loaded = {mapping.columns.get(field): name for field, name in KEPT_AS_TEXT}
    rows = f"rowid + {opened.first_row}"
    kept = [(name, heading) for heading, name in loaded.items() if heading]
    found += personal_values(connection, ROWS, kept, opened, person="person", row=rows)
    others = [
        (opened.sql(f"#{place}"), heading) for place, heading in enumerate(opened.headings, 1) if heading not in loaded
    ]
    others = [each for each in others if each[1] not in mapping.columns.values()]
    if others:
        found += personal_values(connection, source(opened), others, opened)
    if found:
        raise TellsOfPersonsError(found)


def _loaded(connection: duckdb.DuckDBPyConnection, opened: Prepared, mapping: CaseMapping, scratch: Path) -> Prepared:
    """Load the rows, once more where blank lines had moved their numbers or line ends of several kinds prevent it."""
    try:
        load(connection, opened, mapping)
        again = mended(connection, ROWS, opened, scratch)
    except duckdb.InvalidInputException:
        again = evened(opened, scratch)
    if again is None:
        return opened
    try:
        load(connection, again, mapping)
    except duckdb.InvalidInputException as error:
        told = msg("The file cannot be read as rows and columns.")
        remedy = msg("See that delimiter and quotation marks are those of the mapping, and fetch the file anew.")
        raise ProblemsError((Problem(told, remedy, opened.name, value=str(error).splitlines()[0][:80]),)) from error
    return again


def _notes(mapping: CaseMapping, spells: Spells, name: str) -> Iterator[Problem]:
    """What the file lacks and the forecast does without."""
    lacks = {
        "person": (msg("The file has no column of persons: every spell counts as a person of its own."),
                   msg("Moves between types of care cannot be learnt from it.")),
        "group": (msg("The file has no column of target groups: all are one group."),
                  msg("Add the column `group` to forecast the groups each by itself.")),
        "type": (msg("The file has no column of types of care: all are one type."),
                 msg("Add the column `type` to forecast the types each by itself.")),
        "price": (msg("The file has no prices: persons and care days are forecast, cost is not."),
                  msg("Add the columns `price` and `price_unit`.")),
        "end": (msg("The file has no column of ends: nobody is known to have left."),
                msg("Add the column `end`; without it the forecast knows nothing of how long people stay.")),
    }  # fmt: skip
    without = {"price"} if np.isnan(spells.price).all() else set()
    for field, told in lacks.items():
        if field not in mapping.columns or field in without:
            yield Problem(*told, name, severity=Severity.NOTE)
