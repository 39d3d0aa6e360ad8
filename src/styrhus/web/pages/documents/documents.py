"""The documents page: the kinds of document to read and download, and the sections of text they are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.labels import PART_LABELS
from styrhus.reports import KINDS
from styrhus.reports.kind import DocumentKind
from styrhus.reports.months import month_name
from styrhus.reports.prose import uses
from styrhus.reports.sections import check_section
from styrhus.store import read
from styrhus.store.documents import Standing, standings
from styrhus.store.last_changes import LastChange, last_changes_of
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.kept import fragment, kept
from styrhus.web.pages.documents.document import file_links
from styrhus.web.pages.documents.findings import counted
from styrhus.web.pages.documents.months import of_month
from styrhus.web.permissions import Access, board_for

REPORTS = ("monthly-report", "interim-report", "annual-report")


@dataclass(frozen=True)
class KindLine:
    """A kind of document; `own` says that it is the kind that the plan was published as."""

    name: str
    description: str
    href: str
    files: tuple[Link, ...]
    own: bool
    review: Link
    has_errors: bool
    standing: Standing
    months: tuple[Link, ...] = ()
    waits: str = ""


@dataclass(frozen=True)
class SectionLine:
    """A section of text with its state: how long, how many live figures, how many problems, last changed."""

    section: Section
    words: int
    figures: int
    problems: int
    changed: LastChange | None
    first: bool
    last: bool


@dataclass(frozen=True)
class PartGroup:
    name: str
    part: Part
    sections: tuple[SectionLine, ...]


@dataclass(frozen=True)
class DocumentsPage:
    frame: PageFrame
    kinds: tuple[KindLine, ...]
    parts: tuple[PartGroup, ...]
    may_edit: bool


def documents(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    changed = last_changes_of(board, year, "section")
    parts = tuple(group for part in Part if (group := _group(dossier, part, changed)).sections)
    frame = board_frame(request, access, dossier, section="documents", title=_("Documents"), lead=_lead(dossier, parts))
    page = DocumentsPage(frame, _kinds(access, dossier), parts, access.may("change_section"))
    texts = fragment(request, dossier, "documents/_texts.html", page, page.may_edit, tuple(changed.items()))
    return render(request, "documents/documents.html", {"page": page, "texts": texts})


def _kinds(access: Access, dossier: Dossier) -> tuple[KindLine, ...]:
    """Every kind: the plan's own first, then the reports in the order that they come in a year, then the rest."""
    held = standings(access.board, access.year)
    own = dossier.plan.kind.value
    order = (own, *REPORTS, *KINDS)
    kinds = sorted(KINDS.values(), key=lambda kind: order.index(kind.id))
    return tuple(_kind(access, dossier, kind, held) for kind in kinds)


def _kind(access: Access, dossier: Dossier, kind: DocumentKind, standings: Mapping[str, Standing]) -> KindLine:
    language = current_language()
    month = kind.month(dossier)
    place = [access.board, access.year, kind.id]
    home = reverse("document", args=place)
    if kind.monthly is not None and month is None:
        waits = _("It can be written when a month of the ledger has been imported.")
        names = kind.name.render(language), kind.description.render(language)
        return KindLine(*names, "", (), False, Link(""), False, Standing(), waits=waits)
    findings = kept(dossier, ("findings", kind.id), lambda: counted(dossier, kind.id, month))
    return KindLine(
        kind.name.render(language),
        kind.description.render(language),
        of_month(home, month),
        file_links(access, kind, month),
        kind.id == dossier.plan.kind.value,
        Link(findings.summary, of_month(reverse("document_review", args=place), month)),
        findings.has_errors,
        standings.get(kind.key(dossier, month), Standing()),
        _months(dossier, home, month),
    )


def _months(dossier: Dossier, home: str, chosen: int | None) -> tuple[Link, ...]:
    """A link to the report of each month that the ledger has; none for a plan."""
    if chosen is None:
        return ()
    held = sorted({m.month for m in dossier.ledger_months if m.year == dossier.plan.year})
    return tuple(Link(say(month_name(month)), of_month(home, month), month == chosen) for month in held)


def _group(dossier: Dossier, part: Part, changed: Mapping[str, LastChange]) -> PartGroup:
    held = [section for section in dossier.sections if section.part is part and not section.document]
    lines = tuple(
        SectionLine(
            section,
            words=len(section.text.split()),
            figures=len(uses(section).expressions),
            problems=len(check_section(section, dossier)),
            changed=changed.get(section.id),
            first=place == 0,
            last=place == len(held) - 1,
        )
        for place, section in enumerate(held)
    )
    return PartGroup(PART_LABELS[part].render(current_language()), part, lines)


def _lead(dossier: Dossier, parts: tuple[PartGroup, ...]) -> str:
    """How the texts stand, in words."""
    broken = sum(line.problems > 0 for group in parts for line in group.sections)
    if broken:
        told = ngettext(
            "%(n)s section refers to something that does not exist; documents can be written when it is corrected.",
            "%(n)s sections refer to something that does not exist; documents can be written when they are corrected.",
            broken,
        )
        return told % {"n": broken}
    count = sum(not section.document for section in dossier.sections)
    told = ngettext(
        "%(n)s section of text; every figure in it is taken from the plan.",
        "%(n)s sections of text; every figure in them is taken from the plan.",
        count,
    )
    return told % {"n": count} if count else _("The documents are written from the plan; there are no texts yet.")
