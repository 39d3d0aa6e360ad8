"""The funding requests: what is asked for, what a refusal means, and what was decided."""

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.requests import linked_change
from styrhus.paper.blocks import Table
from styrhus.plan.labels import label
from styrhus.plan.undertaking import FundingNeed
from styrhus.reports.parts.needs import decided, need_blocks, request_sentence
from styrhus.store import read
from styrhus.values.figure import Figure
from styrhus.values.unit import Unit
from styrhus.web.forms.money_fields import capital, whole_board
from styrhus.web.frame import Link, board_frame, current_language, say
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.written import Part, WrittenPage, facts_of, linked_by_name
from styrhus.web.permissions import Access, board_for


@require_safe
def funding_requests(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    place = [board, year]
    actions = (Link(_("New request"), reverse("funding_request_new", args=place)),)
    page = WrittenPage(
        frame=board_frame(request, access, dossier, section="economy", title=_("Funding requests")),
        parts=kept(dossier, "funding-requests", lambda: _parts(access, dossier)),
        actions=actions if access.may("create_request") else (),
        file="funding_requests",
        empty=_("There are no funding requests"),
        empty_text=_("A controller writes down what is needed beyond the frame, and later what was decided."),
    )
    return render(request, "economy/written.html", {"page": page})


def _parts(access: Access, dossier: Dossier) -> tuple[Part, ...]:
    if not dossier.needs:
        return ()
    setting = page_setting(dossier)
    addresses = {n.name: reverse("funding_request", args=[access.board, access.year, n.id]) for n in dossier.needs}
    # The captions say what the headings of a document do.
    tables = [block for block in need_blocks(setting, 1) if isinstance(block, Table)]
    blocks = linked_by_name(tables, addresses)
    return (Part(page_html([*request_sentence(setting), *blocks], access, dossier)),)


@require_safe
def funding_request(request: HttpRequest, board: str, year: int, need: str) -> HttpResponse:
    """One request with its decision, and what it became in the frame."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = next((held for held in dossier.needs if held.id == need), None)
    if found is None:
        raise Http404
    crumbs = (Link(_("Funding requests"), reverse("funding_requests", args=[board, year])),)
    page = WrittenPage(
        frame=board_frame(request, access, dossier, section="economy", title=found.name, crumbs=crumbs),
        parts=(),
        actions=_actions(access, found),
        facts=tuple(_facts(dossier, found)),
    )
    return render(request, "economy/written.html", {"page": page})


def _actions(access: Access, found: FundingNeed) -> tuple[Link, ...]:
    place = [access.board, access.year, found.id]
    named = (
        ("decide_request", _("Write down the decision"), "funding_request_decide"),
        ("change_request", _("Edit request"), "funding_request_edit"),
        ("remove_request", _("Remove request"), "funding_request_remove"),
    )
    return tuple(Link(word, reverse(name, args=place)) for verb, word, name in named if access.may(verb))


def _facts(dossier: Dossier, found: FundingNeed) -> tuple[tuple[str, str], ...]:
    units = {unit.id: unit.name for unit in dossier.organisation}
    lasting = {True: _("permanent"), False: _("temporary"), None: _("not stated")}[found.permanent]
    until = found.until or (str(found.until_year) if found.until_year else "")
    change = linked_change(dossier, found.id)
    in_frame = "" if change is None else f"{change.label}, {change.year}: {_money(change.amount, change.unit)}"
    return facts_of([
        (_("Meaning"), found.text),
        (_("Priority"), str(found.priority or "")),
        (_("Unit of the organisation"), units.get(found.responsible_unit or "", whole_board())),
        (capital(_("FTE")), _money(found.posts, None) if found.posts is not None else ""),
        (_("Amount"), _money(found.amount, found.unit) if found.amount is not None else _("not stated")),
        (_("Wanted from year"), str(found.year or dossier.plan.year)),
        (_("How long"), f"{lasting}, {until}" if until else lasting),
        (_("Law"), found.law),
        (_("If refused"), found.consequence),
        (_("Decision"), decided(page_setting(dossier), found) or say(label(found.outcome))),
        (_("Day of the decision"), found.decided_on.isoformat() if found.decided_on else ""),
        (_("In the frame"), in_frame),
    ])  # fmt: skip


def _money(amount: Decimal | None, unit: Unit | None) -> str:
    return Figure(amount, unit or Unit.NUMBER).text(language=current_language())
