"""The page where anybody hands in a finished document and sees where it contradicts itself."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from styrhus.review.report import writer
from styrhus.review.report.html import body
from styrhus.review.review import Review
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.forms.document import DocumentForm
from styrhus.web.forms.save import sent
from styrhus.web.frame import PageFrame, current_language, plain_frame
from styrhus.web.pages.review.handed_in import Busy, TooOften, review_handed_in

TYPES = {"html": "text/html; charset=utf-8", "json": "application/json"}
"""Media types of the report as a file; a button of the form names one as `as`."""


@dataclass(frozen=True)
class ReviewPage:
    """`report` is there when a document was reviewed, `refusal` says why none was although the file may be right."""

    frame: PageFrame
    form: DocumentForm
    file: str = ""
    report: SafeString | None = None
    problems: tuple[Problem, ...] = ()
    refusal: str = ""


def review(request: HttpRequest) -> HttpResponse:
    """The form; a document sent in is answered with its report, as a page, a part of one, or a file to keep."""
    if not settings.OPEN_REVIEW and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    form = DocumentForm(sent(request), request.FILES or None)
    page = ReviewPage(_frame(request), form)
    if request.method != "POST":
        return render(request, "review/review.html", {"page": page})
    if not form.is_valid():
        return _shown(request, page, 422)
    try:
        found = review_handed_in(request, form.cleaned_data["document"])
    except ProblemsError as error:
        return _shown(request, replace(page, problems=error.problems), 422)
    except Busy:
        busy = _("Many documents are being reviewed just now. Wait a minute and send yours again.")
        return _shown(request, replace(page, refusal=busy), 503)
    except TooOften:
        told = _("Many documents have been reviewed from here. Wait ten minutes, or log in.")
        return _shown(request, replace(page, refusal=told), 429)
    if (form_of_file := request.POST.get("as", "")) in TYPES:
        return _file(found, form_of_file)
    report = mark_safe(body(found, current_language(), rule_href=rule_href))
    return _shown(request, replace(page, file=found.file, report=report), 200)


def rule_href(rule: str) -> str:
    """Where a rule is explained."""
    return f"{reverse('review_rules')}#{rule}"


def _file(found: Review, form: str) -> HttpResponse:
    """The report as a file; it is written anew from the document sent along, since none is kept."""
    stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in found.file.rpartition(".")[0] or found.file)
    word = _("review")
    name = f"{stem[:80]}-{word}.{form}".encode("ascii", "ignore").decode()
    disposition = f'attachment; filename="{name}"'
    content = writer(form)(found, current_language())
    return HttpResponse(content, content_type=TYPES[form], headers={"Content-Disposition": disposition})


def _shown(request: HttpRequest, page: ReviewPage, status: int) -> HttpResponse:
    template = "review/_result.html" if getattr(request, "htmx", False) else "review/review.html"
    return render(request, template, {"page": page}, status=status)


def _frame(request: HttpRequest) -> PageFrame:
    lead = _("Hand in a finished plan, budget or report and see where it contradicts itself.")
    return plain_frame(request, _("Review a document"), lead=lead)
