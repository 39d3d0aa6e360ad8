"""Charts of the follow-up: the year month by month, and which units deviate."""

from collections.abc import Mapping
from decimal import Decimal

from styrhus.dossier.follow_up_figures import unit_name
from styrhus.paper.blocks import Chart
from styrhus.paper.charts import bars, line
from styrhus.paper.charts.series import LineChart, Point, Series
from styrhus.reports.drafting.ground import Ground
from styrhus.reports.parts.follow_up import view_of
from styrhus.reports.parts.follow_up_rows import area_tree
from styrhus.reports.parts.follow_up_table import shown_amounts
from styrhus.reports.setting import Blocks, Setting, period_of
from styrhus.values.figure import Source
from styrhus.values.number import round_half_up
from styrhus.values.text import msg
from styrhus.values.unit import Unit

FEWEST = 2
MOST = 12
"""Bars; the units that deviate least are left out beyond them."""


def month_chart(setting: Setting) -> Blocks:
    """Net cost of each month against its budget and last year's, in mnkr; nothing before two months are known."""
    held = view_of(setting).months()
    actual = _points(setting, [amounts.actual for amounts in held], "month-actual")
    if sum(point.value is not None for point in actual) < FEWEST:
        return ()
    last = _points(setting, [amounts.last_year for amounts in held], "")
    budget = _points(setting, [amounts.budget for amounts in held], "month-budget")
    year = setting.dossier.plan.year
    series = [Series(setting.say(msg("Outcome {year}", year=year)), actual)]
    if any(point.value is not None for point in last):
        series.append(Series(setting.say(msg("Outcome {year}", year=year - 1)), last))
    target = budget if any(point.value is not None for point in budget) else ()
    data = LineChart(tuple(series), Unit.MNKR, target, setting.say(msg("Budget")))
    if len(set(data.values())) < FEWEST:
        return ()
    caption = setting.say(msg("Net cost by month, mnkr"))
    return (line.chart(data, caption=caption, language=setting.language, anchor="chart-months"),)


def _points(setting: Setting, amounts: list[Decimal | None], column: str) -> tuple[Point, ...]:
    made = []
    for month, amount in enumerate(amounts, 1):
        ref = f"followup.{period_of(setting.dossier, month)}.all.all.{column}" if column else ""
        value = None if amount is None else round_half_up(amount / 1_000_000, 1)
        made.append(Point(f"{month:02d}", value, source=Source(ref)))
    return tuple(made)


def deviation_chart(setting: Setting) -> Blocks:
    """The deviation to date of the units right below the board, in tkr, in the order of the organisation."""
    assert setting.month is not None
    ground = Ground(setting.dossier, setting.month, setting.language)
    found = [(unit, ground.line(unit).accumulated.variance) for unit in ground.areas]
    known = [(unit, value) for unit, value in found if value]
    if len(known) < FEWEST:
        return ()
    largest = sorted(known, key=lambda pair: -abs(pair[1]))[:MOST]
    shown = shown_amounts(area_tree(setting, ground.view))
    rows = tuple(
        bars.BarRow(unit_name(setting.dossier, unit, setting.language), (_amount(setting, unit, shown),))
        for unit, value in known
        if (unit, value) in largest
    )
    data = bars.BarChart((setting.say(msg("deviation to date")),), rows, Unit.TKR)
    caption = setting.say(msg("Deviation from budget to date by unit, tkr"))
    made: Chart = bars.chart(data, caption=caption, language=setting.language, anchor="chart-deviations")
    return (made,)


def _amount(setting: Setting, unit: str, shown: Mapping[str, Mapping[str, Decimal | None]]) -> bars.Amount:
    base = f"followup.{setting.period}.{unit}.all"
    return bars.Amount(shown.get(base, {}).get("variance-to-date"), Source(f"{base}.variance-to-date"))
