"""A slow and simple reader of CSV ledgers that the quick one is held against, and what tests write files with."""

import csv
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.mapping import Mapping, Sign
from styrhus.finance.ledger.staging import stage

HEADINGS = ("Ver", "Datum", "Ansvar", "Konto", "Belopp", "Text")
MAPPING = Mapping(
    sign=Sign.DEBIT_POSITIVE, voucher="Ver", date="Datum", amount="Belopp", text="Text",
    codes={Dimension.RESPONSIBILITY: "Ansvar", Dimension.ACCOUNT: "Konto"},
)  # fmt: skip
_GROUPED = re.compile(r"\d{1,3}([ .']\d{3})+(,\d{1,2})?|\d+(,\d{1,2})?")


def mapping(**changes):
    """The usual mapping with some of it changed."""
    return MAPPING.model_copy(update=changes)


def written(folder: Path, rows, headings=HEADINGS, *, encoding="utf-8") -> Path:
    """A CSV file of these rows; a row may be a text that stands as it is."""
    path = folder / "ledger.csv"
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        for row in (headings, *rows):
            if isinstance(row, str):
                stream.write(row + "\n")
            else:
                writer.writerow(row)
    return path


def staged(folder: Path, rows, **changes):
    """What the rows come to."""
    return stage(written(folder, rows), mapping(**changes), year=2019, target=folder / "out")


def amount(text: str) -> Decimal | None:
    """An amount by its letters, the slow way."""
    even = re.sub("[\u00a0\u202f\u2009]", " ", text).replace("\u2212", "-").strip()
    negative = even.startswith(("-", "(")) or even.endswith("-")
    if even.startswith("(") != even.endswith(")") or (even[:1] in ("-", "+") and even.endswith(("-", ")"))):
        return None
    bare = even[1:-1] if even.startswith("(") else even.strip("-").lstrip("+")
    if even.count("-") > 1 or not _GROUPED.fullmatch(bare.strip()):
        return None
    value = Decimal(re.sub("[ .']", "", bare).replace(",", "."))
    return -value if negative else value


def sums(path: Path) -> dict[tuple[str, str, str], Decimal]:
    """Sums by month, responsibility and account, read with Python's own csv module."""
    found: defaultdict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter=";"):
            value = amount(row["Belopp"])
            assert value is not None
            found[row["Datum"][:7], row["Ansvar"], row["Konto"]] += value
    return dict(found)
