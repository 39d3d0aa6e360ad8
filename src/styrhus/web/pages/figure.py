"""Where a figure comes from: its value, its place, the texts that show it, and what contradicts it."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up_figures import in_language
from styrhus.dossier.frozen_forecasts import frozen_forecast
from styrhus.dossier.references import UnknownReference, resolve
from styrhus.dossier.tracing import Trace, trace
from styrhus.finance.fact import Contradiction
from styrhus.paper.words import date_in_words
from styrhus.store import read
from styrhus.values.figure import Figure
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.pages.follow_up.home import follow_up_age, follow_up_home
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class ContradictionNote:
    """A contradiction with its figures in words; `others` are the further figures that it names."""

    held: Contradiction
    stated: str
    computed: str
    others: tuple[Link, ...]


@dataclass(frozen=True)
class FigurePage:
    frame: PageFrame
    trace: Trace
    value: str
    home: Link | None
    sections: tuple[Link, ...]
    notes: tuple[str, ...]
    contradictions: tuple[ContradictionNote, ...]
    expression: str


@require_safe
def figure(request: HttpRequest, board: str, year: int, ref: str) -> HttpResponse:
    """The page about one figure; 404 when the address leads nowhere."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    try:
        traced = trace(dossier, ref)
    except UnknownReference as wrong:
        raise Http404(wrong.message.render(current_language())) from None
    traced = replace(traced, figure=in_language(dossier, traced.figure, current_language()))
    title = _title(traced)
    frame = board_frame(
        request, access, dossier,
        section=_section(ref), title=title, lead=_lead(traced), crumbs=_crumbs(access, traced),
        data_age=follow_up_age(dossier, ref),
    )  # fmt: skip
    page = FigurePage(
        frame,
        traced,
        value=traced.figure.text(language=current_language()),
        home=_home(access, traced),
        sections=tuple(
            Link(held.title, reverse("section_preview", args=[access.board, access.year, held.id]))
            for held in traced.sections
        ),
        notes=_notes(traced),
        contradictions=tuple(_contradiction(access, dossier, held, ref=ref) for held in traced.contradictions),
        expression=f"{{{{ {ref} }}}}",
    )
    return render(request, "figure.html", {"page": page})


def _section(ref: str) -> str:
    if ref.startswith("forecast."):
        return "forecast"
    return "goals" if ref.startswith(("outcome.", "target.")) else "economy"


def _title(traced: Trace) -> str:
    if traced.ref.startswith("grant.change."):
        return gettext("Change of the frame %(year)s") % {"year": traced.figure.period}
    return traced.figure.label or traced.ref


def _lead(traced: Trace) -> str:
    value = traced.figure.text(language=current_language())
    if traced.made_of:
        later, earlier = (figure.text(language=current_language()) for figure in traced.made_of)
        words = {"value": value, "later": later, "earlier": earlier}
        return gettext("%(value)s: %(later)s minus %(earlier)s.") % words
    if traced.figure.value is None:
        return gettext("The plan gives no number here, only “%(mark)s”.") % {"mark": traced.figure.mark or "–"}
    words = {"value": value, "place": traced.figure.source.place}
    return gettext("%(value)s, from %(place)s.") % words if words["place"] else f"{value}."


def _home(access: Access, traced: Trace) -> Link | None:
    """The page that holds the figure among its neighbours."""
    place = [access.board, access.year]
    if traced.table is not None:
        row = f"#{traced.row.id}" if traced.row else ""
        return Link(traced.table.caption, reverse("economy_table", args=[*place, traced.table.id]) + row)
    if traced.indicator is not None:
        return Link(traced.indicator.name, reverse("indicator", args=[*place, traced.indicator.id]))
    kind, _, rest = traced.ref.partition(".")
    if kind == "saving":
        return Link(gettext("Savings"), reverse("saving", args=[*place, rest.split(".")[0]]))
    if kind == "followup":
        return follow_up_home(access.board, access.year, traced.ref)
    if kind == "forecast":
        return _frozen(access, rest.split(".")[0], read.dossier(access.board, access.year))
    if kind in _HOMES:
        word, name = _HOMES[kind]
        return Link(str(word), reverse(name, args=place))
    return None


def _frozen(access: Access, key: str, dossier: Dossier) -> Link | None:
    """The frozen forecast that a figure is of."""
    held = frozen_forecast(dossier, key)
    if held is None:
        return None
    title = gettext("Forecast frozen on %(day)s") % {"day": date_in_words(held.made_on.isoformat(), current_language())}
    return Link(title, reverse("forecast_frozen", args=[access.board, access.year, held.id]))


_HOMES = {
    "placement": (gettext_lazy("Placements"), "placements"),
    "support": (gettext_lazy("Income support"), "income_support"),
    "gap": (gettext_lazy("Savings"), "savings"),
    "grant": (gettext_lazy("The frame bridge"), "bridge"),
    "frame": (gettext_lazy("The frame bridge"), "bridge"),
}


def _crumbs(access: Access, traced: Trace) -> tuple[Link, ...]:
    home = _home(access, traced)
    return () if home is None else (Link(home.word, home.href.split("#")[0]),)


def _notes(traced: Trace) -> tuple[str, ...]:
    """What the plan remarks about the row, the table or the fact."""
    row = (traced.row.note,) if traced.row else ()
    table = traced.table.notes if traced.table else ()
    fact = (traced.fact.qualifier, traced.fact.note) if traced.fact else ()
    return tuple(note for note in (*row, *table, *fact) if note)


def _contradiction(access: Access, dossier: Dossier, held: Contradiction, *, ref: str) -> ContradictionNote:
    return ContradictionNote(
        held,
        _amount(held, stated=True),
        _amount(held, stated=False),
        tuple(
            Link(_name(dossier, other), reverse("figure", args=[access.board, access.year, other]))
            for other in held.refs
            if other != ref
        ),
    )


def _name(dossier: Dossier, ref: str) -> str:
    """What a figure is called: where it stands, else its own label."""
    figure = resolve(dossier, ref)
    return figure.source.place or figure.label or ref


def _amount(held: Contradiction, *, stated: bool) -> str:
    value = held.stated if stated else held.computed
    if value is None or held.unit is None:
        return ""
    return Figure(value, held.unit).text(language=current_language())
