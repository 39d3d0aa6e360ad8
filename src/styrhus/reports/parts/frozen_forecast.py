"""The latest frozen forecast of placements in documents: in words, as a fan, stream by stream, with its notes."""

from collections.abc import Iterator, Sequence
from datetime import date as Date
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.forecast_figures import method_word
from styrhus.dossier.frozen_forecasts import FrameHeld, frame_held, name_of, rows_for, stream_words
from styrhus.dossier.grids import placement_goals
from styrhus.dossier.references import LiveFigure, resolve
from styrhus.finance.grids.span import Span
from styrhus.finance.rounding import rounded_to_total
from styrhus.forecast.frame import told
from styrhus.forecast.frozen import FrozenForecast, Opened, opened
from styrhus.forecast.goal import cost_of_target
from styrhus.forecast.lever import Lever
from styrhus.forecast.lever_text import described, parse_lever
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Distribution
from styrhus.forecast.whole_year import whole_year
from styrhus.paper.blocks import Align, Block, Cell, Chart, Column, Heading, Row, RowKind, Run, Table
from styrhus.paper.charts import fan
from styrhus.paper.charts.series import FanChart, Point, Spread
from styrhus.paper.words import date_in_words
from styrhus.reports.parts.grid_cells import NOTHING, in_tkr
from styrhus.reports.parts.money_cells import money_cell
from styrhus.reports.sentences import figure_run, number_cell, paragraph, text_cell, worded
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

MILLION = 1_000_000
MONTHS_BACK = 12


def forecast_of_document(setting: Setting, *, brief: bool = False) -> Iterator[Block]:
    """The latest forecast that the document could know of, under a heading; nothing when none is frozen."""
    frozen = known_then(setting)
    blocks = () if frozen is None else frozen_forecast_blocks(setting, frozen, brief=brief)
    if blocks:
        yield Heading(2, setting.say(msg("Placements: forecast with its uncertainty")))
        yield from blocks


def known_then(setting: Setting) -> FrozenForecast | None:
    """The forecast frozen last; for a report of a month, the last of those whose data end in that month or before."""
    held = setting.dossier.forecasts
    if setting.month is not None:
        held = tuple(frozen for frozen in held if frozen.as_of.isoformat()[:7] <= setting.period)
    return held[-1] if held else None


def frozen_forecast_blocks(setting: Setting, frozen: FrozenForecast, *, brief: bool = False) -> Blocks:
    """Sentences, fan and table of a frozen forecast; nothing when it does not tell of the whole plan year."""
    found = frame_held(setting.dossier, frozen)
    if found is None:
        return ()
    return tuple(_blocks(setting, Shown(setting, frozen, found), brief=brief))


class Shown:
    """A frozen forecast with the year that it is shown for."""

    def __init__(self, setting: Setting, frozen: FrozenForecast, found: FrameHeld) -> None:
        self.setting, self.frozen, self.found, self.key = setting, frozen, found, frozen.id
        self.held: Opened = opened(frozen.content)
        self.year = found.year

    def figure(self, word: str, what: str, share: str) -> Figure:
        """The live figure of a stream in the year."""
        return resolve(self.setting.dossier, f"forecast.{self.key}.{word}.{self.year}.{what}.{share}")

    def mnkr(self, share: str) -> LiveFigure:
        """The year's cost of all placements as mnkr with one decimal."""
        return LiveFigure(self.figure("total", "cost", share).to(Unit.MNKR), 1)


def _blocks(setting: Setting, shown: Shown, *, brief: bool) -> Iterator[Block]:
    for number, text in enumerate(sentences(shown)):
        yield paragraph(text, setting.language, lead=not number)
    chart = fan_chart(shown)
    if chart is not None:
        yield chart
    if not brief:
        yield stream_table(shown)


def sentences(shown: Shown) -> Iterator[Text]:
    """What the year is likely to cost, how sure that is, the probability of the budget, and when that was said."""
    words: dict[str, object] = {"year": shown.year}
    if shown.found.whole.measures.cost is None:
        yield msg(
            "Placements are likely to be {persons} on average in {year}, with 80 % probability between {low} and "
            "{high}; there are no prices to tell what they cost.", **words,
            persons=shown.figure("total", "persons", "mean"), low=_bare(shown, "p10"), high=_bare(shown, "p90"),
        )  # fmt: skip
    else:
        yield msg(
            "Placements are likely to cost {cost} in {year}, with 80 % probability between {low} and {high}.", **words,
            cost=shown.mnkr("mean"), low=shown.mnkr("p10"), high=shown.mnkr("p90"),
        )  # fmt: skip
    yield from _levers(shown)
    yield from _budget(shown)
    yield from _goals(shown)
    language, frozen = shown.setting.language, shown.frozen
    yield msg(
        "The forecast was frozen on {made_on} from data until {as_of}.",
        made_on=date_in_words(frozen.made_on.isoformat(), language),
        as_of=date_in_words(frozen.as_of.isoformat(), language),
    )  # fmt: skip


