"""The drafted sentences: their words by the size and the sign of what they tell, and figures that stay live."""

from decimal import Decimal

import pytest

from styrhus.dossier.document import Board, Part, Plan, PlanKind, PlanStatus
from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.finance.frame import Frame
from styrhus.finance.ledger.balance import Balance
from styrhus.plan.organisation import OrganisationUnit, UnitKind
from styrhus.reports.drafting.drafts import drafted
from styrhus.reports.sections import section_blocks
from styrhus.values.unit import Unit
from tests.cases.ledger import with_balances
from tests.unit.reports.reading import texts

UNITS = ("barn", "vuxna", "stab")


def dossier(actual, *, budget=12_000_000, forecasts=(), frame=None):
    """Three units with the same budget of staff and bought care; `actual` is kr a month, for two months."""
    lines = tuple(
        BudgetLine(id=f"{unit}-{place}", budget="b", unit=unit, cost_type=kind, amount=Decimal(budget))
        for unit in UNITS
        for place, kind in enumerate((CostType.STAFF, CostType.BOUGHT_CARE))
    )
    plain = Dossier(
        board=Board(id="prov", municipality="Prov", name="Socialnämnden"),
        plan=Plan(year=2019, kind=PlanKind.BOARD_PLAN, title="Plan", status=PlanStatus.ADOPTED),
        organisation=tuple(OrganisationUnit(id=u, name=u.capitalize(), kind=UnitKind.AREA) for u in UNITS),
        budget_versions=(
            BudgetVersion(id="b", name="Internbudget", kind=VersionKind.INTERNAL, year=2019, adopted=True),
        ),
        budget_lines=lines,
        unit_forecasts=tuple(forecasts),
        frames=() if frame is None else (Frame(year=2019, amount=Decimal(frame), unit=Unit.TKR),),
    )
    balances = [
        Balance(year=2019, month=month, unit=line.unit, cost_type=line.cost_type,
                amount=Decimal(actual.get((line.unit, line.cost_type), budget // 12)))
        for month in (1, 2)
        for line in lines
    ]  # fmt: skip
    return with_balances(plain, balances)


def told(held, part=Part.SUMMARY, language="sv"):
    (section,) = drafted(held, "monthly-report", 2, language=language, parts=[part])
    blocks, problems = section_blocks(section, held, language)
    assert problems == ()
    return "\n".join(text for block in blocks for text in texts(block)).replace("\u00a0", " ")


CARE, STAFF = CostType.BOUGHT_CARE, CostType.STAFF


@pytest.mark.parametrize(
    ("care", "words"),
    [
        (1_000_000, "nettokostnaden 12,0 mnkr, vilket är i nivå med budget (avvikelse 0,0 mnkr)."),
        (1_020_000, "nettokostnaden 12,0 mnkr, vilket är i nivå med budget (avvikelse 0,0 mnkr)."),
        (1_200_000, "Till och med februari är nettokostnaden 12,4 mnkr, vilket är 0,4 mnkr över budget."),
        (700_000, "Till och med februari är nettokostnaden 11,4 mnkr, vilket är 0,6 mnkr under budget."),
    ],
)  # fmt: skip
def test_the_result_is_over_under_or_level_with_budget(care, words):
    assert words in told(dossier({("vuxna", CARE): care}))


def test_deviating_units_come_with_the_cost_type():
    held = dossier({("vuxna", CARE): 1_300_000, ("vuxna", STAFF): 1_100_000, ("barn", STAFF): 800_000})
    found = told(held)
    assert "Vuxna ligger 0,8 mnkr över budget, mest genom köpt vård." in found
    assert "Barn ligger 0,4 mnkr under budget, mest genom personal." in found
    assert "Stab ligger" not in found
    english = told(held, language="en")
    assert "Vuxna is 0.8 mnkr over budget, mostly bought care." in english


def test_a_cost_type_that_others_weigh_up_is_said_to_be():
    found = told(dossier({("vuxna", CARE): 1_500_000, ("vuxna", STAFF): 800_000}))
    assert "Vuxna ligger 0,6 mnkr över budget, mest genom köpt vård; andra kostnadsslag väger upp en del." in found


def test_nothing_to_speak_of_is_said_in_so_many_words():
    found = told(dossier({}))
    assert "Ingen enhet avviker nämnvärt från sin budget." in found
    assert "Inget kostnadsslag avviker nämnvärt från sin budget." in found


def test_the_forecast_tells_its_change_and_whose_it_is():
    given = [
        UnitForecast(year=2019, month=month, unit="vuxna", cost_type=CARE, amount=Decimal(amount))
        for month, amount in ((1, 12_000_000), (2, 14_500_000))
    ]
    found = told(dossier({}, forecasts=given, frame=72_000))
    assert "Helårsprognosen är 74,5 mnkr mot en budget på 72,0 mnkr, det vill säga 2,5 mnkr över budget." in found
    assert "Prognosen har ändrats med +2,5 mnkr sedan föregående prognos." in found
    assert "Prognosen har ändrats av Vuxna (+2,5 mnkr)." in found
    assert "Årets ram är 72,0 mnkr; prognosen ligger 2,5 mnkr över ramen." in found
    later = [*given, UnitForecast(year=2019, month=3, unit="vuxna", cost_type=CARE, amount=Decimal(1))]
    assert told(dossier({}, forecasts=later, frame=72_000)) == found


def test_units_without_a_forecast_are_named():
    given = [UnitForecast(year=2019, month=2, unit="vuxna", amount=Decimal(24_000_000))]
    found = told(dossier({}, forecasts=given), Part.FORECAST)
    assert found.endswith("räknas som utfallet hittills plus budget för återstående månader.")
    assert "Barn och Stab" in found


def test_a_stored_draft_takes_its_words_from_new_figures():
    before = dossier({("vuxna", CARE): 1_200_000})
    (section,) = drafted(before, "monthly-report", 2, language="sv", parts=[Part.SUMMARY])
    after = dossier({("vuxna", CARE): 700_000})
    blocks, _ = section_blocks(section, after, "sv")
    found = "\n".join(text for block in blocks for text in texts(block)).replace("\u00a0", " ")
    assert "11,4 mnkr, vilket är 0,6 mnkr under budget" in found
