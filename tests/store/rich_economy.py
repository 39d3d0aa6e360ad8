"""The economy of the rich plan: every part with something in it."""

from datetime import date
from decimal import Decimal

from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.reserve import ReserveItem, SurplusProject
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, PeriodisationKey, VersionKind
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.codes.rules import AccountRule, CodeName, UnitRule
from styrhus.finance.follow_up.forecast import Accrual, UnitForecast
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.labour_market import LabourMarketPlaces
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.grids.reception import GrantInstalment, ReceptionCohort
from styrhus.finance.grids.reception_outlook import ReceptionScenario, ReceptionTerms
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.finance.months import MONTHS
from styrhus.finance.savings.saving import Saving, SavingEffect, SavingsRequirement, SavingStatus
from styrhus.forecast.kept import SavingLever, StreamCapacity
from tests.unit.forecast.forecasts import forecast, frozen

ECONOMY: dict[str, object] = {
    "placement_rows": (
        PlacementRow(id="barn-hvb", name="HVB", target_group="Barn", form=CareForm.INSTITUTION,
                     provider=Provider.EXTERNAL, pricing=Pricing.DAY, unit="barn"),
        ),
    "placement_figures": (
        PlacementFigure(row="barn-hvb", basis=Basis.BUDGET, period="2023", persons=Decimal(10),
                        price=Decimal(5000)),
        PlacementFigure(row="barn-hvb", basis=Basis.OUTCOME, period="2023-01", persons=Decimal(12)),
        ),
    "income_support": (
        IncomeSupportFigure(basis=Basis.BUDGET, period="2023", mean_cost=Decimal(10000), paid=Decimal(12000000)),
        ),
    "reception_cohorts": (
        ReceptionCohort(group="Nyanlända", basis=Basis.BUDGET, period="2023", persons=Decimal(30)),
        ),
    "grant_instalments": (
        GrantInstalment(id="forsta", group="Nyanlända", name="Första", amount=Decimal(20000), months_after=1,
                        valid_from=2022),
        ),
    "reception_scenarios": (
        ReceptionScenario(id="lag", name="Låg", group="Nyanlända", year=2023, national=Decimal(5000),
                          share=Decimal("0.935"), weight=Decimal(30), source="Prognos", dated=date(2022, 10, 26)),
        ),
    "reception_terms": (
        ReceptionTerms(id="nyanlanda", group="Nyanlända", valid_from=2022, grant_months=24,
                       support_share=Decimal(40), support_cost=Decimal(6000), source="Egen uppföljning"),
        ),
    "labour_market_places": (
        LabourMarketPlaces(id="introduktion", name="Introduktionsanställning", places=Decimal(20), start="2023-03",
                           back=Decimal(30), cost=Decimal(9000)),
        ),
    "budget_versions": (
        BudgetVersion(id="internbudget", name="Internbudget 2023", kind=VersionKind.INTERNAL, year=2023),
        ),
    "budget_lines": (
        BudgetLine(id="internbudget-1", budget="internbudget", unit="barn", cost_type=CostType.STAFF,
                   label="Personal", amount=Decimal("1200000.12"), periodisation="jamn"),
        ),
    "periodisation_keys": (PeriodisationKey(id="jamn", name="Jämn", **dict.fromkeys(MONTHS, Decimal(1))),),
    "reserve_items": (ReserveItem(id="reserv", budget="internbudget", name="Volym", amount=Decimal("500000")),),
    "positions": (
        Position(id="handlaggare", budget="internbudget", unit="mottag", title="Socialsekreterare",
                 fte=Decimal("2.5"), salary=Decimal(35000), overhead_rate=Decimal("44.53"),
                 surplus_project="overskott"),
        ),
    "surplus_projects": (
        SurplusProject(id="overskott", budget="internbudget", name="Boende", unit="barn", amount=Decimal(300000)),
        ),
    "investments": (
        Investment(id="inventarier", name="Inventarier", unit="barn", amount=Decimal("250000.50"), frame_year=2023,
                   year=2023, month=7, lifetime=5, interest_rate=Decimal("1.25")),
        ),
    "savings_requirements": (
        SavingsRequirement(id="krav-2022", year=2022, name="Krav", amount=Decimal("1000.50"), unit="barn"),
        ),
    "savings": (
        Saving(id="samla-inkop", name="Samla inköp", status=SavingStatus.IDEA, unit="mottag",
               full_year_effect=Decimal("120000"), start_year=2022),
        ),
    "saving_effects": (SavingEffect(saving="samla-inkop", year=2022, month=2, amount=Decimal("0.01")),),
    "accruals": (
        Accrual(id="vard-maj", year=2023, month=5, unit="barn", cost_type=CostType.BOUGHT_CARE,
                amount=Decimal("1000.50"), reason="Vård i maj", reverses=6),
        ),
    "unit_rules": (UnitRule(id="ansvar-barn", first="3100", last="3199", unit="barn"),),
    "account_rules": (AccountRule(id="vard", first="45300", last="45399", cost_type=CostType.BOUGHT_CARE),),
    "code_names": (CodeName(dimension=Dimension.ACCOUNT, code="45310", name="Institutionsvård"),),
    "saving_levers": (
        SavingLever(saving="samla-inkop", levers=("price:Barn/institution=-2%",), computed_effect=Decimal(729000),
                    joint_effect=Decimal(600000), digest="ab", computed_on=date(2023, 1, 20)),
        ),
    "capacities": (
        StreamCapacity(id="barnhem", own="Barn/institution/own", places=Decimal(8),
                       overflow="Barn/institution/external"),
        ),
    "forecasts": (frozen(forecast(2023), "2023-01-15-01"),),
    "unit_forecasts": (
        UnitForecast(year=2023, month=3, unit="soc", cost_type=CostType.STAFF, amount=Decimal("1250000")),
    ),
    "ledger_months": (LedgerMonth(year=2022, month=12, source="bok", rows=2, total=Decimal("100.50")),),
    "balances": (
        Balance(year=2022, month=12, unit="barn", cost_type=CostType.STAFF, amount=Decimal("100.25")),
        Balance(year=2022, month=12, amount=Decimal("0.25")),
    ),
}  # fmt: skip
