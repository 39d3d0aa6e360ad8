"""The forecast of a board: what the year will cost, how sure that is, what drives it, and what levers change."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.live_changes import live_changes
from styrhus.dossier.placement_forecast import Fit, Outlook, fitted, horizon_months, outlook_of
from styrhus.dossier.placement_forecast.words import explains, lead
from styrhus.forecast import Lever
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, PageFrame, board_frame, say
from styrhus.web.pages.forecast import answer, told
from styrhus.web.pages.forecast.answer import Answer
from styrhus.web.pages.forecast.chosen import Chosen, frame_text
from styrhus.web.pages.forecast.drivers import drivers
from styrhus.web.pages.forecast.fan import Fan
from styrhus.web.pages.forecast.levers import ROWS, LeverForm, Reading
from styrhus.web.pages.forecast.ready import when_ready
from styrhus.web.pages.forecast.source import Source, capacities_of, source_of
from styrhus.web.pages.forecast.table import StreamTable, stream_table
from styrhus.web.pages.grids.frame import Choice
from styrhus.web.permissions import Access, board_for

SETS = 4
"""How many sets of levers are compared."""


@dataclass(frozen=True)
class ForecastPage:
    """`state` is ready, making (the engine still learns), far (the data are too old), refused, or empty."""

    frame: PageFrame
    state: str
    explains: str = ""
    synthetic: bool = False
    figures: tuple[told.KeyFigure, ...] = ()
    goals: tuple[str, ...] = ()
    fan: str = ""
    streams: tuple[Choice, ...] = ()
    measures: tuple[Choice, ...] = ()
    frame_text: str = ""
    drivers: tuple[str, ...] = ()
    home: str = ""
    levers: LeverForm | None = None
    presets: tuple[Link, ...] = ()
    answer: Answer | None = None
    compare: str = ""
    sets: tuple[str, ...] = ()
    table: StreamTable | None = None
    left_out: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    freeze: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Ready:
    """Everything that a page of the forecast begins with."""

    dossier: Dossier
    source: Source
    held: Fit
    base: Outlook

    def under(self, *levers: Lever) -> Outlook:
        """The outlook under levers."""
        return outlook_of(self.dossier, self.source.material, self.held, levers)


def prepared(board: str, dossier: Dossier) -> Ready | str:
    """The base forecast, or the state of the page that has none."""
    try:
        return _prepared(board, dossier)
    except ProblemsError:
        return "refused"


def _prepared(board: str, dossier: Dossier) -> Ready | str:
    """As `prepared`; ProblemsError where places or material contradict each other."""
    source = source_of(board, dossier)
    if source is None:
        return "empty"
    try:
        months = horizon_months(source.material, dossier.plan.year)
    except ValueError:
        return "far"
    capacities = capacities_of(dossier)
    held = when_ready((source.material, months, capacities), partial(fitted, source.material, months, capacities))
    if held is None:
        return "making"
    return Ready(dossier, source, held, outlook_of(dossier, source.material, held))


def forecast(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page; stream, measure, frame and levers stand in the address."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    problems: tuple[Problem, ...] = ()
    try:
        ready = _prepared(board, dossier)
    except ProblemsError as error:
        ready, problems = "refused", error.problems
    if isinstance(ready, str):
        frame = board_frame(request, access, dossier, section="forecast", title=gettext("Forecast"))
        page = ForecastPage(frame, ready, links=_links(access), problems=problems)
        return render(request, "forecast/forecast.html", {"page": page})
    return render(request, "forecast/forecast.html", {"page": _page(request, access, ready)})


def forecast_levers(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The answer to the levers alone, for htmx; others get the page with the same levers."""
    access = board_for(request.user, board, year)
    ready = prepared(board, read.dossier(board, year))
    home = f"{address_of('forecast', board, year)}?{_said(request.GET)}"
    if not getattr(request, "htmx", False):
        return redirect(home)
    if isinstance(ready, str):
        return HttpResponse(headers={"HX-Redirect": home})
    page = _page_of_answer(request, access, ready, _levers(request, ready))
    response = render(request, "forecast/_answer.html", {"page": page})
    response["HX-Replace-Url"] = home
    return response


