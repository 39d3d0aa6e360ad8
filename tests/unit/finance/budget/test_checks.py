"""What a controller is told about a version: the frame, months, units, result units, the reserve, investments."""

from decimal import Decimal

import pytest

from styrhus.finance.budget.checks import against_frame, budget_checks, result_units
from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.reserve import ReserveItem, ReserveState
from styrhus.finance.budget.version import LineKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MONTHS
from tests.unit.finance.budget.sources import frame, line, position, source


def told(held):
    return [problem.render("en").replace("\u00a0", " ") for problem in budget_checks(held, "b")]


@pytest.mark.parametrize(
    ("amount", "words"), [(90, "10 kr of the frame is not allocated"), (130, "30 kr dearer than the frame")]
)
def test_a_version_is_held_against_the_frame_of_its_year(amount, words):
    held = source(budget_lines=(line(amount),), frames=(frame("0.1"),))
    assert words in told(held)[0]
    assert against_frame(held, "b").left == 100 - amount


def test_an_unfinanced_deficit_brings_the_version_to_the_frame():
    deficit = line(-30, "namnden", label="underskott").model_copy(update={"kind": LineKind.UNFINANCED_DEFICIT})
    held = source(budget_lines=(line(130), deficit), frames=(frame("0.1"),))
    assert told(held) == []
    assert (against_frame(held, "b").unfinanced, against_frame(held, "b").left) == (-30, 0)


def test_without_a_frame_nothing_is_said_about_it():
    assert against_frame(source(budget_lines=(line(1),)), "b").left is None
    assert told(source(budget_lines=(line(1),))) == []


def test_months_that_do_not_add_up_and_months_that_are_not_known():
    wrong = line(100, label="fel", **dict.fromkeys(MONTHS, "10"))
    found = told(source(budget_lines=(wrong, line(5, label="okand", periodisation="saknas"))))
    assert found[0].startswith("fel: The months add up to 120 kr, the year is 100 kr.")
    assert found[1].startswith("okand: The amount of the year cannot be spread")


def test_money_at_a_unit_that_has_ended_or_never_was():
    found = told(source(budget_lines=(line(1, "oppenvard", label="gammal"),), positions=(position(unit="borta"),)))
    assert len(found) == 2
    assert "Öppenvård: 1 kr belongs to no unit of 2019." in found[0]
    assert "borta: Positions for 588 000.00 kr belong to no unit of 2019." in found[1]


def test_a_result_unit_nets_to_zero_or_is_told():
    costs, income = line(500, "hvb"), line(-480, "hvb", CostType.INCOME)
    held = source(budget_lines=(costs, income))
    (found,) = result_units(held, "b")
    assert (found.costs, found.income, found.net) == (500, -480, 20)
    assert "HVB: A result unit must net to zero; this one comes to 20 kr." in told(held)[0]
    assert told(source(budget_lines=(costs, income.model_copy(update={"amount": Decimal(-500)})))) == []


def test_a_reserve_that_does_not_hold_its_items_and_an_item_released_to_nobody():
    reserve = line(100, "namnden").model_copy(update={"kind": LineKind.RESERVE})
    item = ReserveItem(id="r", budget="b", name="Post", amount=Decimal(120), state=ReserveState.RELEASED)
    found = told(source(budget_lines=(reserve,), reserve_items=(item,)))
    assert "come to 120 kr, the reserve is 100 kr" in found[0]
    assert "Post: The item is released to no unit." in found[1]


def test_an_investment_without_lifetime_and_capital_cost_twice():
    given = {"id": "i", "name": "Bil", "unit": "barn", "amount": 1200, "frame_year": 2019, "year": 2019,
             "lifetime": 0, "interest_rate": 0}  # fmt: skip
    assert "Bil: The investment has no lifetime" in told(source(investments=(Investment.model_validate(given),)))[0]
    held = source(
        investments=(Investment.model_validate(given | {"lifetime": 1}),),
        budget_lines=(line(5, kind=CostType.CAPITAL),),
    )
    assert "capital cost both as a line and from the list of investments: Barn." in told(held)[0]
    held = source(budget_lines=(line(5, kind=CostType.STAFF),), positions=(position(),))
    assert "staff cost both as a line and from their positions: Barn." in told(held)[0]
