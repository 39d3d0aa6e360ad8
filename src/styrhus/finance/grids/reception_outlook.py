"""What a forecast of reception is made from: national forecasts by scenario, and what becomes of those who came."""

from datetime import date
from decimal import Decimal

from styrhus.values.record import Id, Name, Record


class ReceptionScenario(Record):
    """A national forecast of a year, and the share of it that is the municipality's.

    Rows of one `name` are one scenario. `national` persons × `share` per cent are received locally. `weight` is how
    likely the scenario is beside the others of the same year and group, in per cent or any other measure; scenarios
    without any are as likely as each other. `dated` is the day of the national forecast.
    """

    id: Id
    name: Name
    group: Name
    year: int
    national: Decimal
    share: Decimal
    weight: Decimal | None = None
    source: str = ""
    dated: date | None = None


class ReceptionTerms(Record):
    """What becomes of those received in a group, for those who come from `valid_from` (year) on.

    `leave_months` after reception they leave the group by age (18 or 21) or move on; None when they stay.
    `grant_months` the state grant covers them; after that `support_share` per cent have income support, of
    `support_cost` kr a person and month. None is not known.
    """

    id: Id
    group: Name
    valid_from: int
    leave_months: int | None = None
    grant_months: int | None = None
    support_share: Decimal | None = None
    support_cost: Decimal | None = None
    source: str = ""
