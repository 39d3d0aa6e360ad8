"""The page of an indicator: where it stands in a sentence, its line, its values, its rule and its life."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import judgement
from styrhus.dossier.standing import Standing, standing
from styrhus.paper.writers.html import blocks_html
from styrhus.plan.composite import Coverage, coverage
from styrhus.plan.goal import Goal
from styrhus.plan.indicator import Indicator
from styrhus.plan.indicator_sentence import indicator_sentence
from styrhus.plan.outcome import StatusOverride
from styrhus.plan.starting_point import StartingPoint, starting_point
from styrhus.plan.status import Judgement
from styrhus.plan.status_word import StatusWord
from styrhus.reports.indicator_chart import indicator_chart
from styrhus.store import read
from styrhus.values.text import Text
from styrhus.web.changes import ChangeLine, changes
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.kept import kept
from styrhus.web.pages.goals.facts import facts
from styrhus.web.pages.goals.goal import ancestor_links
from styrhus.web.pages.goals.life import LifeLine, life_line
from styrhus.web.pages.goals.rows import IndicatorRow, indicator_rows, shown_years
from styrhus.web.pages.goals.splits import Split, splits
from styrhus.web.pages.goals.uses import Uses, uses
from styrhus.web.pages.goals.value_table import ValueTable, value_table
from styrhus.web.permissions import Access, board_for

AUDITED = ("indicator", "outcome", "target", "status_override", "life_log_entry")
"""The kinds of objects whose changes the page tells."""


@dataclass(frozen=True)
class PastJudgement:
    """A year that could be judged, other than the plan year."""

    year: int
    judgement: Judgement


@dataclass(frozen=True)
class IndicatorPage:
    frame: PageFrame
    indicator: Indicator
    goal: Goal
    row: IndicatorRow
    judgement: Judgement
    override: StatusOverride | None
    past: tuple[PastJudgement, ...]
    standing: Standing
    start: StartingPoint | None
    chart: SafeString
    splits: tuple[Split, ...]
    split: Split | None
    values: ValueTable
    coverage: Coverage | None
    whole: Indicator | None
    years: tuple[int, ...]
    facts: tuple[tuple[Text, Text | str], ...]
    life: tuple[LifeLine, ...]
    uses: Uses
    may_edit: bool
    may_report: bool
    may_set_targets: bool
    may_override: bool
    may_remove: bool
    changes: tuple[ChangeLine, ...]


@require_safe
def indicator(request: HttpRequest, board: str, year: int, indicator: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = find_indicator(dossier, indicator)
    frame = indicator_frame(request, access, dossier, found)
    page = indicator_page(dossier, found, frame, access=access, by=request.GET.get("by", ""))
    return render(request, "goals/indicator.html", {"page": page})


def indicator_frame(
    request: HttpRequest, access: Access, dossier: Dossier, found: Indicator, *, title: str = ""
) -> PageFrame:
    """The frame of an indicator's page, or with a title of a page below it."""
    goal = dossier.goal_by_id[found.goal]
    crumbs = (
        *ancestor_links(dossier, goal, access),
        Link(goal.name, reverse("goal", args=[access.board, access.year, goal.id])),
    )
    if title:
        crumbs = (*crumbs, Link(found.name, reverse("indicator", args=[access.board, access.year, found.id])))
    sentence = indicator_sentence(
        found, dossier.plan.year, targets=dossier.targets_of(found.id), outcomes=dossier.outcomes_of(found.id)
    )
    return board_frame(
        request, access, dossier,
        section="goals", title=title or found.name, lead=found.name if title else sentence.render(current_language()),
        crumbs=crumbs,
    )  # fmt: skip


def indicator_page(
    dossier: Dossier, found: Indicator, frame: PageFrame, *, access: Access, by: str = ""
) -> IndicatorPage:
    """The values of the page from a dossier; `by` is the split that the chart shows."""
    held = standing(dossier)
    year = dossier.plan.year
    outcomes = dossier.outcomes_of(found.id)
    offered = splits(outcomes)
    split = next((s for s in offered if s.name == by), None)
    judged = judgement(dossier, found)
    row = indicator_rows(dossier)[found.id]
    unit = found.responsible_unit
    return IndicatorPage(
        frame=frame,
        indicator=found,
        goal=dossier.goal_by_id[found.goal],
        row=row,
        judgement=judged,
        override=next((o for o in dossier.overrides if (o.indicator, o.year) == (found.id, year)), None),
        past=_past(dossier, found),
        standing=held,
        start=_start(dossier, found) if judged.word is StatusWord.NOT_JUDGED else None,
        chart=kept(
            dossier, ("chart", found.id, split and split.name), lambda: _chart_html(dossier, found, split, access)
        ),
        splits=offered,
        split=split,
        values=value_table(dossier, found, say),
        coverage=_coverage(dossier, found),
        whole=dossier.indicator_by_id.get(found.part_of or ""),
        years=shown_years(dossier),
        facts=facts(dossier, found),
        life=tuple(life_line(dossier, entry) for entry in dossier.life_log if entry.indicator == found.id),
        uses=uses(dossier, found),
        may_edit=access.may("change_indicator", unit),
        may_report=access.may("report_outcomes", unit),
        may_set_targets=access.may("set_targets", unit),
        may_override=access.may("override_status", unit),
        may_remove=access.may("remove_indicator", unit),
        changes=changes(access, found.id, kinds=AUDITED),
    )


def find_indicator(dossier: Dossier, key: str) -> Indicator:
    """The indicator with an id, or the page that says that there is none."""
    found = dossier.indicator_by_id.get(key)
    if found is None:
        raise Http404
    return found


def _start(dossier: Dossier, found: Indicator) -> StartingPoint | None:
    targets, outcomes = dossier.targets_of(found.id), dossier.outcomes_of(found.id)
    return starting_point(found, dossier.plan.year, targets=targets, outcomes=outcomes)


def _past(dossier: Dossier, found: Indicator) -> tuple[PastJudgement, ...]:
    """Other years with a target and an outcome, latest first."""
    years = sorted({t.year for t in dossier.targets_of(found.id)} - {dossier.plan.year}, reverse=True)
    judged = (PastJudgement(year, judgement(dossier, found, year)) for year in years)
    return tuple(past for past in judged if past.judgement.word is not StatusWord.NOT_JUDGED)


def _coverage(dossier: Dossier, found: Indicator) -> Coverage | None:
    """How much of an index is measured in the latest year that it or a part of it was reported for."""
    involved = (found.id, *found.parts)
    years = [o.year for key in involved for o in dossier.outcomes_of(key) if o.value is not None or o.mark]
    latest = max(years, default=dossier.plan.year)
    return coverage(found, latest, {key: dossier.outcomes_of(key) for key in involved})


def _chart_html(dossier: Dossier, found: Indicator, split: Split | None, access: Access) -> SafeString:
    """The chart as the document writers draw it, its figures leading to where they come from."""
    language = current_language()
    chart = indicator_chart(dossier, found, language, parts=split.parts if split else ())
    if chart is None:
        return mark_safe("")

    def link(ref: str) -> str:
        return reverse("figure", args=[access.board, access.year, ref])

    return mark_safe(blocks_html([chart], language, link))
