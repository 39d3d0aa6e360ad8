"""Makes a forecast of reception: scenarios by their weight, chance of those who come, then each group's course."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from styrhus.forecast.draws import distribution
from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.reception.course import Array, Course, course
from styrhus.forecast.reception.material import ReceptionMaterial, Scenario
from styrhus.forecast.result import Distribution, Forecast, Measures, StreamForecast, YearForecast
from styrhus.values.text import Text, msg

ENGINE = "reception-1"
DRAWS = 2000
SEED = 20190831
ALONE, BESIDE = 0.3, 0.15
"""Spread of a year's reception around its scenario, where it stands alone and where others tell what else there is.
Assumed; more scenarios are a better answer."""


@dataclass(frozen=True, eq=False)
class ReceptionForecast:
    """`forecast` has groups as streams: persons there, and kr of income support less grants where anything is told.

    By group and calendar year: `received` persons, `at_end` persons there at its end, `grants` and `support` in kr;
    what is not known is not in them. `means` are the persons of each scenario alone.
    """

    forecast: Forecast
    received: Mapping[tuple[str, int], Distribution]
    at_end: Mapping[tuple[str, int], Distribution]
    grants: Mapping[tuple[str, int], Distribution]
    support: Mapping[tuple[str, int], Distribution]
    means: Mapping[tuple[str, str, int], float]
    years: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class FittedReception:
    """Material that is ready to be asked under any scenario."""

    material: ReceptionMaterial
    digest: str
    draws: int = DRAWS
    seed: int = SEED
    notes: tuple[Text, ...] = ()

    def forecast(self, scenario: str = "", more: float = 0.0) -> ReceptionForecast:
        """All scenarios by weight, or the one that is named; `more` 0.10 is ten per cent more who come."""
        own = [held for held in self.material.scenarios if not scenario or held.name == scenario]
        if not own:
            raise ValueError(scenario)
        random = np.random.default_rng(self.seed)
        weights = np.array([max(held.weight, 0.0) for held in own])
        weights = weights / weights.sum() if weights.sum() > 0 else np.full(len(own), 1 / len(own))
        chosen = random.choice(len(own), self.draws, p=weights)
        first, courses = self.material.first, {}
        for group in self.material.groups:
            received = _received(self.material.horizon, own, chosen, asked=(group.name, more), random=random)
            courses[group.name] = course(group, first, received, random)
        levers = tuple(filter(None, (scenario, f"{more:+.4f}" if more else "")))
        return _told(self, courses, levers)


def fit_reception(material: ReceptionMaterial, *, draws: int = DRAWS, seed: int = SEED) -> FittedReception:
    """Get ready; ValueError without groups or scenarios, or with two scenarios of one name."""
    names = [held.name for held in material.scenarios]
    if not names or not material.groups or len(set(names)) != len(names):
        raise ValueError("reception needs groups, and scenarios with names of their own")
    digest = sha256(repr((material, draws, seed)).encode()).hexdigest()
    return FittedReception(material, digest, draws, seed, tuple(_notes(material)))


def _received(
    horizon: Horizon, scenarios: list[Scenario], chosen: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]",
    *, asked: tuple[str, float], random: np.random.Generator,
) -> Array:  # fmt: skip
    """Persons (D, M): Poisson around the draw's scenario, whose level of a year is itself uncertain (Gamma)."""
    group, more = asked
    means = np.array([[held.a_month(group, year) for year, _ in horizon.months] for held in scenarios])
    spread = ALONE if len(np.unique(chosen)) == 1 else BESIDE
    level = random.gamma(1 / spread**2, spread**2, len(chosen))
    return random.poisson(means[chosen] * level[:, None] * max(1 + more, 0.0)).astype(np.float64)


def _notes(material: ReceptionMaterial) -> list[Text]:
    found = []
    if sum(held.weight > 0 for held in material.scenarios) <= 1:
        found.append(msg("Only one scenario counts: that a third more or fewer come is taken to be possible."))
    stays = [
        g for g in material.groups
        if g.standing is not None and g.leaving[1] <= 0 and not g.ages_out
        and all(t.leave_months is None for t in g.terms)
    ]  # fmt: skip
    told = (
        (msg("{groups}: nobody has counted how many there are, so only those who come are forecast."),
         [g for g in material.groups if g.standing is None]),
        (msg("{groups}: how many leave is not known; nobody is taken to leave."), stays),
        (msg("{groups}: no state grant is given, so that its income is not forecast."),
         [g for g in material.groups if not g.instalments]),
        (msg("{groups}: what comes after the grant is not told."),
         [g for g in material.groups if all(t.support_cost is None for t in g.terms)]),
    )  # fmt: skip
    found += [Text(words.msgid, {"groups": ", ".join(g.name for g in groups)}) for words, groups in told if groups]
    return found


