"""Set the status of an indicator by hand, with a reason, or let the rule speak again."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.clear_override import clear_override
from styrhus.actions.override_status import override_status
from styrhus.dossier.judgements import judgement
from styrhus.plan.outcome import StatusOverride
from styrhus.plan.status import Judgement
from styrhus.plan.status_word import StatusWord
from styrhus.store import read
from styrhus.web.forms.edit_page import EditPage
from styrhus.web.forms.save import Edited, actor, attempt, put, sent
from styrhus.web.forms.status import StatusForm
from styrhus.web.pages.goals.indicator import find_indicator, indicator_frame
from styrhus.web.permissions import board_for


@dataclass(frozen=True)
class StatusPage(EditPage):
    """The form with what the rule says and the override that there is."""

    judgement: Judgement | None = None
    override: StatusOverride | None = None


def indicator_status(request: HttpRequest, board: str, year: int, indicator: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    version = read.versions(board, year, "overrides").get(indicator, 0)
    dossier = read.dossier(board, year)
    found = find_indicator(dossier, indicator)
    access.require("override_status", found.responsible_unit)
    override = next((o for o in dossier.overrides if (o.indicator, o.year) == (indicator, year)), None)
    initial: dict[str, object] = {"version": version}
    if override is not None:
        initial |= {"status": override.status, "reason": override.reason}
    form = StatusForm(sent(request), initial=initial)
    result = _saved(request, form, (board, year, indicator)) if request.method == "POST" else None
    home = reverse("indicator", args=[board, year, indicator])
    if result is not None and result.saved:
        return redirect(home)
    page = StatusPage(
        frame=indicator_frame(request, access, dossier, found, title=_("Set the status by hand")),
        form=form,
        action=_("Save"),
        cancel=home,
        conflict=result.conflict if result else None,
        judgement=judgement(dossier, found),
        override=override,
    )
    return render(request, "goals/status.html", {"page": page}, status=result.http_status if result else 200)


def _saved(request: HttpRequest, form: StatusForm, place: tuple[str, int, str]) -> Edited:
    """Set or clear the override, as the button says."""
    clear = "clear" in request.POST
    if clear:
        for name in ("status", "reason"):
            form.fields[name].required = False
    if not form.is_valid():
        return Edited(False)

    board, year, indicator = place

    def write() -> None:
        version, by = form.seen_version, actor(request)
        if clear:
            clear_override(board, year, indicator, for_year=year, version=version, by=by)
            return
        status, reason = StatusWord(form.cleaned_data["status"]), form.cleaned_data["reason"]
        override_status(board, year, indicator, status, for_year=year, reason=reason, version=version, by=by)

    conflict = attempt(form, write)
    if conflict is not None:
        put(form, "version", read.versions(board, year, "overrides").get(indicator, 0))
        return Edited(False, conflict)
    if not form.errors:
        messages.success(request, _("The rule decides the status again.") if clear else _("The status is set by hand."))
    return Edited(not form.errors)
