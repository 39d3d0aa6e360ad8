"""Cells of money in thousands: rounded so that what is shown adds up, each with the address of the exact figure."""

from collections.abc import Sequence
from decimal import Decimal

from styrhus.finance.rounding import rounded_to_total
from styrhus.paper.blocks import Cell
from styrhus.reports.sentences import number_cell, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.unit import Unit, convert

MISSING = "–"
Amounts = Sequence[Decimal | None]


def in_thousands(amounts: Amounts) -> tuple[Decimal | None, ...]:
    """Amounts in kr as whole tkr that add up to their rounded sum; what is missing stays missing."""
    known = [convert(amount, Unit.KR, Unit.TKR) for amount in amounts if amount is not None]
    rounded = iter(rounded_to_total(known, 0))
    return tuple(None if amount is None else next(rounded) for amount in amounts)


def added(amounts: Amounts) -> Decimal | None:
    """The sum of what is known; None when nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def money_cell(setting: Setting, amount: Decimal | None, ref: str = "", *, signed: bool = False) -> Cell:
    """An amount in tkr; a dash where it is missing."""
    if amount is None:
        return text_cell(MISSING)
    return number_cell(Figure(amount, Unit.TKR, source=Source(ref)), setting.language, signed=signed)
