"""A document of the plan: read on the site, or as a file."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Document
from styrhus.paper.writers import WRITERS
from styrhus.paper.writers.html import write_html
from styrhus.reports.kind import DocumentKind
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, ledger_age, say
from styrhus.web.pages.documents.built import shelf
from styrhus.web.pages.documents.kind_of import kind_of
from styrhus.web.pages.documents.months import Months, months_of, of_month
from styrhus.web.pages.documents.report_texts import TextsOf, texts_of
from styrhus.web.permissions import Access, board_for

ON_SITE = "site"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"pdf": "application/pdf", "docx": DOCX, "html": "text/html; charset=utf-8"}
"""Media type of each format, the one most asked for first."""


@dataclass(frozen=True)
class DocumentPage:
    """`problems` stand in the place of the document when its texts refer to what does not exist."""

    frame: PageFrame
    kind: str
    article: SafeString
    files: tuple[Link, ...]
    months: Months
    texts: TextsOf | None = None
    problems: tuple[Problem, ...] = ()
    to_mend: tuple[Link, ...] = ()


def document(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    """The document in the reader's language, each figure a link to where it comes from."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = kind_of(kind)
    months = months_of(request, access, dossier, found)
    try:
        article = _article(access, dossier, found, months.month)
    except ProblemsError as error:
        return _broken(request, access, dossier, asked=(found, months), error=error)
    page = DocumentPage(
        _frame(request, access, dossier, kind=found, months=months), found.id, mark_safe(article),
        file_links(access, found, months.month), months, texts_of(access, dossier, found, months.month),
    )  # fmt: skip
    return render(request, "documents/document.html", {"page": page})


def document_file(request: HttpRequest, board: str, year: int, kind: str, *, suffix: str) -> HttpResponse:
    """The document as a file to keep: it needs nothing else to be read."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = kind_of(kind)
    if suffix not in TYPES:
        raise Http404(suffix)
    months = months_of(request, access, dossier, found)
    try:
        content = _built(access, dossier, (found, months.month), form=suffix, write=WRITERS[suffix])
    except ProblemsError as error:
        return _broken(request, access, dossier, asked=(found, months), error=error)
    name = found.file_name(dossier, suffix, months.month)
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=TYPES[suffix], headers={"Content-Disposition": disposition})


def file_links(access: Access, kind: DocumentKind, month: int | None = None) -> tuple[Link, ...]:
    """One link for each format."""
    place = [access.board, access.year, kind.id]
    links = ((suffix, reverse("document_file", args=[*place, suffix])) for suffix in TYPES)
    return tuple(Link(suffix.upper(), of_month(href, month)) for suffix, href in links)


def _article(access: Access, dossier: Dossier, kind: DocumentKind, month: int | None) -> str:
    def link(ref: str) -> str:
        return reverse("figure", args=[access.board, access.year, ref])

    def written(document: Document) -> bytes:
        return write_html(document, link=link, standalone=False).encode()

    return _built(access, dossier, (kind, month), form=ON_SITE, write=written).decode()


def _built(
    access: Access,
    dossier: Dossier,
    asked: tuple[DocumentKind, int | None],
    *,
    form: str,
    write: Callable[[Document], bytes],
) -> bytes:
    kind, month = asked
    language = current_language()
    key = (access.board, access.year, kind.key(dossier, month), language, form)
    return shelf.get(key, dossier, lambda: write(kind.build(dossier, language, month=month)))


def _frame(request: HttpRequest, access: Access, dossier: Dossier, *, kind: DocumentKind, months: Months) -> PageFrame:
    """A report is named with its month, a plan with its own title."""
    name, whose = say(kind.name), f"{dossier.board.name}, {dossier.board.municipality}."
    return board_frame(
        request,
        access,
        dossier,
        section="documents",
        title=f"{name}, {months.name} {dossier.plan.year}" if months.name else name,
        lead=whose if months.name else f"{dossier.plan.title}. {whose}",
        data_age=ledger_age(dossier, months.month) if months.name else "",
    )


def _broken(
    request: HttpRequest, access: Access, dossier: Dossier, *, asked: tuple[DocumentKind, Months], error: ProblemsError
) -> HttpResponse:  # fmt: skip
    """What has to be mended first, with a link to each section concerned."""
    kind, months = asked
    frame = board_frame(
        request, access, dossier,
        section="documents", title=kind.name.render(current_language()),
        lead=_("The document cannot be written before this is corrected."),
    )  # fmt: skip
    files = {problem.file for problem in error.problems}
    concerned = [section for section in dossier.sections if f"text/{section.id}.md" in files]
    to_mend = tuple(
        Link(section.title, reverse("section_edit", args=[access.board, access.year, section.id]))
        for section in concerned
        if access.may("change_section")
    )
    page = DocumentPage(frame, kind.id, SafeString(), (), months, None, error.problems, to_mend)
    return render(request, "documents/document.html", {"page": page}, status=422)
