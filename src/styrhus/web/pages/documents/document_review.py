"""The review of a document of the plan: what is found in it, how it stands, and its decided versions."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.reports.kind import DocumentKind
from styrhus.store import read
from styrhus.store.documents import Standing, standings
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.pages.documents.document import kind_of
from styrhus.web.pages.documents.findings import KindFindings, kind_findings
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class DocumentReviewPage:
    frame: PageFrame
    kind: DocumentKind
    findings: KindFindings
    standing: Standing
    may_mark: bool
    may_freeze: bool


def document_review(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = kind_of(kind)
    findings = kind_findings(dossier, access, found.id)
    page = DocumentReviewPage(
        review_frame(request, access, dossier, found, lead=_lead(findings)),
        found,
        findings,
        standings(board, year).get(found.id, Standing()),
        may_mark=access.may("mark_ready"),
        may_freeze=access.may("freeze_document"),
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


def review_frame(
    request: HttpRequest, access: Access, dossier: Dossier, kind: DocumentKind, *, lead: str = "", title: str = ""
) -> PageFrame:
    """The frame of a page about the standing of a document; with a `title` it lies below its review."""
    language = current_language()
    name = kind.name.render(language)
    place = [access.board, access.year, kind.id]
    steps = [Link(name, reverse("document", args=place))]
    if title:
        steps.append(Link(_("Review and versions"), reverse("document_review", args=place)))
    return board_frame(
        request, access, dossier,
        section="documents", title=title or _("Review and versions"), lead=lead, crumbs=steps,
    )  # fmt: skip
