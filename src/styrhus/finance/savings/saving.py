"""Savings requirements, measures against them, and what the measures have come to."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MonthNumber
from styrhus.values.record import Id, Name, Record


class SavingsRequirement(Record):
    """What is to be saved in a year, in kr (positive), by the board or one unit, from `first_month` on."""

    id: Id
    year: int
    name: Name
    amount: Decimal
    unit: Id | None = None
    first_month: MonthNumber = 1
    decision: str = ""
    note: str = ""


class SavingStatus(StrEnum):
    IDEA = "idea"
    DECIDED = "decided"
    STARTED = "started"
    REALISED = "realised"
    PAUSED = "paused"
    ABANDONED = "abandoned"


class MeasuredBy(StrEnum):
    """How the realised effect becomes known: stated by the owner, or measured against a baseline."""

    STATED = "stated"
    LEDGER = "ledger"
    VOLUME = "volume"


class Saving(Record):
    """A measure (effektivisering); amounts in kr, effects positive, `full_year_effect` at full ramp.

    Its effect starts in `start_year`-`start_month`, grows in equal steps over `ramp_months` months and ends after
    `end_year`-`end_month` when that is given (reversal; without a month, December). A measured one compares the cost
    of `unit` and `cost_type` (or persons of the placement row `measured_row` × price) with `baseline` kr a month
    (or persons).
    """

    id: Id
    name: Name
    unit: Id | None = None
    cost_type: CostType | None = None
    requirement: Id | None = None
    owner: str = ""
    status: SavingStatus = SavingStatus.DECIDED
    full_year_effect: Decimal
    start_year: int
    start_month: MonthNumber = 1
    ramp_months: int = 0
    end_year: int | None = None
    end_month: MonthNumber | None = None
    one_off_cost: Decimal | None = None
    one_off_year: int | None = None
    depends_on: tuple[Id, ...] = ()
    depends_on_others: str = ""
    measured_by: MeasuredBy = MeasuredBy.STATED
    measured_row: Id | None = None
    baseline: Decimal | None = None
    evidence: str = ""
    note: str = ""


class SavingEffect(Record):
    """What a measure gave in a month, in kr; stated by somebody, with the evidence for it.

    With `planned` it replaces the plan of the month instead (effects that do not follow a ramp). `synthetic` is made
    up for an example, and is said to be wherever it is shown.
    """

    saving: Id
    year: int
    month: MonthNumber
    planned: bool = False
    amount: Decimal
    stated_by: str = ""
    stated_on: date | None = None
    evidence: str = ""
    synthetic: bool = False
