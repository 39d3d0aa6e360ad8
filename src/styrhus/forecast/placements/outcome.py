"""From draws of means to quantiles of what will be: the chance of single persons on top of what is not known."""

from collections.abc import Iterator

import numpy as np

from styrhus.forecast.material.stream import Stream
from styrhus.forecast.placements.parameters import Array, Parameters
from styrhus.forecast.result import LEVELS, Distribution, Measures, StreamForecast, YearForecast


def outcome(
    world: Parameters, days: Array, price: Array
) -> tuple[StreamForecast, tuple[StreamForecast, ...], tuple[YearForecast, ...]]:
    """Total, streams and calendar years of care days (D, S, M) at a price (D, S, M)."""
    random = np.random.default_rng(world.seed)
    persons_day = np.maximum(days, 1e-9) / np.array(world.horizon.lengths)
    noisy = random.gamma(persons_day) * np.array(world.horizon.lengths)
    cost = noisy * np.nan_to_num(price)
    priced = np.asarray(~np.isnan(price).all(axis=(0, 2)))
    streams = tuple(
        _stream(world, stream, noisy[:, i], cost[:, i] if priced[i] else None) for i, stream in enumerate(world.streams)
    )
    total = _stream(world, None, noisy.sum(axis=1), cost.sum(axis=1) if priced.any() else None)
    return total, streams, _years(world, noisy.sum(axis=1), cost.sum(axis=1) if priced.any() else None)


def _stream(world: Parameters, stream: Stream | None, days: Array, cost: Array | None) -> StreamForecast:
    lengths = world.horizon.lengths
    months = tuple(
        measures(days[:, month], cost[:, month] if cost is not None else None, lengths[month])
        for month in range(world.horizon.count)
    )
    whole = measures(days.sum(axis=1), cost.sum(axis=1) if cost is not None else None, sum(lengths))
    return StreamForecast(stream, whole, months, tuple(_stream_years(world, days, cost)))


def _stream_years(world: Parameters, days: Array, cost: Array | None) -> Iterator[Measures]:
    """The calendar years of one stream from draws (D, M)."""
    years, lengths = np.array([year for year, _ in world.horizon.months]), np.array(world.horizon.lengths)
    for year in dict.fromkeys(years.tolist()):
        own = years == year
        spent = cost[:, own].sum(axis=1) if cost is not None else None
        yield measures(days[:, own].sum(axis=1), spent, int(lengths[own].sum()))


def _years(world: Parameters, days: Array, cost: Array | None) -> tuple[YearForecast, ...]:
    found = []
    years = np.array([year for year, _ in world.horizon.months])
    for year in dict.fromkeys(years.tolist()):
        own = years == year
        length = int(np.array(world.horizon.lengths)[own].sum())
        spent = cost[:, own].sum(axis=1) if cost is not None else None
        held = tuple(np.percentile(spent, range(1, 100)).tolist()) if spent is not None else ()
        found.append(YearForecast(year, int(own.sum()), measures(days[:, own].sum(axis=1), spent, length), held))
    return tuple(found)


def measures(days: Array, cost: Array | None, length: int) -> Measures:
    """Persons, care days and cost of a period of `length` days from draws (D,) of care days and cost."""
    return Measures(
        persons=distribution(days / length),
        care_days=distribution(days),
        cost=distribution(cost) if cost is not None else None,
    )


def distribution(values: Array) -> Distribution:
    """Mean and quantiles of draws (D,)."""
    return Distribution(float(values.mean()), *(float(value) for value in np.percentile(values, LEVELS)))
