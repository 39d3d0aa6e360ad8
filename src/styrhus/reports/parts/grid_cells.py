"""Cells of the grids' tables: amounts in tkr whose shown rows add up, volumes and prices, and what is missing."""

from collections.abc import Sequence
from decimal import Decimal

from styrhus.finance.grids.basis import Basis
from styrhus.finance.labels import label
from styrhus.finance.rounding import rounded_to_total
from styrhus.paper.blocks import Cell, Run
from styrhus.paper.words import MONTHS
from styrhus.reports.sentences import number_cell, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.number import format_number, round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit, convert

NOTHING = "–"


def in_tkr(values: Sequence[Decimal | None]) -> tuple[Decimal | None, ...]:
    """Amounts in kr as whole tkr, rounded so that those known add up to their rounded sum."""
    known = [convert(value, Unit.KR, Unit.TKR) for value in values if value is not None]
    rounded = iter(rounded_to_total(known, 0))
    return tuple(None if value is None else next(rounded) for value in values)


def shown(
    setting: Setting, value: Decimal | None, unit: Unit, *,
    decimals: int = 0, ref: str = "", place: str = "", signed: bool = False,
) -> Cell:  # fmt: skip
    """A number as a cell that leads to its address; a dash for what is missing.

    `value` is in `unit`; decimals that are all zero are left out for volumes and prices, so that 23 is not 23,0.
    """
    if value is None:
        return text_cell(NOTHING)
    exact = round_half_up(value, decimals)
    if not unit.is_money and unit is not Unit.PERCENT and exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    if not ref:
        return Cell((Run(format_number(exact, signed=signed, language=setting.language)),))
    return number_cell(Figure(exact, unit, source=Source(ref, place)), setting.language, signed=signed)


def summed(values: Sequence[Decimal | None]) -> Decimal | None:
    """The sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def known_words(basis: Basis, year: int, last: int) -> Text:
    """`outcome 2018`, or `outcome January–August 2019` for part of a year."""
    words = {"basis": label(basis), "year": year}
    if last == len(MONTHS):
        return msg("{basis} {year}", **words)
    if last == 1:
        return msg("{basis} January {year}", **words)
    return msg("{basis} January–{month} {year}", **words, month=MONTHS[last - 1])
