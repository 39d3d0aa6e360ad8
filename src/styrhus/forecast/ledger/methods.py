"""The way to reckon the months that are left when there are too few to know a season: the shape of the budget."""

from collections.abc import Sequence
from math import sqrt

from styrhus.forecast.ledger.material import Method
from styrhus.forecast.ledger.seasonal import Rest
from styrhus.forecast.ledger.student import reach


def by_budget_shape(this_year: Sequence[float], budget: Sequence[float]) -> Rest:
    """The budget of the months that are left, and the mean deviation so far in each of them.

    With n months so far, k left and s the standard deviation of the monthly deviations, the interval is
    t · s · √(k + k²/n): the noise of the months and the uncertainty of the mean; t of Student with n − 1 degrees of
    freedom. Source: the prediction interval of a mean, as in Montgomery and Runger, Applied Statistics and
    Probability for Engineers, section 8.
    """
    n, left = len(this_year), len(budget) - len(this_year)
    deviations = [actual - planned for actual, planned in zip(this_year, budget, strict=False)]
    mean = sum(deviations) / n
    spread = sqrt(sum((deviation - mean) ** 2 for deviation in deviations) / (n - 1))
    middle = sum(budget[n:]) + left * mean
    width = reach(n - 1) * spread * sqrt(left + left**2 / n)
    return Rest(middle, middle - width, middle + width, (Method.BUDGET_SHAPE,))
