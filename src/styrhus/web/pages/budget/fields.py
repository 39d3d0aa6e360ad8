"""The columns of the tables in which the budget is typed."""

from datetime import date

from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.budget.version import LineKind
from styrhus.finance.budget.version_tables import MONTH_WORDS
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.labels import label
from styrhus.finance.months import MONTHS
from styrhus.web.forms.record_table import Field, FieldKind
from styrhus.web.frame import say

Fields = tuple[Field, ...]
NUMBER, WHOLE, CHOICE = FieldKind.NUMBER, FieldKind.WHOLE, FieldKind.CHOICE


def unit_field(dossier: Dossier, year: int, heading: str = "") -> Field:
    """Units that exist at the end of a year."""
    held = [unit for unit in dossier.organisation if unit.is_valid(date(year, 12, 31))]
    return Field("unit", heading or _("Unit"), CHOICE, tuple((unit.id, unit.name) for unit in held))


def month_fields() -> Fields:
    """The twelve months as numbers."""
    return tuple(Field(name, say(word), NUMBER) for name, word in zip(MONTHS, MONTH_WORDS, strict=True))


def line_fields(dossier: Dossier, year: int, *, months: bool) -> Fields:
    """A line of the budget, with its months or without."""
    kinds = tuple((kind.value, say(label(kind))) for kind in CostType)
    lines = tuple((kind.value, say(label(kind))) for kind in LineKind)
    keys = tuple((key.id, key.name) for key in dossier.periodisation_keys)
    return (
        unit_field(dossier, year),
        Field("cost_type", _("Cost type"), CHOICE, kinds),
        Field("label", _("Line"), wide=True),
        Field("amount", _("Whole year, kr"), NUMBER),
        Field("periodisation", _("Key"), CHOICE, keys),
        *(month_fields() if months else ()),
        Field("kind", _("Kind"), CHOICE, lines),
        Field("last_year", _("Last year"), WHOLE),
    )


def position_fields(dossier: Dossier, budget: str, year: int) -> Fields:
    """A position."""
    projects = tuple((project.id, project.name) for project in dossier.surplus_projects if project.budget == budget)
    return (
        unit_field(dossier, year),
        Field("title", _("Title"), wide=True),
        Field("fte", _("Full-time equivalents"), NUMBER),
        Field("first_month", _("First month"), WHOLE),
        Field("last_month", _("Last month"), WHOLE),
        Field("salary", _("Monthly salary, kr"), NUMBER),
        Field("overhead_rate", _("Payroll overhead, %"), NUMBER),
        Field("vacant_months", _("Months vacant"), NUMBER),
        Field("funding", _("Paid by"), wide=True),
        Field("surplus_project", _("Surplus project"), CHOICE, projects),
        Field("last_year", _("Last year"), WHOLE),
    )


def reserve_fields(dossier: Dossier, year: int) -> Fields:
    """An item of the reserve."""
    states = tuple((state.value, say(label(state))) for state in ReserveState)
    return (
        Field("name", _("What for"), wide=True),
        Field("amount", _("Amount, kr"), NUMBER),
        Field("state", _("State"), CHOICE, states),
        unit_field(dossier, year, _("Goes to")),
        Field("month", _("From month"), WHOLE),
        Field("condition", _("Condition"), wide=True),
        Field("decision", _("Decision"), wide=True),
        Field("last_year", _("Last year"), WHOLE),
    )


def project_fields(dossier: Dossier, year: int) -> Fields:
    """A surplus project."""
    return (
        Field("name", _("Project"), wide=True),
        unit_field(dossier, year),
        Field("amount", _("Other costs, kr"), NUMBER),
        Field("motive", _("Why"), wide=True),
        Field("later_funding", _("Paid later by"), wide=True),
        Field("decision", _("Decision"), wide=True),
    )


def investment_fields(dossier: Dossier, year: int) -> Fields:
    """An investment."""
    return (
        Field("name", _("Investment"), wide=True),
        unit_field(dossier, year),
        Field("amount", _("Purchase, kr"), NUMBER),
        Field("frame_year", _("Frame year"), WHOLE),
        Field("year", _("In use, year"), WHOLE),
        Field("month", _("In use, month"), WHOLE),
        Field("lifetime", _("Lifetime, years"), WHOLE),
        Field("interest_rate", _("Internal interest, %"), NUMBER),
        Field("decision", _("Decision"), wide=True),
    )


def key_fields() -> Fields:
    """A periodisation key."""
    return Field("name", _("Key"), wide=True), *month_fields(), Field("note", _("Note"), wide=True)
