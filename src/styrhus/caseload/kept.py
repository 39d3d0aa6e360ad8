"""Material as Parquet files, and as the CSV files that a plan folder holds; nothing in them tells who somebody is."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np

from styrhus.caseload.counts.population import Ages, Population
from styrhus.caseload.spells.span import span
from styrhus.finance.ledger.engine import engine, quoted
from styrhus.forecast.material import OPEN, Counts, Spells, Stream

SPELLS, COUNTS, POPULATION = "spells", "counts", "population"
_PARQUET = "(FORMAT parquet, COMPRESSION zstd)"
_CSV = "(FORMAT csv, HEADER, DELIMITER ',')"
_DAY = "DATE '1970-01-01' + {column}"


def save(material: Spells | Counts | Population, folder: Path) -> Path:
    """Write the material into `folder`, named by its kind; gives the file."""
    path = folder / f"{kind_of(material)}.parquet"
    _write(material, path, _PARQUET)
    return path


def export(material: Spells | Counts | Population, path: Path) -> None:
    """Write the material as CSV in the columns that `read_material` knows without a mapping."""
    _write(material, path, _CSV)


def kind_of(material: Spells | Counts | Population) -> str:
    """`spells`, `counts` or `population`."""
    if isinstance(material, Spells):
        return SPELLS
    return COUNTS if isinstance(material, Counts) else POPULATION


def load_spells(path: Path, as_of: int) -> Spells:
    """The spells of a Parquet file, which tells of days up to `as_of`."""
    with engine() as connection:
        streams = connection.execute(
            f'SELECT DISTINCT "group", type, provider FROM {quoted(path)} ORDER BY ALL'
        ).fetchall()
        got = connection.execute(
            f"SELECT person, datediff('day', DATE '1970-01-01', start)::INTEGER AS starts, "
            f"coalesce(datediff('day', DATE '1970-01-01', \"end\"), {int(OPEN)})::INTEGER AS ends, "
            f"coalesce(price::DOUBLE, 'nan'::DOUBLE) AS price, price_unit = 'month' AS monthly, "
            f'(dense_rank() OVER (ORDER BY "group", type, provider) - 1)::SMALLINT AS stream, file_row_number AS place '
            f"FROM read_parquet({quoted(path)}, file_row_number=true)"
        ).fetchnumpy()
    order = np.argsort(np.asarray(got["place"]))
    start, end = (np.asarray(got[name], np.int32)[order] for name in ("starts", "ends"))
    days = span(start, end, as_of)
    return Spells(
        tuple(Stream(*row) for row in streams), np.asarray(got["stream"], np.int16)[order],
        np.asarray(got["person"], np.int64)[order], start, end, np.asarray(got["price"], np.float64)[order],
        np.asarray(got["monthly"], np.bool_)[order], days.as_of, days.first,
    )  # fmt: skip


def load_counts(path: Path) -> Counts:
    """The counts of a Parquet file."""
    with engine() as connection:
        rows = connection.execute(
            f'SELECT "group", type, provider, coalesce(month, year), persons, price, month IS NULL FROM {quoted(path)}'
        ).fetchall()
    each = 12 if rows[0][6] else 1
    numbers = [_number(row[3], each) for row in rows]
    first = min(numbers)
    streams = tuple(sorted({Stream(*row[:3]) for row in rows}))
    persons = np.full((len(streams), max(numbers) - first + 1), np.nan)
    price = persons.copy()
    for number, row in zip(numbers, rows, strict=True):
        place = streams.index(Stream(*row[:3])), number - first
        persons[place] = np.nan if row[4] is None else row[4]
        price[place] = np.nan if row[5] is None else row[5]
    return Counts(streams, (first // 12, first % 12 + 1) if each == 1 else (first, 1), persons, price, each)


def load_population(path: Path) -> Population:
    """The population of a Parquet file."""
    with engine() as connection:
        rows = connection.execute(f"SELECT low, high, year, persons FROM {quoted(path)}").fetchall()
    groups: tuple[Ages, ...] = tuple(sorted({(low, high) for low, high, _year, _persons in rows}))
    first = min(row[2] for row in rows)
    persons = np.full((len(groups), max(row[2] for row in rows) - first + 1), np.nan)
    for low, high, year, number in rows:
        persons[groups.index((low, high)), year - first] = np.nan if number is None else number
    return Population(groups, first, persons)


def _number(period: str, each: int) -> int:
    return int(period[:4]) * 12 + int(period[5:7]) - 1 if each == 1 else int(period)


def _write(material: Spells | Counts | Population, path: Path, form: str) -> None:
    with engine() as connection:
        if isinstance(material, Spells):
            chosen = _of_spells(connection, material, is_csv=form == _CSV)
        elif isinstance(material, Counts):
            chosen = _of_counts(connection, material)
        else:
            chosen = _of_population(connection, material, is_csv=form == _CSV)
        connection.execute(f"COPY ({chosen}) TO {quoted(path)} {form}")


def _of_spells(connection: duckdb.DuckDBPyConnection, spells: Spells, *, is_csv: bool) -> str:
    exact = "round(price, 4)::DECIMAL(18,4)"
    price = f"rtrim(rtrim(CAST({exact} AS VARCHAR), '0'), '.')" if is_csv else exact
    columns = {
        "place": np.arange(len(spells)), "stream": spells.stream.astype(np.int32), "person": spells.person,
        "starts": spells.start, "ends": spells.end, "price": spells.price, "monthly": spells.monthly,
    }  # fmt: skip
    connection.register("given", columns)
    connection.execute("CREATE TABLE streams (stream INTEGER, grp VARCHAR, typ VARCHAR, prov VARCHAR)")
    rows = [(n, each.group, each.type, each.provider) for n, each in enumerate(spells.streams)]
    _insert(connection, "streams", rows)
    return (
        f'SELECT person, grp AS "group", typ AS type, prov AS provider, {_DAY.format(column="starts")} AS start, '
        f'CASE WHEN ends < {int(OPEN)} THEN {_DAY.format(column="ends")} END AS "end", '
        f"CASE WHEN NOT isnan(price) THEN {price} END AS price, "
        "CASE WHEN isnan(price) THEN NULL WHEN monthly THEN 'month' ELSE 'day' END AS price_unit "
        "FROM given JOIN streams USING (stream) ORDER BY place"
    )


def _of_counts(connection: duckdb.DuckDBPyConnection, counts: Counts) -> str:
    connection.execute(
        "CREATE TABLE cells (month VARCHAR, year VARCHAR, grp VARCHAR, typ VARCHAR, prov VARCHAR, "
        "persons DOUBLE, price DOUBLE)"
    )
    year, month = counts.first
    rows = []
    for place, stream in enumerate(counts.streams):
        for number in range(len(counts)):
            whole = year * 12 + month - 1 + number * counts.months_each
            name = f"{whole // 12}-{whole % 12 + 1:02d}" if counts.months_each == 1 else None
            cells = [None if np.isnan(held[place, number]) else float(held[place, number])
                     for held in (counts.persons, counts.price)]  # fmt: skip
            rows.append((name, None if name else str(whole // 12), stream.group, stream.type, stream.provider, *cells))
    _insert(connection, "cells", rows)
    return 'SELECT month, year, grp AS "group", typ AS type, prov AS provider, persons, price FROM cells'


def _of_population(connection: duckdb.DuckDBPyConnection, population: Population, *, is_csv: bool) -> str:
    connection.execute("CREATE TABLE people (low INTEGER, high INTEGER, year INTEGER, persons DOUBLE)")
    rows = [
        (low, high, year, None if np.isnan(number) else float(number))
        for (low, high), row in zip(population.ages, population.persons, strict=True)
        for year, number in zip(population.years, row, strict=True)
    ]
    _insert(connection, "people", rows)
    age = "low || CASE WHEN high = low THEN '' WHEN high = 200 THEN '+' ELSE '-' || high END"
    return f"SELECT year, {age} AS age, persons FROM people" if is_csv else "SELECT * FROM people"


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """All rows at once, column by column: one at a time takes a millisecond each."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        values = ", ".join(f"unnest(${number})" for number in range(1, len(columns) + 1))
        connection.execute(f"INSERT INTO {table} SELECT {values}", columns)
