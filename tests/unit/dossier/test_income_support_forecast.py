"""Income support of a plan as it is likely to go: against the published arithmetic, by months, with bad figures."""

from decimal import Decimal

import numpy as np
import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.income_support_forecast import NoSupportData, forecast, has_material, outlook
from styrhus.dossier.income_support_history import history_of
from styrhus.dossier.references import UnknownReference, evaluate, resolve
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.labour_market import LabourMarketPlaces
from styrhus.forecast import Lever, LeverKind
from styrhus.forecast.income_support import Places
from tests.cases.example_folder import loaded
from tests.store.plans import rich_plan

D = Decimal


def monthly(count: int, first: int = 2021, households: int = 100, **changes: object) -> tuple[IncomeSupportFigure, ...]:
    """Months from January `first` on, steady but for a ripple."""
    return tuple(
        IncomeSupportFigure(
            basis=Basis.OUTCOME, period=f"{first + n // 12}-{n % 12 + 1:02d}", households=D(households + (n * 7) % 5),
            paid=D((households + (n * 7) % 5) * 9000), **changes,
        )
        for n in range(count)
    )  # fmt: skip


def budget(paid: int) -> IncomeSupportFigure:
    return IncomeSupportFigure(basis=Basis.BUDGET, period="2023", paid=D(paid), mean_cost=D(9000))


def plan(*figures: IncomeSupportFigure, **parts: object) -> Dossier:
    return rich_plan(income_support=figures, labour_market_places=(), **parts)


def test_lund_2023_agrees_with_what_the_plan_reckons_and_says_how_sure_it_is() -> None:
    found = outlook(loaded("lund-2023"))
    assert found.affordable is not None
    assert found.way is not None
    assert round(found.affordable.mean) in range(849, 854)  # 120 449 / (11,8 × 12) = 850,6
    assert found.way.average == pytest.approx(1009)
    assert found.way.cost.mean == pytest.approx(142_874_000, rel=0.005)  # 1 009 × 11,8 × 12
    assert found.way.gap == pytest.approx(-22_425_000, rel=0.03)
    cost = found.whole.measures.cost
    assert cost is not None
    assert cost.p10 < 142_874_000 < cost.p90
    assert found.holds is not None
    assert found.holds < 0.05
    assert 0.1 < found.way.reached < 0.4
    assert round(found.end_level or 0) in range(628, 640)
    assert found.repaid == pytest.approx(6942 / 152999)


def test_households_of_a_year_follow_from_payments_at_that_years_norm() -> None:
    history = history_of(loaded("lund-2023"))
    assert history is not None
    averages = {level.year: level.average for level in history.years}
    assert averages[2022] == pytest.approx(138_992 / (11.8 / 1.086 * 12), rel=1e-6)
    assert averages[2021] == pytest.approx(152_999 / (11.8 / 1.086 / 1.016 * 12), rel=1e-6)


def test_months_that_have_been_are_certain_and_the_rest_is_forecast() -> None:
    found = outlook(plan(*monthly(32), budget(11_000_000)))
    assert found.reported.months == 8
    assert found.forecast.months[0] == "2023-09"
    assert len(found.forecast.months) == 12
    whole = found.whole.measures.cost
    assert whole is not None
    so_far = sum(float(f.paid or 0) for f in monthly(32)[24:])
    rest = found.forecast.total.months[:4]
    assert whole.mean == pytest.approx(so_far + sum(m.cost.mean for m in rest if m.cost), rel=1e-6)
    assert whole.mean == pytest.approx(102 * 9000 * 12, rel=0.05)
    assert found.holds is not None
    assert 0 < found.holds <= 1


def test_few_months_are_wider_than_many_and_years_alone_wider_still() -> None:
    def width(*figures: IncomeSupportFigure) -> float:
        whole = forecast(plan(*figures), 12).total.whole.persons
        return (whole.p90 - whole.p10) / whole.mean

    years = [IncomeSupportFigure(basis=Basis.OUTCOME, period=str(y), households=D(1000), mean_cost=D(9000))
             for y in (2021, 2022)]  # fmt: skip
    many, few = width(*monthly(36, 2020, 1000)), width(*monthly(6, 2022, 1000))
    assert many < few <= 1.3 * width(*years)


