"""The levers of a saving: what it changes in the forecast, from which its effect is computed."""

from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.actions.set_saving_levers import set_saving_levers
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.saving_levers import Effects, effects, levers_of_saving
from styrhus.forecast.kept import SavingLever
from styrhus.forecast.lever import Lever
from styrhus.store import read
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.pages.forecast.forecast import Ready, prepared
from styrhus.web.pages.savings.saving import find_saving, saving_frame
from styrhus.web.permissions import board_for


class LeversForm(RecordForm):
    """One lever a line."""

    levers = forms.CharField(
        label=gettext_lazy("Levers"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "One a line, such as inflow:Barn=-10%, stay:Barn/institution=-5%, price=-2% or home:Unga/institution=5. "
            "They begin with the measure and grow as it does, unless they say otherwise (@2019-07+6)."
        ),
    )  # fmt: skip

    @property
    def texts(self) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in self.cleaned_data["levers"].splitlines() if line.strip()]


def saving_levers(request: HttpRequest, board: str, year: int, saving: str) -> HttpResponse:
    """The form; saving it computes the effect of all savings with levers anew."""
    access = board_for(request.user, board, year)
    access.require("set_saving_levers")
    dossier = read.dossier(board, year)
    found = find_saving(dossier, saving)
    held = levers_of_saving(dossier, saving)
    version = read.versions(board, year, "saving_levers").get(saving, 0)
    form = LeversForm(sent(request), initial={"levers": "\n".join(held.levers) if held else "", "version": version})
    home = reverse("saving", args=[board, year, saving])

    def write() -> str:
        texts = form.texts
        computed, digest = _computed(board, dossier, saving, texts)
        set_saving_levers(board, year, saving, texts, computed=computed, digest=digest,
                          version=form.seen_version, by=actor(request))  # fmt: skip
        return home

    task = Task(
        frame=saving_frame(request, access, dossier, found, title=_("Levers of the forecast")),
        action=_("Save and compute"),
        cancel=home,
        done=_("The levers are saved."),
        write=write,
        explanation=_("The effect that the forecast computes stands beside the claimed one. What several savings take "
                      "off together is counted once."),
    )  # fmt: skip
    return respond(request, form, task)


def _computed(board: str, dossier: Dossier, saving: str, texts: list[str]) -> tuple[Effects | None, str]:
    """The effects of all savings with these levers for one of them; none where there is no forecast."""
    ready = prepared(board, dossier)
    if isinstance(ready, str):
        return None, ""
    others = [row for row in dossier.saving_levers if row.saving != saving]
    mine = [SavingLever(saving=saving, levers=tuple(texts))] if texts else []
    base = ready.base.forecast
    return effects(dossier, [*others, *mine], base.months, lambda levers: _cost(ready, levers)), base.digest


def _cost(ready: Ready, levers: tuple[Lever, ...]) -> Decimal | None:
    total = ready.under(*levers).total.cost
    return None if total is None else total.mean
