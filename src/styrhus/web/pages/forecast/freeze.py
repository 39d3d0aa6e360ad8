"""Freeze the forecast that one has looked at, with its levers and a comment."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.actions.freeze_forecast import freeze_forecast
from styrhus.dossier.freezing import to_freeze
from styrhus.dossier.placement_forecast import Outlook
from styrhus.dossier.placement_forecast.words import lead
from styrhus.forecast import Lever
from styrhus.forecast.lever_text import format_lever, parse_levers
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link, board_frame, say
from styrhus.web.pages.forecast.forecast import Ready, prepared
from styrhus.web.permissions import board_for

LEVERS = "set"
"""Levers in the address, as on the page that compares: texts with semicolons between them."""


class FreezeForm(RecordForm):
    """`digest` is that of the forecast that the user saw; `levers` are texts with semicolons between them."""

    beside = ("levers", "digest")

    comment = forms.CharField(
        label=gettext_lazy("Comment"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What the forecast is for and what it does not know, such as a contract that ends."),
    )  # fmt: skip
    levers = forms.CharField(required=False, widget=forms.HiddenInput)
    digest = forms.CharField(required=False, widget=forms.HiddenInput)


def freeze(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form with what will be frozen in words; sent in, it freezes and shows what was frozen."""
    access = board_for(request.user, board, year)
    access.require("freeze_forecast")
    dossier = read.dossier(board, year)
    ready = prepared(board, dossier)
    if isinstance(ready, str):
        return redirect(reverse("forecast", args=[board, year]))
    texts = _texts(request)
    levers, problems = parse_levers(texts, ready.base.forecast.months, _streams(ready))
    found, problems = _under(ready, levers, problems)
    form = FreezeForm(sent(request), initial=_initial(found, texts))

    def write() -> str:
        if problems:
            raise ProblemsError(problems)
        _require_seen(form.cleaned_data, found)
        held = to_freeze(_named(found, levers), ready.source.material, ready.held)
        new = freeze_forecast(board, year, held, comment=form.cleaned_data["comment"], by=actor(request))
        return reverse("forecast_frozen", args=[board, year, new.id])

    home = Link(_("Frozen forecasts"), reverse("forecast_record", args=[board, year]))
    task = Task(
        frame=board_frame(
            request, access, dossier, section="forecast", title=_("Freeze the forecast"), lead=say(lead(found)),
            crumbs=(home,),
        ),
        action=_("Freeze"),
        cancel=reverse("forecast", args=[board, year]),
        done=_("The forecast is frozen."),
        write=write,
        explanation=_explanation(texts),
    )  # fmt: skip
    return respond(request, form, task)


def _texts(request: HttpRequest) -> list[str]:
    held = request.POST.get("levers", "") if request.method == "POST" else ";".join(request.GET.getlist(LEVERS))
    return [text.strip() for text in held.split(";") if text.strip()]


def _streams(ready: Ready) -> tuple[Any, ...]:
    return tuple(part.stream for part in ready.base.forecast.streams if part.stream is not None)


def _under(ready: Ready, levers: Sequence[Lever], problems: tuple[Problem, ...]) -> tuple[Outlook, tuple[Problem, ...]]:
    """The outlook under the levers; the one without them, and why, when they cannot be done."""
    if problems:
        return ready.base, problems
    try:
        return ready.under(*levers), ()
    except ProblemsError as refused:
        return ready.base, refused.problems


def _initial(found: Outlook, texts: Sequence[str]) -> dict[str, str]:
    return {"levers": ";".join(texts), "digest": found.forecast.digest}


def _explanation(texts: Sequence[str]) -> str:
    told = _("A frozen forecast is never changed and never removed. It can be shown in reports, and is scored as "
             "outcomes arrive.")  # fmt: skip
    if not texts:
        return told
    return f"{told} {_('With the levers: %(levers)s.') % {'levers': ', '.join(texts)}}"


def _require_seen(sent_in: dict[str, Any], found: Outlook) -> None:
    """ProblemsError when the data have changed since the form was opened."""
    if sent_in["digest"] and sent_in["digest"] != found.forecast.digest:
        message = msg("The data have changed since you looked; the forecast above is of the new ones.")
        raise ProblemsError((Problem(message, msg("Open the form again when you have read it."), column="comment"),))


def _named(found: Outlook, levers: Sequence[Lever]) -> Outlook:
    """The outlook whose forecast names its levers as one writes them."""
    texts = tuple(format_lever(lever, found.forecast.months) for lever in levers)
    return replace(found, forecast=replace(found.forecast, levers=texts))
