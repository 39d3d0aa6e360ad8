"""Takes the loaded table over into the columns of spells, each person a number that says nothing of who it is."""

import duckdb
import numpy as np
from numpy.typing import NDArray

from styrhus.caseload.spells.load import ROWS
from styrhus.caseload.spells.span import span
from styrhus.forecast.material import OPEN, Spells, Stream

NUMBERED = "numbered"


def number(connection: duckdb.DuckDBPyConnection, *, is_told: bool, group: str) -> tuple[Stream, ...]:
    """Make the table `numbered` (stream, person, starts, ends, price, monthly) and give the streams.

    Persons are numbered in the order in which their first spells began; without a column of persons each spell is
    a person of its own.
    """
    connection.execute(
        f"CREATE OR REPLACE TABLE streams AS SELECT row_number() OVER (ORDER BY grp, typ, prov) - 1 AS stream, * FROM "
        f"(SELECT DISTINCT coalesce(grp, $1) AS grp, coalesce(typ, '') AS typ, prov FROM {ROWS} WHERE NOT skipped)",
        [group],
    )
    persons = (
        f"CREATE OR REPLACE TABLE persons AS SELECT person, row_number() OVER (ORDER BY first, place) AS number FROM "
        f"(SELECT person, min(starts) AS first, min(rowid) AS place FROM {ROWS} WHERE NOT skipped GROUP BY person)"
    )
    if is_told:
        connection.execute(persons)
    who = "persons.number" if is_told else f"{ROWS}.rowid + 1"
    join = "JOIN persons USING (person)" if is_told else ""
    connection.execute(
        f"CREATE OR REPLACE TABLE {NUMBERED} AS SELECT streams.stream::SMALLINT AS stream, ({who})::BIGINT AS person, "
        f"starts, ends, price, coalesce(unit = 'month', false) AS monthly, {ROWS}.rowid AS place FROM {ROWS} {join} "
        f"JOIN streams ON streams.grp = coalesce({ROWS}.grp, $1) AND streams.typ = coalesce({ROWS}.typ, '') "
        f"AND streams.prov = {ROWS}.prov WHERE NOT skipped ORDER BY starts, person, ends, place",
        [group],
    )
    found = connection.execute("SELECT grp, typ, prov FROM streams ORDER BY stream").fetchall()
    return tuple(Stream(*row) for row in found)


def spells(
    connection: duckdb.DuckDBPyConnection, streams: tuple[Stream, ...], as_of: int | None, table: str = NUMBERED
) -> Spells:
    """The spells of the table, in its order."""
    got = connection.execute(
        f"SELECT stream, person, datediff('day', DATE '1970-01-01', starts)::INTEGER AS starts, "
        f"coalesce(datediff('day', DATE '1970-01-01', ends), {int(OPEN)})::INTEGER AS ends, "
        f"coalesce(price::DOUBLE, 'nan'::DOUBLE) AS price, monthly FROM {table}"
    ).fetchnumpy()
    start, end = np.asarray(got["starts"], np.int32), np.asarray(got["ends"], np.int32)
    days = span(start, end, as_of)
    return Spells(
        streams, np.asarray(got["stream"], np.int16), np.asarray(got["person"], np.int64), start, end,
        np.asarray(got["price"], np.float64), np.asarray(got["monthly"], np.bool_), days.as_of, days.first,
    )  # fmt: skip


def row_numbers(connection: duckdb.DuckDBPyConnection, first_row: int) -> NDArray[np.int64]:
    """The row of each spell in the file, in the order of `spells`."""
    got = connection.execute(f"SELECT place + {first_row} AS row FROM {NUMBERED}").fetchnumpy()
    return np.asarray(got["row"], np.int64)
