"""Income support: households × mean cost × months."""

from decimal import Decimal

from styrhus.finance.grids.basis import Basis
from styrhus.values.record import Id, Name, Record


class IncomeSupportFigure(Record):
    """Households on average a month, mean cost in kr a household and month, payments and repayments in kr.

    `period` is a year or a month. `norm` is the national norm's (riksnorm) index of the period, for the gap between
    what the norm and what the frame is counted up by. `indicator` has its target in households at the end of the
    period. `started` came in the period, `ended` had support before it and no longer; `months_1_3`, `months_4_9` and
    `months_10` split the households of a month by how many months they have had support. `norm_share` is the per cent
    of the payments that follow the norm, `rent` the index (the year before as 100) of the rest, which is rents for the
    most part; without them all of it follows the norm.
    """

    basis: Basis
    period: Name
    households: Decimal | None = None
    households_at_end: Decimal | None = None
    mean_cost: Decimal | None = None
    paid: Decimal | None = None
    repaid: Decimal | None = None
    norm: Decimal | None = None
    started: Decimal | None = None
    ended: Decimal | None = None
    months_1_3: Decimal | None = None
    months_4_9: Decimal | None = None
    months_10: Decimal | None = None
    norm_share: Decimal | None = None
    rent: Decimal | None = None
    unit: Id | None = None
    indicator: Id | None = None
    source: str = ""
    note: str = ""
