"""Report the outcomes of an indicator and set its targets, each with a form of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.actions.report_outcomes import report_outcomes
from styrhus.actions.set_targets import set_targets
from styrhus.plan.indicator import Indicator
from styrhus.plan.labels import part_label
from styrhus.plan.target import TargetKind
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.forms.outcome_grid import Grid, grid_of, outcomes_from, read_grid
from styrhus.web.forms.paste import filled
from styrhus.web.forms.save import actor
from styrhus.web.forms.target_table import TargetLine, read_lines, target_lines, targets_from
from styrhus.web.frame import PageFrame, current_language, say
from styrhus.web.pages.goals.indicator import find_indicator, indicator_frame
from styrhus.web.pages.goals.value_table import ValueTable, value_table
from styrhus.web.permissions import Access, board_for

OUTCOMES, TARGETS = "outcomes", "targets"


@dataclass(frozen=True)
class Refusal:
    """Why a form was not saved: cells to correct, problems of the whole, or somebody who was first.

    `form` is the one that it is about; `stored` shows what is stored now beside what was typed.
    """

    form: str
    has_errors: bool = False
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None
    stored: ValueTable | None = None

    @property
    def http_status(self) -> int:
        return 409 if self.conflict else 422


@dataclass(frozen=True)
class ValuesPage:
    frame: PageFrame
    indicator: Indicator
    grid: Grid
    lines: tuple[TargetLine, ...]
    versions: Mapping[str, int]
    cancel: str
    may_report: bool
    may_set_targets: bool
    pasted: str = ""
    paste_error: str = ""
    reason: str = ""
    refusal: Refusal | None = None
    kinds: tuple[TargetKind, ...] = tuple(TargetKind)


def indicator_values(request: HttpRequest, board: str, year: int, indicator: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    page = values_page(request, access, indicator)
    if not (page.may_report or page.may_set_targets):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "goals/values.html", {"page": page})
    sent = _targets_sent if request.POST.get("form") == TARGETS else _outcomes_sent
    after = sent(request, access, page)
    if after is None:
        return redirect("indicator", board, year, indicator)
    status = after.refusal.http_status if after.refusal else 200
    return render(request, "goals/values.html", {"page": after}, status=status)


def values_page(request: HttpRequest, access: Access, indicator: str) -> ValuesPage:
    """The page with the stored values; versions are read first, so that they are never newer than what is shown."""
    versions = versions_of(access, indicator)
    dossier = read.dossier(access.board, access.year)
    found = find_indicator(dossier, indicator)
    outcomes, targets = dossier.outcomes_of(indicator), dossier.targets_of(indicator)
    unit = found.responsible_unit
    return ValuesPage(
        frame=indicator_frame(request, access, dossier, found, title=_("Outcomes and targets")),
        indicator=found,
        grid=grid_of(found, outcomes, access.year),
        lines=target_lines(found, targets, access.year),
        versions=versions,
        cancel=reverse("indicator", args=[access.board, access.year, indicator]),
        may_report=access.may("report_outcomes", unit) or _reports_for_a_part(access, found),
        may_set_targets=access.may("set_targets", unit),
    )


def versions_of(access: Access, indicator: str) -> dict[str, int]:
    """The versions of the outcomes and the targets of an indicator."""
    return {part: read.versions(access.board, access.year, part).get(indicator, 0) for part in (OUTCOMES, TARGETS)}


def _reports_for_a_part(access: Access, indicator: Indicator) -> bool:
    """Whether the indicator is broken down, so that a unit may report its own part of it."""
    return bool(indicator.breakdowns) and access.may_somewhere("report_outcomes")


def _outcomes_sent(request: HttpRequest, access: Access, page: ValuesPage) -> ValuesPage | None:
    """Fill in what was pasted, or report; None when it was saved."""
    sent = replace(page, grid=read_grid(request.POST.dict()), versions=_seen(request, page, OUTCOMES))
    if "fill" in request.POST:
        pasted = request.POST.get("pasted", "")
        grid, told = filled(sent.grid, pasted)
        return replace(sent, grid=grid, paste_error=told, pasted=pasted if told else "")
    stored = read.dossier(access.board, access.year).outcomes_of(page.indicator.id)
    rows, grid = outcomes_from(sent.grid, page.indicator, stored)
    sent = replace(sent, grid=grid)
    if grid.errors:
        return replace(sent, refusal=Refusal(OUTCOMES, has_errors=True))

    def write() -> object:
        version = sent.versions[OUTCOMES]
        return report_outcomes(access.board, access.year, page.indicator.id, rows, version=version, by=actor(request))

    names = [_name(row.get("part", ""), row.get("period", "")) for row in rows]
    return _told(request, _tried(access, sent, OUTCOMES, write=write, names=names))


def _targets_sent(request: HttpRequest, access: Access, page: ValuesPage) -> ValuesPage | None:
    """Set the targets; None when it was done."""
    stored = read.dossier(access.board, access.year).targets_of(page.indicator.id)
    rows, lines = targets_from(read_lines(request.POST.dict()), page.indicator, stored)
    reason = request.POST.get("reason", "").strip()
    sent = replace(page, lines=lines, reason=reason, versions=_seen(request, page, TARGETS))
    if any(line.errors for line in lines):
        return replace(sent, refusal=Refusal(TARGETS, has_errors=True))

    def write() -> object:
        version = sent.versions[TARGETS]
        return set_targets(
            access.board, access.year, page.indicator.id, rows, version=version, reason=reason, by=actor(request)
        )

    names = [_name(row.get("part", ""), row.get("year", "")) for row in rows]
    return _told(request, _tried(access, sent, TARGETS, write=write, names=names))


def _seen(request: HttpRequest, page: ValuesPage, form: str) -> dict[str, int]:
    """The versions with that of one form as the user saw it."""
    text = request.POST.get("version", "")
    return {**page.versions, form: int(text) if text.isdecimal() and len(text) < 10 else 0}


def _tried(
    access: Access, sent: ValuesPage, form: str, *, write: Callable[[], object], names: Sequence[str]
) -> ValuesPage | None:
    """Save; what is refused is told, and after a conflict the page carries the version of now."""
    try:
        write()
    except ProblemsError as error:
        problems = tuple(_placed(problem, names) for problem in error.problems)
        return replace(sent, refusal=Refusal(form, problems=problems))
    except Conflict as conflict:
        now = value_table(read.dossier(access.board, access.year), sent.indicator, say)
        versions = versions_of(access, sent.indicator.id)
        return replace(sent, versions=versions, refusal=Refusal(form, conflict=conflict, stored=now))
    return None


def _told(request: HttpRequest, page: ValuesPage | None) -> ValuesPage | None:
    """Say so when everything was saved."""
    if page is None:
        messages.success(request, _("The values are saved."))
    return page


def _name(part: Any, period: Any) -> str:
    """How a row is called in a problem: `women, 2022`."""
    return f"{part_label(str(part)).render(current_language())}, {period}"


def _placed(problem: Problem, names: Sequence[str]) -> Problem:
    """A problem with the row called by its name; a place inside the dossier says nothing to a reader."""
    if problem.row is not None and problem.row <= len(names):
        return replace(problem, file=names[problem.row - 1], row=None, column="")
    return replace(problem, file="", row=None)
