"""The rows of a made-up ledger as the CSV that a Swedish ledger system hands over, and the mapping that reads it."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from random import Random

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.mapping import FileKind, Sign
from styrhus.finance.ledger.mapping import Mapping as FileMapping
from styrhus.finance.synthetic.accounts import NAMES
from styrhus.finance.synthetic.care import benefit, care, foster
from styrhus.finance.synthetic.cell import Cell, Entry, Style
from styrhus.finance.synthetic.fit import shared
from styrhus.finance.synthetic.pay import pay
from styrhus.finance.synthetic.purchases import depreciation, fees, purchases, rent, state_grant

MAKERS = {
    Style.PAY: pay,
    Style.RENT: rent,
    Style.PURCHASES: purchases,
    Style.CARE: care,
    Style.FOSTER: foster,
    Style.BENEFIT: benefit,
    Style.FEES: fees,
    Style.STATE_GRANT: state_grant,
    Style.DEPRECIATION: depreciation,
}
HEADINGS = (
    "Verifikat", "Datum", "Period", "Ansvar", "Ansvar (T)", "Konto", "Konto (T)", "Verksamhet", "Verksamhet (T)",
    "Aktivitet", "Projekt", "Motpart", "Text", "Belopp",
)  # fmt: skip
ORGANISATION_NUMBER = "000000-0000"
"""Nobody's: the check digit of a real one would have to agree, and no organisation has these digits."""
Posting = tuple[Cell, Entry, int]


def csv_of(cells: Iterable[Cell], board: str, year: int, *, through: int = 12) -> bytes:
    """The ledger of the months up to `through` as bytes in UTF-8; the same input gives the same bytes.

    It is a board's extract: the result side only, so that vouchers do not balance, which real extracts do not either.
    """
    postings = sorted(
        (posting for cell in cells for posting in _postings(cell, board, year) if posting[1].booked.month <= through),
        key=_order,
    )
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([f"SYNTETISK HUVUDBOK – påhittade rader för {board} {year}, ingen verklig bokföring"])
    writer.writerow(
        [f"Organisationsnummer {ORGANISATION_NUMBER}. Resultatkonton, perioder {year}01–{year}{through:02d}"]
    )
    writer.writerow(HEADINGS)
    writer.writerows(_lines(postings))
    return out.getvalue().encode("utf-8-sig")


def _postings(cell: Cell, board: str, year: int) -> list[Posting]:
    """The cell's amount on the rows that its style makes; a row of no öre is left out."""
    codes = (cell.responsibility.code, cell.style, cell.activity.code, cell.task, cell.account, cell.text)
    seed = "-".join((board, str(year), *codes))
    entries = MAKERS[cell.style](cell, year, Random(seed))
    amounts = shared(cell.amount, [entry.weight for entry in entries])
    return [(cell, entry, amount) for entry, amount in zip(entries, amounts, strict=True) if amount]


def _order(posting: Posting) -> tuple[str, ...]:
    cell, entry, _ = posting
    return (
        entry.booked.isoformat(),
        entry.voucher[:3],
        *_voucher(posting),
        entry.account,
        cell.activity.code,
        entry.text,
    )


def _voucher(posting: Posting) -> tuple[str, ...]:
    cell, entry, _ = posting
    return cell.responsibility.code, entry.voucher, cell.task


def _lines(postings: Iterable[Posting]) -> Iterable[tuple[str, ...]]:
    """Rows with running voucher numbers, one for each date, responsibility and voucher."""
    number = 0
    last: tuple[str, ...] = ()
    for posting in postings:
        cell, entry, amount = posting
        voucher = (entry.booked.isoformat(), *_voucher(posting))
        number, last = (number, last) if voucher == last else (number + 1, voucher)
        yield (
            f"{entry.voucher[:3]}{number:06d}", entry.booked.isoformat(), f"{entry.booked:%Y%m}",
            cell.responsibility.code, cell.responsibility.name, entry.account, NAMES[entry.account],
            cell.activity.code, cell.activity.name, cell.task, cell.project, entry.counterparty, entry.text,
            _amount(amount),
        )  # fmt: skip


def _amount(ore: int) -> str:
    """Kronor with a decimal comma."""
    whole, part = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole},{part:02d}"


def mapping() -> FileMapping:
    """How the file is read: positive amounts are costs, and the third row has the headings."""
    codes = {
        Dimension.RESPONSIBILITY: "Ansvar",
        Dimension.ACCOUNT: "Konto",
        Dimension.ACTIVITY_CODE: "Verksamhet",
        Dimension.TASK: "Aktivitet",
        Dimension.PROJECT: "Projekt",
        Dimension.COUNTERPARTY: "Motpart",
    }
    names: Mapping[Dimension, str] = {
        Dimension.RESPONSIBILITY: "Ansvar (T)",
        Dimension.ACCOUNT: "Konto (T)",
        Dimension.ACTIVITY_CODE: "Verksamhet (T)",
    }
    return FileMapping(
        kind=FileKind.CSV, encoding="utf-8-sig", delimiter=";", heading_row=3, decimal=",", sign=Sign.DEBIT_POSITIVE,
        codes=codes, names=dict(names), date="Datum", period="Period", voucher="Verifikat", text="Text",
        amount="Belopp",
    )  # fmt: skip
