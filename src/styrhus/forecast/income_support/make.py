"""Makes a forecast of income support: learnt once, levers moved as often as one likes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import numpy as np

from styrhus.forecast.income_support.drift import drift
from styrhus.forecast.income_support.history import SupportHistory
from styrhus.forecast.income_support.notes import notes
from styrhus.forecast.income_support.outcome import Reported, Sums, outcome, path_cost, paths, year_forecast
from styrhus.forecast.income_support.parameters import Array, SupportParameters, survival
from styrhus.forecast.income_support.payout import payouts
from styrhus.forecast.income_support.places import Places
from styrhus.forecast.income_support.stays import leaving
from styrhus.forecast.lever import Lever
from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.result import Forecast, YearForecast
from styrhus.forecast.series import monthly_draws
from styrhus.values.text import Text

ENGINE = "income-support-1"
DRAWS = 2000
SEED = 20190831
ENOUGH = 12
"""Months from which the number of households is carried on by what has proved best on such series."""


@dataclass(frozen=True, eq=False)
class FittedSupport:
    """What was learnt; `forecast` is quick and is asked once for every set of levers."""

    world: SupportParameters
    as_of: str
    digest: str
    method: str
    notes: tuple[Text, ...] = ()

    def forecast(self, levers: Sequence[Lever] = (), places: Sequence[Places] = ()) -> Forecast:
        """Households (as persons), household days and cost under the levers; none of them is the base."""
        total, streams, years = outcome(self._sums(levers, places))
        words = tuple(repr(lever) for lever in (*levers, *places))
        return Forecast(
            months=self.world.horizon.names, total=total, streams=streams, years=years, as_of=self.as_of,
            method=self.method, engine=ENGINE, seed=self.world.seed, draws=self.world.draws, levers=words,
            digest=sha256("\n".join((self.digest, *words)).encode()).hexdigest(), notes=self.notes,
        )  # fmt: skip

    def year(
        self, year: int, known: Reported, levers: Sequence[Lever] = (), places: Sequence[Places] = ()
    ) -> YearForecast:
        """A calendar year with the months that are reported already."""
        return year_forecast(self._sums(levers, places), year, known)

    def cost_of(self, path: Sequence[float], levers: Sequence[Lever] = ()) -> Array:
        """Kr (D,) of a way to a target: households in each of the horizon's first months."""
        held = np.zeros(self.world.horizon.count)
        held[: len(path)] = path
        return path_cost(self.world, held, levers)

    def households(self, month: int, levers: Sequence[Lever] = (), places: Sequence[Places] = ()) -> Array:
        """Draws (D,) of the households in a month of the horizon."""
        return self._sums(levers, places).draws(np.eye(self.world.horizon.count)[month], cost=False)

    def _sums(self, levers: Sequence[Lever], places: Sequence[Places]) -> Sums:
        return _sums_of(self, tuple(levers), tuple(places))


@lru_cache(maxsize=16)
def _sums_of(fitted: FittedSupport, levers: tuple[Lever, ...], places: tuple[Places, ...]) -> Sums:
    """Kept for a moment: a page asks the same measures for months, year and end."""
    return Sums(fitted.world, paths(fitted.world, levers, places))


def fit_support(history: SupportHistory, *, months: int = 12, draws: int = DRAWS, seed: int = SEED) -> FittedSupport:
    """Learn from what is reported, for the `months` months after the last of it.

    ValueError when nothing tells how many households there are.
    """
    random = np.random.default_rng(seed)
    year, month = history.last
    horizon = Horizon(year + month // 12, month % 12 + 1, months)
    leave = leaving(history, draws=draws, random=random)
    stays = survival(leave)
    level = _level(history)
    entries = level / stays.sum(axis=1)
    by_months = len(history.known) >= ENOUGH and history.month(int(history.known[-1])) == history.last
    factor = (
        monthly_draws(_filled(history), months, draws=draws, seed=seed)[:, 0] / level
        if by_months else drift(history, months, draws=draws, random=random)
    )  # fmt: skip
    world = SupportParameters(
        horizon=horizon, standing=entries[:, None] * stays, entries=np.repeat(entries[:, None], months, axis=1),
        leave=leave, payout=payouts(history, horizon, draws=draws, random=random), drift=factor,
        chance=not by_months, seed=seed,
    )  # fmt: skip
    return FittedSupport(
        world, f"{year}-{month:02d}", _digest(history, (months, draws, seed)),
        "months" if by_months else "years", notes(history, horizon),
    )  # fmt: skip


def _level(history: SupportHistory) -> float:
    """Households in the last month that is known, or at the end of the last year that is."""
    if len(history.known) and history.month(int(history.known[-1])) == history.last:
        return max(float(history.households[history.known[-1]]), 0.0)
    last = max((held for held in history.years if held.at_end or held.average), key=lambda held: held.year)
    return float(last.at_end if last.at_end is not None else last.average or 0.0)


def _filled(history: SupportHistory) -> Array:
    """Households (1, T) up to the last month that is known."""
    return history.households[None, : history.known[-1] + 1]


def _digest(history: SupportHistory, settings: tuple[int, ...]) -> str:
    found = sha256(repr((history.first, history.years, history.payout, history.payout_year, settings)).encode())
    found.update(repr(sorted(history.index.items())).encode())
    for column in (history.households, history.paid, history.started, history.ended, history.duration):
        found.update(np.ascontiguousarray(column).tobytes())
    return found.hexdigest()
