"""Live figures of frozen forecasts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from styrhus.dossier.catalogue import addresses
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.frozen_forecasts import before, frame_held, frozen_forecast, stream_words
from styrhus.dossier.references import UnknownReference, evaluate, resolve
from styrhus.forecast.frozen import opened
from styrhus.values.unit import Unit
from tests.store.plans import rich_plan
from tests.unit.forecast.forecasts import BOUGHT, forecast, frozen, stream_forecast

COST = 12 * 30 * 20 * 5000


def plan(*held, budget: int | None = 36_000_000) -> Dossier:
    rich = rich_plan()
    figures = tuple(
        row.model_copy(update={"amount": Decimal(budget)})
        for row in rich.placement_figures
        if row.period == "2023" and budget is not None
    )
    return rich.model_copy(update={"forecasts": held, "placement_figures": figures})


def bought(**changes):
    """A forecast of the one stream that the plan's grid budgets for."""
    only = stream_forecast(BOUGHT, 20, 5000)
    percentiles = tuple(COST * (0.8 + 0.4 * level / 100) for level in range(1, 100))
    year = replace(forecast(2023).years[0], cost_percentiles=percentiles)
    held = {"streams": (only,), "total": stream_forecast(None, 20, 5000), "years": (year,)}
    return forecast(2023, **held | changes)


FIRST, LAST = frozen(forecast(2023), "2023-01-15-01"), frozen(bought(digest="cd" * 32), "2023-02-15-01")
PLAN = plan(FIRST, LAST)


def test_the_latest_is_the_one_frozen_last():
    assert frozen_forecast(PLAN) is LAST
    assert frozen_forecast(PLAN, "2023-01-15-01") is FIRST
    assert frozen_forecast(PLAN, "2022-01-01-01") is None
    assert before(PLAN, LAST) is FIRST
    assert before(PLAN, FIRST) is None


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("forecast.latest.total.2023.cost.mean | mnkr 1", "36,0 mnkr"),
        ("forecast.latest.total.2023.cost.p90 | mnkr 1", "41,4 mnkr"),
        ("forecast.latest.barn-institution-external.2023.persons.p10", "16,8 personer"),
        ("forecast.latest.barn-institution-external.2023-04.care_days.mean", "600 dagar"),
        ("forecast.2023-01-15-01.barn-familjehem-own.2023-04.cost.p50 | tkr", "300 tkr"),
        ("forecast.latest.frame.2023.probability", "50 %"),
        ("forecast.latest.frame.2023.amount | mnkr 1", "36,0 mnkr"),
        ("forecast.latest.frame.2023.for-90 | mnkr 2", "41,76 mnkr"),
    ],
)
def test_figures(expression, text):
    assert evaluate(PLAN, expression).text().replace("\u00a0", " ") == text


def test_the_source_tells_how_it_was_made():
    figure = resolve(PLAN, "forecast.latest.total.2023.cost.mean")
    assert "2023-02-15" in figure.source.place
    assert "cdcdcdcdcdcd" in figure.source.place
    assert figure.unit is Unit.KR


@pytest.mark.parametrize(
    "address",
    [
        "forecast", "forecast.latest", "forecast.other.total.2023.cost.mean", "forecast.latest.nobody.2023.cost.mean",
        "forecast.latest.total.2022.cost.mean", "forecast.latest.total.2023-13.cost.mean",
        "forecast.latest.total.2023.size.mean", "forecast.latest.total.2023.cost.p91",
        "forecast.latest.total.2023.cost.mean.more", "forecast.latest.frame.2024.probability",
        "forecast.latest.frame.2023.chance", "forecast.latest.frame.2023",
    ],
)  # fmt: skip
def test_addresses_that_lead_nowhere(address):
    with pytest.raises(UnknownReference):
        resolve(PLAN, address)


def test_nothing_is_frozen():
    with pytest.raises(UnknownReference):
        resolve(plan(), "forecast.latest.total.2023.cost.mean")


@pytest.mark.parametrize(("budget", "text"), [(1, "<1 %"), (10**9, ">99 %"), (0, "–"), (None, "–")])
def test_bounds_and_missing_frames(budget, text):
    held = plan(LAST, budget=budget)
    assert evaluate(held, "forecast.latest.frame.2023.probability").text().replace("\u00a0", " ") == text


def test_a_stream_that_nobody_budgets_for_does_not_hide_the_budget_of_the_others():
    found = frame_held(plan(FIRST), FIRST)
    assert found is not None
    assert found.frame == 36_000_000


def test_a_stream_without_price_says_so():
    held = frozen(bought(streams=(stream_forecast(BOUGHT, 20, None),)), "2023-03-01-01")
    figure = resolve(plan(held), "forecast.latest.barn-institution-external.2023-04.cost.mean")
    assert figure.value is None
    assert figure.text() == "har inget pris"


def test_every_address_that_is_offered_leads_somewhere():
    offered = [address for address in addresses(PLAN) if address.startswith("forecast.")]
    assert len(offered) == 2 * 3 * 4 + 5
    assert all(resolve(PLAN, address).value is not None for address in offered)


def test_streams_whose_words_are_alike_are_told_apart():
    twins = tuple(stream_forecast(type(BOUGHT)(group), 1, None) for group in ("Barn 0-12", "barn 0 12", "total"))
    assert list(stream_words(opened(frozen(bought(streams=twins)).content))) == [
        "total", "barn-0-12", "barn-0-12-2", "total-2",
    ]  # fmt: skip
