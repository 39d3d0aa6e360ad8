"""The fan of a stream: what has been, what is expected, budget and frame by month."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.placement_forecast import Outlook, StreamYear
from styrhus.dossier.placement_forecast.outlook import budget_of
from styrhus.dossier.placement_forecast.words import stream_name
from styrhus.finance.grids.span import month_period
from styrhus.forecast import Distribution, Measures
from styrhus.paper.charts import fan
from styrhus.paper.charts.series import FanChart, Point, Spread
from styrhus.values.number import round_half_up
from styrhus.values.unit import KRONOR, Unit
from styrhus.web.frame import current_language, say
from styrhus.web.pages.economy.blocks import page_html
from styrhus.web.pages.forecast.chosen import Chosen
from styrhus.web.permissions import Access

FINE = Decimal(5)
"""Under so many mnkr a month, two decimals."""


class Fan:
    """Makes the chart of what the reader has chosen; `base` is the outlook without levers, where there are any."""

    def __init__(self, dossier: Dossier, found: Outlook, chosen: Chosen, base: Outlook | None = None) -> None:
        self.dossier, self.found, self.chosen, self.base = dossier, found, chosen, base
        self.decimals = self._decimals()

    @property
    def part(self) -> StreamYear:
        """The stream that is shown."""
        return next((p for p in self.found.streams if p.stream == self.chosen.stream), self.found.total)

    @property
    def by_cost(self) -> bool:
        """Whether money is shown; persons where the stream has no price."""
        return self.chosen.measure == "cost" and self.part.cost is not None

    def html(self, access: Access, prefix: str) -> SafeString:
        """The figure with its table; empty where there is nothing to draw."""
        data = self.data()
        if not data.forecast and not any(point.value is not None for point in data.outcome):
            return SafeString("")
        drawn = fan.chart(data, caption=self.caption(), language=current_language())
        return page_html([drawn], access, self.dossier, prefix=prefix)

    def caption(self) -> str:
        words = {"stream": say(stream_name(self.part.stream, self.part.rows))}
        if self.base is not None and self.by_cost:
            return gettext("%(stream)s: cost by month with the levers, 50 and 80 %% interval") % words
        if self.base is not None:
            return gettext("%(stream)s: persons a day with the levers, 50 and 80 %% interval") % words
        if self.by_cost:
            return gettext("%(stream)s: cost by month, forecast with 50 and 80 %% interval") % words
        return gettext("%(stream)s: persons a day, forecast with 50 and 80 %% interval") % words

    def data(self) -> FanChart:
        return FanChart(
            Unit.MNKR if self.by_cost else Unit.PERSONS,
            tuple(self._outcome()),
            tuple(self._forecast(self.found)),
            budget=tuple(self._budget()),
            frame=tuple(self._frame()),
            frame_label=gettext("Frame"),
            base=tuple(Point(s.period, s.mean) for s in self._forecast(self.base)) if self.base else (),
        )

    def _outcome(self) -> Iterator[Point]:
        past = self.found.past
        streams = (self.part.stream,) if self.part.stream else past.streams
        for month in past.months:
            held = past.month(streams, month)
            yield Point(month_period(*month), self._shown(held.cost if self.by_cost else held.persons))

    def _forecast(self, found: Outlook) -> Iterator[Spread]:
        forecast = found.forecast
        held = next((s for s in forecast.streams if s.stream == self.part.stream), forecast.total)
        for month, measures in zip(forecast.months, held.months, strict=True):
            told = self._told(measures)
            if told is not None:
                values = (told.mean, told.p10, told.p25, told.p75, told.p90)
                yield Spread(month, *(self._number(value) for value in values))

    def _told(self, measures: Measures) -> Distribution | None:
        return measures.cost if self.by_cost else measures.persons

    def _budget(self) -> Iterator[Point]:
        """The budgets of the year before and the plan year, a twelfth of the cost in each month."""
        for year in (self.found.year - 1, self.found.year):
            held = budget_of(self.dossier, self.part.rows, year)
            amount = held.cost if self.by_cost else held.persons
            if amount is not None:
                yield from self._months(amount, year)

    def _frame(self) -> Iterator[Point]:
        if self.chosen.frame is not None and self.by_cost and self.part.stream is None:
            yield from self._months(self.chosen.frame, self.found.year)

    def _months(self, amount: Decimal, year: int) -> Iterator[Point]:
        known = {*self.found.forecast.months, *(month_period(*month) for month in self.found.past.months)}
        for month in range(1, 13):
            share = Decimal(1) / 12 if self.by_cost else Decimal(1)
            if month_period(year, month) in known:
                yield Point(month_period(year, month), self._shown(amount * share))

    def _decimals(self) -> int:
        if not self.by_cost or self.part.cost is None:
            return 1
        return 2 if self.part.cost.high / KRONOR[Unit.MNKR] / 12 < FINE else 1

    def _shown(self, value: Decimal | None) -> Decimal | None:
        if value is None:
            return None
        return round_half_up(value / KRONOR[Unit.MNKR] if self.by_cost else value, self.decimals)

    def _number(self, value: float) -> Decimal:
        return self._shown(Decimal(repr(value))) or Decimal(0)
