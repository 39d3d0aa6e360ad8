"""Write a section of text, with its problems by line and a preview of what a document would show."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from styrhus.actions.change_section import change_section
from styrhus.actions.conflict import Conflict
from styrhus.actions.create_section import create_section
from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.paper.writers.html import blocks_html
from styrhus.reports.sections import section_blocks
from styrhus.store import read
from styrhus.values.problem import Problem
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.save import Difference, Edited, actor, edited
from styrhus.web.forms.section import SectionForm
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.kept import kept
from styrhus.web.pages.documents.findings import FindingLine, section_findings
from styrhus.web.pages.documents.months import of_month
from styrhus.web.permissions import Access, board_for

NEW = "new"
"""What stands for the id of a section that does not exist yet, in the address of its preview."""


@dataclass(frozen=True)
class Shown:
    """A text as a document would show it, and what is wrong with it."""

    html: SafeString
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class SectionPage:
    """`section` is the id in addresses, `shown` the text as it would look, for those without JavaScript too.

    `home` is where the form is sent, also from the address of the preview.
    """

    frame: PageFrame
    form: SectionForm
    section: str
    home: str
    action: str
    shown: Shown
    is_new: bool = False
    findings: tuple[FindingLine, ...] = ()
    conflict: Conflict | None = None
    differences: tuple[Difference, ...] = ()


def section_edit(request: HttpRequest, board: str, year: int, section: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("change_section")
    held, version = stored(board, year, section)
    form = SectionForm(request.POST or None, initial={**initial_of(held), "version": version})
    if request.method != "POST":
        return _page(request, access, form, held)

    def write() -> None:
        change_section(board, year, section, form.values(), version=form.seen_version, by=actor(request))

    result = edited(request, form, write=write, stored=lambda: stored(board, year, section))
    if not result.saved:
        return _page(request, access, form, held, result=result)
    messages.success(request, _("The section is saved."))
    return redirect(home_of(access, held))


def section_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("create_section")
    part = request.GET.get("part", Part.SUMMARY.value)
    home = {name: request.GET.get(name, "") for name in ("document", "period")}
    form = SectionForm(request.POST or None, initial={"part": part, **home})
    if request.method != "POST":
        return _page(request, access, form, None)

    made: list[Section] = []

    def write() -> None:
        made.append(create_section(board, year, form.values(), by=actor(request)))

    result = edited(request, form, write=write)
    if not result.saved:
        return _page(request, access, form, None, result=result)
    messages.success(request, _("The section is added."))
    return redirect(home_of(access, made[-1]))


def home_of(access: Access, section: Section) -> str:
    """The page that lists a section: that of its report, else that of all documents."""
    place = [access.board, access.year]
    month = section.period.rpartition("-")[2]
    if section.document and month.isdecimal():
        return of_month(reverse("document", args=[*place, section.document]), int(month))
    return reverse("documents", args=place)


def section_preview(request: HttpRequest, board: str, year: int, section: str) -> HttpResponse:
    """The section as stored for any reader; a sent form as it would look, for its editor, without storing it."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    held = None if section == NEW and request.method == "POST" else found(dossier, section)
    if request.method != "POST":
        frame = _frame(request, access, dossier, title=held.title if held else "")
        shown = kept(dossier, ("section", section), lambda: preview(held, dossier, access)) if held else None
        page = {"frame": frame, "section": held, "shown": shown, "may_edit": access.may("change_section")}
        return render(request, "documents/section.html", {"page": page})
    access.require("change_section")
    form = SectionForm(request.POST)
    if getattr(request, "htmx", False):
        return render(request, "documents/_preview.html", {"shown": _shown(form, held, dossier, access)})
    return _page(request, access, form, held)


def preview(section: Section, dossier: Dossier, access: Access) -> Shown:
    """A section as it would look, its figures linked; problems name the line, since the section is at hand."""

    def link(ref: str) -> str:
        return reverse("figure", args=[access.board, access.year, ref])

    language = current_language()
    blocks, problems = section_blocks(section, dossier, language)
    html = blocks_html(blocks, language, link, prefix="preview-", top=3)
    return Shown(mark_safe(html), tuple(replace(problem, file="") for problem in problems))


def found(dossier: Dossier, section: str) -> Section:
    """The section by its id; 404 when there is none."""
    for held in dossier.sections:
        if held.id == section:
            return held
    raise Http404(section)


def stored(board: str, year: int, section: str) -> tuple[Section, int]:
    """The section as it is now."""
    dossier, version = read.with_version(board, year, "sections", section)
    return found(dossier, section), version


def _shown(form: SectionForm, held: Section | None, dossier: Dossier, access: Access) -> Shown:
    """What the form holds, or the stored section when nothing was sent."""
    if not form.is_bound:
        return preview(held, dossier, access) if held else Shown(SafeString(), ())
    form.is_valid()
    typed = form.cleaned_data
    part = Part(typed["part"]) if typed.get("part") else Part.SUMMARY
    key = held.id if held else NEW
    home = {name: typed.get(name, "") for name in ("document", "period")}
    section = Section(id=key, title=typed.get("title") or "–", part=part, text=typed.get("text", ""), **home)
    return preview(section, dossier, access)


def _page(
    request: HttpRequest, access: Access, form: SectionForm, held: Section | None, *, result: Edited | None = None
) -> HttpResponse:
    dossier = read.dossier(access.board, access.year)
    shown = _shown(form, held, dossier, access)
    title = held.title if held else _("New section")
    place = [access.board, access.year]
    page = SectionPage(
        _frame(request, access, dossier, title=title),
        form,
        section=held.id if held else NEW,
        home=reverse("section_edit", args=[*place, held.id]) if held else reverse("section_new", args=place),
        action=_("Save") if held else _("Add section"),
        shown=shown,
        is_new=held is None,
        findings=section_findings(dossier, access, held.id) if held else (),
        conflict=result.conflict if result else None,
        differences=result.differences if result else (),
    )
    status = result.http_status if result else 200
    return render(request, "documents/section_edit.html", {"page": page}, status=status)


def _frame(request: HttpRequest, access: Access, dossier: Dossier, *, title: str) -> PageFrame:
    crumbs: tuple[Link, ...] = ()
    return board_frame(request, access, dossier, section="documents", title=title, crumbs=crumbs)