def _goals(shown: Shown) -> Iterator[Text]:
    """The plan's targets in persons against the budget, at the forecast's uncertain price."""
    dossier = shown.setting.dossier
    for goal in placement_goals(dossier):
        part = next((p for p in shown.held.forecast.streams if _is_of(dossier, p.stream, goal.row.id)), None)
        measures = None if part is None else whole_year(shown.held, part, shown.year)
        cost = measures and cost_of_target(measures, float(goal.target), Span(shown.year).days)
        if not cost or goal.budget is None:
            continue
        yield msg(
            "The target of {target} for {name} would cost {cost} (80 %: {low}–{high}) at the forecast's prices; the "
            "probability that the budget of {budget} is enough for it is {share}.",
            target=Figure(goal.target, Unit.PERSONS), name=f"{goal.row.target_group}: {goal.row.name}",
            cost=_mnkr(cost.mean), low=_mnkr(cost.quantile(0.1), bare=True), high=_mnkr(cost.quantile(0.9)),
            budget=_mnkr(float(goal.budget)), share=told(cost.within(float(goal.budget))),
        )  # fmt: skip


def _is_of(dossier: Dossier, stream: Stream | None, row: str) -> bool:
    """Whether a stream is budgeted for by that row and no other."""
    return stream is not None and rows_for(dossier, stream) == (row,)


def _mnkr(amount: float, *, bare: bool = False) -> LiveFigure:
    return LiveFigure(Figure(Decimal(repr(amount)) / MILLION, Unit.MNKR), 1, bare=bare)


def _levers(shown: Shown) -> Iterator[Text]:
    """What would be done, where the forecast has levers: it is no forecast of doing nothing."""
    held, months = shown.frozen.levers, shown.held.forecast.months
    if held:
        read = [(text, parse_lever(text, months)) for text in held]
        words = [described(one, months) if isinstance(one, Lever) else Text("{text}", {"text": t}) for t, one in read]
        told = "; ".join(word.render(shown.setting.language) for word in words)
        yield msg("That is with these levers: {levers}.", levers=told[:1].lower() + told[1:])


def _bare(shown: Shown, share: str) -> LiveFigure:
    return LiveFigure(shown.figure("total", "persons", share), bare=True)


def _budget(shown: Shown) -> Iterator[Text]:
    share = shown.found.probability
    if share is None:
        return
    address = f"forecast.{shown.key}.frame.{shown.year}"
    dossier = shown.setting.dossier
    probability = resolve(dossier, f"{address}.probability")
    yield msg(
        "The probability that the budget of {budget} is enough is {share}; {frame} would be enough with 80 % "
        "probability.",
        budget=LiveFigure(resolve(dossier, f"{address}.amount").to(Unit.MNKR), 1),
        share=told(share) if probability.value is None else probability,
        frame=LiveFigure(resolve(dossier, f"{address}.for-80").to(Unit.MNKR), 1),
    )  # fmt: skip


def fan_chart(shown: Shown) -> Chart | None:
    """The cost by month, outcome and forecast; persons where there are no prices; None without a month to draw."""
    cost = shown.held.forecast.total.whole.cost is not None
    data = FanChart(Unit.MNKR if cost else Unit.PERSONS, _outcome(shown, cost=cost), tuple(_spreads(shown, cost=cost)))
    if not data.forecast:
        return None
    caption = msg("Placements by month, cost in mnkr") if cost else msg("Placements by month, persons")
    return fan.chart(data, caption=shown.setting.say(caption), language=shown.setting.language, anchor="chart-forecast")


def _spreads(shown: Shown, *, cost: bool) -> Iterator[Spread]:
    for month, measures in zip(shown.held.forecast.months, shown.held.forecast.total.months, strict=True):
        held = measures.cost if cost else measures.persons
        if held is not None:
            values = (held.mean, held.p10, held.p25, held.p75, held.p90)
            yield Spread(month, *(_scaled(value, cost=cost) for value in values))


