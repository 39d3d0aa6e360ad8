"""Frozen forecasts: kept as they were, whole years with what had been, and how they held."""

from dataclasses import replace

import pytest

from styrhus.forecast.frozen import Been, Opened, closed, opened
from styrhus.forecast.score import scored
from styrhus.forecast.whole_year import whole_year, whole_year_cost, years_of
from styrhus.forecast.written import UnreadableForecast
from tests.unit.forecast.forecasts import BOUGHT, OWN, been, forecast, frozen, measures, stream_forecast, year_forecast

YEAR = opened(frozen(forecast(2019)).content)


def half_year() -> Opened:
    """Half of 2019 has been, with 100 days and 50 000 kr a month in the bought stream and no price in the own."""
    months = tuple(f"2019-{month:02d}" for month in range(7, 13))
    streams = (
        replace(stream_forecast(OWN, 10, None, 6), years=(measures(10, 180, None),)),
        replace(stream_forecast(BOUGHT, 20, 5000, 6), years=(measures(20, 180, 5000),)),
    )
    total = replace(stream_forecast(None, 30, 5000, 6), years=(measures(30, 180, 5000),))
    held = forecast(2019, months=months, streams=streams, total=total, years=(year_forecast(18_000_000, months=6),))
    past = (Been(OWN, (10.0,) * 6, (None,) * 6), Been(BOUGHT, (100.0,) * 6, (50_000.0,) * 6))
    return Opened(held, 2019, tuple(f"2019-{month:02d}" for month in range(1, 7)), past)


def test_what_is_frozen_opens_as_it_was() -> None:
    held = half_year()
    assert opened(closed(held)) == held


@pytest.mark.parametrize("content", ["", "{}", '{"forecast": {}}', "[1]"])
def test_other_content_is_refused(content: str) -> None:
    with pytest.raises(UnreadableForecast):
        opened(content)


def test_a_whole_year_is_what_had_been_and_what_is_expected() -> None:
    held = half_year()
    bought = whole_year(held, held.forecast.streams[1], 2019)
    assert bought is not None
    assert bought.cost is not None
    assert bought.care_days.mean == 600 + 20 * 180
    assert bought.persons.mean == pytest.approx((600 + 20 * 180) / 365)
    assert (bought.cost.mean, bought.cost.p10) == (300_000 + 18_000_000, 300_000 + 18_000_000 * 0.85)
    own = whole_year(held, held.forecast.streams[0], 2019)
    assert own is not None
    assert own.cost is None


def test_the_whole_cost_leaves_out_what_has_no_price() -> None:
    found = whole_year_cost(half_year(), 2019)
    assert found is not None
    assert found.months == 12
    assert found.cost_percentiles[49] == pytest.approx(300_000 + 18_000_000)


def test_a_year_that_lacks_months_is_not_told() -> None:
    held = replace(half_year(), past_months=(), past=())
    assert years_of(held) == ()
    assert whole_year(held, held.forecast.total, 2019) is None
    assert whole_year_cost(held, 2019) is None
    assert whole_year(YEAR, YEAR.forecast.total, 2020) is None


def test_a_month_that_is_not_known_makes_the_year_unknown() -> None:
    held = half_year()
    past = (held.past[0], replace(held.past[1], care_days=(None, *held.past[1].care_days[1:])))
    assert whole_year_cost(replace(held, past=past), 2019) is None


def test_nothing_to_score_before_a_month_has_come() -> None:
    assert scored(YEAR, *been(2019)) is None


def test_a_forecast_that_held() -> None:
    months, outcome = been(2020)
    found = scored(YEAR, months, outcome)
    assert found is not None
    assert len(found.months) == 12
    assert found.own.wape == pytest.approx(0, abs=1e-9)
    assert found.own.coverage_80 == 1
    assert found.came == pytest.approx(110_000 * 365)
    assert {each.method for each in found.persons} == {"engine", "naive", "seasonal_naive", "mean_12"}


def test_a_forecast_that_was_worse_than_a_simple_method_says_so() -> None:
    streams = tuple(stream_forecast(part.stream, 15, 1000) for part in forecast().streams)
    held = opened(frozen(forecast(2019, streams=streams)).content)
    months, outcome = been(2020)
    found = scored(held, months[:3], [replace(row, care_days=row.care_days[:3], cost=row.cost[:3]) for row in outcome])
    assert found is not None
    assert found.months == ("2019-01", "2019-02", "2019-03")
    assert found.simple_was_better
    assert found.best_simple is not None
    assert found.best_simple.wape == pytest.approx(0, abs=1e-9)


def test_a_stream_that_the_outcome_no_longer_tells_of_is_left_out() -> None:
    months, outcome = been(2020)
    found = scored(YEAR, months, outcome[1:])
    assert found is not None
    assert found.came == pytest.approx(100_000 * 365)