def test_durations_and_new_households_tell_how_long_they_stay() -> None:
    quick = monthly(24, started=D(30), ended=D(30), months_1_3=D(60), months_4_9=D(35), months_10=D(7))
    slow = monthly(24, started=D(4), ended=D(4), months_1_3=D(11), months_4_9=D(18), months_10=D(73))
    lever = (Lever(LeverKind.INFLOW, -0.5),)

    def effect(figures: tuple[IncomeSupportFigure, ...]) -> float:
        held = plan(*figures)
        return forecast(held, 12, lever).total.whole.persons.mean / forecast(held, 12).total.whole.persons.mean

    assert effect(quick) < effect(slow) - 0.1
    assert not any("How long" in note.render("en") for note in forecast(plan(*quick), 12).notes)


def test_places_of_the_plan_are_in_it_and_stand_beside_what_they_save() -> None:
    row = LabourMarketPlaces(id="a", name="A", places=D(10), start="2023-01", back=D(0), cost=D(20000))
    base = plan(*monthly(24), budget(11_000_000))
    held = rich_plan(income_support=(*monthly(24), budget(11_000_000)), labour_market_places=(row,))
    found = outlook(held)
    assert found.vessels is not None
    assert found.vessels.cost == 10 * 20000 * 12
    assert 0 < found.vessels.saved < 10 * 9000 * 12 * 1.05
    assert forecast(held).total.whole.persons.mean < forecast(base).total.whole.persons.mean
    assert forecast(base, 12, (), (Places(10, back=0.0),)).total.whole.persons == forecast(held, 12).total.whole.persons


@pytest.mark.parametrize(
    "figures",
    [
        monthly(1, households=3),
        monthly(24, households=0),
        (*monthly(3), *monthly(3, 2022)),
        (IncomeSupportFigure(basis=Basis.OUTCOME, period="2022-05", households=D(50)), budget(0)),
        (IncomeSupportFigure(basis=Basis.OUTCOME, period="2022", households_at_end=D(50)),),
        monthly(36),
    ],
    ids=["one month of three", "nobody", "months missing", "no price", "a year's end", "the year is over"],
)
def test_little_or_odd_figures_never_become_something_that_is_no_number(
    figures: tuple[IncomeSupportFigure, ...],
) -> None:
    found = outlook(plan(*figures))
    for measures in (found.whole.measures, *found.forecast.total.months):
        values = [*vars(measures.persons).values(), *(vars(measures.cost).values() if measures.cost else ())]
        assert np.isfinite(values).all()
        assert min(values) >= 0
    assert found.holds is None or 0 <= found.holds <= 1


def test_without_figures_there_is_nothing_to_forecast_from() -> None:
    empty = plan()
    assert not has_material(empty)
    with pytest.raises(NoSupportData):
        forecast(empty)


def test_live_figures_tell_what_is_expected() -> None:
    dossier = loaded("lund-2023")
    cost = evaluate(dossier, "expected.income-support.cost | mnkr 1")
    assert cost.text() == "150,2\u00a0mnkr"
    assert resolve(dossier, "expected.income-support.holds").value == 2
    assert resolve(dossier, "expected.reception.ensamkommande-barn.received").value == 6
    with pytest.raises(UnknownReference, match="at-end"):
        resolve(dossier, "expected.income-support.persons")
    with pytest.raises(UnknownReference, match="vuxna-och-familjer"):
        resolve(dossier, "expected.reception.alla.received")
    with pytest.raises(UnknownReference):
        resolve(loaded("helsingborg-2015"), "expected.income-support.cost")


def test_only_the_share_that_follows_the_norm_rises_with_it() -> None:
    def cost(**told: Decimal) -> float:
        outcome = IncomeSupportFigure(basis=Basis.OUTCOME, period="2022", households=D(100), mean_cost=D(10000), **told)
        norm = IncomeSupportFigure(basis=Basis.FORECAST, period="2023", norm=D("108.6"), rent=told.get("rent"))
        found = outlook(plan(outcome, norm)).whole.measures
        assert found.cost is not None
        return found.cost.mean / found.persons.mean / 12

    assert cost() == pytest.approx(10860, rel=0.01)
    assert cost(norm_share=D(60)) == pytest.approx(10000 * (0.6 * 1.086 + 0.4), rel=0.01)
    assert cost(norm_share=D(60), rent=D("104")) == pytest.approx(10000 * (0.6 * 1.086 + 0.4 * 1.04), rel=0.01)
