"""How earlier forecasts have held: bias, share and hits."""

from decimal import Decimal

from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.finance.follow_up.track_record import track_record


def forecast(month, amount, year=2019, kind=None):
    return UnitForecast(year=year, month=month, unit="barn", cost_type=kind, amount=Decimal(amount))


def test_a_closed_year_is_judged_by_its_outcome():
    rows = (forecast(3, 900), forecast(6, 995), forecast(9, 1005))
    found = track_record(rows, "barn", lambda *_: Decimal(1000), complete=frozenset({2019}))
    assert found.bias == Decimal(-100) / 3
    assert found.hits == 2
    assert found.final
    assert round(found.share, 2) == Decimal("-3.33")


def test_a_year_that_goes_on_is_judged_by_the_latest_forecast_which_is_not_judged_itself():
    rows = (forecast(3, 900), forecast(6, 1000))
    found = track_record(rows, "barn", lambda *_: Decimal(1000), complete=frozenset())
    assert [row.month for row in found.past] == [3]
    assert not found.final


def test_cost_types_of_a_month_are_judged_together_and_unknown_outcomes_not_at_all():
    rows = (forecast(3, 400, kind="staff"), forecast(3, 500, kind="grants"), forecast(4, 7, year=2018))
    outcome = {"staff": Decimal(450), "grants": Decimal(500)}
    found = track_record(rows, "barn", lambda y, _, k: outcome.get(k), complete=frozenset({2018, 2019}))
    assert [row.error for row in found.past] == [-50]


def test_a_unit_that_has_never_forecast_has_no_record():
    assert track_record((), "barn", lambda *_: None, complete=frozenset()) is None
