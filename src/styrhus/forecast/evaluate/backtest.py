"""The past forecast again from earlier months, by the engine and by simple methods, and what each was off."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.counts import fit_counts
from styrhus.forecast.evaluate import score
from styrhus.forecast.evaluate.baselines import ETS, VOLUME_PRICE, simple, smoothed
from styrhus.forecast.evaluate.origins import origins
from styrhus.forecast.evaluate.past import Past, past_of
from styrhus.forecast.evaluate.said import Came, Said, Told
from styrhus.forecast.many.job import Done, Job
from styrhus.forecast.many.run import run
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.result import LEVELS
from styrhus.forecast.series.smooth import Array
from styrhus.values.text import Text, msg

ENGINE = "engine"
SERIES = "counts"
"""The months alone, without who came and left (`counts.fit_counts`); where there are only counts, the engine."""
DRAWS = 500
ORIGINS = 8


@dataclass(frozen=True)
class Score:
    """What a method was off, as shares of the outcome; None where it cannot be said.

    `wape` of the median, `bias` of the mean (above zero is too high), `pinball` of the quantiles 5–95 (for one
    number it is the WAPE), `coverage_80` and `coverage_90` the share of outcomes in the interval (10–90, 5–95).
    """

    method: str
    wape: float | None
    bias: float | None
    pinball: float | None
    coverage_80: float | None
    coverage_90: float | None


@dataclass(frozen=True)
class Backtest:
    """Scores of every method, the engine's first. By stream and month: `persons`, `cost`; of all streams over the
    whole horizon: `all_persons`, `all_cost` (empty without prices). `by_stream` and `by_step` are the WAPE of
    persons by method for each stream and each month ahead. `origins` are the last known months, `2019-06`, `level`
    the mean number of persons a day that came, None where it is not known.
    """

    engine: str
    months: int
    origins: tuple[str, ...]
    streams: tuple[str, ...]
    persons: tuple[Score, ...]
    cost: tuple[Score, ...]
    all_persons: tuple[Score, ...]
    all_cost: tuple[Score, ...]
    by_stream: tuple[tuple[str, tuple[tuple[str, float | None], ...]], ...]
    by_step: tuple[tuple[str, tuple[float | None, ...]], ...]
    level: float | None = None


@dataclass(frozen=True)
class TooShort:
    """No backtest: so many whole months are known, and so many are needed."""

    known: int
    needed: int

    @property
    def reason(self) -> Text:
        """Why, for a reader."""
        if not self.known:
            return msg("Yearly values cannot be tried again month by month; that needs months or spells.")
        return msg(
            "There are {known} whole months; to try forecasts again takes at least {needed}: a year to learn from and "
            "the months that were to come.", known=self.known, needed=self.needed,
        )  # fmt: skip


def backtest(
    material: Spells | Counts, *, months: int = 12, wanted: int = ORIGINS, draws: int = DRAWS, ets: bool = True,
    workers: int | None = 1, cluster: str | None = None,
) -> Backtest | TooShort:  # fmt: skip
    """Forecast `months` months again from up to `wanted` earlier months; see `origins.origins` for which.

    TooShort where no origin has a year before it and the whole horizon after it, and for yearly counts. The origins
    are tried at once by `workers` processes (None: one for each core) or a Dask `cluster`, as `many.run` does it.
    """
    from styrhus.forecast.evaluate.origins import LEAST

    if isinstance(material, Counts) and material.months_each != 1:
        return TooShort(0, months + LEAST)
    past = past_of(material)
    chosen = origins(past.horizon.count, months=months, wanted=wanted)
    if not chosen or not past.streams:
        return TooShort(past.horizon.count, months + LEAST)
    jobs = [Job(past.horizon.names[known - 1], Trial(material, known, months, draws, ets)) for known in chosen]
    said = _values(run(said_from, jobs, workers=workers, cluster=cluster))
    came = [_came(past, known, months) for known in chosen]
    return _scored(past, chosen, said, came)


@dataclass(frozen=True, eq=False)
class Trial:
    """What another process needs to forecast again from the first `known` months of the material."""

    material: Spells | Counts
    known: int
    months: int
    draws: int
    ets: bool


def said_from(trial: Trial) -> dict[str, Said]:
    """What every method says from one origin."""
    return _said(past_of(trial.material), trial.known, trial.months, draws=trial.draws, ets=trial.ets)


def _values(tried: tuple[Done[dict[str, Said]], ...]) -> list[dict[str, Said]]:
    """What was said from each origin; an origin that could not be tried is not left out in silence."""
    failed = next((done for done in tried if done.value is None), None)
    if failed is not None:
        raise RuntimeError(f"{failed.name}: {failed.error}")
    return [done.value for done in tried if done.value is not None]


def _said(past: Past, known: int, months: int, *, draws: int, ets: bool) -> dict[str, Said]:
    history, price = past.persons[:, :known], past.latest_price(known)
    lengths = np.array(past.horizon.lengths[known : known + months], dtype=float)
    found = {ENGINE: Said.of_forecast(past.forecast(known, months, draws))}
    if past.engine != SERIES:
        found[SERIES] = Said.of_forecast(fit_counts(past.counts(known), months=months, draws=draws).forecast())
    found |= simple(history, price, lengths)
    if ets:
        found[ETS] = smoothed(history, price, lengths)
    return found


def _came(past: Past, known: int, months: int) -> Came:
    ahead = slice(known, known + months)
    lengths = np.array(past.horizon.lengths[ahead], dtype=float)
    persons = np.where(past.begun(known)[:, None], past.persons[:, ahead], np.nan)
    # Nobody cared for costs nothing, though there is no price to see in such a month.
    cost = np.where(persons == 0, 0.0, past.cost[:, ahead])
    cost[np.isnan(past.latest_price(known))] = np.nan
    priced = ~np.isnan(cost).all(axis=1)
    all_cost = cost[priced].sum() if priced.any() else np.nan
    all_persons = (persons * lengths).sum() / lengths.sum()
    return Came(persons, cost, np.asarray(all_persons), np.asarray(all_cost))


def _scored(past: Past, chosen: tuple[int, ...], said: list[dict[str, Said]], came: list[Came]) -> Backtest:
    methods = tuple(said[0])
    persons, cost = np.stack([each.persons for each in came]), np.stack([each.cost for each in came])
    priced = bool((~np.isnan(cost)).any())

    def scores(part: str, outcome: Array) -> tuple[Score, ...]:
        return tuple(_score(method, _told(said, method, part), outcome, said[0][method].spread) for method in methods)

    def named(found: tuple[Score, ...]) -> tuple[Score, ...]:
        return tuple(_renamed(each) for each in found) if priced else ()

    level = np.array([float(np.nansum(each.persons, axis=0).mean()) for each in came]).mean()
    medians = {method: _told(said, method, "persons").level(50) for method in methods}
    return Backtest(
        engine=past.engine,
        months=persons.shape[2],
        origins=tuple(past.horizon.names[known - 1] for known in chosen),
        streams=tuple(stream.key for stream in past.streams),
        persons=scores("persons", persons),
        cost=named(scores("cost", cost)),
        all_persons=scores("all_persons", np.stack([each.all_persons for each in came])),
        all_cost=named(scores("all_cost", np.stack([each.all_cost for each in came]))),
        by_stream=tuple(
            (stream.key, tuple((m, _number(score.wape(medians[m][:, i], persons[:, i]))) for m in methods))
            for i, stream in enumerate(past.streams)
        ),
        by_step=tuple(
            (m, tuple(_number(score.wape(medians[m][:, :, h], persons[:, :, h])) for h in range(persons.shape[2])))
            for m in methods
        ),
        level=_number(float(level)),
    )


def _told(said: list[dict[str, Said]], method: str, part: str) -> Told:
    """All origins of one method: (8, O, …)."""
    return Told(np.stack([getattr(each[method], part).values for each in said], axis=1))


def _score(method: str, told: Told, came: Array, spread: bool) -> Score:
    came = np.where(np.isnan(told.mean), np.nan, came)
    told = Told(np.nan_to_num(told.values))
    return Score(
        method,
        _number(score.wape(told.level(50), came)),
        _number(score.bias(told.mean, came)),
        _number(score.pinball(told.quantiles, came, np.array(LEVELS) / 100)),
        _number(score.coverage(told.level(10), told.level(90), came)) if spread else None,
        _number(score.coverage(told.level(5), told.level(95), came)) if spread else None,
    )


def _renamed(found: Score) -> Score:
    """The last value at the latest price is what others call volume times price."""
    from dataclasses import replace

    return replace(found, method=VOLUME_PRICE) if found.method == "naive" else found


def _number(value: float) -> float | None:
    return None if np.isnan(value) else value
