"""Levers: what one would do, and from when."""

from dataclasses import dataclass
from enum import StrEnum

from styrhus.forecast.material.stream import Stream

EVERY = Stream("")
"""All streams."""


class LeverKind(StrEnum):
    """`amount` is a share for all but CAPACITY (places) and HOME_PERSONS (persons)."""

    INFLOW = "inflow"
    STAY = "stay"
    PRICE = "price"
    HOME = "home"
    HOME_PERSONS = "home_persons"
    CAPACITY = "capacity"


@dataclass(frozen=True)
class Lever:
    """One measure on the streams that `on` names (an empty part of it names all).

    INFLOW, STAY, PRICE: `amount` 0.10 is ten per cent more, −0.10 ten per cent less, of persons who come from
    outside a month, of the mean time they stay, of the price. HOME: that share of those in external streams is in
    the own stream `to` instead; HOME_PERSONS: that many persons are. CAPACITY: so many more places in own streams
    with a capacity.

    It starts in month `start` of the horizon (0 is the first) and grows in equal steps to the whole over
    `ramp_months` months. `to` is by default the own stream of the same group and type.
    """

    kind: LeverKind
    amount: float
    on: Stream = EVERY
    start: int = 0
    ramp_months: int = 0
    to: Stream | None = None

    def share_of_whole(self, month: int) -> float:
        """How much of the lever is there in a month of the horizon: 0 before the start, 1 after the ramp."""
        if month < self.start:
            return 0.0
        return min(1.0, (month - self.start + 1) / (self.ramp_months + 1))


class OverflowRule(StrEnum):
    """Who does not get a place: is placed outside and stays there, or comes back when a bed is free."""

    STAYS = "stays"
    RETURNS = "returns"


@dataclass(frozen=True)
class Capacity:
    """`places` beds in the own stream `own`; who does not get one is in the stream `overflow`."""

    own: Stream
    places: float
    overflow: Stream
    rule: OverflowRule = OverflowRule.STAYS
