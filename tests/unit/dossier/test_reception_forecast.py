"""Reception of a plan as it is likely to go: published head-counts, scenarios, grants and what comes after them."""

from datetime import date
from decimal import Decimal

import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.reception_forecast import OWN_PLAN, NoReceptionData, fitted, forecast, has_material, outlook
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.reception import CountedAt, GrantInstalment, ReceptionCohort
from styrhus.finance.grids.reception_outlook import ReceptionScenario, ReceptionTerms
from tests.cases.example_folder import loaded
from tests.store.plans import rich_plan

D = Decimal
ADULTS, MINORS = "Vuxna och familjer", "Ensamkommande barn"


def cohort(persons: int, period: str, at: CountedAt = CountedAt.FLOW, basis: Basis = Basis.OUTCOME) -> ReceptionCohort:
    return ReceptionCohort(group="Barn", basis=basis, period=period, at=at, persons=D(persons))


def scenario(name: str, national: int, weight: int | None = None) -> ReceptionScenario:
    return ReceptionScenario(
        id=name.lower(), name=name, group="Barn", year=2023, national=D(national), share=D("0.5"),
        weight=None if weight is None else D(weight), source="Prognos", dated=date(2022, 10, 26),
    )  # fmt: skip


def plan(*cohorts: ReceptionCohort, **parts: object) -> Dossier:
    nothing = {"grant_instalments": (), "reception_scenarios": (), "reception_terms": ()}
    return rich_plan(reception_cohorts=cohorts, **(nothing | parts))


def test_lund_2023_leaves_as_last_year_and_comes_out_near_its_plan() -> None:
    dossier = loaded("lund-2023")
    found = outlook(dossier)
    assert found.forecast.months == tuple(f"2023-{n:02d}" for n in range(1, 13))
    assert found.received[ADULTS, 2023].mean == pytest.approx(101, rel=0.05)
    assert found.at_end[ADULTS, 2023].p10 < 280 < found.at_end[ADULTS, 2023].p90
    assert found.at_end[MINORS, 2023].p10 < 17 < found.at_end[MINORS, 2023].p90
    assert {name for name, _, _ in found.means} == {OWN_PLAN}
    assert found.grants == found.support == {}
    assert [stream.stream.group for stream in forecast(dossier).streams if stream.stream] == [ADULTS, MINORS]


def test_a_scenario_without_weight_is_shown_but_counts_for_nothing_beside_one_with() -> None:
    dossier = plan(cohort(9, "2022", CountedAt.CLOSING), reception_scenarios=(scenario("Bas", 2000, 1),
                                                                             scenario("Kris", 20000)))  # fmt: skip
    assert outlook(dossier).received["Barn", 2023].mean == pytest.approx(10, rel=0.1)
    assert outlook(dossier, "Kris").received["Barn", 2023].mean == pytest.approx(100, rel=0.1)
    alike = plan(cohort(9, "2022", CountedAt.CLOSING), reception_scenarios=(scenario("Bas", 2000),
                                                                           scenario("Kris", 20000)))  # fmt: skip
    assert outlook(alike).received["Barn", 2023].mean == pytest.approx(55, rel=0.1)


def test_grants_and_support_come_in_the_months_that_the_terms_tell() -> None:
    dossier = plan(
        cohort(24, "2022"), cohort(24, "2022", CountedAt.CLOSING), cohort(0, "2023", basis=Basis.BUDGET),
        grant_instalments=(
            GrantInstalment(id="a", group="Barn", name="A", amount=D(1000), months_after=6, valid_from=2022),
        ),
        reception_terms=(
            ReceptionTerms(id="b", group="Barn", valid_from=2020, leave_months=36, grant_months=12,
                           support_share=D(50), support_cost=D(4000)),
        ),
    )  # fmt: skip
    found = outlook(dossier)
    assert found.grants["Barn", 2023].mean == 12 * 1000  # received July–December, paid January–June
    months_after = sum(12 - number for number in range(12))
    assert found.support["Barn", 2023].mean == months_after * 2 * 0.5 * 4000
    net = forecast(dossier).total.whole.cost
    assert net is not None
    assert net.mean == months_after * 4000 - 12_000


def test_known_age_outs_and_the_plans_own_leavings_are_used() -> None:
    ages = (cohort(20, "2022", CountedAt.CLOSING), cohort(12, "2023", CountedAt.AGES_OUT, Basis.FORECAST),
            cohort(0, "2023", basis=Basis.BUDGET))  # fmt: skip
    assert outlook(plan(*ages)).at_end["Barn", 2023].mean == 8
    own = (cohort(69, "2023", CountedAt.OPENING, Basis.BUDGET), cohort(9, "2023", basis=Basis.BUDGET),
           cohort(40, "2023", CountedAt.CLOSING, Basis.BUDGET))  # fmt: skip
    assert fitted(plan(*own)).material.groups[0].leaving == (38.0, 54.5)
    assert outlook(plan(*own)).at_end["Barn", 2023].mean == pytest.approx(40, abs=4)


def test_who_is_not_counted_cannot_be_forecast_as_persons_and_nothing_not_at_all() -> None:
    received = plan(cohort(12, "2022"))
    assert has_material(received)
    assert outlook(received).received["Barn", 2023].mean == pytest.approx(12, rel=0.1)
    with pytest.raises(NoReceptionData):
        forecast(received)
    assert not has_material(plan())
    with pytest.raises(NoReceptionData):
        outlook(plan())
