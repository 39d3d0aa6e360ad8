"""Why one year costs more than another: inflow, stay, mix, price and levers, which add up exactly."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import log

from styrhus.forecast.material.stream import Stream

LEAST = 1e-6
"""Persons, care days or kr; less is nothing, whose ratios would say nothing."""


class Driver(StrEnum):
    """VOLUME is inflow and stay together, where it is not known how many persons there were."""

    INFLOW = "inflow"
    STAY = "stay"
    VOLUME = "volume"
    MIX = "mix"
    PRICE = "price"
    LEVERS = "levers"
    REST = "rest"


@dataclass(frozen=True)
class Side:
    """One of the two years that are compared: care days and kr by stream, persons by target group.

    `persons` are all who were in care at some time of the year; a group without is one whose number is not known.
    """

    care_days: Mapping[Stream, float]
    cost: Mapping[Stream, float]
    persons: Mapping[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Kr of all streams."""
        return sum(self.cost.values())

    def days_of(self, group: str) -> float:
        """Care days of a target group."""
        return sum(days for stream, days in self.care_days.items() if stream.group == group)


@dataclass(frozen=True)
class Decomposition:
    """From `before` to `after` kr by `parts`, whose sum is the difference; parts that are nothing are left out."""

    before: float
    after: float
    parts: Mapping[Driver, float]

    @property
    def difference(self) -> float:
        return self.after - self.before


def decompose(before: Side, after: Side, *, levers: tuple[float, float] = (0.0, 0.0)) -> Decomposition:
    """The change in kr from one side to another, both as they are without levers.

    `levers` are the kr that levers add to each (negative when it becomes cheaper); their difference is LEVERS.

    A stream's cost is the persons of its group × days in care of each × the stream's part of the group's days × price
    of a day. The change of such a product is divided by the logarithmic mean (LMDI-I), which leaves no residual and
    does not depend on the order. Source: Ang, B. W. (2004), Energy Policy 32(9), 1131–1139. A stream that is only on
    one side is a change of the mix within its group, and of the inflow (or volume) where the whole group is new or
    gone. REST is what has a cost without days.
    """
    found: dict[Driver, float] = defaultdict(float)
    for stream in dict.fromkeys((*before.cost, *after.cost)):
        for driver, amount in _of_stream(stream, before, after):
            found[driver] += amount
    found[Driver.LEVERS] += levers[1] - levers[0]
    ordered = {driver: found[driver] for driver in Driver if found.get(driver)}
    return Decomposition(before.total + levers[0], after.total + levers[1], ordered)


def _of_stream(stream: Stream, before: Side, after: Side) -> Iterator[tuple[Driver, float]]:
    costs = before.cost.get(stream, 0.0), after.cost.get(stream, 0.0)
    days = before.care_days.get(stream, 0.0), after.care_days.get(stream, 0.0)
    if min(*costs, *days) > LEAST:
        yield from _shares(stream, before, after)
    elif any(cost and not held > LEAST for cost, held in zip(costs, days, strict=True)) or min(costs) < 0:
        yield Driver.REST, costs[1] - costs[0]
    elif min(before.days_of(stream.group), after.days_of(stream.group)) > LEAST:
        yield Driver.MIX, costs[1] - costs[0]
    else:
        yield (Driver.INFLOW if before.persons and after.persons else Driver.VOLUME), costs[1] - costs[0]


def _shares(stream: Stream, before: Side, after: Side) -> Iterator[tuple[Driver, float]]:
    first, last = before.cost[stream], after.cost[stream]
    weight = _logarithmic_mean(first, last)
    own = before.care_days[stream], after.care_days[stream]
    group = before.days_of(stream.group), after.days_of(stream.group)
    persons = before.persons.get(stream.group, 0.0), after.persons.get(stream.group, 0.0)
    if min(persons) > LEAST:
        yield Driver.INFLOW, weight * log(persons[1] / persons[0])
        yield Driver.STAY, weight * log((group[1] / persons[1]) / (group[0] / persons[0]))
    else:
        yield Driver.VOLUME, weight * log(group[1] / group[0])
    yield Driver.MIX, weight * log((own[1] / group[1]) / (own[0] / group[0]))
    yield Driver.PRICE, weight * log((last / own[1]) / (first / own[0]))


def _logarithmic_mean(first: float, last: float) -> float:
    """(last − first) / ln(last / first), and their common value where they are as good as equal."""
    if abs(last - first) <= 1e-12 * max(first, last):
        return (first + last) / 2
    return (last - first) / log(last / first)
