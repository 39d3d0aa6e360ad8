"""The forecast of income support in words and tables: cost against frame, the way to the target, months, measures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isnan

from styrhus.dossier.income_support_forecast import SupportOutlook, Vessels, Way
from styrhus.finance.grids.span import month_period
from styrhus.forecast import Measures
from styrhus.forecast.frame import told
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table
from styrhus.paper.charts.fan import month_word
from styrhus.reports.parts.grid_cells import shown
from styrhus.reports.parts.outlook_words import bare, exact, millions, range_cells, whole
from styrhus.reports.sentences import text_cell, worded
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

TKR = 1000
LONG_TERM = 2
"""Place of those with ten months or more among the forecast's streams."""


def sentences(found: SupportOutlook) -> Iterator[Text]:
    """What it costs and how sure that is; what the frame pays for; what the target takes; what comes back."""
    cost = found.whole.measures.cost
    if cost is None:
        yield msg(
            "{households} are likely on average in {year}; what they cost is not known, because neither payments nor a "
            "mean cost are reported.",
            households=whole(found.whole.measures.persons.mean, Unit.HOUSEHOLDS), year=found.year,
        )  # fmt: skip
        return
    words = {"cost": millions(cost.mean), "year": found.year, "low": millions(cost.p10), "high": millions(cost.p90)}
    if found.frame is None or found.holds is None:
        yield msg("Income support is likely to cost {cost} in {year}, with 80 % probability between {low} and {high}. "
                  "There is no budget to hold it against.", **words)  # fmt: skip
    else:
        yield msg(
            "Income support is likely to cost {cost} in {year}, with 80 % probability between {low} and {high}; the "
            "probability that the budget of {frame} is enough is {share}.",
            **words, frame=millions(found.frame), share=told(found.holds),
        )  # fmt: skip
    yield from _volume(found)
    if found.way is not None:
        yield from _way(found.way)
    yield from _level(found)
    if found.repaid is not None:
        back = cost.mean * found.repaid
        yield msg(
            "If as large a part is paid back as was last reported, {back} come back and the net cost is {net}.",
            back=millions(back), net=millions(cost.mean - back),
        )  # fmt: skip
    if found.vessels is not None:
        yield vessels_sentence(found.vessels)


def vessels_sentence(vessels: Vessels) -> Text:
    """What the plan's own places cost beside what they save: two vessels with one level."""
    words = {"cost": millions(vessels.cost), "saved": millions(vessels.saved)}
    net = vessels.saved - vessels.cost
    if net >= 0:
        return msg(
            "The plan's own places cost {cost} in the year, and income support {saved} less for them: {left} are left.",
            **words, left=millions(net),
        )  # fmt: skip
    return msg(
        "The plan's own places cost {cost} in the year, and income support {saved} less for them: {lacking} more in "
        "all.", **words, lacking=millions(-net),
    )  # fmt: skip


def _volume(found: SupportOutlook) -> Iterator[Text]:
    words: dict[str, object] = {"expected": whole(found.whole.measures.persons.mean, Unit.HOUSEHOLDS)}
    if found.at_end is not None:
        words |= {"end": bare(found.at_end.mean), "low": bare(found.at_end.p10), "high": bare(found.at_end.p90)}
    if found.affordable is not None and found.at_end is not None:
        yield msg(
            "The budget pays for {affordable} on average; {expected} are likely, and {end} at the end of the year "
            "({low}–{high}).", affordable=whole(found.affordable.mean, Unit.HOUSEHOLDS), **words,
        )  # fmt: skip
    elif found.at_end is not None:
        yield msg("{expected} are likely on average, and {end} at the end of the year ({low}–{high}).", **words)


def _way(way: Way) -> Iterator[Text]:
    words = {
        "target": whole(way.goal.path.goal, Unit.HOUSEHOLDS), "average": bare(way.average),
        "cost": millions(way.cost.mean), "low": millions(way.cost.p10), "high": millions(way.cost.p90),
        "reached": told(way.reached),
    }  # fmt: skip
    if way.gap is None:
        yield msg(
            "The target of {target} at the end of the year means {average} on average and costs {cost} "
            "({low}–{high}). On the present course the probability of reaching it is {reached}.", **words,
        )  # fmt: skip
        return
    told_gap = (
        msg("{gap} more than the budget", gap=millions(-way.gap)) if way.gap < 0
        else msg("{gap} less than the budget", gap=millions(way.gap))
    )  # fmt: skip
    yield msg(
        "The target of {target} at the end of the year means {average} on average and costs {cost} ({low}–{high}), "
        "{gap}. On the present course the probability of reaching it is {reached}.", **words, gap=told_gap,
    )  # fmt: skip


def _level(found: SupportOutlook) -> Iterator[Text]:
    level, cost = found.end_level, found.whole.measures.cost
    if level is None or cost is None or found.frame is None or cost.mean <= float(found.frame):
        return
    if level < 0:
        yield msg("No level at the end of the year would keep the year within the budget.")
    else:
        yield msg(
            "To keep within the budget the year would have to end at {level}.", level=whole(level, Unit.HOUSEHOLDS)
        )


