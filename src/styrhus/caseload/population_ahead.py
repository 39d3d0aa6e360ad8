"""How many more or fewer there will be of an age, as the forecast takes it."""

from collections.abc import Mapping

import numpy as np

from styrhus.caseload.counts.population import Ages, Population
from styrhus.forecast.material.horizon import Horizon, day_of

YEAR_MONTHS = 12


class NotToldError(ValueError):
    """The population does not tell of an age, or not of the time of the forecast."""


def population_ahead(
    population: Population, ages: Mapping[str, Ages], horizon: Horizon, as_of: int
) -> dict[str, tuple[float, ...]]:  # fmt: skip
    """By target group, the population of its ages in each month ahead as a multiple of that on the day `as_of`.

    A year's figure is that of its last day, as in official statistics, and the way from one to the next is straight;
    after the last year it stays. NotToldError where an age or the year of `as_of` is missing.
    """
    day = day_of(as_of)
    now = day.year + (day.month - 1 + day.day / 31) / YEAR_MONTHS
    months = np.array([year + (month - 0.5) / YEAR_MONTHS for year, month in horizon.months])
    ends = np.array(population.years, dtype=float) + 1
    found = {}
    for group, (youngest, oldest) in ages.items():
        persons = population.between(youngest, oldest)
        known = np.isfinite(persons) & (persons > 0)
        if not known.any() or now > ends[known][-1] + 1 or now < ends[known][0] - 1:
            raise NotToldError(group)
        today = np.interp(now, ends[known], persons[known])
        found[group] = tuple((np.interp(months, ends[known], persons[known]) / today).tolist())
    return found
