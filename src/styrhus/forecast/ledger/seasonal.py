"""Ways to carry a ledger's months on by their season, tried on the months that have been."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from styrhus.forecast.ledger.material import LEAST_MONTHS, Method
from styrhus.forecast.ledger.student import reach

if TYPE_CHECKING:
    from styrhus.forecast.series.smooth import Array

YEAR = 12
CLOSE = 1.6
"""Methods whose past errors are at most so many times the best one's are taken together."""
FEWER = 1.1
"""What knows the season from years is preferred to what knows this year's budget alone."""
PRIOR = 2.0
"""Past errors' worth of the spread that single months lead one to expect."""


@dataclass(frozen=True)
class Rest:
    """The sum of the months that are left in kr: the middle, and the bounds of the interval."""

    middle: float
    low: float
    high: float
    methods: tuple[Method, ...] = ()


def by_season(months: Sequence[float], left: int, budget: Sequence[float] = ()) -> Rest | None:
    """The methods that were best on earlier months, together where they are close; None where all months are alike.

    Each is asked at every earlier month with a year before it for the sum of the `left` months after it. The shape
    of this year's `budget` (twelve months, or empty) is tried on the months of this year alone, beside the best of
    the others. The interval is Student's, from the errors that the chosen ones together have had (overlapping ones
    count for less) and the spread of single months. Source: rolling origin as in Tashman (2000); the mean of few
    good forecasts as in Bates and Granger (1969).
    """
    import numpy as np

    values = np.asarray(months, dtype=float)
    if np.allclose(values, values[0]):
        return None
    said = _said(values, left)
    sums = said.sum(axis=2)
    came = np.array([values[origin : origin + left].sum() for origin in range(YEAR, len(values) - left + 1)])
    past = sums[:, : len(came)] - came
    size = np.sqrt((past**2).mean(axis=1)) if len(came) else np.ones(len(sums))
    ahead, names = sums[:, -1], list(_METHODS)
    if budget:
        best = int(size.argmin())
        planned, beside = _by_budget(values, said[best], left, budget)
        ahead, size = np.append(ahead, planned), np.append(size, size[best] * beside)
        names.append(Method.BUDGET_SHAPE)
    chosen = size <= CLOSE * max(float(size.min()), 1e-9)
    share = np.where(chosen, 1 / np.maximum(size, 1e-9) ** 2, 0.0)
    share /= share.sum()
    own = share[: len(past)] if share[: len(past)].any() else size[: len(past)] == size[: len(past)].min()
    middle, width = float(share @ ahead), _width(values, (own / own.sum()) @ past, left)
    heaviest = sorted(np.flatnonzero(chosen).tolist(), key=lambda place: -share[place])
    return Rest(middle, middle - width, middle + width, tuple(names[place] for place in heaviest))


def _said(values: "Array", left: int) -> "Array":
    """Every method's months from every origin with a year before it, the last origin now, (methods, origins, left)."""
    import numpy as np

    origins = range(YEAR, len(values) + 1)
    cut = np.full((len(origins), len(values)), np.nan)
    for place, origin in enumerate(origins):
        cut[place, -origin:] = values[:origin]
    return np.stack([method(cut, left) for method in _METHODS.values()])


def _by_budget(values: "Array", best: "Array", left: int, budget: Sequence[float]) -> tuple[float, float]:
    """What the budget's shape says of the months left, and its past error beside the best other's (1 is alike).

    Both are tried after each month of this year from the third on; few such trials say little, and are drawn to 1.
    """
    from math import exp, log

    done = YEAR - left
    this_year = [float(value) for value in values[-done:]]

    def shape(known: int, count: int) -> float:
        mean = sum(a - b for a, b in zip(this_year[:known], budget, strict=False)) / known
        return sum(budget[known : known + count]) + count * mean

    pairs = []
    for known in range(LEAST_MONTHS, done):
        count = min(left, done - known)
        came = sum(this_year[known : known + count])
        other = float(best[-1 - (done - known)][:count].sum())
        pairs.append(((shape(known, count) - came) ** 2 / count, (other - came) ** 2 / count))
    mine, theirs = (sum(pair[side] for pair in pairs) for side in (0, 1))
    size = max(mine, theirs) * 1e-6 + 1e-9
    beside = 0.5 * log((mine + size) / (theirs + size)) * len(pairs) / (len(pairs) + 4)
    return shape(done, left), exp(beside) * FEWER


def _width(values: "Array", errors: "Array", left: int) -> float:
    """Half the interval: Student's quantile of past errors of the sum, and of the spread of single months."""
    import numpy as np

    calm = values - _season(values[None])[0, (-1 - np.arange(len(values)))[::-1] % YEAR]
    month = float(np.var(calm[-2 * YEAR :], ddof=1))
    worth = len(errors) / left + 1 if len(errors) else 0.0
    seen = float((errors**2).mean()) if len(errors) else 0.0
    variance = (worth * seen + PRIOR * month * left * (1 + left / YEAR)) / (worth + PRIOR)
    return reach(worth + PRIOR) * float(np.sqrt(variance))


def _season(series: "Array") -> "Array":
    """What each month of the year is above the mean, (B, 12), by place counted from the last month of all (11).

    From the whole years before the end: the mean over them of each month less its year's mean and the slope of the
    years. With one year it is that year's shape.
    """
    import numpy as np

    years = series.shape[1] // YEAR
    blocks = series[:, series.shape[1] - years * YEAR :].reshape(len(series), years, YEAR)
    whole = np.asarray(~np.isnan(blocks).any(axis=2))
    level = np.where(whole, np.nan_to_num(blocks).mean(axis=2), np.nan)
    count = np.maximum(whole.sum(axis=1), 1)
    slope = np.nan_to_num(np.diff(level, axis=1)).sum(axis=1) / np.maximum(count - 1, 1) / YEAR
    shape = np.where(whole[:, :, None], np.nan_to_num(blocks) - np.nan_to_num(level)[:, :, None], 0.0)
    mean = shape.sum(axis=1) / count[:, None] - slope[:, None] * (np.arange(YEAR) - (YEAR - 1) / 2)
    return np.asarray(mean - mean.mean(axis=1, keepdims=True))


def _by_level(carry: "Callable[[Array, int], Array]") -> "Callable[[Array, int], Array]":
    """A method of `series.smooth` on the months without their season, which is laid to again."""

    def method(series: "Array", left: int) -> "Array":
        import numpy as np

        season = _season(series)
        past = season[:, np.arange(-series.shape[1], 0) % YEAR]
        return np.asarray(carry(series - past, left) + season[:, np.arange(left) % YEAR])

    return method


def _smoothed(series: "Array", left: int) -> "Array":
    from styrhus.forecast.series.smooth import level_only

    return level_only(series, left)


def _damped(series: "Array", left: int) -> "Array":
    from styrhus.forecast.series.smooth import damped

    return damped(series, left)


def _year_ago(series: "Array", left: int) -> "Array":
    return series[:, series.shape[1] - YEAR : series.shape[1] - YEAR + left]


_METHODS: "dict[Method, Callable[[Array, int], Array]]" = {
    Method.SEASONAL: _by_level(_smoothed),
    Method.DAMPED: _by_level(_damped),
    Method.SEASONAL_NAIVE: _year_ago,
}
