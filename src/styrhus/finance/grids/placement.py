"""Placements: target group × care form × provider, persons × price × days or months."""

from decimal import Decimal
from enum import StrEnum

from styrhus.finance.grids.basis import Basis
from styrhus.values.record import Id, Name, Record


class CareForm(StrEnum):
    INSTITUTION = "institution"
    FOSTER_HOME = "foster_home"
    EMERGENCY_FOSTER_HOME = "emergency_foster_home"
    SUPPORTED_HOUSING = "supported_housing"
    PROTECTED_HOUSING = "protected_housing"
    HOUSING = "housing"
    OUTPATIENT = "outpatient"
    CONTACT = "contact"
    OTHER = "other"


class Provider(StrEnum):
    OWN = "own"
    EXTERNAL = "external"


class Pricing(StrEnum):
    """What the price is for; rows without volumes have an amount only."""

    DAY = "day"
    MONTH = "month"
    AMOUNT = "amount"


class PlacementRow(Record):
    """A row of the grid; `unit` is who pays, `ledger_accounts` the accounts (first–last) that it is reconciled with.

    `indicator` has its target in persons of this row, so that the target can be held against the budget.
    """

    id: Id
    name: Name
    target_group: Name
    form: CareForm
    provider: Provider
    pricing: Pricing
    unit: Id | None = None
    ledger_accounts: str = ""
    activity_codes: str = ""
    indicator: Id | None = None
    note: str = ""


class PlacementFigure(Record):
    """Persons on average per day, price in kr per day or month, amount in kr, of a row in a period.

    `period` is a year or a month (`2019-03`). Missing stays missing; an amount that is given is what was
    published or booked, and is held beside persons × price × days or months. `rounded_to` is the last printed
    digit of a published amount in kr (100 000 for mnkr with one decimal), None for an amount to the öre.
    """

    row: Id
    basis: Basis
    period: Name
    persons: Decimal | None = None
    price: Decimal | None = None
    amount: Decimal | None = None
    rounded_to: Decimal | None = None
    source: str = ""
    note: str = ""
