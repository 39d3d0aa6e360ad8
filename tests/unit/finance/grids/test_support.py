"""Income support: what the frame pays for, and the way to a target, with the published figures of Lund 2023."""

from decimal import Decimal

import pytest

from styrhus.dossier.grids import norm_gap_of, support_goal, support_value
from styrhus.dossier.references import UnknownReference, resolve
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.national import norm_index
from styrhus.finance.grids.support import affordable, norm_gap, support_values, target_path
from styrhus.values.number import round_half_up
from tests.web.examples import example


@pytest.fixture(scope="module")
def lund():
    return example("lund-2023")


@pytest.mark.parametrize(
    ("basis", "year", "column"),
    [(Basis.OUTCOME, 2021, "bokslut-2021"), (Basis.FORECAST, 2022, "prognos-2022"),
     (Basis.BUDGET, 2022, "budget-2022"), (Basis.BUDGET, 2023, "budget-2023")],
)  # fmt: skip
def test_the_published_amounts_are_reproduced(lund, basis, year, column):
    table, held = lund.table_by_id["forsorjningsstod"], support_value(lund, basis, year)
    published = [table.cell(row, column).value * 1000 for row in ("utbetalningar", "intakter", "netto")]
    assert [held.paid, held.repaid, held.net] == published


def test_the_budget_pays_for_about_850_households_and_the_target_costs_more(lund):
    path = support_goal(lund).path
    assert (path.start, path.goal, path.average) == (1068, 950, 1009)
    assert round_half_up(path.affordable, 1) == Decimal("850.6")
    assert path.cost == 1009 * 11800 * 12 == 142_874_400
    assert path.gap == 120_449_000 - 142_874_400
    assert round_half_up(path.level_within_budget, 0) == 633
    assert path.goal_gap < 0


def test_the_months_of_the_way_add_up_to_its_cost_and_end_at_the_target(lund):
    path = support_goal(lund).path
    assert abs(sum(month.cost for month in path.months) - path.cost) < Decimal("0.01")
    assert path.months[-1].at_end == 950
    steps = {a.at_end - b.at_end for a, b in zip(path.months, path.months[1:], strict=False)}
    assert max(steps) - min(steps) < Decimal("0.0001")


def test_without_mean_cost_or_amount_nothing_is_said():
    assert affordable(None, Decimal(1)) is affordable(Decimal(1), None) is affordable(Decimal(1), Decimal(0)) is None
    assert target_path(Decimal(10), Decimal(5), Decimal(100)).gap is None


def test_the_norm_of_the_year_is_held_against_the_frame(lund):
    gap = norm_gap_of(lund)
    assert (gap.frame, gap.norm) == (Decimal("105.2"), Decimal("108.6"))
    assert round_half_up(gap.amount / 1000, 0) == 3893
    assert gap.national.source
    assert norm_gap(Decimal(100), Decimal(100), None) is None


def test_a_year_that_no_source_tells_of_has_no_norm():
    assert norm_index(1990) is None


def test_months_are_put_together():
    rows = [IncomeSupportFigure(basis=Basis.OUTCOME, period=f"2023-{n:02d}", households=Decimal(h),
                                mean_cost=Decimal(c), paid=Decimal(h * c), repaid=Decimal(0))
            for n, h, c in ((1, 100, 10), (2, 300, 12))]  # fmt: skip
    (held,) = support_values(rows)
    assert (held.households, held.mean_cost, held.paid, held.months) == (200, Decimal("11.5"), 4600, 2)
    assert held.computed == 200 * Decimal("11.5") * 2


def test_a_month_without_payments_leaves_the_sum_unknown():
    rows = [IncomeSupportFigure(basis=Basis.OUTCOME, period="2023-01", paid=Decimal(5)),
            IncomeSupportFigure(basis=Basis.OUTCOME, period="2023-03")]  # fmt: skip
    (held,) = support_values(rows)
    assert (held.paid, held.net, held.missing) == (None, None, 1)


def test_every_figure_has_an_address(lund):
    assert resolve(lund, "support.budget-2023.net").value == 117_000_000
    figure = resolve(example("orebro-2019"), "placement.barn-institution.outcome-2018.computed")
    assert (figure.value, figure.source.place) == (28_962_750, "23 × 3450 × 365")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("lund-2023", "support.budget-1999.net"), ("lund-2023", "support.budget-2023.x"),
        ("orebro-2019", "placement.x.outcome-2018.amount"),
        ("orebro-2019", "placement.barn-institution.outcome-1999.amount"),
        ("orebro-2019", "placement.barn-institution.outcome-2018.x"),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_told(name, address):
    with pytest.raises(UnknownReference):
        resolve(example(name), address)
