"""Reception of new arrivals and unaccompanied minors: cohorts, head-counts, and state grants in instalments."""

from decimal import Decimal
from enum import StrEnum

from styrhus.finance.grids.basis import Basis
from styrhus.values.record import Id, Name, Record


class CountedAt(StrEnum):
    """Those received in a period, those who become too old in it, or those there at its beginning, middle or end."""

    FLOW = "flow"
    OPENING = "opening"
    MIDDLE = "middle"
    CLOSING = "closing"
    AGES_OUT = "ages_out"


class ReceptionCohort(Record):
    """People of a group counted in a period; `part` tells those assigned from others, empty for the whole group."""

    group: Name
    part: str = ""
    basis: Basis
    period: Name
    at: CountedAt = CountedAt.FLOW
    persons: Decimal | None = None
    unit: Id | None = None
    source: str = ""
    note: str = ""


class GrantInstalment(Record):
    """State grant (schablonersättning) for each person of a group, paid `months_after` the month of reception.

    `amount` in kr a person and instalment, as it is from `valid_from` (year) on.
    """

    id: Id
    group: Name
    name: Name
    amount: Decimal
    months_after: int
    valid_from: int
    source: str = ""
