"""Forecasts of counts: levers do what they say, what is unknown widens, and the notes tell it."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from styrhus.forecast import Capacity, Counts, Lever, LeverKind, Stream
from styrhus.forecast.counts import fit_counts
from styrhus.values.problem import ProblemsError

OWN, EXTERNAL = Stream("Barn", "institution", "own"), Stream("Barn", "institution", "external")
FAMILY = Stream("Unga", "family_home", "external")
STREAMS = (OWN, EXTERNAL, FAMILY)


def monthly(months=48, price=(30_000.0, 90_000.0, 20_000.0)):
    random = np.random.default_rng(8)
    persons = np.array([[20.0], [10.0], [40.0]]) + random.normal(0, 0.8, (3, months))
    return Counts(STREAMS, (2020, 1), persons, np.repeat(np.array(price)[:, None], months, axis=1))


@pytest.fixture(scope="module")
def fitted():
    return fit_counts(monthly(), months=24, draws=400, capacities=(Capacity(OWN, 20, EXTERNAL),))


def total(forecast):
    return forecast.total.whole


def words(forecast):
    return " ".join(note.render("en") for note in forecast.notes)


def of(forecast, stream):
    return next(each for each in forecast.streams if each.stream == stream)


def test_the_base_is_where_the_counts_are(fitted):
    base = fitted.forecast()
    assert (base.as_of, base.months[0], len(base.months)) == ("2023-12-31", "2024-01", 24)
    assert total(base).persons.p50 == pytest.approx(70, rel=0.05)
    days = 366 + 365
    assert total(base).care_days.mean == pytest.approx(total(base).persons.mean * days)
    assert [year.months for year in base.years] == [12, 12]
    assert sum(year.measures.cost.mean for year in base.years) == pytest.approx(total(base).cost.mean)
    assert "monthly counts" in words(base)


def test_a_lever_of_zero_changes_nothing(fitted):
    levers = [Lever(kind, 0.0) for kind in LeverKind]
    assert total(fitted.forecast(levers)).cost.mean == pytest.approx(total(fitted.forecast()).cost.mean)


def test_inflow_acts_as_persons_come_and_go(fitted):
    base, less = fitted.forecast(), fitted.forecast([Lever(LeverKind.INFLOW, -0.2, start=3)])
    ratios = [a.persons.mean / b.persons.mean for a, b in zip(less.total.months, base.total.months, strict=True)]
    assert ratios[:3] == pytest.approx([1, 1, 1])
    assert all(later < earlier for earlier, later in pairwise(ratios[3:]))
    assert 0.8 < ratios[-1] < 0.9
    assert "between 3 and 24 months" in words(less)


def test_what_counts_do_not_tell_of_a_lever_widens_its_effect(fitted):
    free = fitted.forecast([Lever(LeverKind.STAY, -0.3)]).total.months[5].persons
    base = fitted.forecast().total.months[5].persons
    assert (free.p90 - free.p10) / free.mean > (base.p90 - base.p10) / base.mean


def test_a_price_acts_at_once_and_on_its_stream_alone(fitted):
    base, dearer = fitted.forecast(), fitted.forecast([Lever(LeverKind.PRICE, 0.1, FAMILY)])
    assert of(dearer, FAMILY).whole.cost.mean == pytest.approx(1.1 * of(base, FAMILY).whole.cost.mean)
    assert of(dearer, OWN) == of(base, OWN)


def test_persons_taken_home_are_in_the_own_stream():
    fitted = fit_counts(monthly(), months=24, draws=400)
    base, home = fitted.forecast(), fitted.forecast([Lever(LeverKind.HOME_PERSONS, 5, EXTERNAL)])
    assert of(home, EXTERNAL).whole.persons.mean == pytest.approx(of(base, EXTERNAL).whole.persons.mean - 5, abs=0.3)
    assert of(home, OWN).whole.persons.mean > of(base, OWN).whole.persons.mean + 4
    assert total(home).cost.mean < total(base).cost.mean


@pytest.mark.parametrize(
    ("lever", "fault"),
    [
        (Lever(LeverKind.HOME, 0.5, FAMILY), "nobody to take home"),
        (Lever(LeverKind.PRICE, 0.1, Stream("Äldre")), "no stream Äldre"),
        (Lever(LeverKind.INFLOW, float("nan")), "out of bounds"),
    ],
)
def test_a_lever_that_can_do_nothing_is_refused(fitted, lever, fault):
    with pytest.raises(ProblemsError) as error:
        fitted.forecast([lever])
    assert fault in error.value.problems[0].render("en")


def test_places_without_a_capacity_say_so(fitted):
    found = fitted.forecast([Lever(LeverKind.CAPACITY, 4, FAMILY)])
    assert "No own stream in Unga/family_home/external has a capacity" in words(found)
    assert total(found).cost == total(fitted.forecast()).cost


def test_more_places_in_a_full_unit_are_taken_by_those_outside(fitted):
    base, more = fitted.forecast(), fitted.forecast([Lever(LeverKind.CAPACITY, 4, OWN)])
    assert of(base, OWN).whole.persons.p95 <= 20
    assert of(more, OWN).whole.persons.mean > of(base, OWN).whole.persons.mean + 2
    assert total(more).persons.mean == pytest.approx(total(base).persons.mean)
    assert total(more).cost.mean < total(base).cost.mean


def test_two_yearly_values_are_honestly_wide():
    counts = Counts(STREAMS, (2017, 1), np.array([[20, 21], [10, 9], [40, 44.0]]), np.full((3, 2), 50_000.0), 12)
    found = fit_counts(counts).forecast()
    family = of(found, FAMILY).whole.persons
    assert (found.as_of, found.months[0], found.method) == ("2018-12-31", "2019-01", "yearly counts")
    assert 0.15 < (family.p90 - family.p10) / family.p50 < 0.7
    assert "15 %" in words(found)


def test_missing_values_widen_and_are_named():
    counts = monthly()
    persons, price = counts.persons.copy(), counts.price.copy()
    persons[2, -6:], price[0] = np.nan, np.nan
    found, whole = fit_counts(replace(counts, persons=persons, price=price)).forecast(), fit_counts(counts).forecast()

    def width(forecast):
        told = of(forecast, FAMILY).months[0].persons
        return told.p90 - told.p10

    assert width(found) > 1.5 * width(whole)
    assert of(found, OWN).whole.cost is None
    assert "missing in Unga/family_home/external" in words(found)
    assert "no price in Barn/institution/own" in words(found)


@pytest.mark.parametrize("months_each", [1, 12])
@pytest.mark.parametrize(
    "persons", [[[np.nan]], [[0.0, 0.0, 0.0]], [[5.0]], [[3.0, np.nan, np.nan]]], ids=["none", "zeros", "one", "late"]
)
def test_never_a_nan(persons, months_each):
    values = np.array(persons)
    found = fit_counts(Counts((OWN,), (2020, 1), values, np.full(values.shape, np.nan), months_each)).forecast()
    told = found.total.whole.persons
    assert 0 <= told.p5 <= told.p50 <= told.p95 < 100
    assert found.total.whole.cost is None


def test_the_same_counts_give_the_same_forecast():
    first, second = (fit_counts(monthly(), draws=200).forecast() for _ in range(2))
    assert first == second
    assert first.digest != fit_counts(monthly(47), draws=200).forecast().digest
