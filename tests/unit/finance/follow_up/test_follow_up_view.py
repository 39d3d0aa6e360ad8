"""The follow-up as one value: trees, totals, forecasts, rounding and what ties it to the ledger."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.controls import controls
from styrhus.finance.follow_up.course import course
from styrhus.finance.follow_up.deviations import explaining, largest, parts_by_type, parts_by_unit
from styrhus.finance.follow_up.forecast import Accrual, UnitForecast
from styrhus.finance.follow_up.gather import Material, gather
from styrhus.finance.follow_up.rounded import shown, tree
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.plan.organisation import OrganisationUnit, UnitKind
from styrhus.values.unit import Unit

UNITS = (
    OrganisationUnit(id="forvaltning", name="Förvaltningen", kind=UnitKind.ADMINISTRATION),
    OrganisationUnit(id="barn", name="Barn", kind=UnitKind.AREA, parent="forvaltning"),
    OrganisationUnit(id="mottagning", name="Mottagning", kind=UnitKind.UNIT, parent="barn"),
    OrganisationUnit(id="vuxna", name="Vuxna", kind=UnitKind.AREA, parent="forvaltning"),
)
IDS = [unit.id for unit in UNITS]


def d(text):
    return Decimal(text)


def month(number, total="0", year=2019):
    return LedgerMonth(year=year, month=number, source="huvudbok", rows=1, total=d(total))


def booked(unit, kind, number, amount, year=2019):
    return Balance(year=year, month=number, unit=unit, cost_type=kind, amount=d(amount))


def view(at=2, **parts):
    held = {"balances": (), "months": tuple(month(n) for n in range(1, at + 1)), "budget": {}, **parts}
    return gather(Material(year=2019, units=UNITS, **held), at)


BUDGET = {
    ("barn", "staff"): (d(100),) * 12,
    ("mottagning", "staff"): (d(50),) * 12,
    ("vuxna", "grants"): (d(200),) * 12,
}
BALANCES = (
    booked("barn", CostType.STAFF, 1, "110"), booked("barn", CostType.STAFF, 2, "115.50"),
    booked("mottagning", CostType.STAFF, 1, "40"), booked("vuxna", CostType.GRANTS, 1, "300"),
    booked(None, CostType.OTHER, 2, "7"), booked("vuxna", None, 2, "3"),
    booked("barn", CostType.COUNCIL_GRANT, 1, "-9999"), booked("barn", CostType.STAFF, 3, "1000"),
    booked("barn", CostType.STAFF, 1, "90", year=2018),
)  # fmt: skip


def usual(**parts):
    return view(**{"balances": BALANCES, "budget": BUDGET, **parts})


def test_a_unit_is_its_own_money_and_that_of_those_below():
    line = usual().line("barn")
    assert line.accumulated.budget == 300
    assert line.accumulated.actual == d("265.50")
    assert line.accumulated.variance == d("34.50")
    assert line.month.actual == d("115.50")
    assert usual().line("barn", own=True).accumulated.actual == d("225.50")


def test_codes_without_unit_and_unknown_accounts_are_rows_of_their_own():
    found = usual()
    assert found.children() == ("forvaltning", UNMAPPED)
    assert found.line(UNMAPPED).accumulated.actual == 7
    assert found.line("vuxna", UNMAPPED).accumulated.actual == 3


def test_the_grant_later_months_and_last_year_are_no_cost_of_now():
    found = usual()
    assert found.line().accumulated.actual == d("575.50")
    assert found.line("barn").accumulated.last_year == 90


def test_a_month_that_the_ledger_lacks_is_missing_and_not_zero():
    found = usual(months=(month(1),), at=2)
    assert found.missing == (2,)
    assert found.line("barn").month.actual is None
    assert found.line("barn").month.variance is None
    assert found.line("barn").accumulated.actual == 150


def test_no_row_in_a_month_that_the_ledger_has_is_zero():
    assert usual().line("mottagning").month.actual == 0


def test_without_a_forecast_the_year_is_what_is_booked_and_the_budget_that_is_left():
    line = usual().line("barn", "staff")
    assert line.forecast == d("265.50") + 10 * 150
    assert not line.entered
    assert line.previous is None


def forecast(unit, at, amount, kind=None):
    return UnitForecast(year=2019, month=at, unit=unit, cost_type=kind, amount=d(amount))


def test_an_entered_forecast_stands_for_the_units_own_money():
    found = usual(forecasts=(forecast("barn", 1, "1400"), forecast("barn", 2, "1500"), forecast("barn", 3, "9")))
    line = found.line("barn")
    assert line.forecast == 1500 + 40 + 500
    assert line.previous == 1400 + 40 + 500
    assert line.change == 100
    assert found.line("barn", own=True).entered


def test_what_was_entered_last_decides_between_the_whole_and_cost_types():
    whole_then_types = usual(forecasts=(forecast("barn", 1, "1400"), forecast("barn", 2, "1300", CostType.STAFF)))
    assert whole_then_types.line("barn", own=True).forecast == 1300
    assert whole_then_types.line("barn", own=True).previous == 1400
    types_then_whole = usual(forecasts=(forecast("barn", 1, "1300", CostType.STAFF), forecast("barn", 2, "1600")))
    assert types_then_whole.line("barn", own=True).forecast == 1600
    assert types_then_whole.line("barn", own=True).previous == 1300


def test_a_unit_without_money_of_its_own_forecasts_for_those_below_it():
    found = usual(forecasts=(forecast("forvaltning", 2, "5000"), forecast("vuxna", 2, "1")))
    assert found.line("forvaltning").forecast == 5000
    assert found.line().forecast == 5000 + 7


def test_an_accrual_counts_until_it_reverses_and_stands_apart():
    late = Accrual(id="vard", year=2019, month=1, unit="vuxna", cost_type=CostType.GRANTS, amount=d(60),
                   reason="Faktura", reverses=2)  # fmt: skip
    january = usual(at=1, accruals=(late,)).line("vuxna", "grants")
    assert (january.accumulated.actual, january.accumulated.accrued, january.accumulated.booked) == (360, 60, 300)
    february = usual(accruals=(late,)).line("vuxna", "grants")
    assert february.accumulated.actual == 300
    assert february.month.actual == -60


def test_a_parent_that_leads_round_to_itself_loses_no_money():
    units = (
        OrganisationUnit(id="a", name="A", kind=UnitKind.UNIT, parent="b"),
        OrganisationUnit(id="b", name="B", kind=UnitKind.UNIT, parent="a"),
    )
    held = (booked("a", CostType.STAFF, 1, "1"), booked("b", CostType.STAFF, 1, "2"), booked("x", None, 1, "4"))
    found = gather(Material(year=2019, units=units, balances=held, months=(month(1),), budget={}), 1)
    assert found.line().accumulated.actual == 7
    assert sum(found.line(child).accumulated.actual for child in found.children()) == 7


def test_the_largest_deviations_come_first_and_explain_the_whole():
    found = usual()
    by_unit = parts_by_unit(found, "forvaltning")
    assert [part.unit for part in by_unit] == ["vuxna", "barn"]
    assert explaining(by_unit, d(-1)) is None
    assert explaining(by_unit, d(1)).unit == "vuxna"
    assert parts_by_type(found, "vuxna")[0].cost_type == "grants"
    assert largest(found, most=1)[0].unit == "vuxna"


def test_the_course_ends_at_the_forecast_and_starts_at_the_latest_actual():
    steps = course(usual(), "barn", ALL)
    assert steps[1].actual == steps[1].forecast == d("265.50")
    assert steps[2].actual is None
    assert steps[11].forecast == usual().line("barn").forecast
    assert steps[11].budget == 1800


def test_the_controls_tell_what_the_ledger_is_made_of():
    months = (month(1, "-9549"), month(2, "125.50"))
    late = Accrual(id="vard", year=2019, month=2, unit="vuxna", cost_type=CostType.GRANTS, amount=d(60), reason="F")
    found = controls(months, BALANCES, (late,), year=2019, month=2)
    assert (found.ledger, found.net_cost, found.grant, found.difference) == (
        d("-9423.50"),
        d("575.50"),
        -9999,
        0,
    )
    assert (found.unmapped, found.unknown, found.accrued, found.shown) == (7, 3, 60, d("635.50"))


AMOUNTS = st.decimals(min_value=-(10**7), max_value=10**7, places=2)
LEDGERS = st.lists(
    st.builds(
        Balance,
        year=st.just(2019),
        month=st.integers(1, 12),
        unit=st.sampled_from([*IDS, "gammal-enhet", None]),
        cost_type=st.sampled_from([*CostType, None]),
        amount=AMOUNTS,
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(LEDGERS, st.integers(1, 12))
def test_every_view_has_the_ledgers_own_total_to_the_ore(ledger, at):
    months = tuple(
        LedgerMonth(year=2019, month=n, source="h", rows=1, total=sum((b.amount for b in ledger if b.month == n), d(0)))
        for n in range(1, 13)
    )
    found = gather(Material(year=2019, units=UNITS, balances=ledger, months=months, budget=BUDGET), at)
    control = controls(months, ledger, (), year=2019, month=at)
    total = found.line().accumulated.actual
    assert control.difference == 0
    assert total == control.shown
    assert sum((found.line(u).accumulated.actual or 0 for u in found.children()), d(0)) == total
    assert sum((found.line(ALL, k).accumulated.actual or 0 for k in found.cost_types()), d(0)) == total
    assert sum((found.line(u, k, own=True).accumulated.actual or 0 for u, k in found.cells), d(0)) == total
    assert sum((m.actual or 0 for m in found.months()), d(0)) == total
    assert sum((part.amount for part in largest(found, most=1000)), d(0)) == _variance(found)


def _variance(found):
    """Only what has a budget deviates; the rest is told as cost without budget."""
    lines = [found.line(u, k, own=True).accumulated for u, k in found.cells]
    return sum((line.variance for line in lines if line.variance is not None), d(0))


@settings(max_examples=40, deadline=None)
@given(LEDGERS, st.sampled_from([Unit.KR, Unit.TKR, Unit.MNKR]))
def test_shown_amounts_add_up_down_and_across(ledger, form):
    months = tuple(month(n) for n in range(1, 13))
    found = gather(Material(year=2019, units=UNITS, balances=ledger, months=months, budget=BUDGET), 8)
    node = tree(found)
    amounts = shown(node, form)

    def check(held):
        own = amounts[id(held)]
        for column in ("budget-to-date", "actual-to-date", "variance-to-date", "forecast"):
            parts = [amounts[id(part)][column] for part in held.parts]
            if held.parts and column != "variance-to-date":
                assert sum((part for part in parts if part is not None), d(0)) == (own[column] or 0)
        if own["budget-to-date"] is not None and own["actual-to-date"] is not None:
            assert own["variance-to-date"] == own["budget-to-date"] - own["actual-to-date"]
        for part in held.parts:
            check(part)

    check(node)


@pytest.mark.parametrize("at", range(1, 13))
def test_every_month_can_be_asked_for(at):
    assert usual(at=at).line().month.budget == 350
