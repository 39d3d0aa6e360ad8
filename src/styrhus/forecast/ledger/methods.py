"""The two ways to reckon the months that are left; the libraries are read when one is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

from styrhus.forecast.ledger.material import COVERAGE

PATHS = 1000
SEED = 20190831
"""The same ledger gives the same proposal."""
TAIL = (1 - float(COVERAGE)) / 2


@dataclass(frozen=True)
class Rest:
    """The sum of the months that are left in kr: the middle, and the bounds of the interval."""

    middle: float
    low: float
    high: float


def by_season(months: Sequence[float], left: int) -> Rest | None:
    """Exponential smoothing with additive errors and an additive season of twelve months, ETS(A,N,A).

    The interval is that of simulated sums, in which the errors of the months follow each other. None where the
    months are all alike or the model does not settle. Source: Hyndman, Koehler, Ord and Snyder, Forecasting with
    Exponential Smoothing (2008), chapter 2; statsmodels' ETSModel.
    """
    import warnings

    import numpy as np
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    values = np.asarray(months, dtype=float)
    size = float(np.abs(values).max())
    if size == 0 or np.allclose(values, values[0]):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = ETSModel(values / size, error="add", seasonal="add", seasonal_periods=12)
        fitted = model.fit(disp=False, maxiter=200)
        middle = float(np.sum(fitted.forecast(left))) * size
        paths = fitted.simulate(left, anchor="end", repetitions=PATHS, rng=np.random.default_rng(SEED))
    sums = np.asarray(paths).sum(axis=0) * size
    low, high = (float(np.quantile(sums, share)) for share in (TAIL, 1 - TAIL))
    if not all(isfinite(value) for value in (middle, low, high)):
        return None
    return Rest(middle, min(low, middle), max(high, middle))


def by_budget_shape(this_year: Sequence[float], budget: Sequence[float]) -> Rest:
    """The budget of the months that are left, and the mean deviation so far in each of them.

    With n months so far, k left and s the standard deviation of the monthly deviations, the interval is
    t · s · √(k + k²/n): the noise of the months and the uncertainty of the mean; t of Student with n − 1 degrees of
    freedom. Source: the prediction interval of a mean, as in Montgomery and Runger, Applied Statistics and
    Probability for Engineers, section 8.
    """
    from scipy import stats

    n, left = len(this_year), len(budget) - len(this_year)
    deviations = [actual - planned for actual, planned in zip(this_year, budget, strict=False)]
    mean = sum(deviations) / n
    spread = sqrt(sum((deviation - mean) ** 2 for deviation in deviations) / (n - 1))
    middle = sum(budget[n:]) + left * mean
    reach = float(stats.t.ppf(1 - TAIL, n - 1)) * spread * sqrt(left + left**2 / n)
    return Rest(middle, middle - reach, middle + reach)