def _said(query: QueryDict) -> str:
    """The address without what says nothing: empty fields, and where a lever that is not moved would work."""
    still = tuple(f"{name}_" for name in ROWS if not query.get(name))
    pairs = [(name, value) for name, values in query.lists() for value in values if value]
    return urlencode([pair for pair in pairs if not pair[0].startswith(still)] if still else pairs)


def _page_of_answer(
    request: HttpRequest, access: Access, ready: Ready, levers: tuple[LeverForm, Chosen]
) -> ForecastPage:
    form, chosen = levers
    place = PageFrame(title="")
    return ForecastPage(place, "ready", levers=form, answer=_answer(access, ready, form, chosen),
                        compare=_compare(access, request, form))  # fmt: skip


def _levers(request: HttpRequest, ready: Ready) -> tuple[LeverForm, Chosen]:
    reading = Reading(request.GET, ready.base, has_capacity=bool(ready.dossier.capacities))
    return usable(ready, reading.form()), Chosen.read(request.GET, reading.streams)


def usable(ready: Ready, form: LeverForm) -> LeverForm:
    """The form with the levers that the material can be moved by, the others told as problems."""
    held, problems = [], list(form.problems)
    for lever, text, words in zip(form.levers, form.texts, form.words, strict=True):
        try:
            ready.under(lever)
        except ProblemsError as error:
            problems += error.problems
        else:
            held.append((lever, text, words))
    levers, texts, told_words = zip(*held, strict=True) if held else ((), (), ())
    return replace(form, levers=levers, texts=texts, words=told_words, problems=tuple(problems))


def _page(request: HttpRequest, access: Access, ready: Ready) -> ForecastPage:
    dossier, base = ready.dossier, ready.base
    form, chosen = _levers(request, ready)
    because = explains(base) if chosen.frame is None else None
    drawn = Fan(dossier, base, chosen)
    live = live_changes(dossier, ready.source.material, ready.held)
    return ForecastPage(
        board_frame(
            request, access, dossier, section="forecast", title=gettext("Forecast"), lead=say(lead(base, chosen.frame)),
            data_age=told.data_age(base, ready.source, ready.held),
        ),
        "ready",
        explains=say(because) if because else "",
        synthetic=ready.source.synthetic,
        figures=told.key_figures(base, chosen.frame),
        goals=told.goals(dossier, base, live.live),
        fan=drawn.html(access, "forecast-"),
        streams=_stream_choices(ready, chosen),
        measures=_measures(chosen),
        frame_text=frame_text(chosen.frame),
        drivers=drivers(base, ready.source, live),
        home=_home(ready, chosen.frame),
        levers=form,
        presets=_presets(ready, chosen),
        answer=_answer(access, ready, form, chosen),
        compare=_compare(access, request, form),
        sets=tuple(request.GET.getlist("set")[-SETS:]),
        table=stream_table(base, chosen),
        left_out=told.left_out(dossier, base),
        notes=told.notes(base, ready.source),
        links=_links(access),
        freeze=_freeze(access, form),
    )  # fmt: skip


def _answer(access: Access, ready: Ready, form: LeverForm, chosen: Chosen) -> Answer | None:
    """None while no lever is moved."""
    if not form.levers:
        return None
    base, frame, together = ready.base, chosen.frame, ready.under(*form.levers)
    lines = [answer.line(gettext("Without levers"), base, None, frame=frame)]
    parts = [ready.under(lever) for lever in form.levers]
    if len(parts) > 1:
        lines += [answer.line(words, part, base, frame=frame) for words, part in zip(form.words, parts, strict=True)]
        lines.append(answer.sum_line(gettext("The levers added one by one"), parts, base))
    word = gettext("All levers together") if len(parts) > 1 else form.words[0]
    lines.append(answer.line(word, together, base, frame=frame, kind="total"))
    shown = Fan(ready.dossier, together, chosen, base).html(access, "levers-")
    return Answer(answer.sentence(together, base, frame), tuple(lines), answer.interplay(parts, together, base), shown,
                  gettext("Budget held") if frame is None else gettext("Frame held"))  # fmt: skip


