"""Note that a finding in a document is known, with the reason that readers see."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.document_review import document_review
from styrhus.actions.note_contradiction import note_contradiction
from styrhus.store import read
from styrhus.values.problem import ProblemsError
from styrhus.web.forms.decision import NoteForm
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import say
from styrhus.web.pages.documents.document_review import review_frame
from styrhus.web.pages.documents.kind_of import kind_of
from styrhus.web.pages.documents.months import months_of, of_month
from styrhus.web.permissions import board_for


def finding_note(request: HttpRequest, board: str, year: int, kind: str, *, number: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("note_contradiction")
    found = kind_of(kind)
    revision = read.version(board, year).revision
    dossier = read.dossier(board, year)
    months = months_of(request, access, dossier, found)
    try:
        findings = document_review(dossier, found.id, months.month).review.findings
    except ProblemsError:
        findings = ()
    if not 1 <= number <= len(findings):
        raise Http404(str(number))
    form = NoteForm(sent(request), initial={"version": revision})
    home = of_month(reverse("document_review", args=[board, year, found.id]), months.month)

    def write() -> str:
        note_contradiction(
            board, year, found.id,
            number=number, explanation=form.cleaned_data["explanation"], seen=form.seen_version, by=actor(request),
            month=months.month,
        )  # fmt: skip
        return home

    lead = say(findings[number - 1].message)
    task = Task(
        frame=review_frame(request, access, dossier, (found, months.month), title=_("Note a contradiction"), lead=lead),
        action=_("Note it in the plan"), cancel=home, done=_("The contradiction is noted."), write=write,
        explanation=_(
            "A noted contradiction stands in the documents with its explanation and no longer hinders a decision."
        ),
    )  # fmt: skip
    return respond(request, form, task)
