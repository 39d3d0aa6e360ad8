"""The population of a target group in the months ahead, as a multiple of today's."""

import numpy as np
import pytest

from styrhus.caseload.counts.population import Population
from styrhus.caseload.population_ahead import NotToldError, population_ahead
from styrhus.forecast import Horizon
from styrhus.forecast.material.horizon import EPOCH, day_number

PEOPLE = Population(((0, 12), (13, 17)), 2017, np.array([[900.0, 1000.0, 1200.0], [500.0, 500.0, np.nan]]))
LAST_DAY = day_number(EPOCH.replace(year=2018, month=12, day=31))


def test_it_goes_straight_from_one_year_to_the_next_and_then_stays():
    found = population_ahead(PEOPLE, {"Barn": (0, 12)}, Horizon(2019, 1, 24), LAST_DAY)["Barn"]
    assert found[0] == pytest.approx(1 + 0.2 * 0.5 / 12)
    assert found[11] == pytest.approx(1 + 0.2 * 11.5 / 12)
    assert found[12:] == pytest.approx([1.2] * 12)


def test_a_year_that_is_not_told_is_no_fall_to_zero():
    assert population_ahead(PEOPLE, {"Unga": (13, 17)}, Horizon(2019, 1, 3), LAST_DAY)["Unga"] == pytest.approx([1] * 3)


@pytest.mark.parametrize("ages", [(18, 24), (70, 200)])
def test_ages_that_are_not_told_are_refused(ages):
    with pytest.raises(NotToldError, match="Vuxna"):
        population_ahead(PEOPLE, {"Vuxna": ages}, Horizon(2019, 1, 3), LAST_DAY)


def test_a_population_of_another_time_is_refused():
    with pytest.raises(NotToldError):
        population_ahead(PEOPLE, {"Barn": (0, 12)}, Horizon(2031, 1, 3), LAST_DAY + 4383)
