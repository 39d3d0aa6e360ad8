"""One measure: what it is, and month by month what it is to give and what it has given."""

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.saving_levers import levers_of_saving
from styrhus.dossier.savings import SavingsYear, savings_year
from styrhus.finance.labels import label
from styrhus.finance.savings.planned import year_effect
from styrhus.finance.savings.saving import MeasuredBy, Saving
from styrhus.reports.parts.savings_measures import rests_on, span, status_text
from styrhus.reports.parts.savings_records import months_table
from styrhus.reports.setting import Setting
from styrhus.store import read
from styrhus.values.figure import Figure
from styrhus.values.number import round_half_up
from styrhus.values.unit import Unit
from styrhus.web.forms.money_fields import capital, whole_board
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.written import Part, WrittenPage, facts_of
from styrhus.web.permissions import Access, board_for


@require_safe
def saving(request: HttpRequest, board: str, year: int, saving: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = find_saving(dossier, saving)
    setting, held = page_setting(dossier), savings_year(dossier)
    page = WrittenPage(
        frame=saving_frame(request, access, dossier, found, title=found.name),
        parts=(Part(page_html([months_table(setting, held, found)], access, dossier)),),
        actions=_actions(access, found),
        facts=_facts(setting, held, found),
    )
    return render(request, "economy/written.html", {"page": page})


def find_saving(dossier: Dossier, key: str) -> Saving:
    """The measure; 404 when there is none."""
    found = next((held for held in dossier.savings if held.id == key), None)
    if found is None:
        raise Http404
    return found


def saving_frame(request: HttpRequest, access: Access, dossier: Dossier, found: Saving, *, title: str) -> PageFrame:
    """The frame of the measure's own page, or of one below it."""
    place = [access.board, access.year]
    crumbs = [Link(_("Savings"), reverse("savings", args=place))]
    if title != found.name:
        crumbs.append(Link(found.name, reverse("saving", args=[*place, found.id])))
    lead = "" if title == found.name else found.name
    return board_frame(request, access, dossier, section="economy", title=title, lead=lead, crumbs=crumbs)


def _actions(access: Access, found: Saving) -> tuple[Link, ...]:
    place = [access.board, access.year, found.id]
    held = (
        (access.may("state_saving_effects", found.unit), _("State the effect"), "saving_effects"),
        (access.may("change_saving"), _("Edit measure"), "saving_edit"),
        (access.may("set_saving_levers"), _("Levers of the forecast"), "saving_levers"),
        (access.may("remove_saving"), _("Remove measure"), "saving_remove"),
    )
    return tuple(Link(word, reverse(name, args=place)) for may, word, name in held if may)


def _facts(setting: Setting, held: SavingsYear, found: Saving) -> tuple[tuple[str, str], ...]:
    units = {unit.id: unit.name for unit in setting.dossier.organisation}
    required = {r.id: r.name for r in setting.dossier.savings_requirements}
    measured = "" if found.measured_by is MeasuredBy.STATED else f", {_('baseline')} {_number(found.baseline)}"
    return facts_of([
        (_("Status"), status_text(setting, found.status)),
        (_("Unit of the organisation"), units.get(found.unit or "", whole_board())),
        (_("Cost type"), say(label(found.cost_type)) if found.cost_type else _("All net cost")),
        (_("Against the requirement"), required.get(found.requirement or "", "")),
        (_("Answers for it"), found.owner),
        (_("Full-year effect in kr"), _number(found.full_year_effect)),
        (_("Runs"), span(setting, found)),
        *_levers(setting, found),
        (_("One-off cost in kr"), _number(found.one_off_cost) if found.one_off_cost is not None else ""),
        (_("Rests on"), rests_on(setting, held, found)),
        (_("How the effect becomes known"), capital(say(label(found.measured_by))) + measured),
        (_("Evidence"), found.evidence),
        (_("Remark"), found.note),
    ])  # fmt: skip


def _levers(setting: Setting, found: Saving) -> tuple[tuple[str, str], ...]:
    """What the forecast says that it gives, beside what is claimed; nothing for a measure without levers."""
    row = levers_of_saving(setting.dossier, found.id)
    if row is None:
        return ()
    claimed = year_effect(found, setting.dossier.plan.year, setting.dossier.saving_effects).this_year
    held = [(_("Levers of the forecast"), "\n".join(row.levers))]
    if row.computed_effect is not None:
        told = {"computed": _whole(row.computed_effect), "claimed": _whole(claimed),
                "day": row.computed_on, "digest": row.digest[:12]}  # fmt: skip
        held.append((
            _("Computed effect of the year in kr"),
            _("%(computed)s, claimed %(claimed)s (computed %(day)s from forecast %(digest)s)") % told,
        ))  # fmt: skip
    if row.joint_effect is not None and row.joint_effect != row.computed_effect:
        held.append((_("Of it when all savings are counted together, in kr"), _whole(row.joint_effect)))
    return tuple(held)


def _whole(amount: Decimal) -> str:
    return _number(round_half_up(amount, 0))


def _number(amount: Decimal | None) -> str:
    return Figure(amount, Unit.NUMBER).number(language=current_language())
