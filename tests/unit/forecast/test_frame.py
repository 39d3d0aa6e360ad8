"""The probability of a frame, and the frame for a certainty."""

from decimal import Decimal

import pytest

from styrhus.forecast.frame import frame_for, probability, told
from tests.unit.forecast.forecasts import year_forecast

YEAR = year_forecast(100_000_000)


@pytest.mark.parametrize(
    ("frame", "share"),
    [
        (Decimal(100_000_000), 0.5),
        (80_400_000, 0.01),
        (110_000_000, 0.75),
        (100_200_000, 0.505),
        (1, 0.0),
        (10**9, 1.0),
    ],
)
def test_the_share_of_costs_within_the_frame(frame: Decimal | float, share: float) -> None:
    assert probability(YEAR, frame) == pytest.approx(share)


@pytest.mark.parametrize("frame", [None, 0, Decimal(0), -5, Decimal("NaN")])
def test_no_frame_has_no_probability(frame: Decimal | float | None) -> None:
    assert probability(YEAR, frame) is None


def test_a_forecast_without_prices_says_nothing_of_frames() -> None:
    year = year_forecast(None)
    assert probability(year, 5) is None
    assert frame_for(year, 0.5) is None


def test_a_cost_that_is_certain_is_held_or_not() -> None:
    year = year_forecast(0)
    assert probability(year, 1) == 1.0


@pytest.mark.parametrize("certainty", [0.01, 0.5, 0.8, 0.905, 0.99])
def test_the_frame_for_a_certainty_holds_with_it(certainty: float) -> None:
    frame = frame_for(YEAR, certainty)
    assert frame == pytest.approx(100_000_000 * (0.8 + 0.4 * certainty))
    if certainty < 0.99:
        assert probability(YEAR, frame) == pytest.approx(certainty)


@pytest.mark.parametrize("certainty", [0.0, 0.009, 1.0, -1, float("nan")])
def test_certainties_that_no_forecast_tells(certainty: float) -> None:
    with pytest.raises(ValueError, match="certainty"):
        frame_for(YEAR, certainty)


def test_bounds_are_told_as_bounds() -> None:
    assert [told(share).render("en") for share in (0.0, 0.01, 0.34, 0.995)] == ["under 1 %", "1 %", "34 %", "over 99 %"]
