"""The record of frozen forecasts in tables: what each said, how it has held, and why it differs from another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.forecast_changes import Changes
from styrhus.dossier.forecasting import track_records
from styrhus.dossier.frozen_forecasts import frame_held
from styrhus.dossier.references import LiveFigure, resolve
from styrhus.finance.follow_up.track_record import TrackRecord
from styrhus.forecast.decompose import Decomposition, Driver
from styrhus.forecast.evaluate.choose import WORDS
from styrhus.forecast.frame import told
from styrhus.forecast.frozen import FrozenForecast
from styrhus.forecast.score import Scored
from styrhus.paper.blocks import Align, Block, Cell, Column, Row, RowKind, Run, Table
from styrhus.reports.parts.grid_cells import NOTHING
from styrhus.reports.sentences import number_cell, text_cell, worded
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

MILLION = 1_000_000
DRIVERS = {
    Driver.INFLOW: msg("Number of persons"),
    Driver.STAY: msg("Time in care"),
    Driver.VOLUME: msg("Persons and time in care"),
    Driver.MIX: msg("Mix of forms of care"),
    Driver.PRICE: msg("Price"),
    Driver.LEVERS: msg("Levers"),
    Driver.REST: msg("Other"),
}


@dataclass(frozen=True)
class Line:
    """A frozen forecast with its score, None while no month of it has come."""

    frozen: FrozenForecast
    scored: Scored | None


def record_table(setting: Setting, lines: Sequence[Line]) -> Table:
    """A row for each frozen forecast, the latest first: what it said of the year, and how it has held so far."""
    heads = (
        Column(setting.say(msg("Frozen on")), width=2),
        Column(setting.say(msg("Data until")), width=2),
        Column(setting.say(msg("Cost, mnkr")), Align.RIGHT, width=2),
        Column(setting.say(msg("80 % between")), Align.RIGHT, width=2),
        Column(setting.say(msg("Budget is enough")), Align.RIGHT, width=2),
        Column(setting.say(msg("Months that have come")), Align.RIGHT, width=2),
        Column(setting.say(msg("Off by")), Align.RIGHT, width=2),
        Column(setting.say(msg("Best simple method off by")), Align.RIGHT, width=3),
        Column(setting.say(msg("Levers")), width=3),
    )
    caption = setting.say(msg("Frozen forecasts of placements {year}", year=setting.dossier.plan.year))
    return Table(caption, heads, tuple(_line(setting, line) for line in lines), "forecast-record",
                 (worded(_off_explained(), setting.language),))  # fmt: skip


def _off_explained() -> Text:
    return msg(
        "Off by: the sum of errors, whatever their sign, as a share of the outcome (WAPE), by stream and month, in "
        "persons."
    )


def _line(setting: Setting, line: Line) -> Row:
    frozen, language = line.frozen, setting.language
    return Row((
        text_cell(frozen.made_on.isoformat() if _alone(setting.dossier, frozen) else frozen.id),
        text_cell(frozen.as_of.isoformat()),
        *_year_cells(setting, frozen),
        text_cell(str(len(line.scored.months)) if line.scored else "0"),
        _percent(line.scored.own.wape if line.scored else None, language),
        _percent(line.scored.best_simple.wape if line.scored and line.scored.best_simple else None, language),
        text_cell(", ".join(frozen.levers) or NOTHING),
    ))  # fmt: skip


def _alone(dossier: Dossier, frozen: FrozenForecast) -> bool:
    return sum(other.made_on == frozen.made_on for other in dossier.forecasts) == 1


def _year_cells(setting: Setting, frozen: FrozenForecast) -> Iterator[Cell]:
    found = frame_held(setting.dossier, frozen)
    if found is None or found.whole.measures.cost is None:
        yield from (text_cell(NOTHING),) * 3
        return
    base = f"forecast.{frozen.id}.total.{found.year}.cost"
    mean, low, high = (resolve(setting.dossier, f"{base}.{share}").to(Unit.MNKR) for share in ("mean", "p10", "p90"))
    language = setting.language
    shown = [LiveFigure(figure, 1, bare=True).text(language) for figure in (mean, low, high)]
    yield Cell((Run(shown[0], figure=mean),))
    yield Cell((Run(shown[1], figure=low), Run("–"), Run(shown[2], figure=high)))
    yield text_cell(NOTHING if found.probability is None else setting.say(told(found.probability)))


def _percent(share: float | None, language: str, *, signed: bool = False) -> Cell:
    if share is None:
        return text_cell(NOTHING)
    return text_cell(percent(share).text(signed=signed, language=language))


def percent(share: float) -> Figure:
    """A share as per cent with one decimal."""
    return Figure(round_half_up(Decimal(repr(100 * share)), 1), Unit.PERCENT)


def verdict(found: Scored) -> Text:
    """How it has held, and plainly when a simple method would have been better."""
    own, best = found.own, found.best_simple
    if own.wape is None:
        return msg("Nobody was in care in the months that have come.")
    words: dict[str, object] = {"months": len(found.months), "off": percent(own.wape)}
    if best is None or best.wape is None:
        return msg("In {months} months the forecast was off by {off}.", **words)
    words |= {"method": WORDS.get(best.method, Text(best.method)), "other": percent(best.wape)}
    if found.simple_was_better:
        return msg(
            "In {months} months the forecast was off by {off}. A simple method would have been better: {method} was "
            "off by {other}.", **words,
        )  # fmt: skip
    return msg(
        "In {months} months the forecast was off by {off}, the best simple method ({method}) by {other}.", **words
    )


def cost_so_far(found: Scored) -> Text | None:
    """What the months that have come were expected to cost and what they did."""
    if found.expected is None or found.came is None:
        return None
    more = found.came - found.expected
    return msg(
        "They were expected to cost {expected} and came to {came}, {difference}.",
        expected=_mnkr(found.expected), came=_mnkr(found.came), difference=_mnkr(more, signed=True),
    )  # fmt: skip


def _mnkr(amount: float, *, signed: bool = False) -> LiveFigure:
    return LiveFigure(Figure(Decimal(repr(amount)) / MILLION, Unit.MNKR), 1, signed)


def score_table(setting: Setting, found: Scored) -> Table:
    """The forecast beside the simple methods: off by, bias, pinball and how many outcomes lay in the interval."""
    heads = (
        Column(setting.say(msg("Method")), width=4),
        Column(setting.say(msg("Off by, persons")), Align.RIGHT, width=2),
        Column(setting.say(msg("Too high (+) or too low")), Align.RIGHT, width=2),
        Column(setting.say(msg("Pinball loss")), Align.RIGHT, width=2),
        Column(setting.say(msg("Outcomes within 80 %")), Align.RIGHT, width=2),
        Column(setting.say(msg("Off by, cost")), Align.RIGHT, width=2),
    )
    cost = {each.method: each.wape for each in found.cost}
    language = setting.language
    rows = tuple(
        Row((
            text_cell(setting.say(WORDS.get(each.method, Text(each.method)))),
            _percent(each.wape, language),
            _percent(each.bias, language, signed=True),
            _percent(each.pinball, language),
            _percent(each.coverage_80, language),
            _percent(cost.get(each.method), language),
        ))
        for each in found.persons
    )  # fmt: skip
    caption = msg("How the forecast has held by stream and month, {months} months", months=len(found.months))
    notes = (
        msg("Pinball loss: how far all told quantiles were from the outcome; for one number the same as off by."),
        msg("An honest interval of 80 % holds eight outcomes in ten, neither fewer nor many more."),
    )
    return Table(setting.say(caption), heads, rows, "forecast-scores", tuple(worded(note, language) for note in notes))


def change_blocks(setting: Setting, found: Changes) -> Iterator[Block]:
    """Why the year costs more or less than three others, side by side; nothing when none of them is known."""
    named = (
        (msg("Since the forecast before"), found.since_previous),
        (msg("Since the year before"), found.since_last_year),
        (msg("Against the budget"), found.against_budget),
    )
    known = [(word, held) for word, held in named if held is not None]
    if known:
        yield _change_table(setting, known)


def _change_table(setting: Setting, known: Sequence[tuple[Text, Decomposition]]) -> Table:
    heads = (
        Column(setting.say(msg("Cause")), width=3),
        *(Column(setting.say(word), Align.RIGHT, width=2) for word, _ in known),
    )
    columns = [_rounded(held) for _, held in known]
    used = [driver for driver in Driver if any(driver in column for column in columns)]
    rows = [
        _change_row(setting, msg("From"), [_in_mnkr(held.before) for _, held in known]),
        *(_change_row(setting, DRIVERS[d], [column.get(d) for column in columns], signed=True) for d in used),
        _change_row(setting, msg("To"), [_in_mnkr(held.after) for _, held in known], kind=RowKind.TOTAL),
    ]  # fmt: skip
    caption = setting.say(msg("Why placements cost more or less, mnkr"))
    note = msg("The causes of each column add up to its difference; the change is divided by logarithmic means.")
    return Table(caption, heads, tuple(rows), "forecast-causes", (worded(note, setting.language),))


def _rounded(held: Decomposition) -> dict[Driver, Decimal]:
    """Parts in mnkr with one decimal; the largest takes what they lack to the difference of the rounded ends."""
    parts = {driver: _in_mnkr(amount) for driver, amount in held.parts.items()}
    if parts:
        largest = max(parts, key=lambda driver: abs(parts[driver]))
        parts[largest] += _in_mnkr(held.after) - _in_mnkr(held.before) - sum(parts.values(), Decimal(0))
    return {driver: amount for driver, amount in parts.items() if amount}


def _in_mnkr(amount: float) -> Decimal:
    return round_half_up(Decimal(repr(amount)) / MILLION, 1)


def _change_row(
    setting: Setting, word: Text, values: Sequence[Decimal | None], *, signed: bool = False,
    kind: RowKind = RowKind.LINE,
) -> Row:  # fmt: skip
    cells = [
        text_cell(NOTHING) if value is None
        else number_cell(Figure(value, Unit.MNKR), setting.language, signed=signed)
        for value in values
    ]  # fmt: skip
    return Row((text_cell(setting.say(word)), *cells), kind)


def human_table(setting: Setting) -> Iterator[Table]:
    """The units' own forecasts beside: how far they were off; nothing where none can be judged."""
    found = track_records(setting.dossier)
    if not found:
        return
    names = {unit.id: unit.name for unit in setting.dossier.organisation}
    heads = (
        Column(setting.say(msg("Unit")), width=4),
        Column(setting.say(msg("Forecasts")), Align.RIGHT, width=2),
        Column(setting.say(msg("Off by")), Align.RIGHT, width=2),
        Column(setting.say(msg("Too high (+) or too low")), Align.RIGHT, width=2),
        Column(setting.say(msg("Within one per cent")), Align.RIGHT, width=2),
    )
    rows = tuple(_human_row(setting, names.get(unit, unit), held) for unit, held in found.items())
    caption = setting.say(msg("The units' own full-year forecasts of all their cost, for comparison"))
    note = msg("Of a year that goes on, the outcome is the unit's latest forecast.")
    yield Table(caption, heads, rows, "forecast-humans", (worded(note, setting.language),))


def _human_row(setting: Setting, name: str, held: TrackRecord) -> Row:
    came = sum((abs(past.outcome) for past in held.past), Decimal(0))
    off = sum((abs(past.error) for past in held.past), Decimal(0))
    share = held.share
    return Row((
        text_cell(name),
        text_cell(str(len(held.past))),
        _percent(float(off / came) if came else None, setting.language),
        _percent(None if share is None else float(share) / 100, setting.language, signed=True),
        text_cell(str(held.hits)),
    ))  # fmt: skip
