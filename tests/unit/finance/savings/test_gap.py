"""The gap account: measured, stated or missing; nothing counted twice; parts and months that add up."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.ledger.balance import Balance
from styrhus.finance.savings.gap import FIELDS, GapMonth, Measures, at_risk, gap_account, gaps_by_unit, total
from styrhus.finance.savings.grounds import grounds
from styrhus.finance.savings.measured import Books
from styrhus.finance.savings.realised import Known, known_of, realised, shares
from styrhus.finance.savings.saving import MeasuredBy, Saving, SavingEffect, SavingsRequirement, SavingStatus

BELOW = {"soc": {"soc", "barn", "vuxen"}, "barn": {"barn"}, "vuxen": {"vuxen"}, None: {None, "soc", "barn", "vuxen"}}


def below(unit):
    return frozenset(BELOW[unit])


def saving(key="a", **fields: object) -> Saving:
    values = {"id": key, "name": key, "full_year_effect": Decimal(1_200_000), "start_year": 2023, "unit": "barn"}
    return Saving.model_validate(values | fields)


def measured(key="a", baseline="500000", **fields: object) -> Saving:
    rule = {"measured_by": MeasuredBy.LEDGER, "cost_type": CostType.STAFF, "baseline": Decimal(baseline)}
    return saving(key, **(rule | fields))


def stated(key, month, amount) -> SavingEffect:
    return SavingEffect(saving=key, year=2023, month=month, amount=Decimal(amount))


def balance(month, amount, unit="barn", cost_type=CostType.STAFF) -> Balance:
    return Balance(year=2023, month=month, unit=unit, cost_type=cost_type, amount=Decimal(amount))


def books(*balances: Balance, months=(1, 2), rows=(), figures=()) -> Books:
    return Books(below, frozenset((2023, month) for month in months), balances, rows, figures)


def given_of(savings, effects=(), held=None):
    return realised(savings, effects, held or books(months=()), 2023)


def account(savings, effects=(), *, held=None, month=0, requirements=()):
    measures = Measures(savings, effects, given_of(savings, effects, held), at_risk(savings))
    return gap_account(requirements, measures, 2023, month)


def test_the_ledger_measures_the_months_that_are_in():
    found = given_of([measured()], held=books(balance(1, "420000.50"), balance(1, 9, cost_type=CostType.INCOME)))["a"]
    assert (found[0].amount, found[0].known) == (Decimal("79999.50"), Known.LEDGER)
    assert found[1].amount == 500_000
    assert (found[2].amount, found[2].known) == (None, Known.MISSING)


def test_a_unit_is_measured_with_the_units_under_it_and_all_its_net_cost():
    whole = measured(unit="soc", cost_type=None)
    held = books(balance(1, 100), balance(1, 50, "vuxen", None), balance(1, 7, "vuxen", CostType.COUNCIL_GRANT))
    assert given_of([whole], held=held)["a"][0].amount == 500_000 - 150


def test_before_its_start_and_after_its_end_nothing_is_measured():
    short = measured(start_month=2, end_year=2023, end_month=2)
    found = given_of([short], held=books(months=(1, 2, 3)))["a"]
    assert [month.amount for month in found[:3]] == [None, 500_000, None]


def test_volumes_are_persons_by_price_and_days():
    row = PlacementRow(id="hvb", name="HVB", target_group="barn", form=CareForm.INSTITUTION,
                       provider=Provider.EXTERNAL, pricing=Pricing.DAY, unit="barn")  # fmt: skip
    figures = [
        PlacementFigure(row="hvb", basis=Basis.OUTCOME, period="2023-02", persons=Decimal("8.5"), price=Decimal(4200)),
        PlacementFigure(row="hvb", basis=Basis.OUTCOME, period="2023-03", persons=Decimal(8)),
        PlacementFigure(row="hvb", basis=Basis.BUDGET, period="2023-04", persons=Decimal(8), price=Decimal(1)),
    ]
    fewer = saving(measured_by=MeasuredBy.VOLUME, measured_row="hvb", baseline=Decimal(10))
    found = given_of([fewer], held=books(months=(), rows=[row], figures=figures))["a"]
    assert (found[1].amount, found[1].known) == (Decimal("1.5") * 4200 * 28, Known.VOLUME)
    assert [found[2].amount, found[3].amount] == [None, None]


def test_what_cannot_be_measured_is_taken_as_stated_and_said_to_be():
    found = given_of([measured()], [stated("a", 3, 1000)], books())["a"]
    assert (found[2].amount, found[2].known) == (1000, Known.STATED)
    assert known_of(found[:3]) is Known.MIXED
    assert known_of(found[3:]) is Known.MISSING


def test_savings_on_the_same_ground_share_it_and_count_it_once():
    two = [measured("a", full_year_effect=Decimal(900_000)), measured("b", full_year_effect=Decimal(300_000))]
    found = given_of(two, held=books(balance(1, "399999.99")))
    assert found["a"][0].amount + found["b"][0].amount == Decimal("100000.01")
    assert found["a"][0].amount == Decimal("75000.01")
    assert len(grounds(two, below, {}).problems) == 1


@pytest.mark.parametrize(
    "second",
    [
        {"unit": "soc"},
        {"cost_type": None},
        {"baseline": "400000"},
    ],
)
def test_a_ground_that_overlaps_another_is_not_measured(second):
    two = [measured("a"), measured("b", **second)]
    found = given_of(two, [stated("b", 1, 5)], books())
    assert found["a"][0].known is Known.LEDGER
    assert (found["b"][0].amount, found["b"][0].known) == (5, Known.STATED)
    assert grounds(two, below, {}).uncounted == {"b"}


def test_volumes_and_bought_care_of_the_same_unit_are_one_ground():
    bought = measured("a", cost_type=CostType.BOUGHT_CARE)
    persons = saving("b", measured_by=MeasuredBy.VOLUME, measured_row="hvb", baseline=Decimal(10))
    assert grounds([bought, persons], below, {"hvb": "barn"}).uncounted == {"b"}
    assert not grounds([bought, persons], below, {"hvb": "vuxen"}).uncounted


def test_a_rule_without_baseline_is_told_and_nothing_is_measured():
    held = grounds([measured(baseline="1").model_copy(update={"baseline": None})], below, {})
    assert held.problems
    assert not held.of


def test_the_gap_is_requirement_less_identified_less_realised():
    required = SavingsRequirement(id="k", year=2023, name="Krav", amount=Decimal(3_600_000))
    held = account([saving()], [stated("a", 1, 60_000)], month=2, requirements=[required])
    whole = held.whole
    assert (whole.required, whole.planned, whole.realised, whole.to_come) == (3_600_000, 1_200_000, 60_000, 1_000_000)
    assert whole.unconfirmed == 100_000
    assert whole.gap == 3_600_000 - 1_000_000 - 60_000
    assert whole.unidentified == 2_400_000
    assert held.so_far.gap == 540_000
    assert held.accumulated[-1] == whole


def test_ideas_stand_apart_and_stopped_measures_count_for_nothing_more():
    held = account([saving(status, status=status) for status in ("idea", "paused", "abandoned")], month=6).whole
    assert (held.planned, held.ideas, held.to_come) == (0, 600_000, 0)


def test_what_rests_on_a_stopped_measure_is_at_risk():
    chain = [
        saving("a", status=SavingStatus.PAUSED),
        saving("b", depends_on=("a",)),
        saving("c", depends_on=("b",), unit="vuxen"),
        saving("d"),
    ]
    assert at_risk(chain) == {"b", "c"}
    assert account(chain).whole.at_risk == 2_400_000


UNITS = st.sampled_from([None, "barn", "vuxen"])
KRONOR = st.decimals(min_value=-(10**7), max_value=10**7, places=2)
SAVINGS = st.lists(st.tuples(UNITS, KRONOR, st.integers(1, 12), st.sampled_from(SavingStatus)), max_size=4)
STATED = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(1, 12)), KRONOR, max_size=6)


@settings(max_examples=40, deadline=None)
@given(SAVINGS, STATED, st.lists(st.tuples(UNITS, KRONOR, st.integers(1, 12)), max_size=3), st.integers(0, 12))
def test_units_add_up_to_the_board_and_months_to_the_year(drawn, told, asked, month):
    savings = [
        saving(f"s{n}", unit=u, full_year_effect=kr, start_month=start, status=status, depends_on=("s0",) * (n > 0))
        for n, (u, kr, start, status) in enumerate(drawn)
    ]
    effects = [stated(f"s{n}", when, amount) for (n, when), amount in told.items() if n < len(savings)]
    required = [
        SavingsRequirement(id=f"k{n}", year=2023, name="k", unit=unit, amount=amount, first_month=first)
        for n, (unit, amount, first) in enumerate(asked)
    ]
    measures = Measures(savings, effects, given_of(savings, effects), at_risk(savings))
    whole = gap_account(required, measures, 2023, month)
    parts = gaps_by_unit(required, measures, 2023, month)
    for index in range(12):
        assert total(part.months[index] for part in parts.values()) == whole.months[index]
    assert whole.whole.required == sum((r.amount for r in required), Decimal(0))
    assert whole.whole.gap == whole.whole.required - whole.whole.to_come - whole.whole.realised


@settings(max_examples=40)
@given(KRONOR, st.lists(st.decimals(min_value=0, max_value=10**6, places=2), min_size=1, max_size=4))
def test_shares_add_up_to_what_is_shared(amount, weights):
    assert sum(shares(amount, weights)) == amount


def test_a_month_adds_field_by_field():
    month = GapMonth(*(Decimal(n) for n in range(len(FIELDS))))
    assert month + month == GapMonth(*(Decimal(2 * n) for n in range(len(FIELDS))))
