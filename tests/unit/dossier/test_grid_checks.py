"""What in the grids does not hang together is told, with the place and what to do."""

from decimal import Decimal

import pytest

from styrhus.dossier.grid_checks import placement_problems, reception_problems, support_problems
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.grids.reception import CountedAt, GrantInstalment, ReceptionCohort
from tests.store.plans import rich_plan
from tests.web.examples import example


def row(**changes):
    base = {"id": "a", "name": "HVB", "target_group": "Barn", "form": CareForm.INSTITUTION,
            "provider": Provider.EXTERNAL, "pricing": Pricing.DAY, "unit": "barn"}  # fmt: skip
    return PlacementRow(**base | changes)


def figure(period, amount=None, persons=None):
    return PlacementFigure(row="a", basis=Basis.OUTCOME, period=period, amount=amount, persons=persons)


def told(check, **parts):
    return [problem.render("en") for problem in check(rich_plan(**parts))]


def test_a_year_that_is_not_the_sum_of_its_months():
    months = [figure(f"2023-{n:02d}", amount=Decimal(100)) for n in range(1, 13)]
    figures = (figure("2023", amount=Decimal(1300)), *months)
    (problem,) = told(placement_problems, placement_rows=(row(),), placement_figures=figures)
    assert problem.startswith("Barn: HVB: outcome 2023 is 1\u00a0300 kr, but its months come to 1\u00a0200 kr.")


def test_months_that_are_not_all_there_contradict_nothing():
    figures = (figure("2023", amount=Decimal(1300)), figure("2023-01", amount=Decimal(100)))
    assert told(placement_problems, placement_rows=(row(),), placement_figures=figures) == []


def test_volumes_that_nothing_uses_and_a_row_that_nobody_pays():
    rows = (row(pricing=Pricing.AMOUNT, unit=None),)
    problems = told(placement_problems, placement_rows=rows, placement_figures=(figure("2023", persons=Decimal(2)),))
    assert len(problems) == 2


def test_payments_far_from_their_volume():
    values = {"households": Decimal(100), "mean_cost": Decimal(1000)}
    near = IncomeSupportFigure(basis=Basis.OUTCOME, period="2023", paid=Decimal(1_210_000), **values)
    far = IncomeSupportFigure(basis=Basis.FORECAST, period="2023", paid=Decimal(1_300_000), **values)
    assert len(told(support_problems, income_support=(near, far))) == 1


def test_an_opening_that_is_not_the_closing_before():
    counts = tuple(
        ReceptionCohort(group="A", basis=Basis.OUTCOME, period=period, at=at, persons=Decimal(persons))
        for period, at, persons in (("2022", CountedAt.CLOSING, 40), ("2023", CountedAt.OPENING, 41))
    )
    assert len(told(reception_problems, reception_cohorts=counts, grant_instalments=())) == 1


def test_a_grant_for_nobody():
    grant = GrantInstalment(id="x", group="B", name="x", amount=Decimal(1), months_after=0, valid_from=2020)
    assert len(told(reception_problems, grant_instalments=(grant,))) == 1


@pytest.mark.parametrize("name", ["orebro-2019", "lund-2023", "lund-2020"])
def test_the_examples_hang_together(name):
    held = example(name)
    assert [*placement_problems(held), *support_problems(held), *reception_problems(held)] == []
