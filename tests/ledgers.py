"""Ledger files for tests: a few rows or many, and a mapping that reads them."""

import csv
from collections.abc import Iterable
from pathlib import Path

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.mapping import Mapping, Sign

HEADINGS = ("Ver", "Datum", "Ansvar", "Konto", "Text", "Belopp")
MAPPING = Mapping(
    sign=Sign.DEBIT_POSITIVE, date="Datum", voucher="Ver", text="Text", amount="Belopp", delimiter=";",
    codes={Dimension.RESPONSIBILITY: "Ansvar", Dimension.ACCOUNT: "Konto"},
)  # fmt: skip
Row = tuple[str, str, str, str, str, str]
JANUARY: tuple[Row, ...] = (
    ("A1", "2023-01-15", "2100", "5010", "Lön", "1 234,50"),
    ("A2", "2023-01-20", "2100", "3010", "Avgift", "-200,00"),
)
FEBRUARY: tuple[Row, ...] = (
    ("A3", "2023-02-03", "2999", "4610", "Placering 4711", "99 000,10"),
    ("A4", "2023-02-03", "2100", "9990", "Okänt", "(10,00)"),
)


def ledger_file(path: Path, rows: Iterable[Row]) -> Path:
    """A CSV file with these rows."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(rows)
    return path


def many_rows(count: int, *, year: int = 2023) -> Iterable[Row]:
    """So many rows over the months of a year; the same ones each time."""
    for number in range(count):
        month, day = number % 12 + 1, number % 28 + 1
        account = ("5010", "3010", "4610", "6010")[number % 4]
        yield (f"A{number}", f"{year}-{month:02d}-{day:02d}", str(2100 + number % 40), account, f"rad {number}",
               f"{number % 9973},{number % 100:02d}")  # fmt: skip
