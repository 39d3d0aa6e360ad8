"""Change, add and remove an indicator."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_indicator import change_indicator
from styrhus.actions.create_indicator import create_indicator
from styrhus.actions.remove_indicator import remove_indicator
from styrhus.dossier.dossier import Dossier
from styrhus.plan.indicator import Indicator
from styrhus.store import read
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.indicator import IndicatorForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import ReasonedRemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link, board_frame
from styrhus.web.pages.goals.goal import ancestor_links, find_goal
from styrhus.web.pages.goals.indicator import find_indicator, indicator_frame
from styrhus.web.pages.goals.uses import sections_naming
from styrhus.web.permissions import board_for


def indicator_edit(request: HttpRequest, board: str, year: int, indicator: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    record, version = _stored(board, year, indicator)
    access.require("change_indicator", record.responsible_unit)
    dossier = read.dossier(board, year)
    initial = {**initial_of(record), "version": version}
    form = IndicatorForm(sent(request), dossier=dossier, indicator=indicator, initial=initial)
    home = reverse("indicator", args=[board, year, indicator])

    def write() -> str:
        change_indicator(
            board, year, indicator, form.values(),
            version=form.seen_version, reason=form.cleaned_data["reason"], by=actor(request),
        )  # fmt: skip
        return home

    frame = indicator_frame(request, access, dossier, record, title=_("Edit indicator"))
    task = Task(
        frame=frame, action=_("Save"), cancel=home, done=_("The indicator is saved."), write=write,
        stored=lambda: _stored(board, year, indicator),
    )  # fmt: skip
    return respond(request, form, task)


def indicator_new(request: HttpRequest, board: str, year: int, goal: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("create_indicator")
    dossier = read.dossier(board, year)
    above = find_goal(dossier, goal)
    form = IndicatorForm(sent(request), dossier=dossier, initial={"goal": goal, "unit": "percent"})

    def write() -> str:
        made = create_indicator(board, year, form.values(), reason=form.cleaned_data["reason"], by=actor(request))
        return reverse("indicator_values", args=[board, year, made.id])

    home = reverse("goal", args=[board, year, goal])
    crumbs = (*ancestor_links(dossier, above, access), Link(above.name, home))
    frame = board_frame(
        request, access, dossier, section="goals", title=_("New indicator"), lead=above.name, crumbs=crumbs
    )
    done = _("The indicator is added. Now give it a target and the outcomes that are known.")
    return respond(request, form, Task(frame=frame, action=_("Add indicator"), cancel=home, done=done, write=write))


def indicator_remove(request: HttpRequest, board: str, year: int, indicator: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    record, version = _stored(board, year, indicator)
    access.require("remove_indicator", record.responsible_unit)
    form = ReasonedRemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_indicator(
            board, year, indicator,
            version=form.seen_version, reason=form.cleaned_data["reason"], by=actor(request),
        )  # fmt: skip
        return reverse("goal", args=[board, year, record.goal])

    dossier = read.dossier(board, year)
    task = Task(
        frame=indicator_frame(request, access, dossier, record, title=_("Remove indicator")),
        action=_("Remove indicator"), cancel=reverse("indicator", args=[board, year, indicator]),
        done=_("The indicator is removed."), write=write, stored=lambda: _stored(board, year, indicator), danger=True,
        explanation=_consequence(dossier, record),
    )  # fmt: skip
    return respond(request, form, task)


def _consequence(dossier: Dossier, record: Indicator) -> str:
    """What goes with the indicator, and which texts have to be changed first."""
    told = _("Its targets and outcomes of this plan go too. The life log keeps its name and the reason.")
    shown = ", ".join(section.title for section in sections_naming(dossier, record))
    if not shown:
        return told
    first = _("It cannot be removed while texts name it. Change these first: %(texts)s.") % {"texts": shown}
    return f"{told} {first}"


def _stored(board: str, year: int, indicator: str) -> tuple[Indicator, int]:
    """The indicator as it is now."""
    dossier, version = read.with_version(board, year, "indicators", indicator)
    return find_indicator(dossier, indicator), version
