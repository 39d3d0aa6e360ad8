"""Reads a ledger file by its mapping into Parquet files, or says in which rows it cannot."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from styrhus.finance.ledger.engine import engine
from styrhus.finance.ledger.faults import faults
from styrhus.finance.ledger.lines import evened, filled
from styrhus.finance.ledger.load import load, loaded
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.opened import Opened
from styrhus.finance.ledger.opening import open_ledger
from styrhus.finance.ledger.staged import Staged
from styrhus.finance.ledger.told import booked, control_faults, left_out, names, skipped
from styrhus.finance.ledger.write import write
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def stage(path: Path, mapping: Mapping, *, year: int, target: Path, name: str = "") -> Staged:
    """Read `path`, whose rows must be of `year`, and write its months and balances into the folder `target`.

    `name` is what the file is called in messages. ProblemsError with every fault found (at most fifty, the others
    counted) when a row cannot be booked or the mapping does not fit: nothing of use is then in `target`. What lies
    there is not synced to disk; who moves the folder to its place does that.
    """
    name = name or path.name
    with scratch_in(target) as scratch, engine(scratch) as connection:
        opened = open_ledger(path, mapping, scratch, year=year, name=name)
        opened = _loaded(connection, opened, scratch, year=year)
        return _staged(connection, opened, year=year, target=target)


def _loaded(connection: duckdb.DuckDBPyConnection, opened: Opened, scratch: Path, *, year: int) -> Opened:
    """Load the rows, once more where line ends of several kinds prevent it or blank lines had moved their numbers."""
    try:
        load(connection, opened.prepared, opened.mapping, year)
        again = filled(opened.prepared, loaded(connection), scratch)
    except duckdb.InvalidInputException:
        again = evened(opened.prepared, scratch)
    if again is None:
        return opened
    try:
        load(connection, again, opened.mapping, year)
    except duckdb.InvalidInputException as error:
        raise ProblemsError((_no_csv(error, again.name),)) from error
    return replace(opened, prepared=again)


def _no_csv(error: duckdb.Error, name: str) -> Problem:
    return Problem(
        msg("The file cannot be read as rows and columns."),
        msg("See that delimiter and quotation marks are those of the mapping, and fetch the file anew."), name,
        value=str(error).splitlines()[0],
    )  # fmt: skip


def _staged(connection: duckdb.DuckDBPyConnection, opened: Opened, *, year: int, target: Path) -> Staged:
    prepared, mapping = opened.prepared, opened.mapping
    found = faults(connection, prepared, mapping, year)
    if found:
        raise ProblemsError(found)
    rows, total = booked(connection)
    if not rows:
        raise ProblemsError((_no_rows(prepared.name),))
    found = tuple(control_faults(mapping, rows, total, prepared.name))
    if found:
        raise ProblemsError(found)
    count, amount = skipped(connection)
    return Staged(
        write(connection, prepared, target),
        names=(*opened.names, *names(connection, prepared, mapping)),
        warnings=(*prepared.warnings, *((left_out(count, amount, prepared.name),) if count else ())),
        organisation_number=opened.organisation_number,
        organisation_name=opened.organisation_name,
        skipped=count,
    )


def _no_rows(name: str) -> Problem:
    return Problem(
        msg("The file has no rows to book."),
        msg("See that the headings stand in the row that the mapping says, and that the file is the whole."), name,
    )  # fmt: skip


@contextmanager
def scratch_in(target: Path) -> Iterator[Path]:
    """A folder for what is only needed meanwhile, beside what is kept so that it has room where that has."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".reading-", dir=target) as folder:
        yield Path(folder)
