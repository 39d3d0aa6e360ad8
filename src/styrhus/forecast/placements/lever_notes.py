"""What levers could not do: places of a unit without bounds, more persons to take home than there are."""

from collections.abc import Iterator, Sequence

import numpy as np

from styrhus.forecast.lever import Capacity, Lever, LeverKind
from styrhus.forecast.placements.effects import effects
from styrhus.forecast.placements.flow import flow
from styrhus.forecast.placements.parameters import Parameters
from styrhus.values.text import Text, msg


def lever_notes(world: Parameters, levers: Sequence[Lever], capacities: Sequence[Capacity]) -> Iterator[Text]:
    """A sentence for each lever that does less than it says."""
    for lever in levers:
        if lever.kind is LeverKind.CAPACITY and not any(one.own.within(lever.on) for one in capacities):
            yield msg("No own stream in {stream} has a capacity; more places change nothing.",
                      stream=lever.on.key or "*")  # fmt: skip
        if lever.kind is LeverKind.HOME_PERSONS:
            yield from _too_few(world, lever, [one for one in levers if one is not lever])


def _too_few(world: Parameters, lever: Lever, others: Sequence[Lever]) -> Iterator[Text]:
    """Where fewer persons than the lever names are expected in a month, beside what other levers do."""
    moved = effects(world, (lever,), ()).homes[0]
    days = flow(world).days(effects(world, others, ()))[:, list(moved.leave)].sum(axis=1).mean(axis=(1, 2))
    there = days / np.array(world.horizon.lengths)
    short = np.flatnonzero(moved.amount > there)
    if len(short):
        month = int(short[np.argmin(there[short])])
        yield msg(
            "About {there} persons are expected in {streams} in {month}; more cannot be taken home.",
            there=round(float(there[month])), streams=lever.on.key or "*", month=world.horizon.names[month],
        )  # fmt: skip
