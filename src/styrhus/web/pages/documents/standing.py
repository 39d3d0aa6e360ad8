"""How a document stands: marked as ready, opened again, and frozen as it was decided."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.actions.conflict import Conflict
from styrhus.actions.document_gate import ObstaclesError
from styrhus.actions.freeze_document import freeze_document
from styrhus.actions.mark_ready import mark_ready
from styrhus.actions.reopen_document import reopen_document
from styrhus.store import read
from styrhus.values.problem import ProblemsError
from styrhus.web.forms.decision import DecisionForm, ReadyForm
from styrhus.web.forms.edit_page import EditPage
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import actor, put, sent
from styrhus.web.frame import say
from styrhus.web.pages.documents.document_review import review_frame
from styrhus.web.pages.documents.kind_of import kind_of
from styrhus.web.pages.documents.months import months_of, of_month
from styrhus.web.permissions import Access, board_for


def document_ready(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    """Asks once, and refuses with what stands in the way."""
    access = board_for(request.user, board, year)
    access.require("mark_ready")
    month = _month(request, access, kind)
    form = ReadyForm(sent(request), initial={"version": read.version(board, year).revision})

    def write() -> None:
        mark_ready(board, year, kind, seen=form.seen_version, by=actor(request), month=month)
        messages.success(request, _("The document is marked as ready."))

    explanation = _("Ready means that the document may be decided. If the plan changes after that it is in work again.")
    return _asked(request, access, form, (kind, _("Mark as ready"), explanation), write=write)


def document_freeze(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    """Asks for the decision and keeps the document as it is."""
    access = board_for(request.user, board, year)
    access.require("freeze_document")
    month = _month(request, access, kind)
    form = DecisionForm(sent(request), initial={"version": read.version(board, year).revision})

    def write() -> None:
        freeze_document(board, year, kind, form.values(), seen=form.seen_version, by=actor(request), month=month)
        messages.success(request, _("The document is frozen as it was decided."))

    explanation = _(
        "The plan and the files are kept as they are now, in Swedish, with the decision on the front page. "
        "A decided version can neither be changed nor removed."
    )
    return _asked(request, access, form, (kind, _("Freeze as decided"), explanation), write=write)


def document_reopen(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    """The button that takes the readiness back."""
    access = board_for(request.user, board, year)
    access.require("reopen_document")
    found, month = kind_of(kind), _month(request, access, kind)
    if reopen_document(board, year, found.id, by=actor(request), month=month):
        messages.success(request, _("The document is in work again."))
    return redirect(of_month(reverse("document_review", args=[board, year, found.id]), month))


def _month(request: HttpRequest, access: Access, kind: str) -> int | None:
    return months_of(request, access, read.dossier(access.board, access.year), kind_of(kind)).month


Asked = tuple[str, str, str]
"""The kind of document, the words of the button and what it means."""


def _asked(
    request: HttpRequest, access: Access, form: RecordForm, asked: Asked, *, write: Callable[[], None]
) -> HttpResponse:
    kind, action, explanation = asked
    found = kind_of(kind)
    month = _month(request, access, kind)
    home = of_month(reverse("document_review", args=[access.board, access.year, found.id]), month)
    conflict, status = None, 200
    if request.method == "POST":
        conflict = _attempt(form, write) if form.is_valid() else None
        if conflict is None and not form.errors:
            return redirect(home)
        status = 409 if conflict else 422
        if conflict is not None:
            put(form, "version", read.version(access.board, access.year).revision)
    dossier = read.dossier(access.board, access.year)
    frame = review_frame(request, access, dossier, (found, month), title=action, lead=say(found.name))
    page = EditPage(frame, form, action, home, conflict=conflict, explanation=explanation)
    return render(request, "edit.html", {"page": page}, status=status)


def _attempt(form: RecordForm, write: Callable[[], None]) -> Conflict | None:
    """Run the action; what stands in the way becomes errors of the form."""
    try:
        write()
    except Conflict as conflict:
        return conflict
    except ProblemsError as error:
        form.add_problems(error.problems)
    except ObstaclesError as error:
        count = len(error.findings)
        told = ngettext(
            "The review finds %(n)s error that the plan has not noted.",
            "The review finds %(n)s errors that the plan has not noted.",
            count,
        )
        form.add_error(None, told % {"n": count})
        for finding in error.findings:
            form.add_error(None, say(finding.message))
    return None
