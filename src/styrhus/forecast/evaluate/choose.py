"""Which method the engine uses after a backtest, and why, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.forecast.counts import FittedCounts, fit_counts
from styrhus.forecast.evaluate.backtest import ENGINE, SERIES, Backtest, Score
from styrhus.forecast.evaluate.baselines import ETS, SIMPLE, VOLUME_PRICE
from styrhus.forecast.evaluate.past import past_of
from styrhus.forecast.lever import Capacity
from styrhus.forecast.make import Fitted, fit
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.spells import Spells
from styrhus.values.figure import Figure
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

FEW = 10.0
"""Persons a day under which single persons decide what was better."""
LEAST, CHANCE = 0.05, 0.4
"""A simple method must be better by the larger of `LEAST` and `CHANCE` over the number of origins: of several methods
tried at few origins, one is always better by chance."""
FEWEST = 3
"""Origins that a choice needs: with fewer, chance would choose."""

WORDS = {
    ENGINE: msg("the forecast here"),
    SERIES: msg("time series of the monthly counts"),
    "naive": msg("last value"),
    VOLUME_PRICE: msg("last volume × last price"),
    "seasonal_naive": msg("same month last year"),
    "mean_12": msg("mean of the last twelve months"),
    ETS: msg("exponential smoothing of a library (ETS)"),
}
"""What each method is called."""


@dataclass(frozen=True)
class Choice:
    """The method to use, one of `evaluate.WORDS` but for ETS and volume × price, and the reasons."""

    method: str
    reasons: tuple[Text, ...]


def choose(found: Backtest) -> Choice:
    """The engine, unless a simple method was clearly better in persons by stream and month, and no worse in all."""
    by_name = {each.method: each for each in found.persons if each.wape is not None}
    own = by_name.get(ENGINE)
    usable = [by_name[name] for name in (SERIES, *SIMPLE) if name in by_name]
    if own is None or not usable or len(found.origins) < FEWEST:
        return Choice(ENGINE, (_too_little(found),))
    if found.level is not None and found.level < FEW:
        return Choice(ENGINE, (_too_few_persons(found.level),))
    best = min(usable, key=_wape)
    if _clearly(found, best, own):
        return Choice(best.method, tuple(_simple_better(own, best)))
    others = (each for each in by_name.values() if each is not own)
    return Choice(ENGINE, tuple(_engine_held(own, min(others, key=_wape))))


def _clearly(found: Backtest, best: Score, own: Score) -> bool:
    margin = max(LEAST, CHANCE / len(found.origins))
    whole = {each.method: each for each in found.all_persons}
    no_worse = best.method not in whole or _wape(whole[best.method]) <= _wape(whole[ENGINE])
    return _wape(best) < (1 - margin) * _wape(own) and no_worse


def fit_chosen(
    material: Spells | Counts, choice: Choice, *, months: int = 12, capacities: Sequence[Capacity] = ()
) -> Fitted | FittedCounts:
    """The material fitted by the chosen method; a simple one carries the monthly counts on, with the same levers."""
    if isinstance(material, Counts):
        method = None if choice.method in (ENGINE, SERIES) else choice.method
        return fit_counts(material, months=months, capacities=capacities, method=method)
    if choice.method == ENGINE:
        return fit(material, months=months, capacities=capacities)
    past = past_of(material)
    counts = past.counts(past.horizon.count)
    method = None if choice.method == SERIES else choice.method
    return fit_counts(counts, months=months, capacities=capacities, method=method)


def _wape(found: Score) -> float:
    return float("inf") if found.wape is None else found.wape


def _too_little(found: Backtest) -> Text:
    return msg(
        "{count} earlier forecasts can be tried again; that is too few to choose a method by, so the engine is used.",
        count=len(found.origins),
    )


def _too_few_persons(level: float) -> Text:
    return msg(
        "There were {count} persons a day; with so few it is chance what would have been better, so the engine is "
        "used.", count=Figure(round_half_up(Decimal(repr(level)), 1), Unit.NUMBER),
    )  # fmt: skip


def _simple_better(own: Score, best: Score) -> Iterator[Text]:
    yield msg(
        "A simpler method would have been better: “{method}” was off by {simple} of the persons, the engine by {own}.",
        method=WORDS[best.method], simple=per_cent(best.wape), own=per_cent(own.wape),
    )  # fmt: skip


def _engine_held(own: Score, best: Score) -> Iterator[Text]:
    if _wape(best) < _wape(own):
        yield msg(
            "The method “{method}” was a little better ({simple} against {own} of the persons); the difference is too "
            "small to leave the engine for.",
            method=WORDS[best.method], simple=per_cent(best.wape), own=per_cent(own.wape),
        )  # fmt: skip
    else:
        yield msg(
            "The engine was off by {own} of the persons, the best simple method (“{method}”) by {simple}.",
            method=WORDS[best.method], simple=per_cent(best.wape), own=per_cent(own.wape),
        )  # fmt: skip


def per_cent(share: float | None) -> Figure:
    """A share as per cent with one decimal, in the reader's language when it is rendered."""
    value = None if share is None else round_half_up(Decimal(repr(share)) * 100, 1)
    return Figure(value, Unit.PERCENT, mark="–")
