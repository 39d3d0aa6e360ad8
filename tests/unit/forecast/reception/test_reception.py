"""Reception against persons one by one, and scenarios by their weight."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.forecast.material import Horizon
from styrhus.forecast.reception import (
    GroupMaterial,
    Instalment,
    ReceptionMaterial,
    Scenario,
    Terms,
    fit_reception,
)
from styrhus.forecast.reception.course import course
from tests.reference import reception as slow

FIRST = 2023 * 12


@settings(max_examples=30, deadline=None)
@given(
    before=st.dictionaries(st.integers(FIRST - 30, FIRST - 1), st.integers(1, 4), max_size=6),
    ahead=st.lists(st.integers(0, 4), min_size=8, max_size=8),
    leave=st.none() | st.integers(1, 30),
    grant=st.integers(0, 30),
)
def test_a_group_is_its_persons_one_by_one(
    before: dict[int, int], ahead: list[int], leave: int | None, grant: int
) -> None:
    instalments = ((2020, 1, 9000.0), (2020, 12, 5000.0), (2023, 2, 9500.0))
    rules = slow.Rules(instalments, leave, grant, 2400.0)
    people = dict(before) | {FIRST + month: count for month, count in enumerate(ahead) if count}
    there, grants, support = slow.counted(people, rules, range(FIRST, FIRST + 8))
    standing = sum(n for came, n in before.items() if leave is None or FIRST - 1 - came < leave)
    group = GroupMaterial(
        "x", standing=standing, received={month: float(n) for month, n in before.items()},
        instalments=tuple(Instalment(kr, after, year) for year, after, kr in instalments),
        terms=(Terms(2000, leave, grant, 0.4, 6000.0),),
    )  # fmt: skip
    found = course(group, FIRST, np.array([ahead], float), np.random.default_rng(1))
    assert found.grants[0].tolist() == pytest.approx(grants)
    assert found.support[0].tolist() == pytest.approx(support)
    if leave is None or standing == 0:
        assert found.there[0].tolist() == there
    many = course(group, FIRST, np.tile(np.array(ahead, float), (3000, 1)), np.random.default_rng(1))
    assert many.there.mean(axis=0).tolist() == pytest.approx(there, abs=0.25)


def material(*scenarios: Scenario, **group: object) -> ReceptionMaterial:
    held = GroupMaterial("Barn", **group)  # type: ignore[arg-type]
    return ReceptionMaterial(Horizon(2023, 1, 12), (held,), scenarios)


def test_scenarios_count_by_their_weight_and_can_be_asked_alone() -> None:
    low = Scenario("Låg", {"Barn": {2023: 12.0}}, weight=3)
    high = Scenario("Hög", {"Barn": {2023: 60.0}}, weight=1)
    fitted = fit_reception(material(low, high, standing=10.0))
    mixed = fitted.forecast().received["Barn", 2023]
    assert mixed.mean == pytest.approx(24.0, rel=0.05)
    assert mixed.p10 < 12
    assert mixed.p95 > 50
    assert fitted.forecast("Hög").received["Barn", 2023].mean == pytest.approx(60.0, rel=0.05)
    assert fitted.forecast("Hög", more=0.5).received["Barn", 2023].mean == pytest.approx(90.0, rel=0.05)
    with pytest.raises(ValueError, match="Okänt"):
        fitted.forecast("Okänt")


def test_a_scenario_that_stands_alone_is_wider_than_one_beside_others() -> None:
    one, two = Scenario("A", {"Barn": {2023: 240.0}}), Scenario("B", {"Barn": {2023: 240.0}})
    alone = fit_reception(material(one)).forecast().received["Barn", 2023]
    beside = fit_reception(material(one, two)).forecast().received["Barn", 2023]
    assert alone.p90 - alone.p10 > 1.5 * (beside.p90 - beside.p10)


def test_who_nobody_has_counted_is_received_but_not_in_the_forecast_of_persons() -> None:
    found = fit_reception(material(Scenario("A", {"Barn": {2023: 24.0}}))).forecast()
    assert found.forecast.streams == ()
    assert found.at_end == {}
    assert found.forecast.total.whole.cost is None
    assert any("nobody has counted" in note.render("en") for note in found.forecast.notes)


def test_age_outs_that_are_known_leave_and_never_more_than_there_are() -> None:
    never = Scenario("A", {})
    found = fit_reception(material(never, standing=5.0, ages_out={FIRST + n: 0.75 for n in range(12)})).forecast()
    months = [held.persons.mean for held in found.forecast.total.months]
    assert months == sorted(months, reverse=True)
    assert months[3] == 2
    assert months[-1] == 0


def test_leaving_at_the_rate_that_was_seen() -> None:
    held = material(Scenario("A", {}), standing=1000.0, leaving=(500.0, 1000.0))
    found = fit_reception(held).forecast()
    assert found.at_end["Barn", 2023].mean == pytest.approx(1000 * np.exp(-0.5), rel=0.01)


def test_the_same_seed_gives_the_same_and_a_year_that_is_not_told_is_as_the_one_before() -> None:
    held = ReceptionMaterial(Horizon(2023, 7, 18), (GroupMaterial("Barn", 3.0),),
                             (Scenario("A", {"Barn": {2023: 120.0}}),))  # fmt: skip
    first, again = fit_reception(held).forecast(), fit_reception(held).forecast()
    assert first.received == again.received
    assert first.received["Barn", 2024].mean == pytest.approx(120.0, rel=0.05)
    assert first.years == (2023, 2024)