def _outcome(shown: Shown, *, cost: bool) -> tuple[Point, ...]:
    """The year before the horizon; a month that any stream with a price lacks is a gap."""
    held = shown.held
    found = []
    for place in range(max(0, len(held.past_months) - MONTHS_BACK), len(held.past_months)):
        rows = [row for row in held.past if not cost or any(value is not None for value in row.cost)]
        values = [(row.cost if cost else row.care_days)[place] for row in rows]
        known = [value for value in values if value is not None]
        total = _scaled(sum(known), cost=cost) if known and len(known) == len(rows) else None
        found.append(Point(held.past_months[place], total))
    if not cost:
        found = [_per_day(point) for point in found]
    return tuple(found)


def _per_day(point: Point) -> Point:
    year, month = map(int, point.period.split("-"))
    length = (Date(year + month // 12, month % 12 + 1, 1) - Date(year, month, 1)).days
    return Point(point.period, None if point.value is None else round_half_up(point.value / length, 1))


def _scaled(value: float, *, cost: bool) -> Decimal:
    amount = Decimal(repr(value))
    return round_half_up(amount / MILLION, 2) if cost else round_half_up(amount, 1)


def stream_table(shown: Shown) -> Table:
    """Each stream's year: persons and cost as expected, and what they lie between with 80 per cent."""
    setting = shown.setting
    words = {word: part for word, part in stream_words(shown.held).items() if part.stream is not None}
    held = [whole_year(shown.held, part, shown.year) for part in words.values()]
    costs = in_tkr([_exact(measures.cost if measures else None) for measures in held])
    persons = _adding_up([_exact(measures.persons if measures else None) for measures in held])
    rows = [_row(shown, word, pair) for word, *pair in zip(words, persons, costs, strict=True)]
    rows.append(_row(shown, "total", (_sum(persons), _sum(costs)), kind=RowKind.TOTAL))
    heads = (
        Column(setting.say(msg("Care")), width=4),
        Column(setting.say(msg("Persons")), Align.RIGHT),
        Column(setting.say(msg("Persons, 80 % between")), Align.RIGHT, width=2),
        Column(setting.say(msg("Cost")), Align.RIGHT),
        Column(setting.say(msg("Cost, 80 % between")), Align.RIGHT, width=2),
    )
    caption = setting.say(msg("Forecast of placements {year}: mean persons a day and cost in tkr", year=shown.year))
    told_beside = msg(
        "Bounds of streams do not add up to those of the whole: streams seldom all go wrong the same way."
    )
    notes = (told_beside, *shown.held.forecast.notes, _made(shown))
    return Table(
        caption, heads, tuple(rows), "forecast-streams", tuple(worded(text, setting.language) for text in notes)
    )


def _made(shown: Shown) -> Text:
    frozen = shown.frozen
    return msg(
        "Method {method}, engine {engine}, digest of data and levers {digest}, seed {seed}.",
        method=method_word(frozen.method), engine=frozen.engine, digest=frozen.digest[:12], seed=frozen.seed,
    )  # fmt: skip


def _exact(held: Distribution | None) -> Decimal | None:
    return None if held is None else Decimal(repr(held.mean))


def _adding_up(values: Sequence[Decimal | None]) -> list[Decimal | None]:
    """Persons with one decimal, rounded so that those known add up to their rounded sum."""
    rounded = iter(rounded_to_total([value for value in values if value is not None], 1))
    return [None if value is None else next(rounded) for value in values]


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def _row(shown: Shown, word: str, pair: Sequence[Decimal | None], *, kind: RowKind = RowKind.LINE) -> Row:
    setting, base = shown.setting, f"forecast.{shown.key}.{word}.{shown.year}"
    persons, cost = pair
    stream = stream_words(shown.held)[word].stream
    name = msg("All placements") if stream is None else name_of(setting.dossier, stream)
    many = Figure(persons, Unit.PERSONS, source=Source(f"{base}.persons.mean"), mark=NOTHING)
    return Row((
        text_cell(setting.say(name)),
        number_cell(many, setting.language),
        _between(shown, word, "persons"),
        money_cell(setting, cost, f"{base}.cost.mean"),
        _between(shown, word, "cost"),
    ), kind)  # fmt: skip


def _between(shown: Shown, word: str, what: str) -> Cell:
    """`24,1–29,8`, each end leading to its figure."""
    ends = [shown.figure(word, what, share) for share in ("p10", "p90")]
    if any(end.value is None for end in ends):
        return text_cell(NOTHING)
    shown_ends = [LiveFigure(end.to(Unit.TKR), 0, bare=True) if what == "cost" else LiveFigure(end, 1, bare=True)
                  for end in ends]  # fmt: skip
    language = shown.setting.language
    return Cell((figure_run(shown_ends[0], language), Run("–"), figure_run(shown_ends[1], language)))