def _compare(access: Access, request: HttpRequest, form: LeverForm) -> str:
    """The address of the comparison with these levers added to what was there."""
    if not form.levers:
        return ""
    fresh = ";".join(form.texts)
    held = [text for text in request.GET.getlist("set") if text != fresh][1 - SETS :]
    told = urlencode([("set", text) for text in (*held, fresh)])
    return f"{address_of('forecast_compare', access.board, access.year)}?{told}"


def _stream_choices(ready: Ready, chosen: Chosen) -> tuple[Choice, ...]:
    reading = Reading(QueryDict(), ready.base, has_capacity=False)
    first = Choice("", gettext("All placements"), chosen.stream is None)
    return (first, *(Choice(s.key, reading.name(s), s == chosen.stream) for s in reading.streams))


def _measures(chosen: Chosen) -> tuple[Choice, ...]:
    words = {"cost": gettext("Cost"), "persons": gettext("Persons")}
    return tuple(Choice(name, word, name == chosen.measure) for name, word in words.items())


def _home(ready: Ready, frame: Decimal | None) -> str:
    """What taking home five placements of the dearest external stream would change, which everybody asks."""
    key = _dearest_external(ready.base)
    if not key:
        return ""
    query = QueryDict(urlencode({"home": 5, "home_on": key}))
    form = usable(ready, Reading(query, ready.base, has_capacity=False).form())
    return answer.one_lever(form.words[0], ready.under(*form.levers), ready.base, frame=frame) if form.levers else ""


def _presets(ready: Ready, chosen: Chosen) -> tuple[Link, ...]:
    """Questions that controllers ask, each as an address of this page."""
    query = chosen.query(chosen.stream)
    joint = "" if query == "?" else "&"
    made = [(gettext("10 % fewer come"), "inflow=-10"), (gettext("They stay 10 % shorter"), "stay=-10"),
            (gettext("Prices rise by 3 %"), "price=3")]  # fmt: skip
    home = _dearest_external(ready.base)
    if home:
        made.insert(0, (gettext("Take home five placements"), urlencode({"home": 5, "home_on": home})))
    return tuple(Link(word, f"{query}{joint}{levers}#levers") for word, levers in made)


def _dearest_external(base: Outlook) -> str:
    """The key of the external stream that costs most, among groups that have care of their own."""
    own = {part.stream.group for part in base.streams if part.stream and part.stream.provider == "own"}
    external = [part for part in base.streams if part.stream and part.stream.provider == "external"]
    held = [part for part in external if part.cost and part.stream and part.stream.group in own]
    most = max(held, key=lambda part: part.cost.mean if part.cost else Decimal(0), default=None)
    return most.stream.key if most and most.stream else ""


MORE = (
    ("forecast_compare", gettext_lazy("Compare sets of levers and savings")),
    ("forecast_record", gettext_lazy("Past forecasts and how well they held")),
    ("forecast_backtest", gettext_lazy("How good the forecasts would have been")),
    ("forecast_capacities", gettext_lazy("Places in own care")),
    ("caseload", gettext_lazy("The placements behind the forecast")),
    ("placements", gettext_lazy("The placement grid with its budget")),
)
"""Name of the address and word of pages beside this one."""


def _links(access: Access) -> tuple[Link, ...]:
    """Pages beside this one that the reader may open."""
    return tuple(
        Link(str(word), address_of(name, access.board, access.year))
        for name, word in MORE
        if name != "forecast_capacities" or access.may("change_capacities")
    )


def _freeze(access: Access, form: LeverForm) -> str:
    """Where the forecast is frozen with its levers; empty for those who may not."""
    if not access.may("freeze_forecast"):
        return ""
    query = urlencode({"set": ";".join(form.texts)}) if form.texts else ""
    return address_of("forecast_freeze", access.board, access.year) + (f"?{query}" if query else "")
