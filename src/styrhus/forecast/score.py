"""How a frozen forecast has held: what it was off in the months that have come, beside simple methods."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from styrhus.forecast.evaluate import score
from styrhus.forecast.evaluate.backtest import ENGINE, Score
from styrhus.forecast.evaluate.baselines import simple
from styrhus.forecast.evaluate.said import Said, Told
from styrhus.forecast.frozen import Been, Opened
from styrhus.forecast.result import LEVELS
from styrhus.forecast.series.smooth import Array

LEAST_HISTORY = 1


@dataclass(frozen=True)
class Scored:
    """The months of the horizon that have come, and what each method was off by stream and month.

    `persons` and `cost` have the forecast first, then the simple methods as they would have said on the same day.
    `expected` and `came` are the kr of these months in all streams whose cost is known (None without any).
    """

    months: tuple[str, ...]
    persons: tuple[Score, ...]
    cost: tuple[Score, ...]
    expected: float | None
    came: float | None

    @property
    def own(self) -> Score:
        """What the forecast was off in persons."""
        return self.persons[0]

    @property
    def best_simple(self) -> Score | None:
        """The simple method that was least off in persons."""
        known = [found for found in self.persons[1:] if found.wape is not None]
        return min(known, key=lambda found: found.wape or 0.0, default=None)

    @property
    def simple_was_better(self) -> bool:
        best = self.best_simple
        return best is not None and (best.wape or 0.0) < (self.own.wape or 0.0)


def scored(held: Opened, months: Sequence[str], outcome: Sequence[Been]) -> Scored | None:
    """Score a frozen forecast by the outcome of `months`; None while no month of its horizon has come."""
    came = [month for month in held.forecast.months if month in set(months)]
    if not came or not held.forecast.streams:
        return None
    lengths = np.array([monthrange(*map(int, month.split("-")))[1] for month in came], dtype=float)
    days, cost = _outcome(held, came, months, outcome)
    if np.isnan(days).all():
        return None
    said = {ENGINE: _engine(held, came), **_simple(held, lengths)}
    priced = ~np.isnan(cost)
    mean = np.where(priced, said[ENGINE].cost.mean, np.nan)
    return Scored(
        tuple(came),
        tuple(_score(name, found.persons, days / lengths, found.spread) for name, found in said.items()),
        tuple(_score(name, found.cost, cost, found.spread) for name, found in said.items()) if priced.any() else (),
        float(np.nansum(mean)) if priced.any() else None,
        float(np.nansum(np.where(np.isnan(mean), np.nan, cost))) if priced.any() else None,
    )


def _outcome(held: Opened, came: Sequence[str], months: Sequence[str], outcome: Sequence[Been]) -> tuple[Array, Array]:
    """Care days and kr (S, M) of the forecast's streams; a stream that nobody is in any more has had none."""
    at = [list(months).index(month) for month in came]
    rows = {row.stream: row for row in outcome}
    days, cost = (np.full((len(held.forecast.streams), len(came)), np.nan) for _ in range(2))
    for place, part in enumerate(held.forecast.streams):
        row = rows.get(part.stream) if part.stream is not None else None
        if row is not None:
            days[place] = [_number(row.care_days[month]) for month in at]
            cost[place] = [_number(row.cost[month]) for month in at]
    return days, cost


def _number(value: float | None) -> float:
    return float("nan") if value is None else value


def _engine(held: Opened, came: Sequence[str]) -> Said:
    """The forecast in the months that have come."""
    at = [held.forecast.months.index(month) for month in came]
    whole = Said.of_forecast(held.forecast)
    return Said(Told(whole.persons.values[..., at]), Told(whole.cost.values[..., at]), whole.all_persons,
                whole.all_cost, spread=True)  # fmt: skip


def _simple(held: Opened, lengths: Array) -> dict[str, Said]:
    """What simple methods would have said of the months before the forecast."""
    if len(held.past_months) < LEAST_HISTORY:
        return {}
    before = np.array([monthrange(*map(int, month.split("-")))[1] for month in held.past_months], dtype=float)
    rows = {row.stream: row for row in held.past}
    nothing = (None,) * len(before)
    streams = [part.stream for part in held.forecast.streams]
    days = np.array([[_number(v) for v in (rows[s].care_days if s in rows else nothing)] for s in streams])
    cost = np.array([[_number(v) for v in (rows[s].cost if s in rows else nothing)] for s in streams])
    return simple(days / before, _latest_price(days, cost), lengths)


def _latest_price(days: Array, cost: Array) -> Array:
    """Kr a care day (S,) of the latest month that tells one."""
    with np.errstate(invalid="ignore", divide="ignore"):
        price = np.where(days > 0, cost / days, np.nan)
    found = np.full(len(price), np.nan)
    for column in price.T:
        found = np.where(np.isnan(column), found, column)
    return found


def _score(method: str, told: Told, came: Array, spread: bool) -> Score:
    """As in the backtest: the median's WAPE, the mean's bias, pinball of the quantiles, coverage of 80 and 90 %."""
    came = np.where(np.isnan(told.mean), np.nan, came)
    told = Told(np.nan_to_num(told.values))
    found = (
        score.wape(told.level(50), came),
        score.bias(told.mean, came),
        score.pinball(told.quantiles, came, np.array(LEVELS) / 100),
        score.coverage(told.level(10), told.level(90), came) if spread else float("nan"),
        score.coverage(told.level(5), told.level(95), came) if spread else float("nan"),
    )
    return Score(method, *(None if np.isnan(value) else value for value in found))
