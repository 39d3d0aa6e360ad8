"""The pages of the follow-up in a browser's eyes: words, trees, links down to the rows, forms and their guards."""

from decimal import Decimal

import pytest
from django.urls import reverse

from styrhus.actions.enter_forecast import enter_forecast
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.number import NO_BREAK_SPACE
from tests.people import member
from tests.store.plans import rich_plan

PLACE = ["lund", 2023]
COSTS = {"barn": Decimal(150_000), "mottag": Decimal(90_000)}


def without_money():
    """The board, its plan and its units."""
    plan = rich_plan()
    return Dossier(board=plan.board, plan=plan.plan, organisation=plan.organisation)


def with_money():
    """The rich plan with a budget, three months of ledger, and a forecast."""
    plan = without_money()
    kinds = {"barn": CostType.STAFF, "mottag": CostType.BOUGHT_CARE}
    balances = [
        Balance(
            year=2023, month=month, unit=unit, cost_type=kind, amount=Decimal(150_000 if unit == "barn" else 90_000)
        )
        for month in (1, 2, 3)
        for unit, kind in kinds.items()
    ]
    balances.append(Balance(year=2023, month=3, unit=None, cost_type=CostType.OTHER, amount=Decimal("2500.25")))
    months = [
        LedgerMonth(year=2023, month=month, source="huvudbok", rows=10, synthetic=True,
                    total=sum((b.amount for b in balances if b.month == month), Decimal(0)))
        for month in (1, 2, 3)
    ]  # fmt: skip
    lines = [
        BudgetLine(id=f"rad-{unit}", budget="intern", unit=unit, cost_type=kind, amount=Decimal(1_200_000))
        for unit, kind in kinds.items()
    ]
    return plan.model_copy(
        update={
            "budget_versions": (
                BudgetVersion(id="intern", name="Internbudget", kind=VersionKind.INTERNAL, year=2023, adopted=True),
            ),
            "budget_lines": tuple(lines),
            "balances": tuple(balances),
            "ledger_months": tuple(months),
            "accruals": (),
            "unit_forecasts": (UnitForecast(year=2023, month=2, unit="barn", amount=Decimal(1_700_000)),),
        }
    )


@pytest.fixture
def visit(db):
    import_plan(with_money(), by=operator())

    def visiting(role, **where):
        from django.test import Client

        browser = Client()
        browser.force_login(member(role, **where))
        return browser

    return visiting


def text(response):
    return response.content.decode().replace(NO_BREAK_SPACE, " ").replace("&nbsp;", " ")


def test_the_page_says_where_the_year_stands(visit):
    shown = text(visit(Role.READER).get(reverse("follow_up", args=PLACE)))
    assert "Till och med mars är utfallet 0,1 mnkr över budget" in shown
    assert "Per 31 mars 2023" in shown
    assert "Syntetisk redovisning" in shown
    assert "Koder utan enhet" in shown
    assert "Allt i redovisningen finns i uppföljningen, på öret." in shown
    assert "722 500,25 kr" in shown


def test_the_address_chooses_month_stretch_unit_of_money_and_cost_type(visit):
    reader = visit(Role.READER)
    page = reader.get(reverse("follow_up", args=PLACE), {"month": 2, "span": "month", "form": "kr", "type": "staff"})
    shown = text(page)
    assert "150 000,00" in shown
    assert "90 000,00" not in shown
    odd = reader.get(reverse("follow_up", args=PLACE), {"month": "99", "span": "x", "form": "€", "sort": "<"})
    assert odd.status_code == 200


def test_a_part_is_sent_to_htmx(visit):
    shown = text(visit(Role.READER).get(reverse("follow_up", args=PLACE), headers={"HX-Request": "true"}))
    assert "<html" not in shown
    assert "Per enhet" in shown


def test_sorting_puts_the_largest_first(visit):
    reader = visit(Role.READER)
    pages = [reader.get(reverse("follow_up", args=PLACE), {"sort": sort}) for sort in ("-variance", "variance")]
    rows = [page.context["page"].table.rows for page in pages]
    first, last = ([row.name for row in held if row.level == 1 and row.kind == "unit"] for held in rows)
    assert first == last[::-1]


def test_a_unit_shows_its_months_and_what_it_has_said(visit):
    shown = text(visit(Role.READER).get(reverse("follow_up_unit", args=[*PLACE, "barn"])))
    assert "1 700 tkr" in shown
    assert "Månad för månad" in shown
    assert "Lämna prognos" not in shown


def test_unknown_units_and_cost_types_are_not_there(visit):
    reader = visit(Role.READER)
    assert reader.get(reverse("follow_up_unit", args=[*PLACE, "finns-ej"])).status_code == 404
    assert reader.get(reverse("follow_up_accounts", args=[*PLACE, "barn", "tomtar"])).status_code == 404
    assert reader.get(reverse("follow_up_unit", args=[*PLACE, "-"])).status_code == 200


