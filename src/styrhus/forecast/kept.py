"""What a plan keeps for its forecasts: the places of its own streams, and the levers of its savings."""

from datetime import date
from decimal import Decimal

from styrhus.forecast.lever import Capacity, OverflowRule
from styrhus.forecast.material.stream import Stream
from styrhus.values.record import Id, Name, Record


class StreamCapacity(Record):
    """`places` beds of the own stream `own`; who gets none is in the stream `overflow`.

    Streams are written as their keys, `Barn/institution/own`. By `rule` who was placed outside stays there, or
    comes back when a bed is free.
    """

    id: Id
    own: Name
    places: Decimal
    overflow: Name
    rule: OverflowRule = OverflowRule.STAYS
    note: str = ""

    @property
    def capacity(self) -> Capacity:
        """As the engine takes it; ValueError for a key with more than three parts."""
        return Capacity(Stream.parse(self.own), float(self.places), Stream.parse(self.overflow), self.rule)


class SavingLever(Record):
    """The levers of a saving, written as on the forecast's page, and what they come to.

    `computed_effect` is what they take off the mean cost of the plan year in kr when nothing else is done (positive
    when it becomes cheaper). `joint_effect` is their part of what all decided savings with levers take off together,
    so that parts add up and nothing is counted twice; None for a saving that is not decided. Both are None before
    they have been computed; `digest` is that of the forecast without levers that they were computed from on
    `computed_on`.
    """

    saving: Id
    levers: tuple[Name, ...] = ()
    computed_effect: Decimal | None = None
    joint_effect: Decimal | None = None
    digest: str = ""
    computed_on: date | None = None
