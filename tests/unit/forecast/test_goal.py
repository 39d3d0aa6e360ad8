"""What a target in persons would cost."""

import random
from statistics import fmean, quantiles

import pytest

from styrhus.forecast.goal import cost_of_target
from styrhus.forecast.result import Distribution, Measures
from tests.unit.forecast.forecasts import around, measures


def told(values: list[float]) -> Distribution:
    cuts = quantiles(values, n=100)
    return Distribution(fmean(values), *(cuts[level - 1] for level in (5, 10, 25, 50, 75, 90, 95)))


def test_only_the_price_is_uncertain_when_the_persons_are_given() -> None:
    draw = random.Random(1)
    days = [draw.lognormvariate(8, 0.2) for _ in range(20_000)]
    price = [draw.lognormvariate(8.5, 0.1) for _ in range(20_000)]
    expected = Measures(around(1), told(days), told([d * p for d, p in zip(days, price, strict=True)]))
    found = cost_of_target(expected, 10, 365)
    assert found is not None
    wanted = told([3650 * p for p in price])
    assert found.mean == pytest.approx(wanted.mean, rel=0.01)
    assert found.quantile(0.1) == pytest.approx(wanted.p10, rel=0.02)
    assert found.quantile(0.9) == pytest.approx(wanted.p90, rel=0.02)
    assert found.within(wanted.p75) == pytest.approx(0.75, abs=0.03)


def test_with_a_certain_price_the_budget_is_enough_or_not() -> None:
    found = cost_of_target(measures(20, 365, 5000), 10, 365)
    assert found is not None
    assert found.mean == pytest.approx(10 * 365 * 5000)
    assert (found.within(found.mean * 1.01), found.within(found.mean * 0.99), found.within(0)) == (1, 0, 0)


@pytest.mark.parametrize(("expected", "target"), [(measures(20, 365, None), 10), (measures(20, 365, 5000), 0)])
def test_without_a_price_or_a_target_nothing_is_told(expected: Measures, target: float) -> None:
    assert cost_of_target(expected, target, 365) is None
