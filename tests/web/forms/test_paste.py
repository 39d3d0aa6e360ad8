"""A block pasted from a spreadsheet fills the table; nothing is read two ways."""

import pytest

from styrhus.plan.indicator import Breakdown, Indicator
from styrhus.values.unit import Unit
from styrhus.web.forms.outcome_grid import grid_of
from styrhus.web.forms.paste import filled

INDICATOR = Indicator(id="x", goal="g", name="Andel", unit=Unit.PERCENT, breakdowns=(Breakdown.SEX,))
EMPTY = grid_of(INDICATOR, (), 2023)


def values(pasted: str) -> dict[tuple[str, str], str]:
    grid, told = filled(EMPTY, pasted)
    assert not told
    return {place: text for place, text in grid.text.items() if text}


def test_periods_across_and_parts_down():
    block = "Del\t2021\t2022\r\nTotalt\t80,5\t81\r\nKvinnor\t82\t\r\nVäster\t\t1 234,5\r\n"
    assert values(block) == {
        ("", "2021"): "80,5", ("", "2022"): "81", ("K", "2021"): "82", ("Väster", "2022"): "1 234,5",
    }  # fmt: skip


def test_a_period_and_a_value_on_each_line():
    assert values("2021\t40\n2022-T2\t42") == {("", "2021"): "40", ("", "2022-T2"): "42"}


def test_what_the_block_does_not_name_stays():
    grid, _told = filled(EMPTY, "2022\t42")
    again, _told = filled(grid, "2021\t40")
    assert {p: t for p, t in again.text.items() if t} == {("", "2021"): "40", ("", "2022"): "42"}


def test_columns_stay_in_the_order_of_time_and_keep_an_empty_one():
    grid, _told = filled(EMPTY, "2020\t1")
    assert grid.periods == ("2020", "2022", "2023", "")
    assert grid.parts[0] == ""
    assert grid.parts[-1] == ""


@pytest.mark.parametrize("pasted", ["", "  \n", "Del\tförra året\nTotalt\t80", "bara text", "\t".join(["2021"] * 80)])
def test_a_block_that_cannot_be_placed_is_told_and_fills_nothing(pasted):
    grid, told = filled(EMPTY, pasted)
    assert told
    assert grid == EMPTY
