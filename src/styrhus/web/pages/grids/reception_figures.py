"""Fill in head-counts of reception by year, and add a group or a part to count."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.actions.report_reception import report_reception
from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.reception import CountedAt, ReceptionCohort
from styrhus.finance.grids.span import month_period
from styrhus.finance.labels import label
from styrhus.paper.words import MONTHS
from styrhus.store import read
from styrhus.web.forms.edit_page import Task
from styrhus.web.forms.edit_page import respond as respond_form
from styrhus.web.forms.fields import NumberField
from styrhus.web.forms.number_grid import Head, NumberGrid, Place, number_text
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import say
from styrhus.web.pages.grids.frame import Choice, GridForm, form_frame, respond
from styrhus.web.pages.grids.placement_figures import Asked
from styrhus.web.permissions import Access, board_for

Counted = tuple[str, str, CountedAt]
"""Group, part and the point that is counted at."""


def reception_figures(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form, for those who may report reception."""
    access = board_for(request.user, board, year)
    access.require("report_reception")
    asked = Asked(request, year)

    def write(page: GridForm) -> object:
        values, _grid = page.grid.read()
        dossier = read.dossier(board, year)
        cohorts = dict(_changed(dossier, asked.basis, values))
        groups = list(dict.fromkeys(c.group for c in dossier.reception_cohorts))
        versions = {group: page.versions[str(groups.index(group))] for group in cohorts}
        return report_reception(board, year, cohorts, versions=versions, by=actor(request))

    return respond(request, _page(request, access, asked), write=write, again=lambda: _page(request, access, asked))


def _page(request: HttpRequest, access: Access, asked: Asked) -> GridForm:
    """The form with what is stored; versions are read first, so that they are never newer than what is shown."""
    held = read.versions(access.board, access.year, "reception_cohorts")
    dossier = read.dossier(access.board, access.year)
    groups = dict.fromkeys(c.group for c in dossier.reception_cohorts)
    by_month = request.GET.get("by") == "month"
    return GridForm(
        frame=form_frame(
            request, access, dossier, title=_("Fill in reception"), below="reception", word=_("Reception")
        ),
        grid=_grid(dossier, asked, by_month=by_month),
        caption=f"{_('Reception')}, {say(label(asked.basis))}",
        unit=_("persons"),
        hint=_("An empty cell means that nobody has counted; it is never read as zero."),
        cancel=reverse("reception", args=[access.board, access.year]),
        versions={str(number): held.get(group, 0) for number, group in enumerate(groups)},
        choices=(
            ("basis", _("Basis"), tuple(Choice(b.value, say(label(b)), b is asked.basis) for b in Basis)),
            ("by", _("By"), (Choice("year", _("year"), not by_month), Choice("month", _("month"), by_month))),
        ),
    )  # fmt: skip


def _grid(dossier: Dossier, asked: Asked, *, by_month: bool) -> NumberGrid:
    year = dossier.plan.year
    if by_month:
        periods = [Head(month_period(year, n), f"{say(MONTHS[n - 1])} {year}") for n in range(1, 13)]
    else:
        stored = {int(c.period) for c in dossier.reception_cohorts if c.period.isdecimal()}
        periods = [Head(str(y), str(y)) for y in sorted({*stored, year - 1, year, year + 1})]
    rows = [_head(number, counted) for number, counted in enumerate(_rows(dossier))]
    held = {
        (_rows(dossier).index((c.group, c.part, c.at)), c.period): c.persons
        for c in dossier.reception_cohorts if c.basis is asked.basis
    }  # fmt: skip
    texts: dict[Place, str] = {
        (row.key, period.key): number_text(held.get((int(row.key), period.key))) for row in rows for period in periods
    }
    return NumberGrid(tuple(rows), tuple(periods), texts)


def _rows(dossier: Dossier) -> list[Counted]:
    """What is counted, group by group: those received, then the points of the year."""
    order = list(CountedAt)
    found = dict.fromkeys((c.group, c.part, c.at) for c in dossier.reception_cohorts)
    groups = list(dict.fromkeys(group for group, _part, _at in found))
    return sorted(found, key=lambda counted: (groups.index(counted[0]), order.index(counted[2])))


def _head(number: int, counted: Counted) -> Head:
    group, part, at = counted
    word = say(label(at))
    return Head(str(number), f"{word}, {part}" if part else word, group)


def _changed(
    dossier: Dossier, basis: Basis, values: dict[Place, Decimal | None]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The groups in which any count is another than the one stored, each with all of its counts."""
    rows = _rows(dossier)
    for group in dict.fromkeys(group for group, _part, _at in rows):
        own = [c for c in dossier.reception_cohorts if c.group == group]
        made = {(c.part, c.at, c.basis, c.period, c.unit): dict(c) for c in own}
        for (row, period), value in values.items():
            of_group, part, at = rows[int(row)]
            key = (part, at, basis, period, None)
            if of_group != group or (key not in made and value is None):
                continue
            new = ReceptionCohort(group=group, part=part, basis=basis, period=period, at=at)
            made[key] = {**made.get(key, dict(new)), "persons": value}
        kept = [given for given in made.values() if given["persons"] is not None or given["note"]]
        if kept != [dict(c) for c in own]:
            yield group, kept


class GroupForm(RecordForm):
    """A first count of a group, or of a part or a point of one."""

    group = forms.CharField(label=gettext_lazy("Group"), help_text=gettext_lazy("Such as unaccompanied minors."))
    part = forms.CharField(
        label=gettext_lazy("Part"), required=False,
        help_text=gettext_lazy("How they came, such as assigned; empty for the whole group."),
    )  # fmt: skip
    at = forms.ChoiceField(label=gettext_lazy("Counted"))
    basis = forms.ChoiceField(label=gettext_lazy("Basis"))
    period = forms.CharField(label=gettext_lazy("Period"), help_text=gettext_lazy("A year or a month."))
    persons = NumberField(label=gettext_lazy("Persons"))

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["at"].choices = [(code.value, say(label(code))) for code in CountedAt]  # type: ignore[attr-defined]
        self.fields["basis"].choices = [(code.value, say(label(code))) for code in Basis]  # type: ignore[attr-defined]


def reception_group_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form for something new to count."""
    access = board_for(request.user, board, year)
    access.require("report_reception")
    held = read.versions(board, year, "reception_cohorts")
    dossier = read.dossier(board, year)
    form = GroupForm(sent(request), initial={"period": str(year), "basis": Basis.BUDGET.value})
    home = reverse("reception", args=[board, year])

    def write() -> str:
        values = form.values()
        group = values["group"]
        rows = [dict(c) for c in dossier.reception_cohorts if c.group == group]
        versions = {group: held.get(group, 0)}
        report_reception(board, year, {group: [*rows, values]}, versions=versions, by=actor(request))
        return home

    frame = form_frame(request, access, dossier, title=_("New group"), below="reception", word=_("Reception"))
    task = Task(frame=frame, action=_("Add"), cancel=home, done=_("The count is added."), write=write)
    return respond_form(request, form, task)
