"""What a forecast of counts must say of itself: why it is wide, and what is missing."""

from collections.abc import Iterator, Sequence

import numpy as np

from styrhus.forecast.counts.world import World
from styrhus.forecast.lever import Capacity, Lever, LeverKind
from styrhus.forecast.material.counts import Counts
from styrhus.values.text import Text, msg

FEW = 24
"""Fewer months than this tell neither a season nor how forecasts have been off a year ahead."""


def notes_of(counts: Counts) -> tuple[Text, ...]:
    """What the counts are and lack."""
    return tuple(_notes(counts))


def _notes(counts: Counts) -> Iterator[Text]:
    if counts.months_each == 1:
        yield msg(
            "Made from monthly counts: they do not tell who came, stayed and left, so the interval is wider than from "
            "single placements."
        )
        if len(counts) < FEW:
            yield msg(
                "There are {count} months; with fewer than 24 neither a season nor past errors a year ahead are known, "
                "so the interval is wider.", count=len(counts),
            )  # fmt: skip
    else:
        yield msg(
            "Made from {count} yearly values: how much years differ is taken from all rows together and an expected "
            "change of 15 % a year, so the interval is wide.", count=len(counts),
        )  # fmt: skip
    yield from _missing(counts)


def _missing(counts: Counts) -> Iterator[Text]:
    gaps = np.isnan(counts.persons)
    begun = np.maximum.accumulate(~gaps, axis=1) if len(counts) else gaps
    lacking = [stream.key for stream, row in zip(counts.streams, gaps & begun, strict=True) if row.any()]
    empty = [stream.key for stream, row in zip(counts.streams, ~gaps, strict=True) if not row.any()]
    priced = ~np.isnan(counts.price)
    free = [stream.key for stream, row in zip(counts.streams, priced, strict=True) if not row.any()]
    if lacking:
        yield msg("Periods are missing in {streams}; the interval is wider there.", streams=_list(lacking))
    if empty:
        yield msg("There are no values at all in {streams}; nobody is reckoned with there.", streams=_list(empty))
    if free:
        yield msg("There is no price in {streams}; the cost of the total leaves them out.", streams=_list(free))


def notes_of_levers(world: World, levers: Sequence[Lever], capacities: Sequence[Capacity]) -> tuple[Text, ...]:
    """What the levers did, or could not do, on counts."""
    return tuple(_lever_notes(world, levers, capacities))


def _lever_notes(world: World, levers: Sequence[Lever], capacities: Sequence[Capacity]) -> Iterator[Text]:
    kinds = {lever.kind for lever in levers}
    if kinds & {LeverKind.INFLOW, LeverKind.STAY}:
        yield msg(
            "Counts do not tell how long persons stay; inflow and stay act as if the mean stay were between 3 and 24 "
            "months, which widens the effect."
        )
    for lever in levers:
        if lever.kind is LeverKind.CAPACITY and not any(c.own.within(lever.on) for c in capacities):
            yield msg("No own stream in {stream} has a capacity; more places change nothing.",
                      stream=lever.on.key or "*")  # fmt: skip
    if capacities:
        yield msg("With counts a full unit is one whose mean is above 90 % of its places; effects are approximate.")


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(names[:5])
    return shown if len(names) <= 5 else f"{shown} … (+{len(names) - 5})"
