"""What a version comes to: lines, positions, reserve, surplus projects and investments, by unit, cost type, month."""

from decimal import Decimal

import pytest

from styrhus.finance.budget.amounts import falling_away, months_in_force, surplus_used, version_months, version_total
from styrhus.finance.budget.entries import version_entries
from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.reserve import ReserveItem, ReserveState, SurplusProject
from styrhus.finance.budget.source import NoVersion
from styrhus.finance.budget.staffing import fte_sum
from styrhus.finance.budget.version import BudgetVersion, LineKind, VersionKind
from styrhus.finance.codes.dimension import CostType
from tests.unit.finance.budget.sources import BUDGET, line, position, source

SUPPLEMENT = BudgetVersion(id="t", name="Tillägg", kind=VersionKind.SUPPLEMENTARY, year=2019, based_on="b")
DESK = Investment.model_validate(
    {"id": "i", "name": "Inventarier", "unit": "vuxna", "amount": "1200", "frame_year": 2019, "year": 2019,
     "lifetime": 10, "interest_rate": "0"}
)  # fmt: skip


def item(amount, **more):
    return ReserveItem.model_validate({"id": "r", "budget": "b", "name": "Reserv", "amount": amount, **more})


def of(found, unit, kind):
    return found[unit, kind.value]


def test_lines_and_positions_add_up_by_unit_and_cost_type():
    held = source(
        budget_lines=(line(100), line(20, label="annat"), line(-30, kind=CostType.INCOME)), positions=(position(),)
    )
    found = version_months(held, "b")
    assert sum(of(found, "barn", CostType.OTHER)) == 120
    assert of(found, "barn", CostType.STAFF) == (Decimal(49000),) * 12
    assert version_total(held, "b") == 588000 + 90
    assert sum(sum(months) for months in found.values()) == version_total(held, "b")


def test_a_month_that_is_not_known_is_not_zero():
    held = source(budget_lines=(line(100, periodisation="saknas"),))
    assert of(version_months(held, "b"), "barn", CostType.OTHER) == (None,) * 12
    assert version_total(held, "b") == 100


def test_a_position_paid_by_a_grant_costs_the_frame_nothing():
    held = source(positions=(position(funding="Statsbidrag"),))
    assert version_total(held, "b") == 0
    assert of(version_months(held, "b"), "barn", CostType.INCOME) == (Decimal(-49000),) * 12


def test_a_line_of_positions_counts_instead_of_the_positions_of_its_unit():
    given = line(500000, kind=CostType.STAFF).model_copy(update={"kind": LineKind.POSITIONS})
    held = source(budget_lines=(given,), positions=(position(), position(id="q", unit="vuxna")))
    assert version_total(held, "b") == 500000 + 588000


def test_a_supplementary_version_is_added_to_what_it_is_based_on():
    held = source(budget_versions=(BUDGET, SUPPLEMENT), budget_lines=(line(100), line(5, budget="t", id="t-1")))
    assert (version_total(held, "b"), version_total(held, "t")) == (100, 105)


def test_what_applies_is_a_version_with_its_adopted_supplements():
    adopted = SUPPLEMENT.model_copy(update={"adopted": True})
    more = adopted.model_copy(update={"id": "u", "based_on": "t"})
    lines = (line(100), line(5, budget="t", id="t-1"), line(7, budget="u", id="u-1"))
    held = source(budget_versions=(BUDGET, adopted, more), budget_lines=lines)
    assert sum(of(months_in_force(held, "b"), "barn", CostType.OTHER)) == 112
    draft = source(budget_versions=(BUDGET, SUPPLEMENT), budget_lines=lines[:2])
    assert sum(of(months_in_force(draft, "b"), "barn", CostType.OTHER)) == 100


