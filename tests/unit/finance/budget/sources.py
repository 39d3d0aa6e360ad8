"""Small budgets to test with: one board with two areas, and whatever the test adds."""

from datetime import date
from decimal import Decimal

from styrhus.finance.budget.copying import Trial
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.frame import Frame
from styrhus.plan.organisation import OrganisationUnit, UnitKind
from styrhus.values.unit import Unit

UNITS = (
    OrganisationUnit(id="namnden", name="Nämnden", kind=UnitKind.ADMINISTRATION),
    OrganisationUnit(id="barn", name="Barn", kind=UnitKind.AREA, parent="namnden"),
    OrganisationUnit(id="familjehem", name="Familjehem", kind=UnitKind.UNIT, parent="barn"),
    OrganisationUnit(id="vuxna", name="Vuxna", kind=UnitKind.AREA, parent="namnden"),
    OrganisationUnit(
        id="oppenvard", name="Öppenvård", kind=UnitKind.UNIT, parent="vuxna", valid_to=date(2018, 12, 31),
        successors=("vuxna",),
    ),
    OrganisationUnit(id="hvb", name="HVB", kind=UnitKind.RESULT_UNIT, parent="barn"),
)  # fmt: skip
BUDGET = BudgetVersion(id="b", name="Internbudget", kind=VersionKind.INTERNAL, year=2019)


def source(**parts: object) -> Trial:
    """A source with the units and one internal budget of 2019, and the parts given."""
    held = {
        "organisation": UNITS, "budget_versions": (BUDGET,), "periodisation_keys": (), "budget_lines": (),
        "positions": (), "reserve_items": (), "surplus_projects": (), "investments": (), "frames": (),
    }  # fmt: skip
    return Trial(**(held | parts))  # type: ignore[arg-type]


def line(amount: object, unit: str = "barn", kind: CostType = CostType.OTHER, **more: object) -> BudgetLine:
    """A line of the budget; its id is made of what it says unless it is given."""
    key = f"{unit}-{kind.value.replace('_', '-')}-{more.get('label', '')}".lower().strip("-").replace(" ", "-")
    given = {"id": key, "budget": "b", "unit": unit, "cost_type": kind, "amount": Decimal(str(amount)), **more}
    return BudgetLine.model_validate(given)


def position(**more: object) -> Position:
    """A full-time position of 35 000 kr a month with 40 % overhead, all year."""
    given = {
        "id": "p", "budget": "b", "unit": "barn", "title": "Socialsekreterare", "fte": "1", "salary": "35000",
        "overhead_rate": "40",
    }  # fmt: skip
    return Position.model_validate(given | more)


def frame(amount: object, unit: Unit = Unit.TKR) -> Frame:
    return Frame(year=2019, amount=Decimal(str(amount)), unit=unit)
