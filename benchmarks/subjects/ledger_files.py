"""Writes a ledger of realistic shape as CSV: `python -m benchmarks.subjects.ledger_files FOLDER ROWS`."""

import sys
from pathlib import Path

import duckdb

RESPONSIBILITIES, ACCOUNTS_EACH = 500, 40
_SHAPE = """
COPY (
  SELECT 'V' || (i // 4) AS "Verifikat",
    strftime(DATE '2019-01-01' + CAST(i * 365 // {rows} AS INTEGER), '%Y-%m-%d') AS "Datum",
    CAST(21000 + place AS VARCHAR) AS "Ansvar",
    CAST(4000 + hash(place * 97 + hash(i * 7) % {accounts}) % 400 * 10 AS VARCHAR) AS "Konto",
    CAST(500 + hash(place) % 40 AS VARCHAR) AS "Verksamhet",
    CASE WHEN hash(i * 5) % 10 = 0 THEN CAST(7000 + place % 5 AS VARCHAR) ELSE '' END AS "Projekt",
    CAST(hash(place * 31 + hash(i * 13) % 3) % 90 AS VARCHAR) AS "Motpart",
    'Faktura ' || (hash(i * 17) % 100000) || ' leverantör' AS "Text",
    replace(printf('%.2f', CAST(hash(i * 19) % 2000000 AS DECIMAL(18, 2)) / 100 - 5000), '.', ',') AS "Belopp"
  FROM (SELECT i, hash(i) % {places} AS place FROM range({rows}) AS t(i))
) TO '{path}' (HEADER, DELIMITER ';')
"""


def path_of(folder: Path, rows: int) -> Path:
    """The file of so many rows."""
    return folder / f"ledger-{rows}.csv"


def write(folder: Path, rows: int) -> Path:
    """A year's ledger: five hundred responsibilities with forty accounts each, a voucher every fourth row."""
    path = path_of(folder, rows)
    shape = _SHAPE.format(rows=rows, path=path, places=RESPONSIBILITIES, accounts=ACCOUNTS_EACH)
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(shape)
    return path


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
