"""A goal against the budget: what a target in persons would cost, with the price's uncertainty."""

from dataclasses import dataclass
from math import exp, log
from statistics import NormalDist

from styrhus.forecast.result import Distribution, Measures

_NORMAL = NormalDist()
_Z90 = _NORMAL.inv_cdf(0.9)


@dataclass(frozen=True)
class TargetCost:
    """The cost in kr of a year with exactly the target's persons: log-normal with median exp(`middle`)."""

    middle: float
    spread: float

    def quantile(self, share: float) -> float:
        """The kr that it stays under with probability `share` (between 0 and 1, both excluded)."""
        return exp(self.middle + self.spread * _NORMAL.inv_cdf(share))

    @property
    def mean(self) -> float:
        return exp(self.middle + self.spread**2 / 2)

    def within(self, budget: float) -> float:
        """The probability that `budget` kr is enough: 0 or 1 where nothing is uncertain."""
        if budget <= 0:
            return 0.0
        if not self.spread:
            return float(log(budget) >= self.middle)
        return _NORMAL.cdf((log(budget) - self.middle) / self.spread)


def cost_of_target(expected: Measures, target: float, days: int) -> TargetCost | None:
    """What `target` persons a day for `days` days would cost; None without prices, persons or a target.

    Cost is care days × price of a day. As logarithms their variances add up, so that of the price is what the
    forecast's cost has beyond its care days; σ = ln(P90 / P10) / (2 · 1.2816). With the number of persons fixed only
    the price is left. The mean price is mean cost / mean care days.
    """
    cost, care = expected.cost, expected.care_days
    if cost is None or target <= 0 or min(cost.p10, care.p10, cost.mean, care.mean) <= 0:
        return None
    spread = max(_spread(cost) ** 2 - _spread(care) ** 2, 0.0) ** 0.5
    mean = target * days * cost.mean / care.mean
    return TargetCost(log(mean) - spread**2 / 2, spread)


def _spread(held: Distribution) -> float:
    return log(held.p90 / held.p10) / (2 * _Z90)