def test_a_figure_leads_to_its_page_in_its_month(visit):
    reader = visit(Role.READER)
    shown = text(reader.get(reverse("figure", args=[*PLACE, "followup.2023-03.barn.staff.actual-to-date"])))
    assert reverse("follow_up_accounts", args=[*PLACE, "barn", "staff"]) + "?month=3" in shown
    assert "450 000 kr" in shown
    shown = text(reader.get(reverse("figure", args=[*PLACE, "followup.2023-03.barn.all.variance"])))
    assert reverse("follow_up_unit", args=[*PLACE, "barn"]) + "?month=3" in shown
    assert "followup.2023-03.barn.all.budget − followup.2023-03.barn.all.forecast" in shown
    assert reader.get(reverse("figure", args=[*PLACE, "followup.2022-03.barn.all.variance"])).status_code == 404


def test_the_list_of_forecasts_tells_who_has_entered(visit):
    shown = text(visit(Role.CONTROLLER).get(reverse("unit_forecasts", args=PLACE)))
    assert "0 av 2 enheter har lämnat prognos efter mars." in shown
    assert "lämnad efter februari" in shown
    asked = text(visit(Role.CONTROLLER).get(reverse("unit_forecasts", args=PLACE), {"proposals": "1"}))
    assert "1 800" in asked


def form(**fields):
    return {"month": "3", "version": str(read.versions(*PLACE, "unit_forecasts").get("barn", 0)), **fields}


def test_a_reporter_enters_the_forecast_of_the_own_unit(visit):
    reporter = visit(Role.REPORTER, unit="barn")
    address = reverse("unit_forecast", args=[*PLACE, "barn"])
    opened = text(reporter.get(address))
    assert 'value="1700"' in opened
    sent = form(**{"amount-staff": "1 850,5", "comment": "Fler ärenden", "action": "Anställningsprövning"})
    answer = reporter.post(address, sent)
    assert answer.status_code == 302
    (held,) = [row for row in read.dossier(*PLACE).unit_forecasts if row.month == 3]
    assert (held.amount, held.cost_type, held.comment) == (Decimal("1850500"), CostType.STAFF, "Fler ärenden")
    assert visit(Role.REPORTER, unit="mottag").get(address).status_code == 403


@pytest.mark.parametrize("typed", [{"amount-staff": "tio"}, {}, {"amount-staff": "1", "amount-whole": "2"}])
def test_what_cannot_be_a_forecast_comes_back_as_typed(visit, typed):
    answer = visit(Role.CONTROLLER).post(reverse("unit_forecast", args=[*PLACE, "barn"]), form(comment="Kvar", **typed))
    assert answer.status_code == 422
    assert "Kvar" in text(answer)


def test_a_forecast_that_somebody_else_has_changed_is_shown_beside(visit):
    controller = visit(Role.CONTROLLER)
    old = form(**{"amount-whole": "1900"})
    enter_forecast(
        *PLACE, "barn", 3, amounts={None: Decimal(1_600_000)}, version=int(old["version"]), by=member(Role.HEAD)
    )
    answer = controller.post(reverse("unit_forecast", args=[*PLACE, "barn"]), old)
    assert answer.status_code == 409
    assert "1 600 tkr" in text(answer)
    again = controller.post(reverse("unit_forecast", args=[*PLACE, "barn"]), form(**{"amount-whole": "1900"}))
    assert again.status_code == 302


def test_the_proposal_says_how_it_was_made(visit):
    address = reverse("unit_forecast", args=[*PLACE, "barn"])
    shown = text(visit(Role.CONTROLLER).get(address, {"proposals": "1"}))
    assert "Återstående månader följer budgeten" in shown
    early = text(visit(Role.CONTROLLER).get(address, {"proposals": "1", "month": "2"}))
    assert "kräver minst tre" in early


def test_an_accrual_is_entered_and_counts_beside_the_ledger(visit):
    controller = visit(Role.CONTROLLER)
    sent = {"reason": "Vård i mars", "unit": "mottag", "cost_type": "bought_care", "month": "3", "amount": "61000,50",
            "reverses": "4"}  # fmt: skip
    assert controller.post(reverse("accrual_new", args=PLACE), sent).status_code == 302
    shown = text(controller.get(reverse("accruals", args=PLACE)))
    assert "Vård i mars" in shown
    assert "räknas nu" in shown
    control = text(controller.get(reverse("follow_up", args=PLACE)))
    assert "61 000,50 kr" in control
    assert "783 500,75 kr" in control
    refused = controller.post(reverse("accrual_new", args=PLACE), {**sent, "reverses": "2"})
    assert refused.status_code == 422


def test_before_any_money_the_page_says_what_is_needed(db):
    from django.test import Client

    import_plan(without_money(), by=operator())
    browser = Client()
    browser.force_login(member(Role.READER))
    shown = text(browser.get(reverse("follow_up", args=PLACE)))
    assert "Det finns inget att följa upp än" in shown
    assert text(browser.get(reverse("unit_forecasts", args=PLACE))).count("Ingen enhet har medel") == 1


def test_english_readers_get_english(visit):
    reader = visit(Role.READER)
    reader.post(reverse("set_language"), {"language": "en"})
    shown = text(reader.get(reverse("follow_up", args=PLACE)))
    assert "Up to the end of March the outcome is 0.1 mnkr above budget." in shown
    assert "Synthetic ledger" in shown
