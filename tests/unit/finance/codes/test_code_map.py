"""Code strings lead to units and cost types by dated rules, the first that fits."""

from datetime import date

import pytest

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.codes.kommun_bas import national_rules
from styrhus.finance.codes.rules import AccountRule, UnitRule

DAY = date(2019, 3, 1)


def unit(id_, first, last, name, **more):
    return UnitRule(id=id_, first=first, last=last, unit=name, **more)


def test_the_first_rule_that_fits_decides():
    code_map = CodeMap([unit("a", "2101", "2101", "reception"), unit("b", "2100", "2199", "families")])
    assert code_map.unit_of("2101", None, DAY) == "reception"
    assert code_map.unit_of("2102", None, DAY) == "families"
    assert code_map.unit_of("2200", None, DAY) is None


def test_codes_of_other_lengths_do_not_fit():
    code_map = CodeMap([unit("a", "2100", "2199", "families")])
    assert [code_map.unit_of(code, None, DAY) for code in ("21", "21000", "", None)] == [None] * 4


def test_a_reorganisation_keeps_history():
    code_map = CodeMap([
        unit("a", "2100", "2199", "old", valid_to=date(2019, 3, 31)),
        unit("b", "2100", "2149", "new", valid_from=date(2019, 4, 1)),
    ])  # fmt: skip
    days = (date(2018, 6, 1), date(2019, 3, 31), date(2019, 4, 1), date(2030, 1, 1))
    assert [code_map.unit_of("2120", None, day) for day in days] == ["old", "old", "new", "new"]
    assert code_map.unit_of("2180", None, date(2019, 4, 1)) is None


def test_rules_may_look_at_other_dimensions():
    code_map = CodeMap([
        unit("a", "555", "559", "reception", dimension=Dimension.ACTIVITY_CODE),
        unit("b", "7001", "7001", "eu", dimension=Dimension.PROJECT),
        unit("c", "2100", "2199", "families"),
    ])  # fmt: skip
    assert code_map.dimensions == (Dimension.RESPONSIBILITY, Dimension.ACTIVITY_CODE, Dimension.PROJECT)
    assert code_map.unit_of("2101", "556", DAY) == "reception"
    assert code_map.unit_of("2101", "500", DAY, project="7001") == "eu"
    assert code_map.unit_of("2101", "500", DAY) == "families"


@pytest.mark.parametrize(
    ("account", "cost_type"),
    [
        ("3012", CostType.INCOME), ("4501", CostType.GRANTS), ("4632", CostType.BOUGHT_CARE), ("4010", CostType.OTHER),
        ("5011", CostType.STAFF), ("6011", CostType.PREMISES), ("6410", CostType.OTHER), ("7911", CostType.CAPITAL),
        ("7100", CostType.OTHER), ("1510", CostType.BALANCE), ("2440", CostType.BALANCE),
        ("46321", CostType.BOUGHT_CARE),
        ("46", CostType.BOUGHT_CARE), ("8511", CostType.CAPITAL), ("9100", None), ("X1", None),
    ],
)  # fmt: skip
def test_national_classes(account, cost_type):
    assert CodeMap().cost_type_of(account, DAY) is cost_type


def test_a_boards_own_rule_goes_before_the_national_ones():
    own = AccountRule(id="rent", first="4633", last="4633", cost_type=CostType.PREMISES, valid_from=date(2019, 1, 1))
    code_map = CodeMap((), [own])
    assert code_map.cost_type_of("4633", DAY) is CostType.PREMISES
    assert code_map.cost_type_of("4633", date(2018, 12, 31)) is CostType.BOUGHT_CARE


def test_every_national_rule_has_a_source():
    assert all(rule.source.startswith("Kommun-Bas") for rule in national_rules())