def _told(fitted: FittedReception, courses: Mapping[str, Course], levers: tuple[str, ...]) -> ReceptionForecast:
    horizon = fitted.material.horizon
    years = tuple(dict.fromkeys(year for year, _ in horizon.months))
    own = {year: np.array([of == year for of, _ in horizon.months]) for year in years}

    def by_year(values: Mapping[str, Array], *, last: bool = False) -> dict[tuple[str, int], Distribution]:
        found = {}
        for name, draws in values.items():
            for year in years:
                held = draws[:, own[year]][:, -1] if last else draws[:, own[year]].sum(axis=1)
                if not np.isnan(held).any():
                    found[name, year] = distribution(held)
        return found

    means = {
        (held.name, group.name, year): 12 * held.a_month(group.name, year)
        for held in fitted.material.scenarios for group in fitted.material.groups for year in years
    }  # fmt: skip
    return ReceptionForecast(
        _forecast(fitted, courses, levers),
        by_year({name: held.received for name, held in courses.items()}),
        by_year({name: held.there for name, held in courses.items()}, last=True),
        by_year({name: held.grants for name, held in courses.items()}),
        by_year({name: held.support for name, held in courses.items()}),
        means, years,
    )  # fmt: skip


def _forecast(fitted: FittedReception, courses: Mapping[str, Course], levers: tuple[str, ...]) -> Forecast:
    """The groups that somebody has counted, as streams."""
    horizon = fitted.material.horizon
    counted = {name: held for name, held in courses.items() if not np.isnan(held.there).any()}
    size = (fitted.draws, horizon.count)
    there = sum((held.there for held in counted.values()), np.zeros(size))
    costs = {name: _net(held) for name, held in counted.items()}
    known = [cost for cost in costs.values() if cost is not None]
    cost = sum(known, np.zeros(size)) if known else None
    total = _stream(horizon, None, there, cost)
    years = tuple(dict.fromkeys(year for year, _ in horizon.months))
    first = horizon.year * 12 + horizon.month - 2
    return Forecast(
        months=horizon.names, total=total,
        streams=tuple(_stream(horizon, Stream(name), held.there, costs[name]) for name, held in counted.items()),
        years=tuple(_year(horizon, year, there, cost) for year in years),
        as_of=f"{first // 12}-{first % 12 + 1:02d}", method="reception", engine=ENGINE,
        digest=sha256("\n".join((fitted.digest, *levers)).encode()).hexdigest(), seed=fitted.seed, draws=fitted.draws,
        levers=levers, notes=fitted.notes,
    )  # fmt: skip


def _net(held: Course) -> Array | None:
    """Income support less grants, of what is told; None when neither is."""
    known = [sign * values for sign, values in ((1, held.support), (-1, held.grants)) if not np.isnan(values).any()]
    return None if not known else np.asarray(sum(known, np.zeros_like(held.there)))


def _stream(horizon: Horizon, stream: Stream | None, there: Array, cost: Array | None) -> StreamForecast:
    every = np.ones(horizon.count, bool)
    months = tuple(_measures(horizon, there, cost, np.arange(horizon.count) == n) for n in range(horizon.count))
    years = np.array([year for year, _ in horizon.months])
    by_year = tuple(_measures(horizon, there, cost, years == year) for year in dict.fromkeys(years.tolist()))
    return StreamForecast(stream, _measures(horizon, there, cost, every), months, by_year)


def _measures(
    horizon: Horizon, there: Array, cost: Array | None, own: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"
) -> Measures:
    lengths = np.array(horizon.lengths)[own]
    days = (there[:, own] * lengths).sum(axis=1)
    spent = None if cost is None else distribution(cost[:, own].sum(axis=1))
    return Measures(distribution(days / lengths.sum()), distribution(days), spent)


def _year(horizon: Horizon, year: int, there: Array, cost: Array | None) -> YearForecast:
    own = np.array([of == year for of, _ in horizon.months])
    held = () if cost is None else tuple(np.percentile(cost[:, own].sum(axis=1), range(1, 100)).tolist())
    return YearForecast(year, int(own.sum()), _measures(horizon, there, cost, own), held)
