"""The plan year of placements: what has been and what is expected, beside the rows of the grid."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from styrhus.dossier.placement_forecast import (
    Material,
    fitted,
    grid_counts,
    grid_material,
    horizon_months,
    outlook_of,
    rows_of,
)
from styrhus.dossier.placement_forecast.words import explains, lead, stream_name
from styrhus.forecast import OPEN, Lever, LeverKind, Spells, Stream
from styrhus.forecast.frame import probability
from styrhus.forecast.material.horizon import day_number
from tests.cases.example_folder import loaded

UNGA = Stream("Unga", "institution", "external")
BARN = Stream("Barn", "foster_home", "own")
STRANGE = Stream("Barn", "protected_housing", "own")


@pytest.fixture(scope="module")
def orebro():
    return loaded("orebro-2019")


def material(as_of, *, streams=(UNGA, BARN), prices=(4000.0, 25000.0), there=(40, 90)):
    """So many persons in each stream since 2016, and nobody comes or leaves but ten who left each year."""
    stream = np.repeat(np.arange(len(streams)), there)
    size = len(stream)
    start = np.full(size, day_number(date(2016, 1, 1)))
    end = np.full(size, OPEN)
    price = np.array(prices)[stream]
    monthly = price > 10_000
    spells = Spells(
        tuple(streams), stream.astype(np.int16), np.arange(size), start.astype(np.int32), end.astype(np.int32),
        price, monthly, day_number(as_of), day_number(date(2017, 1, 1)),
    )  # fmt: skip
    return Material(f"{as_of}{streams}{prices}{there}", spells)


def found(dossier, held, *levers):
    return outlook_of(dossier, held, fitted(held, horizon_months(held, dossier.plan.year)), levers)


def part(outlook, stream):
    return next(held for held in outlook.streams if held.stream == stream)


def test_the_horizon_reaches_the_end_of_the_plan_year_and_at_least_a_year():
    assert horizon_months(material(date(2018, 12, 31)), 2019) == 12
    assert horizon_months(material(date(2018, 8, 31)), 2019) == 16
    assert horizon_months(material(date(2019, 10, 31)), 2019) == 12
    with pytest.raises(ValueError, match="after the data"):
        horizon_months(material(date(2012, 12, 31)), 2019)


def test_streams_and_rows_find_each_other(orebro):
    assert [row.id for row in rows_of(orebro, UNGA)] == ["unga-institution"]
    assert [row.id for row in rows_of(orebro, Stream("barn", "Familjehemsvård internt", "own"))] == [
        "barn-familjehem-internt"
    ]
    assert [row.id for row in rows_of(orebro, Stream("Barn", "outpatient", "external"))] == ["barn-oppenvard-dygn"]
    assert rows_of(orebro, STRANGE) == ()
    assert [row.pricing for row in rows_of(loaded("lund-2023"), Stream("Barn", "other", "external"))] == ["amount"]


def test_a_year_that_has_not_begun_is_all_forecast(orebro):
    year = found(orebro, material(date(2018, 12, 31)))
    assert (year.months_so_far, year.is_over) == (0, False)
    held = part(year, UNGA)
    assert held.last_year.persons == 40
    assert held.last_year.cost == 40 * 365 * 4000
    assert (held.budget.persons, held.budget.cost) == (42, 62_100_000)
    assert held.cost.low <= held.cost.middle <= held.cost.high
    assert float(held.cost.mean) == pytest.approx(float(held.persons.mean) * 365 * 4000, rel=0.05)
    assert year.budget == 62_100_000 + 27_500_000
    assert {row.id for row, _ in year.left_out} >= {"barn-kontaktperson", "vuxna-institution"}
    assert sum(held.cost.mean for held in year.streams) == pytest.approx(year.total.cost.mean, rel=Decimal("0.001"))


def test_what_has_been_of_the_year_is_certain(orebro):
    early, late = found(orebro, material(date(2018, 12, 31))), found(orebro, material(date(2019, 10, 31)))
    assert late.months_so_far == 10
    spread = [held.total.cost.high - held.total.cost.low for held in (early, late)]
    assert spread[1] < spread[0] / 2
    been = 40 * 304 * 4000
    assert part(late, UNGA).cost.low > been
    assert late.whole.cost_percentiles[0] > been
    assert probability(late.whole, float(late.whole.cost_percentiles[49])) == pytest.approx(0.5, abs=0.01)


def test_a_month_that_has_only_begun_is_counted_up(orebro):
    half = found(orebro, material(date(2019, 6, 15)))
    assert not half.past.complete
    assert half.months_so_far == 6
    month = half.past.month((UNGA,), (2019, 6))
    assert (month.persons, month.cost) == (40, 40 * 30 * 4000)


def test_a_year_that_is_over_costs_what_it_cost(orebro):
    year = found(orebro, material(date(2019, 12, 31)))
    assert year.is_over
    assert part(year, UNGA).cost.mean == 40 * 365 * 4000
    assert year.total.cost.low == year.total.cost.high
    assert "kostade" in lead(year).render("sv")


def test_streams_without_a_row_or_a_price_are_told_and_never_zero(orebro):
    held = material(date(2018, 12, 31), streams=(UNGA, STRANGE, BARN), prices=(4000.0, 900.0, np.nan), there=(40, 5, 9))
    year = found(orebro, held)
    assert [found.stream for found in year.without_budget] == [STRANGE]
    assert part(year, BARN).cost is None
    assert part(year, BARN).persons.mean > 0
    assert part(year, BARN).over_budget is None
    assert stream_name(STRANGE).render("sv") == "Barn: skyddat boende, egen regi"
    assert stream_name(Stream("Barn", "Akut HVB")).render("sv") == "Barn: Akut HVB"


def test_the_sentence_says_cost_distance_risk_and_what_explains_it(orebro):
    year = found(orebro, material(date(2018, 12, 31), there=(60, 90)))
    said = lead(year).render("sv")
    assert said.startswith("Placeringarna väntas kosta ")
    assert " över budget; sannolikheten att hålla budgeten är " in said
    assert explains(year).render("sv").startswith("Unga: Institutionsvård förklarar +")
    assert "sannolikheten att hålla ramen" in lead(year, Decimal(80_000_000)).render("sv")


def test_the_parts_of_a_change_add_up(orebro):
    year = found(orebro, material(date(2018, 12, 31)))
    for held in (*year.streams, year.total):
        effects = held.from_budget.effects
        assert effects.volume + effects.price + effects.other == effects.difference
    assert year.total.from_budget.effects.difference == pytest.approx(year.total.over_budget, abs=2)


def test_a_lever_moves_the_year(orebro):
    held = material(date(2018, 12, 31))
    base = found(orebro, held)
    dearer = found(orebro, held, Lever(LeverKind.PRICE, 0.1))
    assert float(dearer.total.cost.mean / base.total.cost.mean) == pytest.approx(1.1, rel=0.002)


def test_the_grid_alone_gives_counts_of_its_years(orebro):
    counts = grid_counts(orebro)
    assert (counts.first, len(counts), counts.months_each) == ((2017, 1), 2, 12)
    at = counts.streams.index(UNGA)
    assert counts.persons[at].tolist() == [37, 39]
    assert np.isnan(counts.price[at][0])
    assert counts.price[at][1] == pytest.approx(57_400_000 / 39 / 12)
    year = found(orebro, grid_material(orebro))
    assert part(year, UNGA).last_year.persons == 39
    assert part(year, UNGA).cost.high > part(year, UNGA).cost.low


def test_a_grid_without_persons_gives_nothing():
    assert grid_counts(loaded("lund-2023")) is None
    assert grid_material(loaded("lund-2023")) is None
