"""From draws to what a forecast tells: quantiles by stream, month and calendar year."""

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.draws import distribution
from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Measures, StreamForecast, YearForecast
from styrhus.forecast.series.smooth import Array

Places = NDArray[np.int64]


def told(
    streams: tuple[Stream, ...], horizon: Horizon, days: Array, cost: Array
) -> tuple[StreamForecast, tuple[StreamForecast, ...], tuple[YearForecast, ...]]:
    """Total, streams and calendar years of care days and cost, both (D, S, M); cost NaN for streams without price."""
    priced = np.asarray(~np.isnan(cost).any(axis=(0, 2)))
    each = tuple(
        _stream(stream, horizon, days[:, place], cost[:, place] if priced[place] else None)
        for place, stream in enumerate(streams)
    )
    spent = cost[:, priced].sum(axis=1) if priced.any() else None
    total = _stream(None, horizon, days.sum(axis=1), spent)
    return total, each, _years(total, horizon, spent)


def _stream(stream: Stream | None, horizon: Horizon, days: Array, cost: Array | None) -> StreamForecast:
    """One stream of draws (D, M)."""
    months = [np.array([month]) for month in range(horizon.count)]
    years = list(_calendar(horizon).values())
    whole, *rest = (_measures(horizon, days, cost, own) for own in [np.arange(horizon.count), *months, *years])
    return StreamForecast(stream, whole, tuple(rest[: horizon.count]), tuple(rest[horizon.count :]))


def _measures(horizon: Horizon, days: Array, cost: Array | None, own: Places) -> Measures:
    care_days = days[:, own].sum(axis=1)
    length = int(np.array(horizon.lengths)[own].sum())
    return Measures(
        persons=distribution(care_days / length),
        care_days=distribution(care_days),
        cost=distribution(cost[:, own].sum(axis=1)) if cost is not None else None,
    )


def _years(total: StreamForecast, horizon: Horizon, cost: Array | None) -> tuple[YearForecast, ...]:
    found = []
    for (year, own), measures in zip(_calendar(horizon).items(), total.years, strict=True):
        held = np.percentile(cost[:, own].sum(axis=1), range(1, 100)).tolist() if cost is not None else ()
        found.append(YearForecast(year, len(own), measures, tuple(held)))
    return tuple(found)


def _calendar(horizon: Horizon) -> dict[int, Places]:
    """The places of the months of each calendar year."""
    years = np.array([year for year, _ in horizon.months])
    return {int(year): np.flatnonzero(years == year).astype(np.int64) for year in dict.fromkeys(years.tolist())}
