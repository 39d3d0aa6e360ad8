"""What is missing or thin in the spells, and how it widened the forecast."""

import numpy as np

from styrhus.forecast.material.horizon import day_of
from styrhus.forecast.material.spells import OPEN, Spells
from styrhus.forecast.placements.parameters import Array
from styrhus.forecast.placements.prices import Prices
from styrhus.forecast.placements.sequence import Stays
from styrhus.forecast.placements.window import MONTH, Window
from styrhus.values.text import Text, msg

FEW = 10
"""Arrivals or leavings below which a stream leans on the others."""
SHORT = 24
"""Months below which the season of the year is not known."""


WIDE = 0.15
"""Spread of inflow or stays at the end of the horizon from which on it is told."""


def drifts(inflow: Array, pace: Array) -> tuple[Text, ...]:
    """Half of the 80 % interval of inflow (D, S, M) and of pace of leaving (K, S, M) by the end of the horizon."""
    months = inflow.shape[2]
    found = []
    coming = _half(inflow[:, :, -3:].mean(axis=2).sum(axis=1))
    if coming >= WIDE:
        found.append(
            msg("How many will come is itself unsure, by what the past has shown: ± {share} % {months} months ahead.",
                share=round(coming * 100), months=months)
        )  # fmt: skip
    weight = inflow.mean(axis=(0, 2))
    staying = _half((pace[:, :, -3:].mean(axis=2) * weight).sum(axis=1) / max(float(weight.sum()), 1e-9))
    if staying >= WIDE:
        found.append(
            msg("How long they stay is itself unsure, by what the past has shown: ± {share} % {months} months ahead.",
                share=round(staying * 100), months=months)
        )  # fmt: skip
    return tuple(found)


def _half(values: Array) -> float:
    """Half of the 80 % interval over the median."""
    low, middle, high = np.quantile(values, (0.1, 0.5, 0.9))
    return float((high - low) / 2 / max(middle, 1e-9))


def notes(spells: Spells, stays: Stays, past: Window, prices: Prices) -> tuple[Text, ...]:
    """In the order of their weight."""
    return (*_span(spells, past), *_leavings(stays, past), *_thin(spells, stays, past), *_prices(spells, prices))


def _span(spells: Spells, past: Window) -> list[Text]:
    months = round(float(past.days.sum()) / MONTH)
    found = []
    if months < SHORT:
        found.append(
            msg("The data cover {months} months; without two years the season of the year is not known, and the "
                "intervals are wider.", months=months)
        )  # fmt: skip
    if spells.as_of + 1 != past.edges[-1]:
        return found
    last = day_of(spells.as_of)
    if day_of(spells.as_of + 1).month == last.month:
        found.append(
            msg("The data end on {day}, within a month; the rest of it is part of the forecast.", day=last.isoformat())
        )
    return found


def _leavings(stays: Stays, past: Window) -> list[Text]:
    if not len(stays.start):
        return [msg("Nobody has been in care; the forecast rests on what is believed beforehand.")]
    gone = (stays.end >= past.edges[0]) & (stays.end < past.edges[-1])
    if not gone.any():
        return [msg("Nobody has left; how long they stay is not known, and the intervals are much wider.")]
    return []


def _thin(spells: Spells, stays: Stays, past: Window) -> list[Text]:
    size = len(spells.streams)
    came = np.bincount(stays.stream[stays.start >= past.edges[0]], minlength=size)
    thin = [stream.key for stream, number in zip(spells.streams, came, strict=True) if number < FEW]
    if not thin:
        return []
    return [
        msg("Fewer than {few} have come to {streams}; these lean on the other streams and are wider.",
            few=FEW, streams=", ".join(thin))
    ]  # fmt: skip


def _prices(spells: Spells, prices: Prices) -> list[Text]:
    found = []
    without = [stream.key for stream, price in zip(spells.streams, prices.new, strict=True) if np.isnan(price)]
    if without:
        found.append(
            msg("There is no price for {streams}; their cost is left out of the total.", streams=", ".join(without))
        )
    open_now = spells.end > spells.as_of
    missing = np.isnan(spells.price) & ~np.isnan(prices.new)[spells.stream] & ((spells.end == OPEN) | open_now)
    if missing.any():
        found.append(
            msg("{number} of {all} who are in care have no price; they are held to cost what the others in their "
                "stream do, and the cost is wider.", number=int(missing.sum()), all=int(open_now.sum()))
        )  # fmt: skip
    return found
