"""Where everything in a fan stands, in pixels; here Decimal becomes float, for drawing alone."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from styrhus.paper.charts.scale import apart, round_scale
from styrhus.paper.charts.series import FanChart, Point, Spread
from styrhus.paper.charts.theme import INK, LINE, Layer, label, text_width, wrapped
from styrhus.paper.palette import MARK_MUTED, MARKS
from styrhus.paper.words import MONTHS
from styrhus.values.number import decimals_of, format_number
from styrhus.values.text import msg

HEIGHT, TOP, BOTTOM = 240, 34, 46
COLOR = MARKS[0]
_LABEL_SHARE = 0.24
"""The largest part of the width that names beside the lines may take."""
_SHADES = (("p10", "p90", 0.2), ("p25", "p75", 0.28))
_DASH = [6, 4]
_DOTS = [2, 3]
_ROOM = 30
"""Pixels that the short name of a month takes with the space around it."""


class FanLayout:
    """Positions and labels of one fan in one language; ValueError without any value."""

    def __init__(self, data: FanChart, language: str, width: float) -> None:
        self.data, self.language, self.periods = data, language, data.periods
        values = [float(value) for value in data.values()]
        if not values:
            raise ValueError("a fan needs at least one value")
        low, high = min(values), max(values)
        margin = (high - low) * 0.08
        self.ticks = round_scale(max(0.0, low - margin) if low >= 0 else low - margin, high + margin)
        self.left = 14 + max(text_width(self.tick(tick)) for tick in self.ticks)
        self.names = [(y, wrapped(name, width * _LABEL_SHARE), strong) for y, name, strong in self._end_names()]
        widths = [text_width(line) for _, name, _ in self.names for line in name.split("\n")]
        self.right = 14 + max(widths, default=0)
        self.width = width - self.left - self.right
        self.step = self.width / len(self.periods)
        self.places = {period: (index + 0.5) * self.step for index, period in enumerate(self.periods)}

    def words(self, value: Decimal) -> str:
        return format_number(value, language=self.language)

    def say(self, msgid: str) -> str:
        return msg(msgid).render(self.language)

    def y(self, value: Decimal) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return round(HEIGHT * (1 - (float(value) - low) / (high - low)), 2)

    def spot(self, period: str, value: Decimal) -> dict[str, float]:
        return {"x": round(self.places[period], 2), "y": self.y(value)}

    def layers(self) -> list[Layer]:
        """Everything from the back to the front."""
        return [
            *self._grid(), *self._shades(), *self._steps(self.data.budget, {"strokeWidth": 1.3}),
            *self._steps(self.data.frame, {"strokeWidth": 2.2, "strokeDash": [10, 3]}),
            *self._line(self.data.base, {"color": MARK_MUTED, "strokeDash": _DOTS, "strokeWidth": 2}),
            *self._outcome(), *self._forecast(), *self._border(), *self._months(), *self._names(),
            label(-self.left, 8 - TOP, self.data.unit.label.render(self.language)),
        ]  # fmt: skip

    def _grid(self) -> list[Layer]:
        """A faint line and its number at each tick."""
        made = []
        for tick in self.ticks:
            y = self.y(Decimal(repr(tick)))
            ends = [{"x": 0.0, "y": y}, {"x": round(self.width, 2), "y": y}]
            made.append(_pixels(ends, {"type": "line", "color": INK, "strokeWidth": 1, "opacity": 0.16}))
            made.append(label(-8, y, self.tick(tick), align="right"))
        return made

    def tick(self, value: float) -> str:
        """A number of the scale, with as many decimals as the step between ticks needs."""
        step = Decimal(repr(round(self.ticks[1] - self.ticks[0], 10))).normalize()
        return format_number(Decimal(repr(value)), decimals_of(step), language=self.language)

    def _shades(self) -> list[Layer]:
        """The areas of 80 and of 50 per cent, with a thin outline that holds in black and white."""
        if not self.data.forecast:
            return []
        made = []
        for low, high, opacity in _SHADES:
            values = [
                {**self.spot(s.period, getattr(s, high)), "y2": self.y(getattr(s, low))} for s in self._from_outcome()
            ]
            mark = {"type": "area", "color": COLOR, "opacity": opacity}
            made.append(_pixels(values, mark, also=("y2",)))
            for edge in (low, high):
                edges = [self.spot(s.period, getattr(s, edge)) for s in self._from_outcome()]
                made.append(_pixels(edges, {"type": "line", "color": COLOR, "strokeWidth": 0.7, "opacity": 0.7}))
        return made

    def _from_outcome(self) -> Sequence[Spread]:
        """The forecast from the last known outcome on, where nothing is uncertain."""
        first = self.data.forecast[0]
        last = next((p for p in reversed(self.data.outcome) if p.period < first.period), None)
        if last is None or last.value is None:
            return self.data.forecast
        return (Spread(last.period, *(last.value,) * 5), *self.data.forecast)

    def _outcome(self) -> list[Layer]:
        return self._line(self.data.outcome, {"color": COLOR, "strokeWidth": 2.4})

    def _forecast(self) -> list[Layer]:
        if not self.data.forecast:
            return []
        mean = tuple(Point(spread.period, spread.mean) for spread in self._from_outcome())
        return self._line(mean, {"color": COLOR, "strokeWidth": 2.4, "strokeDash": _DASH})

    def _line(self, points: Iterable[Point], look: dict[str, object]) -> list[Layer]:
        """A line through `points`, parted where a value is missing."""
        made, stretch = [], list[dict[str, float]]()
        for point in (*points, Point("", None)):
            if point.value is not None:
                stretch.append(self.spot(point.period, point.value))
                continue
            if stretch:
                made.append(_pixels(stretch, {"type": "line", **look}))
            stretch = []
        return made

    def _steps(self, points: Iterable[Point], look: dict[str, object]) -> list[Layer]:
        """A line that is level over each month and rises or falls between them."""
        made, stretch = [], list[dict[str, float]]()
        half = self.step / 2
        for point in (*points, Point("", None)):
            if point.value is not None:
                x, y = self.places[point.period], self.y(point.value)
                stretch += [{"x": round(x - half, 2), "y": y}, {"x": round(x + half, 2), "y": y}]
                continue
            if stretch:
                made.append(_pixels(stretch, {"type": "line", "color": INK, **look}))
            stretch = []
        return made

    def _border(self) -> list[Layer]:
        """Where the outcome ends and the forecast begins, with both words at the top."""
        if not self.data.forecast or not any(p.value is not None for p in self.data.outcome):
            return []
        x = round(self.places[self.data.forecast[0].period] - self.step / 2, 2)
        values = [{"x": x, "y": -14}, {"x": x, "y": HEIGHT}]
        mark = {"type": "line", "color": INK, "strokeWidth": 1, "strokeDash": [1, 3], "opacity": 0.8}
        return [
            _pixels(values, mark),
            label(x - 6, -10, self.say("Outcome"), align="right"),
            label(x + 6, -10, self.say("Forecast")),
        ]

    def _months(self) -> list[Layer]:
        """Short names of months as close as they fit, January always, the year below it."""
        made = []
        every = next((n for n in (1, 2, 3, 4, 6, 12) if n * self.step >= _ROOM), 12)
        for index, period in enumerate(self.periods):
            year, month = int(period[:4]), int(period[5:])
            x = round(self.places[period], 2)
            if (month - 1) % every == 0:
                made.append(label(x, HEIGHT + 14, self.short(month), align="center"))
            if month == 1 or (index == 0 and month <= 12 - 36 / self.step):
                made.append(label(x, HEIGHT + 32, str(year), align="center", strong=True))
        return made

    def short(self, month: int) -> str:
        """The first three letters of a month, as calendars write them."""
        word = MONTHS[month - 1].render(self.language)[:3]
        return word.lower() if self.language == "sv" else word

    def _end_names(self) -> list[tuple[Decimal, str, bool]]:
        """What stands at the right edge: height, words, whether it is the forecast itself."""
        found: list[tuple[Decimal, str, bool]] = []
        if self.data.forecast:
            last = self.data.forecast[-1]
            found.append((last.mean, f"{self.say('Forecast')} {self.words(last.mean)}", True))
            found.append((last.p90, f"{self.say('90 %')} {self.words(last.p90)}", False))
            found.append((last.p10, f"{self.say('10 %')} {self.words(last.p10)}", False))
        named = (
            (self.data.budget_label or self.say("Budget"), self.data.budget),
            (self.data.frame_label or self.say("Frame"), self.data.frame),
            (self.say("Without levers"), self.data.base),
        )
        for name, points in named:
            value = next((p.value for p in reversed(points) if p.value is not None), None)
            if value is not None:
                found.append((value, f"{name} {self.words(value)}", False))
        return found

    def _names(self) -> list[Layer]:
        tallest = max((name.count("\n") + 1 for _, name, _ in self.names), default=1)
        wanted = [self.y(value) for value, _, _ in self.names]
        heights = apart(wanted, gap=tallest * LINE, lowest=0, highest=HEIGHT)
        return [
            label(round(self.width + 8, 2), y, name, strong=strong)
            for (_, name, strong), y in zip(self.names, heights, strict=True)
        ]


def _pixels(values: list[dict[str, float]], mark: dict[str, object], *, also: Sequence[str] = ()) -> Layer:
    """A mark at `values`, which are pixels already, in their own order."""
    encoding: dict[str, object] = {
        "x": {"field": "x", "type": "quantitative", "scale": None},
        "y": {"field": "y", "type": "quantitative", "scale": None},
    }
    encoding |= {name: {"field": name} for name in also}
    if mark["type"] == "line":
        encoding["order"] = {"field": "n", "type": "quantitative"}
        values = [{**value, "n": number} for number, value in enumerate(values)]
    return {"data": {"values": values}, "mark": dict(mark), "encoding": encoding}
