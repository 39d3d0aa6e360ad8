"""An outcome of an indicator in a period, for the whole or for a part."""

from datetime import date
from decimal import Decimal

from pydantic import field_validator

from styrhus.plan.status_word import StatusWord
from styrhus.values.period import Period
from styrhus.values.record import Id, Name, Record


class Outcome(Record):
    """One observed value in the indicator's unit (yes/no: 1 or 0); None when it was asked for but is missing.

    `part` is empty for the total, `K` or `M` for women or men (girls or boys), else a unit, district or
    performer. `measured` names the year that a lagging figure really describes. `mark` is what was
    published instead of a number, `printed` the published wording where it says more than the value.
    """

    indicator: Id
    period: Name
    part: str = ""
    value: Decimal | None = None
    mark: str = ""
    printed: str = ""
    preliminary: bool = False
    awaiting: str = ""
    measured: int | None = None
    as_of: date | None = None
    source: str = ""
    note: str = ""

    @field_validator("period")
    @classmethod
    def _a_period(cls, text: str) -> str:
        return str(Period.parse(text))

    @property
    def year(self) -> int:
        return Period.parse(self.period).year


class StatusOverride(Record):
    """A status set by a person against the rule, with the reason that readers see."""

    indicator: Id
    year: int
    status: StatusWord
    reason: Name
