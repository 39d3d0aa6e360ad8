"""Copy and index: effects in a stated order that add up to the difference between the copy and the original."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.budget.amounts import version_total
from styrhus.finance.budget.copying import Trial, copied
from styrhus.finance.budget.entries import version_entries
from styrhus.finance.budget.indexation import Effect, Rates, alone, indexed
from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.reserve import ReserveItem, ReserveState, SurplusProject
from styrhus.finance.budget.version import BudgetVersion, LineKind, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MONTHS
from tests.unit.finance.budget.sources import line, position, source

NEXT = BudgetVersion(id="n", name="Nästa år", kind=VersionKind.DRAFT, year=2020)
RATES = Rates(
    prices={CostType.STAFF: Decimal("2.5"), CostType.OTHER: Decimal(2)},
    demography={CostType.STAFF: Decimal(1), CostType.OTHER: Decimal(1)},
    overhead_from=Decimal("39.15"), overhead_to=Decimal("40.15"),
)  # fmt: skip


def together(copy):
    """Effect to its sum over units and cost types."""
    found = {}
    for effects in copy.effects.values():
        for effect, amount in effects.items():
            found[effect] = found.get(effect, Decimal(0)) + amount
    return found


def trial_of(held, copy):
    return Trial(
        held.organisation, (*held.budget_versions, copy.version), held.periodisation_keys,
        (*held.budget_lines, *copy.lines), (*held.positions, *copy.positions),
        (*held.reserve_items, *copy.reserve_items), (*held.surplus_projects, *copy.surplus_projects),
        held.investments, held.frames,
    )  # fmt: skip


def test_staff_cost_rises_by_wage_then_overhead_on_the_pay_in_it_then_demography():
    effects = indexed(Decimal("139150"), CostType.STAFF, RATES)
    assert effects == {
        Effect.WAGE: Decimal("3478.75"),
        Effect.OVERHEAD: Decimal("1025.00"),
        Effect.DEMOGRAPHY: Decimal("1436.54"),
    }
    assert alone(Decimal("139150"), CostType.STAFF, RATES) == {
        Effect.WAGE: Decimal("3478.75"), Effect.OVERHEAD: 1000, Effect.DEMOGRAPHY: Decimal("1391.50"),
    }  # fmt: skip


def test_other_cost_types_get_price_and_no_overhead():
    assert indexed(Decimal(1000), CostType.OTHER, RATES) == {Effect.PRICE: 20, Effect.DEMOGRAPHY: Decimal("10.20")}
    assert indexed(Decimal(1000), CostType.PREMISES, RATES) == {}


def test_temporary_money_falls_away_and_part_of_a_year_becomes_a_whole_one():
    held = source(
        budget_lines=(line(100, last_year=2019), line(50, label="kvar", last_year=2020)),
        positions=(position(first_month=7), position(id="q", last_year=2019)),
    )
    found = together(copied(held, "b", NEXT, Rates()))
    assert found == {Effect.FALLS_AWAY: -100 - 588000, Effect.FULL_YEAR: 294000}


def test_positions_get_new_pay_and_overhead_and_grants_pay_the_same():
    held = source(positions=(position(), position(id="q", funding="Statsbidrag")))
    copy = copied(held, "b", NEXT, RATES)
    assert [(p.salary, p.overhead_rate) for p in copy.positions] == [(Decimal("35875.00"), 41)] * 2
    assert together(copy)[Effect.WAGE] == 588000 * Decimal("0.025")
    assert together(copy)[Effect.OVERHEAD] == 12 * 35875 * Decimal("0.01")


def test_months_that_were_given_keep_their_proportions():
    months = {"m01": "60", **dict.fromkeys(MONTHS[1:6], "0"), **dict.fromkeys(MONTHS[6:], "6.67"), "m12": "6.65"}
    copy = copied(source(budget_lines=(line(100, **months),)), "b", NEXT, RATES)
    new = copy.lines[0]
    assert sum(new.months) == new.amount == Decimal("103.02")
    assert new.m01 == Decimal("61.82")
    assert new.m02 == 0


def test_released_reserve_becomes_the_units_own_and_parked_stays():
    items = (
        ReserveItem(
            id="r", budget="b", name="Ute", amount=Decimal(120), state=ReserveState.RELEASED, unit="barn", month=7
        ),
        ReserveItem(id="s", budget="b", name="Kvar", amount=Decimal(80)),
    )
    copy = copied(source(reserve_items=items), "b", NEXT, Rates())
    assert [(made.unit, made.kind, made.amount) for made in copy.lines] == [("barn", LineKind.ORDINARY, 120)]
    assert [item.amount for item in copy.reserve_items] == [80]
    assert together(copy) == {}


def test_surplus_projects_end_with_the_year_and_follow_within_it():
    held = source(
        surplus_projects=(SurplusProject(id="x", budget="b", name="Projekt", unit="barn", amount=Decimal(300)),),
        positions=(position(surplus_project="x"),),
    )
    later = copied(held, "b", NEXT, Rates())
    assert (later.surplus_projects, later.positions) == ((), ())
    assert together(later) == {Effect.FALLS_AWAY: -588300}
    same = copied(held, "b", NEXT.model_copy(update={"year": 2019}), Rates())
    assert same.positions[0].surplus_project == same.surplus_projects[0].id == "n-project-1"
    assert together(same) == {}


AMOUNT = st.decimals(-(10**7), 10**7, places=2)
PERCENT = st.decimals(-5, 15, places=2)
LAST = st.sampled_from([None, 2018, 2019, 2020])
UNIT = st.sampled_from(["namnden", "barn", "familjehem", "vuxna"])


@st.composite
def budgets(draw):
    kinds = st.sampled_from(sorted(CostType))
    lines = [
        line(
            draw(AMOUNT), draw(UNIT), draw(kinds), id=f"l{n}", last_year=draw(LAST), label=str(n),
        ).model_copy(update={"kind": draw(st.sampled_from(sorted(LineKind)))})
        for n in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    positions = [
        position(
            id=f"p{n}", unit=draw(UNIT), first_month=draw(st.integers(1, 12)), vacant_months=draw(st.integers(0, 3)),
            funding=draw(st.sampled_from(["", "Statsbidrag"])), last_year=draw(LAST),
            surplus_project=draw(st.sampled_from([None, "x"])),
        )
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    items = [
        ReserveItem(
            id=f"r{n}", budget="b", name="Post", amount=draw(AMOUNT), state=draw(st.sampled_from(list(ReserveState))),
            unit=draw(UNIT), month=draw(st.integers(1, 12)), last_year=draw(LAST),
        )
        for n in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    investments = [
        Investment(
            id="i", name="Inv", unit=draw(UNIT), amount=Decimal(100000), frame_year=2019,
            year=draw(st.sampled_from([2015, 2019, 2020])),
            month=3, lifetime=3, interest_rate=Decimal("1.5"),
        )
    ]  # fmt: skip
    project = SurplusProject(id="x", budget="b", name="Projekt", unit="barn", amount=draw(AMOUNT))
    return source(
        budget_lines=tuple(lines), positions=tuple(positions), reserve_items=tuple(items),
        investments=tuple(investments), surplus_projects=(project,),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(budgets(), PERCENT, PERCENT, st.sampled_from(list(VersionKind)), st.sampled_from([2019, 2020]))
def test_old_and_effects_are_the_new_version(held, price, demography, kind, year):
    rates = Rates(
        prices=dict.fromkeys(CostType, price), demography=dict.fromkeys(CostType, demography),
        overhead_from=Decimal("39.15"), overhead_to=Decimal("44.53"),
    )  # fmt: skip
    new = BudgetVersion(id="n", name="Ny", kind=kind, year=year)
    copy = copied(held, "b", new, rates)
    for place in {*copy.old, *copy.new, *copy.effects}:
        effects = sum(copy.effects.get(place, {}).values(), Decimal(0))
        assert copy.old.get(place, 0) + effects == copy.new.get(place, 0)
    kept = trial_of(held, copy)
    assert version_total(kept, "n") == sum(copy.new.values())
    assert version_total(kept, "b") + sum(together(copy).values()) == version_total(kept, "n")
    months = [sum(e.months) == e.amount for e in version_entries(kept, "n") if None not in e.months]
    assert all(months)


@settings(max_examples=30, deadline=None)
@given(budgets())
def test_a_copy_of_the_same_year_without_rates_comes_to_the_same(held):
    copy = copied(held, "b", NEXT.model_copy(update={"year": 2018, "kind": VersionKind.INTERNAL}), Rates())
    assert set(together(copy)) <= {Effect.RECKONED, Effect.FALLS_AWAY}
