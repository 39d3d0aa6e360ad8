"""Undertakings with self-assessment, service guarantees and observations carried between years."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrhus.values.record import Id, Name, Record
from styrhus.values.unit import Unit


class Assessment(StrEnum):
    """The board's own marking of an undertaking."""

    WORKS = "works"
    WILL_DEVELOP = "will_develop"
    NEEDS_SUPPORT = "needs_support"
    NOT_ASSESSED = "not_assessed"


class Undertaking(Record):
    """What the board has bound itself to do within a municipality-wide commitment."""

    id: Id
    name: Name
    text: str = ""
    source: str = ""
    goal: Id | None = None
    followed_up: str = ""
    assessment: Assessment = Assessment.NOT_ASSESSED
    note: str = ""


class ServiceGuarantee(Record):
    """A promise to the citizen with a time limit in calendar days and the pauses that legitimately stop the clock."""

    id: Id
    name: Name
    text: str = ""
    indicator: Id | None = None
    limit_days: int | None = None
    previous_limit_days: int | None = None
    pauses: tuple[Name, ...] = ()
    note: str = ""


class ObservationKind(StrEnum):
    POSITIVE = "positive"
    IMPROVE = "improve"


class Observation(Record):
    """What last year's report saw at a goal, carried into this year's plan."""

    id: Id
    goal: Id | None = None
    kind: ObservationKind
    text: Name
    from_year: int | None = None
    source: str = ""


class RiskOrCondition(StrEnum):
    CHALLENGE = "challenge"
    LAW = "law"
    RISK = "risk"


class Condition(Record):
    """A challenge, law or risk that the plan has to live with (förutsättning)."""

    id: Id
    kind: RiskOrCondition
    name: Name
    text: str = ""
    in_force: str = ""
    source: str = ""


class RequestOutcome(StrEnum):
    """What was decided about a request for funds."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    DEFERRED = "deferred"


class FundingNeed(Record):
    """A request for funds (behov av ramförstärkning); an amount that is not given stays missing.

    `unit` is that of `amount` and `granted`. `permanent` is None where the plan does not say whether the money is
    wanted for good; `until_year` is the last year of a temporary one and `until` the words of the plan for it.
    `year` is the year that it is wanted from, the plan year when it is not given. `priority` 1 comes first.
    """

    id: Id
    name: Name
    text: str = ""
    responsible_unit: Id | None = None
    year: int | None = None
    posts: Decimal | None = None
    amount: Decimal | None = None
    unit: Unit | None = None
    permanent: bool | None = None
    until_year: int | None = None
    until: str = ""
    law: str = ""
    consequence: str = ""
    priority: int | None = None
    outcome: RequestOutcome = RequestOutcome.OPEN
    granted: Decimal | None = None
    decision: str = ""
    decided_on: date | None = None
