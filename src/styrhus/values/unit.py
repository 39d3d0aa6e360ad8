"""Units that a figure can have, and exact conversion between the money units."""

from decimal import Decimal
from enum import StrEnum

from styrhus.values.text import Text, msg


class Unit(StrEnum):
    """What one of a figure is; money says kr, tkr or mnkr and is never guessed."""

    KR = "kr"
    TKR = "tkr"
    MNKR = "mnkr"
    PERCENT = "percent"
    NUMBER = "number"
    PERSONS = "persons"
    HOUSEHOLDS = "households"
    CASES = "cases"
    DAYS = "days"
    MONTHS = "months"
    FTE = "fte"
    INDEX = "index"
    KR_PER_DAY = "kr_per_day"
    KR_PER_MONTH = "kr_per_month"
    TKR_PER_MONTH = "tkr_per_month"
    YES_NO = "yes_no"
    MIXED = "mixed"

    @property
    def is_money(self) -> bool:
        return self in KRONOR

    @property
    def is_price(self) -> bool:
        """Money for a stretch of time, which is never added up."""
        return self in {Unit.KR_PER_DAY, Unit.KR_PER_MONTH, Unit.TKR_PER_MONTH}

    @property
    def label(self) -> Text:
        """The unit as it is written in a caption or a heading."""
        return LABELS[self]


KRONOR = {Unit.KR: Decimal(1), Unit.TKR: Decimal(1000), Unit.MNKR: Decimal(1_000_000)}

LABELS = {
    Unit.KR: msg("kr"),
    Unit.TKR: msg("tkr"),
    Unit.MNKR: msg("mnkr"),
    Unit.PERCENT: msg("%"),
    Unit.NUMBER: msg("number"),
    Unit.PERSONS: msg("persons"),
    Unit.HOUSEHOLDS: msg("households"),
    Unit.CASES: msg("cases"),
    Unit.DAYS: msg("days"),
    Unit.MONTHS: msg("months"),
    Unit.FTE: msg("FTE"),
    Unit.INDEX: msg("index"),
    Unit.KR_PER_DAY: msg("kr per day"),
    Unit.KR_PER_MONTH: msg("kr per month"),
    Unit.TKR_PER_MONTH: msg("tkr per month"),
    Unit.YES_NO: msg("yes/no"),
    Unit.MIXED: msg("see column"),
}


def convert(value: Decimal, unit: Unit, to: Unit) -> Decimal:
    """`value` in `unit` expressed in `to`, exactly; both must be money units (ValueError otherwise)."""
    if unit == to:
        return value
    if not (unit.is_money and to.is_money):
        raise ValueError(f"{unit} cannot be expressed in {to}")
    converted = value * KRONOR[unit] / KRONOR[to]
    whole = converted.to_integral_value()
    # The decimals as printed belong to the printed unit: 11,5 mnkr is 11 500 tkr, not 11 500,0.
    return whole if converted == whole else converted.normalize()
