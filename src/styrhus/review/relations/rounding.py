"""How far rounding can part a printed number from what it was rounded from.

A number printed with d decimals stands for anything within half a unit of its last decimal. A sum of n printed
numbers may therefore differ from its printed total by (n + 1) half units, when all were rounded one by one.
Whole amounts of money are rounded too (accounts kept in öre and shown in tkr are off by one all the time), while
whole persons, cases and days are counted and exact. Amounts that are all whole thousands may have been rounded to
thousands: that is a possibility and no printed fact, so it makes a difference less certain and never acceptable.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from styrhus.review.understanding.grid import Grid, GridColumn, GridRow
from styrhus.values.printed import Printed
from styrhus.values.unit import Unit

COUNTED = {Unit.PERSONS, Unit.HOUSEHOLDS, Unit.CASES, Unit.DAYS, Unit.MONTHS, Unit.FTE, Unit.NUMBER}
COARSE = (Decimal(1_000_000), Decimal(1000))
_COUNT_WORDS = re.compile(r"\b(antal|personer|hushåll|ärenden|barn och unga|antall|lukumäärä|henkilö)", re.IGNORECASE)
_MEAN_WORDS = re.compile(r"\b(snitt|genomsnitt|medel|årsarbetare|i medeltal|gjennomsnitt|keskim)", re.IGNORECASE)


def half_unit(decimals: int) -> Decimal:
    """Half a unit of the last printed decimal."""
    return Decimal(5).scaleb(-decimals - 1)


def is_counted(grid: Grid, row: GridRow, column: GridColumn) -> bool:
    """Whether whole numbers here are counted things, which are exact; means of them are rounded all the same."""
    words = f"{column.heading} {grid.table.caption}"
    if _MEAN_WORDS.search(words):
        return False
    unit = grid.unit_at(row, column)
    if unit is None:
        return _COUNT_WORDS.search(words) is not None
    return unit in COUNTED


def slack(number: Printed, *, counted: bool) -> Decimal:
    """How far a printed number may be from what it stands for."""
    return Decimal(0) if counted and not number.decimals else half_unit(number.decimals)


def grain(values: Iterable[Decimal]) -> Decimal:
    """The coarse unit (thousands, millions) that every value is whole in; 1 when there is none."""
    held = [value for value in values if value]
    return next((unit for unit in COARSE if held and all(value % unit == 0 for value in held)), Decimal(1))


def bounds(number: Printed, *, counted: bool) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that is printed like this."""
    half = slack(number, counted=counted)
    return number.value - half, number.value + half
