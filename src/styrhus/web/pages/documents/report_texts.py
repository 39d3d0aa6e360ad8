"""The texts of a report: which are drafted and which are stored, and the page that writes the drafts anew."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from styrhus.actions.draft_report_texts import draft_report_texts, redrafted
from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.paper.writers.html import blocks_html
from styrhus.reports.kind import DocumentKind
from styrhus.reports.sections import section_blocks
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.forms.save import actor
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, ledger_age
from styrhus.web.pages.documents.kind_of import kind_of
from styrhus.web.pages.documents.months import months_of, of_month
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class TextsOf:
    """The stored texts of a report, and where its drafts are written; `drafts` are those that nobody has stored."""

    stored: tuple[Link, ...]
    drafts: int
    href: str
    new_href: str


@dataclass(frozen=True)
class Compared:
    """A chapter whose draft is not what is stored: as it stands (None where nothing does), and as it would be."""

    title: str
    now: SafeString | None
    then: SafeString


@dataclass(frozen=True)
class ReportTextsPage:
    frame: PageFrame
    kind: DocumentKind
    asked: str
    changes: tuple[Compared, ...]
    home: str
    problems: tuple[Problem, ...] = ()


def texts_of(access: Access, dossier: Dossier, kind: DocumentKind, month: int | None) -> TextsOf | None:
    """What an editor can do with the texts of a report; None for a plan and for those who may not."""
    if kind.monthly is None or month is None or not access.may("draft_report_texts"):
        return None
    sections = kind.setting(dossier, current_language(), month).sections
    held = {section.id for section in dossier.sections}
    place = [access.board, access.year]
    stored = tuple(Link(s.title, reverse("section_edit", args=[*place, s.id])) for s in sections if s.id in held)
    href = of_month(reverse("report_texts", args=[*place, kind.id]), month)
    about = urlencode({"document": kind.id, "period": kind.period(dossier, month), "part": Part.EVENTS.value})
    new_href = f"{reverse('section_new', args=place)}?{about}"
    return TextsOf(stored, len(sections) - len(stored), href, new_href)


def report_texts(request: HttpRequest, board: str, year: int, kind: str) -> HttpResponse:
    """Shows what the drafts would change; sent, it stores them as texts to edit."""
    access = board_for(request.user, board, year)
    access.require("draft_report_texts")
    found = kind_of(kind)
    dossier = read.dossier(board, year)
    months = months_of(request, access, dossier, found)
    if found.monthly is None:
        raise Http404(kind)
    home = of_month(reverse("document", args=[board, year, kind]), months.month)
    changes: tuple[Compared, ...] = ()
    problems: tuple[Problem, ...] = ()
    try:
        found.monthly.require(dossier, months.month)
        if request.method == "POST":
            draft_report_texts(board, year, kind, months.month or 0, by=actor(request))
            messages.success(request, _("The draft is stored as texts that can be edited."))
            return redirect(home)
        changes = tuple(_compared(dossier, *pair) for pair in redrafted(dossier, found.id, months.month or 0))
    except ProblemsError as error:
        problems = error.problems
    name = found.name.render(current_language())
    frame = board_frame(
        request, access, dossier, section="documents", title=_("Write the draft anew"),
        lead=f"{name}, {months.name} {year}", crumbs=(Link(name, home),),
        data_age=ledger_age(dossier, months.month),
    )  # fmt: skip
    page = ReportTextsPage(frame, found, months.query, changes, home, problems)
    return render(request, "documents/report_texts.html", {"page": page}, status=422 if problems else 200)


def _compared(dossier: Dossier, before: Section | None, after: Section) -> Compared:
    return Compared(after.title, _html(dossier, before) if before else None, _html(dossier, after))


def _html(dossier: Dossier, section: Section) -> SafeString:
    blocks, _problems = section_blocks(section, dossier, current_language())
    return mark_safe(blocks_html(blocks, current_language(), None, prefix="compared-", top=3))