def test_a_parked_item_lies_at_the_board_and_a_released_one_at_its_unit_from_its_month():
    parked = version_months(source(reserve_items=(item("120"),)), "b")
    assert of(parked, "namnden", CostType.OTHER) == (Decimal(10),) * 12
    released = item("120", state=ReserveState.RELEASED, unit="barn", month=7)
    found = version_months(source(reserve_items=(released,)), "b")
    assert of(found, "barn", CostType.OTHER) == (Decimal(0),) * 6 + (Decimal(20),) * 6
    assert version_total(source(reserve_items=(item("120", state=ReserveState.WITHDRAWN),)), "b") == 0


def test_a_release_from_a_reserve_line_moves_money_and_changes_no_total():
    reserve = line(1000, "namnden").model_copy(update={"kind": LineKind.RESERVE})
    parked = source(budget_lines=(reserve,), reserve_items=(item("120"),))
    released = source(
        budget_lines=(reserve,), reserve_items=(item("120", state=ReserveState.RELEASED, unit="barn", month=7),)
    )
    assert version_total(parked, "b") == version_total(released, "b") == 1000
    assert sum(of(version_months(released, "b"), "barn", CostType.OTHER)) == 120
    assert sum(of(version_months(released, "b"), "namnden", CostType.OTHER)) == 880


def test_investments_flow_into_an_internal_budget_until_it_is_adopted():
    held = source(investments=(DESK,))
    assert of(version_months(held, "b"), "vuxna", CostType.CAPITAL) == (Decimal(10),) * 12
    adopted = source(investments=(DESK,), budget_versions=(BUDGET.model_copy(update={"adopted": True}),))
    council = source(investments=(DESK,), budget_versions=(BUDGET.model_copy(update={"kind": VersionKind.COUNCIL}),))
    assert version_total(adopted, "b") == version_total(council, "b") == 0


def test_temporary_money_is_found_by_its_last_year():
    held = source(
        budget_lines=(line(100, last_year=2019), line(50, label="kvar", last_year=2020)),
        positions=(position(last_year=2019),),
    )
    assert {entry.key for entry in falling_away(held, "b", 2019)} == {"barn-other", "p"}


def test_an_unknown_version_is_told():
    with pytest.raises(NoVersion):
        version_entries(source(), "saknas")


def helsingborg():
    """Projects paid by accumulated surplus with the published numbers of positions and amounts in tkr."""
    titles = [("Kronan", 2, 761), ("Boendestödjare", 2, 925), ("Boendehandläggare", 2, 925), ("Fenix", 4, 1756),
              ("Utredning & Uppföljning", 1, 553), ("Enhetschef", 1, 650)]  # fmt: skip
    housing = [
        position(
            id=f"boende-{number}", title=title, fte=str(fte), overhead_rate="0", surplus_project="boende",
            salary=str(Decimal(tkr) * 1000 / 12 / fte), unit="vuxna",
        )
        for number, (title, fte, tkr) in enumerate(titles)
    ]  # fmt: skip
    seniors = position(
        id="senior", title="Seniorhandläggare", fte="4", overhead_rate="0", surplus_project="introduktion",
        salary=str(Decimal(2350000) / 12 / 4),
    )  # fmt: skip
    court = position(id="ratt", title="Familjerätt", fte="1", overhead_rate="0", surplus_project="familjeratt",
                     salary=str(Decimal(550000) / 12))  # fmt: skip
    names = {"familjeratt": 0, "boende": 0, "introduktion": 0, "familjecentral": 300000}
    projects = [
        SurplusProject(id=key, budget="b", name=key, amount=Decimal(amount), unit="barn")
        for key, amount in names.items()
    ]
    return source(positions=(*housing, seniors, court), surplus_projects=tuple(projects)), housing


def test_surplus_projects_of_a_published_plan():
    held, housing = helsingborg()
    spent = [entry for entry in version_entries(held, "b") if entry.is_net_cost]
    assert fte_sum(housing) == 12
    assert len(housing) == 6
    assert sum(entry.amount for entry in spent if entry.key.startswith("boende")) == 5570000
    assert version_total(held, "b") == surplus_used(held, "b") == 8770000
    assert sum(entry.amount for entry in version_entries(held, "b")) == 0
