"""Fans of income support: households beside what the frame pays for and the way to the target, and cost by month."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from styrhus.dossier.income_support_forecast import SupportOutlook
from styrhus.finance.grids.span import YEAR_MONTHS, month_period
from styrhus.forecast import Distribution, Forecast
from styrhus.paper.blocks import Chart
from styrhus.paper.charts import fan
from styrhus.paper.charts.series import FanChart, Point, Spread
from styrhus.reports.parts.outlook_words import exact
from styrhus.values.number import round_half_up
from styrhus.values.unit import KRONOR, Unit

YEARS_SHOWN = 2


def household_fan(found: SupportOutlook, language: str) -> Chart:
    """Households by month."""
    months = [month for month in found.forecast.months if month.startswith(str(found.year))]
    way = zip(months, found.way.months, strict=False) if found.way else ()
    paid_for = found.affordable.mean if found.affordable is not None else None
    data = FanChart(
        Unit.HOUSEHOLDS,
        tuple(_outcome(found, cost=False)),
        tuple(_spreads(found.forecast, cost=False)),
        budget=tuple(Point(month, _whole(value)) for month, value in way),
        budget_label=_("Way to the target"),
        frame=() if paid_for is None else tuple(Point(month, _whole(paid_for)) for month in months),
        frame_label=_("The budget pays for"),
        base=_base(found, cost=False),
    )
    caption = _("Households by month, forecast with 50 and 80 %% interval") % {}
    return fan.chart(data, caption=caption, language=language, anchor="support-households")


def cost_fan(found: SupportOutlook, language: str) -> Chart | None:
    """Cost by month beside a twelfth of the budget; None where nothing tells what a household costs."""
    spreads = tuple(_spreads(found.forecast, cost=True))
    if not spreads:
        return None
    twelfth = None if found.frame is None else _mnkr(found.frame / YEAR_MONTHS)
    months = [month for month in _months(found) if month.startswith(str(found.year))]
    data = FanChart(
        Unit.MNKR,
        tuple(_outcome(found, cost=True)),
        spreads,
        budget=() if twelfth is None else tuple(Point(month, twelfth) for month in months),
        base=_base(found, cost=True),
    )
    caption = _("Cost by month, forecast with 50 and 80 %% interval") % {}
    return fan.chart(data, caption=caption, language=language, anchor="support-cost")


def _months(found: SupportOutlook) -> tuple[str, ...]:
    return (*(point.period for point in _outcome(found, cost=False)), *found.forecast.months)


def _outcome(found: SupportOutlook, *, cost: bool) -> Iterator[Point]:
    """The months that are reported, of the plan year and the years before it."""
    history = found.history
    for place in range(len(history.households)):
        month = history.month(place)
        if found.year - YEARS_SHOWN < month[0] and month <= history.last:
            value = float((history.paid if cost else history.households)[place])
            known = None if value != value else exact(value)  # noqa: PLR0124
            shown = known if known is None else _mnkr(known) if cost else round_half_up(known, 0)
            yield Point(month_period(*month), shown)


def _spreads(forecast: Forecast, *, cost: bool) -> Iterator[Spread]:
    for month, measures in zip(forecast.months, forecast.total.months, strict=True):
        told = measures.cost if cost else measures.persons
        if told is not None:
            yield _spread(month, told, cost=cost)


def _spread(month: str, told: Distribution, *, cost: bool) -> Spread:
    values = (told.mean, told.p10, told.p25, told.p75, told.p90)
    return Spread(month, *(_mnkr(exact(value)) if cost else _whole(value) for value in values))


def _base(found: SupportOutlook, *, cost: bool) -> tuple[Point, ...]:
    if not found.has_levers:
        return ()
    return tuple(Point(spread.period, spread.mean) for spread in _spreads(found.base, cost=cost))


def _whole(value: float) -> Decimal:
    return round_half_up(exact(value), 0)


def _mnkr(amount: Decimal) -> Decimal:
    return round_half_up(amount / KRONOR[Unit.MNKR], 1)
