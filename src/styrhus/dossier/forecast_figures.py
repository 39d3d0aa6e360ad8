"""Addresses of frozen forecasts: `forecast.<id|latest>.<stream|total>.<yyyy|yyyy-mm>.<what>.<mean|p10 …>`.

And `forecast.<id|latest>.frame.<year>.<probability|amount|for-50|for-80|for-90>`.
"""

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.frozen_forecasts import LATEST, FrameHeld, frame_held, frozen_forecast, stream_words
from styrhus.dossier.unknown_reference import unknown
from styrhus.forecast.frame import LEAST, MOST, frame_for
from styrhus.forecast.frozen import FrozenForecast, Opened, opened
from styrhus.forecast.result import Distribution, Measures, StreamForecast
from styrhus.forecast.whole_year import whole_year, years_of
from styrhus.values.figure import Figure, Source
from styrhus.values.number import round_half_up
from styrhus.values.text import DEFAULT_LANGUAGE, Text, msg
from styrhus.values.unit import Unit

FRAME = "frame"
WHAT = {
    "persons": (Unit.PERSONS, 1, msg("persons")),
    "care_days": (Unit.DAYS, 0, msg("care days")),
    "cost": (Unit.KR, 0, msg("cost")),
}
"""What is told of a stream: its unit, the decimals that are kept, and its word."""
SHARES = tuple(field.name for field in fields(Distribution))
CERTAINTIES = {"for-50": 0.5, "for-80": 0.8, "for-90": 0.9}
OF_FRAME = ("probability", "amount", *CERTAINTIES)


def forecast_addresses(dossier: Dossier) -> Iterator[str]:
    """Of the latest frozen forecast: each stream's plan year, mean and what it lies between, and the frame."""
    frozen, year = frozen_forecast(dossier), dossier.plan.year
    if frozen is None or year not in years_of(opened(frozen.content)):
        return
    for word in stream_words(opened(frozen.content)):
        for what in WHAT:
            yield from (f"forecast.{LATEST}.{word}.{year}.{what}.{share}" for share in ("mean", "p10", "p50", "p90"))
    yield from (f"forecast.{LATEST}.{FRAME}.{year}.{name}" for name in OF_FRAME)


def forecast_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure at an address of a frozen forecast; its source tells of what and how it was made."""
    key, word, period, *rest = (*steps, "", "", "")[: max(len(steps), 3)]
    frozen = frozen_forecast(dossier, key)
    if frozen is None:
        known = tuple(held.id for held in dossier.forecasts)
        raise unknown(address, key, (LATEST, *known) if known else ())
    if word == FRAME:
        return _frame_figure(dossier, frozen, address, (period, *rest))
    held = opened(frozen.content)
    words = stream_words(held)
    if word not in words:
        raise unknown(address, word, (*words, FRAME))
    found = _measures(held, words[word], period)
    if found is None:
        raise unknown(address, period, (*map(str, years_of(held)), *held.forecast.months))
    what, share = (*rest, "", "")[:2]
    if what not in WHAT or len(rest) > 2:
        raise unknown(address, what, tuple(WHAT))
    if share not in SHARES:
        raise unknown(address, share, SHARES)
    return _figure(frozen, words[word], address, found)


def _measures(held: Opened, part: StreamForecast, period: str) -> Measures | None:
    """A month of the horizon, or a whole year with what had been of it."""
    if period in held.forecast.months:
        return part.months[held.forecast.months.index(period)]
    return whole_year(held, part, int(period)) if period.isdecimal() and len(period) == 4 else None


def _figure(frozen: FrozenForecast, part: StreamForecast, address: str, found: Measures) -> Figure:
    period, what, share = address.split(".")[-3:]
    unit, decimals, word = WHAT[what]
    spread: Distribution | None = getattr(found, what)
    value = None if spread is None else round_half_up(Decimal(repr(getattr(spread, share))), decimals)
    name = msg("All placements") if part.stream is None else Text("{key}", {"key": part.stream.key})
    told = msg("{stream}, {what}, {share}", stream=name, what=word, share=share_word(share))
    mark = "" if value is not None else msg("has no price").render(DEFAULT_LANGUAGE)
    label = told.render(DEFAULT_LANGUAGE)
    return Figure(value, unit, period, Source(address, made_of(frozen).render(DEFAULT_LANGUAGE)), label, mark)


def share_word(share: str) -> Text:
    """What a part of a distribution is called: `expected`, `50 %` for the median."""
    return msg("expected") if share == "mean" else msg("{level} % likely at most", level=share[1:])


METHODS = {
    "spells": msg("placement by placement"),
    "counts": msg("counts by month"),
    "yearly counts": msg("counts by year"),
}


def method_word(method: str) -> Text:
    """What a forecast was made from; `counts: naive` names the way too; what has no word is told as it is."""
    material, _, way = method.partition(": ")
    word = METHODS.get(material) or Text("{method}", {"method": material})
    return msg("{material}: {way}", material=word, way=way) if way else word


def made_of(frozen: FrozenForecast) -> Text:
    """Where a figure of a frozen forecast is from: when, of which data, with which engine."""
    return msg(
        "forecast frozen on {made_on} of data until {as_of} (method {method}, engine {engine}, digest {digest})",
        made_on=frozen.made_on, as_of=frozen.as_of, method=method_word(frozen.method), engine=frozen.engine,
        digest=frozen.digest[:12],
    )  # fmt: skip


def _frame_figure(dossier: Dossier, frozen: FrozenForecast, address: str, steps: tuple[str, ...]) -> Figure:
    found = frame_held(dossier, frozen)
    year, name = (*steps, "")[:2]
    if found is None or year != str(found.year):
        raise unknown(address, year, () if found is None else (str(found.year),))
    if name not in OF_FRAME or len(steps) != 2:
        raise unknown(address, name, OF_FRAME)
    source = Source(address, made_of(frozen).render(DEFAULT_LANGUAGE))
    if name == "probability":
        return _probability(found, year, source)
    if name == "amount":
        label = msg("The budget for placements").render(DEFAULT_LANGUAGE)
        return Figure(found.frame, Unit.KR, year, source, label, "" if found.frame is not None else "–")
    amount = frame_for(found.whole, CERTAINTIES[name])
    value = None if amount is None else round_half_up(Decimal(repr(amount)), 0)
    label = msg("Frame that holds with {level} %", level=name[4:]).render(DEFAULT_LANGUAGE)
    return Figure(value, Unit.KR, year, source, label, "" if value is not None else "–")


def _probability(found: FrameHeld, year: str, source: Source) -> Figure:
    """In whole percent; beyond what the forecast tells it is the bound, in signs that every language has."""
    share, bound = found.probability, ""
    if share is None:
        bound = "–"
    elif not LEAST <= share <= MOST:
        bound = "<1\u00a0%" if share < LEAST else ">99\u00a0%"
    value = None if share is None or bound else Decimal(round(100 * share))
    label = msg("Probability of holding the budget for placements").render(DEFAULT_LANGUAGE)
    return Figure(value, Unit.PERCENT, year, source, label, bound)