@dataclass(frozen=True)
class Effect:
    """What one measure does alone in the plan year, in kr and in households at its end."""

    name: Text
    cost: float
    at_end: float


def effect_table(setting: Setting, alone: Sequence[Effect], together: Effect, places_cost: float | None) -> Table:
    """Each measure alone, their sum, and all of them together, in tkr and households at the end of the year."""

    def row(name: Text, cost: float, at_end: float, kind: RowKind = RowKind.LINE) -> Row:
        return Row((
            text_cell(setting.say(name)), shown(setting, exact(cost) / TKR, Unit.TKR, signed=True),
            shown(setting, exact(at_end), Unit.HOUSEHOLDS, signed=True),
        ), kind)  # fmt: skip

    rows = [row(held.name, held.cost, held.at_end) for held in alone]
    if len(alone) > 1:
        rows.append(row(msg("The sum of each alone"), sum(e.cost for e in alone), sum(e.at_end for e in alone)))
    rows.append(row(msg("Together"), together.cost, together.at_end, RowKind.TOTAL))
    if places_cost is not None:
        rows.append(row(msg("The places cost"), places_cost, 0.0))
        rows.append(row(msg("Both vessels together"), together.cost + places_cost, together.at_end, RowKind.TOTAL))
    columns = (
        Column(setting.say(msg("Measure")), width=4), Column(setting.say(msg("Cost of the year")), Align.RIGHT),
        Column(setting.say(msg("Households at the end")), Align.RIGHT),
    )  # fmt: skip
    note = worded(msg("Measures that act on the same households do less together than the sum of each alone."),
                  setting.language)  # fmt: skip
    caption = setting.say(msg("What the measures change {year}, tkr and households", year=setting.dossier.plan.year))
    return Table(caption, columns, tuple(rows), "support-effects", (note,))


def month_table(setting: Setting, found: SupportOutlook) -> Table:
    """Months that have been and are ahead, and the plan year in all; cost in tkr."""
    ahead = list(_ahead(setting, found))
    own = sum(month.startswith(str(found.year)) for month in found.forecast.months)
    before = sum(int(month[:4]) < found.year for month in found.forecast.months)
    end = before + own
    rows = [*_been(setting, found), *ahead[:end], _year(setting, found), *ahead[end:]]
    words = [
        msg("Households"), msg("80 % interval"), msg("Of them 10 months or more"), msg("The way to the target"),
        msg("Cost"), msg("80 % interval"),
    ]  # fmt: skip
    if found.way is None:
        del words[3]
        rows = [Row((*row.cells[:4], *row.cells[5:]), row.kind) for row in rows]
    columns = (Column(setting.say(msg("Month")), width=2), *(Column(setting.say(word), Align.RIGHT) for word in words))
    caption = setting.say(msg("Income support by month: households, and cost in tkr"))
    return Table(caption, columns, tuple(rows), "support-forecast-months", (worded(_NOTE, setting.language),))


_NOTE = msg(
    "A month lies within its interval with 80 % probability. The year is surer than its months, so that its bounds are "
    "not their sums."
)


def _been(setting: Setting, found: SupportOutlook) -> Iterator[Row]:
    history = found.history
    for place in range(len(history.households)):
        year, month = history.month(place)
        if year != found.year or (year, month) > history.last:
            continue
        values = [history.households[place], None, history.duration[place][2], None, history.paid[place] / TKR]
        known = [None if value is None or isnan(value) else exact(value) for value in values]
        cells = [shown(setting, value, Unit.HOUSEHOLDS) for value in known]
        name = setting.say(msg("{month}, outcome", month=month_word(month_period(year, month), setting.language)))
        yield Row((text_cell(name), *cells, shown(setting, None, Unit.TKR)))


def _ahead(setting: Setting, found: SupportOutlook) -> Iterator[Row]:
    long = found.forecast.streams[LONG_TERM].months
    way = iter(found.way.months if found.way else ())
    for name, measures, held in zip(found.forecast.months, found.forecast.total.months, long, strict=True):
        step = next(way, None) if name.startswith(str(found.year)) else None
        yield Row(_cells(setting, month_word(name, setting.language), measures, beside=(held.persons.mean, step)))


def _year(setting: Setting, found: SupportOutlook) -> Row:
    name = setting.say(msg("The year {year}", year=found.year))
    average = found.way.average if found.way else None
    return Row(_cells(setting, name, found.whole.measures, beside=(None, average)), RowKind.TOTAL)


def _cells(
    setting: Setting, name: str, measures: Measures, *, beside: tuple[float | None, float | None]
) -> tuple[Cell, ...]:
    def number(value: float | None) -> Decimal | None:
        return None if value is None else exact(value)

    long, step = beside
    return (
        text_cell(name), *range_cells(setting, measures.persons, Unit.HOUSEHOLDS),
        shown(setting, number(long), Unit.HOUSEHOLDS), shown(setting, number(step), Unit.HOUSEHOLDS),
        *range_cells(setting, measures.cost, Unit.TKR, scale=TKR),
    )  # fmt: skip
