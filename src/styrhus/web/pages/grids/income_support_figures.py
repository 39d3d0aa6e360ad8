"""Fill in income support: the year and its months, of outcome, budget or forecast."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.report_income_support import report_income_support
from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.span import month_period
from styrhus.finance.labels import label
from styrhus.paper.words import MONTHS
from styrhus.store import read
from styrhus.web.forms.number_grid import Head, NumberGrid, Place, number_text
from styrhus.web.forms.save import actor
from styrhus.web.frame import say
from styrhus.web.pages.grids.frame import Choice, GridForm, form_frame, respond
from styrhus.web.pages.grids.placement_figures import Asked
from styrhus.web.permissions import Access, board_for

FIELDS = (
    "households", "households_at_end", "mean_cost", "paid", "repaid", "norm", "started", "ended", "months_1_3",
    "months_4_9", "months_10", "norm_share", "rent",
)  # fmt: skip
INDICATOR = "indicator"


def income_support_figures(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form, for those who may report income support."""
    access = board_for(request.user, board, year)
    access.require("report_income_support")
    asked = Asked(request, year)

    def write(sent: GridForm) -> object:
        values, _grid = sent.grid.read()
        linked = request.POST.get(INDICATOR, "") or None
        rows = _figures(read.dossier(board, year), asked, values, linked)
        version = sent.versions[asked.basis.value]
        return report_income_support(board, year, asked.basis, rows, version=version, by=actor(request))

    return respond(request, _page(request, access, asked), write=write, again=lambda: _page(request, access, asked))


def _page(request: HttpRequest, access: Access, asked: Asked) -> GridForm:
    """The form with what is stored; the version is read first, so that it is never newer than what is shown."""
    held = read.versions(access.board, access.year, "income_support")
    dossier = read.dossier(access.board, access.year)
    own = _own(dossier, asked)
    linked = next((f.indicator for f in own.values() if f.indicator), "")
    choices = [("", "–"), *((indicator.id, indicator.name) for indicator in dossier.indicators)]
    years = sorted({asked.year, *range(dossier.plan.year - 2, dossier.plan.year + 2)})
    return GridForm(
        frame=form_frame(
            request, access, dossier, title=_("Fill in income support"), below="income_support",
            word=_("Income support"),
        ),
        grid=_grid(asked, own),
        caption=f"{_('Income support')}, {say(label(asked.basis))} {asked.year}",
        unit=_("households and kr"),
        hint=_("An empty cell means that it is not known; it is never read as zero. The year's own figures go before "
               "those of its months. The index has the year before as 100: in the budget what the frame is counted up "
               "by, in outcome or forecast that of the norm."),
        cancel=reverse("income_support", args=[access.board, access.year]),
        versions={asked.basis.value: held.get(asked.basis.value, 0)},
        choices=(
            ("basis", _("Basis"), tuple(Choice(b.value, say(label(b)), b is asked.basis) for b in Basis)),
            ("year", _("Year"), tuple(Choice(str(y), str(y), y == asked.year) for y in years)),
        ),
        selects=((
            INDICATOR, _("Indicator whose target is the households at the end of the year"),
            tuple(Choice(key, word, key == (linked or "")) for key, word in choices),
        ),),
    )  # fmt: skip


def _own(dossier: Dossier, asked: Asked) -> dict[str, IncomeSupportFigure]:
    """The figures of the whole board by period."""
    return {f.period: f for f in dossier.income_support if f.basis is asked.basis and f.unit is None}


def _grid(asked: Asked, own: dict[str, IncomeSupportFigure]) -> NumberGrid:
    words = {
        "households": _("Households on average"), "households_at_end": _("Households at the end"),
        "mean_cost": _("Mean cost"), "paid": _("Paid out"), "repaid": _("Paid back"), "norm": _("Norm index"),
        "started": _("New households"), "ended": _("Ended households"), "months_1_3": _("1–3 months"),
        "months_4_9": _("4–9 months"), "months_10": _("10 months or more"),
        "norm_share": _("Share that follows the norm, per cent"), "rent": _("Rent index"),
    }  # fmt: skip
    rows = (Head(str(asked.year), _("The year")), *(
        Head(month_period(asked.year, month), say(MONTHS[month - 1])) for month in range(1, 13)
    ))  # fmt: skip
    texts: dict[Place, str] = {}
    for row in rows:
        for name in FIELDS:
            figure = own.get(row.key)
            texts[row.key, name] = number_text(getattr(figure, name) if figure else None)
    return NumberGrid(rows, tuple(Head(name, words[name]) for name in FIELDS), texts)


def _figures(
    dossier: Dossier, asked: Asked, values: dict[Place, Decimal | None], linked: str | None
) -> list[dict[str, Any]]:
    """All figures of the basis: those that the form stands for as typed, the others as they are."""
    made = [dict(f) for f in dossier.income_support if f.basis is asked.basis]
    by_period = {given["period"]: given for given in made if given["unit"] is None}
    for (period, field), value in values.items():
        if period not in by_period:
            if value is None:
                continue
            by_period[period] = dict(IncomeSupportFigure(basis=asked.basis, period=period))
            made.append(by_period[period])
        by_period[period][field] = value
    year = by_period.get(str(asked.year))
    if year is None and linked is not None:
        year = dict(IncomeSupportFigure(basis=asked.basis, period=str(asked.year)))
        if not any(given["period"].startswith(f"{asked.year}-") for given in made):
            made.append(year)
    for given in made:
        if given["unit"] is None and given["period"][:4] == str(asked.year):
            given["indicator"] = linked
    return [given for given in made if any(given[name] is not None for name in (*FIELDS, "indicator")) or given["note"]]
