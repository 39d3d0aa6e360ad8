"""What the engine has learnt from a board's material, kept by the material's content."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import Protocol

from styrhus.forecast import Capacity, Counts, Forecast, Lever, Spells
from styrhus.forecast.evaluate import best
from styrhus.forecast.material.horizon import day_of

YEAR_MONTHS = 12
LONGEST = 60
"""Months; a plan year further ahead of the data than this is no matter of a forecast."""


class Learnt(Protocol):
    """What forecasts under levers: from spells or from counts."""

    def forecast(self, levers: Sequence[Lever] = ()) -> Forecast: ...


@dataclass(frozen=True)
class Material:
    """Spells or counts; two of the same digest are the same."""

    digest: str
    data: Spells | Counts = field(compare=False)

    @property
    def is_spells(self) -> bool:
        return isinstance(self.data, Spells)

    @property
    def last_month(self) -> tuple[int, int]:
        """The (year, month) of the last day that the material tells of."""
        if isinstance(self.data, Spells):
            day = day_of(self.data.as_of)
            return day.year, day.month
        months = self.data.first[0] * 12 + self.data.first[1] - 1 + len(self.data) * self.data.months_each - 1
        return months // 12, months % 12 + 1


def horizon_months(material: Material, year: int) -> int:
    """Months from the end of the material to the end of the plan year, at least twelve; ValueError beyond LONGEST."""
    last_year, last_month = material.last_month
    ahead = (year - last_year) * YEAR_MONTHS + YEAR_MONTHS - last_month
    if ahead > LONGEST:
        raise ValueError(f"{year} is {ahead} months after the data")
    return max(YEAR_MONTHS, ahead)


@dataclass(frozen=True, eq=False)
class Fit:
    """What was learnt, and when."""

    learnt: Learnt
    at: datetime


_one_at_a_time = Lock()


def fitted(material: Material, months: int, capacities: tuple[Capacity, ...] = ()) -> Fit:
    """Learnt once for the same material and horizon; a second reader waits for the first instead of doing it too."""
    with _one_at_a_time:
        return _fitted(material, months, capacities)


@lru_cache(maxsize=6)
def _fitted(material: Material, months: int, capacities: tuple[Capacity, ...]) -> Fit:
    learnt = best(material.data, months=months, capacities=capacities)
    return Fit(learnt, datetime.now().astimezone())


@lru_cache(maxsize=64)
def forecast_of(held: Fit, levers: tuple[Lever, ...] = ()) -> Forecast:
    """The forecast under levers, made once for each set of them; one takes some 0,3 MB."""
    return held.learnt.forecast(levers)
