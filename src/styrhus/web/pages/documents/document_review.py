"""The review of a document of the plan: what is found in it, how it stands, and its decided versions."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.reports.kind import DocumentKind
from styrhus.reports.months import month_name
from styrhus.store import read
from styrhus.store.documents import Standing, standings
from styrhus.web.frame import Link, PageFrame, board_frame, ledger_age, say
from styrhus.web.pages.documents.findings import KindFindings, kind_findings
from styrhus.web.pages.documents.kind_of import kind_of
from styrhus.web.pages.documents.months import Months, months_of, of_month
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class DocumentReviewPage:
    frame: PageFrame
    kind: DocumentKind
    findings: KindFindings
    standing: Standing
    may_mark: bool
    may_freeze: bool
    months: Months


def document_review(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = kind_of(kind)
    months = months_of(request, access, dossier, found, to="document_review")
    findings = kind_findings(dossier, access, found.id, months.month)
    page = DocumentReviewPage(
        review_frame(request, access, dossier, (found, months.month), lead=_lead(findings)),
        found,
        findings,
        standings(board, year).get(found.key(dossier, months.month), Standing()),
        may_mark=access.may("mark_ready"),
        may_freeze=access.may("freeze_document"),
        months=months,
    )
    return render(request, "documents/review.html", {"page": page})


def _lead(findings: KindFindings) -> str:
    """Whether the document can be decided."""
    if findings.broken:
        return _("The document cannot be written before its texts are corrected.")
    if findings.has_errors:
        return _("%(summary)s. An error that is not noted stands in the way of a decision.") % {
            "summary": findings.summary
        }
    return _("%(summary)s. Nothing stands in the way of a decision.") % {"summary": findings.summary}


Asked = tuple[DocumentKind, int | None]
"""A kind of document and the month of a report."""


def review_frame(
    request: HttpRequest, access: Access, dossier: Dossier, asked: Asked, *, lead: str = "", title: str = ""
) -> PageFrame:
    """The frame of a page about the standing of a document; with a `title` it lies below its review."""
    kind, month = asked
    name = " ".join(filter(None, (say(kind.name), say(month_name(month)) if month else "")))
    place = [access.board, access.year, kind.id]
    steps = [Link(name, of_month(reverse("document", args=place), month))]
    if title:
        steps.append(Link(_("Review and versions"), of_month(reverse("document_review", args=place), month)))
    return board_frame(
        request, access, dossier,
        section="documents", title=title or _("Review and versions"), lead=lead, crumbs=steps,
        data_age=ledger_age(dossier, month) if month else "",
    )  # fmt: skip
