"""Reads a ledger file by its mapping into Parquet files, or says in which rows it cannot."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from styrhus.finance.ledger.delimited import prepare
from styrhus.finance.ledger.engine import engine
from styrhus.finance.ledger.faults import faults
from styrhus.finance.ledger.load import load
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.mapping_faults import mapping_faults
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.staged import Staged
from styrhus.finance.ledger.write import write
from styrhus.values.problem import ProblemsError


def stage(path: Path, mapping: Mapping, *, year: int, target: Path, name: str = "") -> Staged:
    """Read `path`, whose rows must be of `year`, and write its months and balances into the folder `target`.

    `name` is what the file is called in messages. ProblemsError with every fault found (at most fifty, the others
    counted) when a row cannot be booked or the mapping does not fit: nothing of use is then in `target`. What lies
    there is not synced to disk; who moves the folder to its place does that.
    """
    name = name or path.name
    told = mapping_faults(mapping, name)
    if told:
        raise ProblemsError(told)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".reading-", dir=target) as folder, engine(Path(folder)) as connection:
        prepared = prepare(path, mapping, Path(folder), name=name)
        return _staged(connection, prepared, mapping, year=year, target=target)


def _staged(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, mapping: Mapping, *, year: int, target: Path
) -> Staged:
    load(connection, prepared, mapping, year)
    found = faults(connection, prepared, mapping, year)
    if found:
        raise ProblemsError(found)
    months = write(connection, prepared, target)
    return Staged(months, warnings=prepared.warnings)
