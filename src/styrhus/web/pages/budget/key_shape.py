"""Last year's shape from the ledger as a new periodisation key, filled in and not yet saved."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrhus.finance.budget.comparison import ledger_years
from styrhus.finance.budget.periodisation import shape_of
from styrhus.finance.budget.tree import within
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.labels import label
from styrhus.finance.months import MONTHS
from styrhus.values.number import format_number
from styrhus.web.forms.record_table import Field, Line, RecordTable
from styrhus.web.frame import say
from styrhus.web.pages.budget.choices import Choice
from styrhus.web.pages.budget.place import Opened


def shape_form(request: HttpRequest, held: Opened) -> SafeString:
    """The form that asks for the shape of a unit and a cost type; nothing without a whole year in the ledger."""
    years = ledger_years(held.dossier)
    if not years or not held.access.may("change_periodisation_keys"):
        return SafeString("")
    unit, kind = request.GET.get("unit", ""), request.GET.get("cost_type", "")
    context = {
        "year": years[-1],
        "units": [Choice(u.id, u.name, u.id == unit) for u in held.dossier.organisation],
        "cost_types": [Choice(c.value, say(label(c)), c.value == kind) for c in CostType if c.is_net_cost],
        "failed": "shape" in request.GET and _shape(request, held) is None,
    }
    return render_to_string("budget/_shape_form.html", context, request)


def _shape(request: HttpRequest, held: Opened) -> Sequence[object] | None:
    years = ledger_years(held.dossier)
    unit, kind = request.GET.get("unit", ""), request.GET.get("cost_type", "")
    if not years:
        return None
    units = within(held.dossier.organisation, unit) if unit in held.dossier.unit_by_id else None
    cost_type = CostType(kind) if kind in set(CostType) else None
    return shape_of(
        held.dossier.balances, held.dossier.ledger_months, years[-1], units=units, cost_type=cost_type
    )  # fmt: skip


def shape_line(request: HttpRequest, held: Opened, fields: tuple[Field, ...]) -> RecordTable | None:
    """The shape that is asked for as a row to save, before the empty ones; None when there is none."""
    if "shape" not in request.GET or (shape := _shape(request, held)) is None:
        return None
    unit = held.dossier.unit_by_id.get(request.GET.get("unit", ""))
    kind = request.GET.get("cost_type", "")
    year = ledger_years(held.dossier)[-1]
    of = [unit.name if unit else "", say(label(CostType(kind))) if kind in set(CostType) else ""]
    name = ", ".join(filter(None, [_("As %(year)s") % {"year": year}, *of]))
    texts = {month: format_number(weight) for month, weight in zip(MONTHS, shape, strict=True)}  # type: ignore[arg-type]
    note = _("Net cost by month in the ledger %(year)s, kr.") % {"year": year}
    filled = Line(0, "", {"name": name, "note": note, **texts})
    return RecordTable(fields, (filled, Line(1, "", {}), Line(2, "", {})), (), "")
