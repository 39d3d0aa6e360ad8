"""Fill in the placement grid: a year's persons, price and amount, or one of them month by month."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.report_placements import report_placements
from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow, Pricing
from styrhus.finance.grids.span import month_period
from styrhus.finance.labels import label
from styrhus.paper.words import MONTHS
from styrhus.store import read
from styrhus.web.forms.number_grid import Head, NumberGrid, Place, number_text
from styrhus.web.forms.save import actor
from styrhus.web.frame import say
from styrhus.web.pages.grids.frame import Choice, GridForm, form_frame, respond
from styrhus.web.permissions import Access, board_for

YEAR = "year"
FIELDS = ("persons", "price", "amount")
Figures = dict[tuple[Basis, str], dict[str, Any]]
"""The figures of a row by basis and period, field by field."""


class Asked:
    """What the address asks for: basis, year, and which field by month or all of a year."""

    def __init__(self, request: HttpRequest, plan_year: int) -> None:
        asked = request.GET.get("basis", "")
        self.basis = Basis(asked) if asked in set(Basis) else Basis.OUTCOME
        text = request.GET.get("year", "")
        self.year = int(text) if text.isdecimal() and len(text) == 4 else plan_year
        self.what = request.GET.get("what", YEAR)
        if self.what not in FIELDS:
            self.what = YEAR

    def place(self, column: str) -> tuple[str, str]:
        """The period and the field that a column stands for."""
        if self.what == YEAR:
            return str(self.year), column
        return month_period(self.year, int(column)), self.what

    def columns(self) -> tuple[Head, ...]:
        if self.what == YEAR:
            words = {"persons": _("Persons"), "price": _("Price, kr"), "amount": _("Amount, kr")}
            return tuple(Head(name, words[name]) for name in FIELDS)
        return tuple(Head(str(month), say(MONTHS[month - 1])) for month in range(1, 13))


def placement_figures(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form, for those who may report the grid's figures."""
    access = board_for(request.user, board, year)
    access.require("report_placements")
    asked = Asked(request, year)

    def write(sent: GridForm) -> object:
        values, _grid = sent.grid.read()
        figures = dict(_changed(read.dossier(board, year), asked, values))
        return report_placements(board, year, figures, versions=sent.versions, by=actor(request))

    return respond(request, _page(request, access, asked), write=write, again=lambda: _page(request, access, asked))


def _page(request: HttpRequest, access: Access, asked: Asked) -> GridForm:
    """The form with what is stored; versions are read first, so that they are never newer than what is shown."""
    held = read.versions(access.board, access.year, "placement_figures")
    dossier = read.dossier(access.board, access.year)
    words = {YEAR: _("Persons, price and amount of the year"), "persons": _("Persons by month"),
             "price": _("Price by month"), "amount": _("Amount by month")}  # fmt: skip
    caption = f"{words[asked.what]}, {say(label(asked.basis))} {asked.year}"
    return GridForm(
        frame=form_frame(
            request, access, dossier, title=_("Fill in placements"), below="placements", word=_("Placements")
        ),
        grid=_grid(dossier, asked),
        caption=caption,
        unit="",
        hint=_("An empty cell means that it is not known; it is never read as zero. Persons are the mean per day. A "
               "year's own figures go before those of its months."),
        cancel=reverse("placements", args=[access.board, access.year]),
        versions={row.id: held.get(row.id, 0) for row in dossier.placement_rows},
        choices=_choices(dossier, asked, words),
    )  # fmt: skip


def _choices(dossier: Dossier, asked: Asked, words: dict[str, str]) -> tuple[tuple[str, str, tuple[Choice, ...]], ...]:
    years = sorted({asked.year, *range(dossier.plan.year - 2, dossier.plan.year + 2)})
    return (
        ("basis", _("Basis"), tuple(Choice(b.value, say(label(b)), b is asked.basis) for b in Basis)),
        ("year", _("Year"), tuple(Choice(str(y), str(y), y == asked.year) for y in years)),
        ("what", _("Fill in"), tuple(Choice(name, word, name == asked.what) for name, word in words.items())),
    )


def _grid(dossier: Dossier, asked: Asked) -> NumberGrid:
    held = {(f.row, f.period): f for f in dossier.placement_figures if f.basis is asked.basis}
    rows = tuple(Head(row.id, _word(row), row.target_group) for row in dossier.placement_rows)
    texts: dict[Place, str] = {}
    for row in rows:
        for column in asked.columns():
            period, field = asked.place(column.key)
            figure = held.get((row.key, period))
            texts[row.key, column.key] = number_text(getattr(figure, field) if figure else None)
    return NumberGrid(rows, asked.columns(), texts)


def _word(row: PlacementRow) -> str:
    return f"{row.name} ({_('per month')})" if row.pricing is Pricing.MONTH else row.name


def _changed(
    dossier: Dossier, asked: Asked, values: dict[Place, Decimal | None]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows in which any value is another than the one stored, each with all of its figures."""
    for row in dossier.placement_rows:
        own = [f for f in dossier.placement_figures if f.row == row.id]
        made: Figures = {(f.basis, f.period): dict(f) for f in own}
        for place, value in values.items():
            if place[0] == row.id:
                _put(made, asked, place, value)
        rows = [given for given in made.values() if any(given.get(name) is not None for name in (*FIELDS, "note"))]
        if rows != [dict(f) for f in own]:
            yield row.id, rows


def _put(made: Figures, asked: Asked, place: Place, value: Decimal | None) -> None:
    """One typed value; an amount that was typed is no published one, so that it is no longer rounded."""
    period, field = asked.place(place[1])
    key = (asked.basis, period)
    if key not in made:
        if value is None:
            return
        made[key] = dict(PlacementFigure(row=place[0], basis=asked.basis, period=period))
    if made[key][field] != value:
        made[key][field] = value
        if field == "amount":
            made[key]["rounded_to"] = None
