"""A figure that stands only in the prose of a plan, and a contradiction found between published figures."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from styrhus.values.record import Id, Name, Record
from styrhus.values.unit import Unit


class Fact(Record):
    """A published figure without a table; `qualifier` keeps words like "drygt" and "cirka"."""

    id: Id
    label: Name
    value: Decimal | None = None
    unit: Unit
    period: str = ""
    qualifier: str = ""
    source: str = ""
    note: str = ""


class Contradiction(Record):
    """A published figure that another published figure contradicts; both are kept as published.

    `refs` are addresses such as `table.investment.inventarier.change`; `stated` and `computed` are in `unit`.
    `rule` is the rule of the review whose finding it explains, empty when it is about the figures whatever the rule.
    """

    id: Id
    refs: Annotated[tuple[Name, ...], Field(min_length=1)]
    stated: Decimal | None = None
    computed: Decimal | None = None
    unit: Unit | None = None
    explanation: Name
    rule: str = ""
