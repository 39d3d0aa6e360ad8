"""How often the truth lies within the forecast's interval, over many made-up boards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from benchmarks.subjects.worlds import World
from styrhus.forecast import Distribution, fit

LEVELS = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
DRAWS = 1000


@dataclass(frozen=True)
class Found:
    """Of one world: the truth's rank (0–1) in the forecast of persons and of cost, and what kind of world it was.

    Ranks are read off the quantiles that a forecast tells: 0 below the lowest, 1 above the highest. `wide` tells for
    the cost's 95 % interval whether the truth lies in it (None where the horizon is not one calendar year).
    """

    persons: float
    cost: float
    streams: tuple[float, ...]
    wide: bool | None
    drifting: bool
    volume: float
    off: float
    naive_off: float
    size: float


def tried(make: Callable[[int], World], seeds: Iterable[int], draws: int = DRAWS) -> list[Found]:
    """Forecast the year after of each world, and hold it against what came."""
    return [_one(make(seed), draws) for seed in seeds]


def _one(world: World, draws: int) -> Found:
    forecast = fit(world.spells, draws=draws).forecast()
    whole = forecast.total.whole
    cost = 0.5 if whole.cost is None else rank(whole.cost, world.year_cost)
    each = (world.persons * world.lengths).sum(axis=1) / sum(world.lengths)
    streams = tuple(
        rank(stream.whole.persons, float(came)) for stream, came in zip(forecast.streams, each, strict=True)
    )
    spells = world.spells
    now = float(((spells.start <= spells.as_of) & (spells.end > spells.as_of)).sum())
    wide = None
    held = forecast.years[0].cost_percentiles
    if forecast.years[0].months == len(world.lengths) and held:
        low, high = np.interp((2.5, 97.5), range(1, 100), held)
        wide = bool(low <= world.year_cost <= high)
    return Found(
        rank(whole.persons, world.year_persons), cost, streams, wide, world.drifting, world.volume,
        abs(whole.persons.p50 - world.year_persons), abs(now - world.year_persons), world.year_persons,
    )  # fmt: skip


def rank(told: Distribution, came: float) -> float:
    """Where the truth lies among the quantiles; where several are equal to it, in the middle of them."""
    quantiles = (told.p5, told.p10, told.p25, told.p50, told.p75, told.p90, told.p95)
    slack = 1e-9 * max(1.0, abs(came))
    low = float(np.interp(came - slack, quantiles, LEVELS, left=0.0, right=1.0))
    high = float(np.interp(came + slack, quantiles, LEVELS, left=0.0, right=1.0))
    return (low + high) / 2


def within(ranks: Iterable[float], share: float) -> float:
    """Share of the ranks that lie in the middle interval that should hold `share` of them."""
    found = np.array(list(ranks))
    tail = (1 - share) / 2
    return float(((found >= tail - 1e-9) & (found <= 1 - tail + 1e-9)).mean())


def flat(ranks: Iterable[float]) -> tuple[float, ...]:
    """Share of the ranks in each eighth that the quantiles part them into, over what it should be (1 is flat)."""
    edges = (-0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 1.01)
    found = np.histogram(list(ranks), edges)[0] / max(1, len(list(ranks)))
    return tuple((found / np.array([0.05, 0.05, 0.15, 0.25, 0.25, 0.15, 0.05, 0.05])).tolist())
