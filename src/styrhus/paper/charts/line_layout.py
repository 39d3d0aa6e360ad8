"""Where everything in a line chart stands, in pixels; here Decimal becomes float, for drawing alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from styrhus.paper.charts.free_spot import Spot, along, beside
from styrhus.paper.charts.scale import apart, round_scale, tick_format
from styrhus.paper.charts.series import LineChart, Point, Series
from styrhus.paper.charts.theme import LINE, LOOKS, Layer, label, text_width, wrapped
from styrhus.values.number import format_number
from styrhus.values.text import msg

HEIGHT = 230
_LABEL_SHARE = 0.25
"""The largest part of the width that names beside the lines may take."""
_MANY = 9
"""With more periods than this only the last point is labelled."""
SWATCH = 14
"""Pixels for the point before the name of a line that ends before the edge."""
_X_AXIS = {"labelAngle": 0, "labelOverlap": True, "domain": True, "domainColor": "currentColor", "domainOpacity": 0.5}


class Layout:
    """Positions and labels of one chart in one language."""

    def __init__(self, data: LineChart, language: str, width: float) -> None:
        self.data, self.language, self.periods = data, language, data.periods
        self.label_room = width * _LABEL_SHARE
        values = [float(value) for value in data.values()]
        if not values:
            raise ValueError("a line chart needs at least one value")
        low, high = min(values), max(values)
        margin = (high - low) * 0.12
        self.ticks = round_scale(low - margin if low < 0 else max(0.0, low - margin), high + margin)
        self.left = 14 + max(text_width(self.words(Decimal(repr(tick)))) for tick in self.ticks)
        self.names = [wrapped(self.name(series), self.label_room) for series in data.series]
        swatch = 0 if all(map(self.ends_at_edge, data.series)) else SWATCH
        widths = [text_width(line) for name in self.end_names() for line in name.split("\n")]
        self.right = 16 + swatch + max(widths, default=0)
        self.width = width - self.left - self.right

    def words(self, value: Decimal) -> str:
        return format_number(value, language=self.language)

    def name(self, series: Series) -> str:
        """The label at the right edge: its name and, where others run beside it to the edge, its last value."""
        value = series.last.value if series.last else None
        if value is None:
            return ""
        with_value = self.crowded and self.ends_at_edge(series)
        return f"{series.label} {self.words(value)}".strip() if with_value else series.label

    @property
    def crowded(self) -> bool:
        return len(self.data.series) > 1 or len(self.periods) > _MANY

    def end_names(self) -> list[str]:
        return [*self.names, self.target_name()] if self.data.target else self.names

    def ends_at_edge(self, series: Series) -> bool:
        return series.last is not None and series.last.period == self.periods[-1]

    def target_name(self) -> str:
        last = next((p.value for p in reversed(self.data.target) if p.value is not None), None)
        name = self.data.target_label or msg("Target").render(self.language)
        return wrapped(f"{name} {self.words(last)}", self.label_room) if last is not None else ""

    def x(self, period: str) -> float:
        return (self.periods.index(period) + 0.5) * self.width / len(self.periods)

    def y(self, value: Decimal) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return HEIGHT * (1 - (float(value) - low) / (high - low))

    def axes(self) -> Layer:
        """An empty layer that carries both scales."""
        y_axis = {"values": list(self.ticks), "format": tick_format(self.ticks), "grid": True}
        return {
            "data": {"values": [{"period": period} for period in self.periods]},
            "mark": {"type": "point", "opacity": 0},
            "encoding": {
                "x": {"field": "period", "type": "ordinal", "sort": list(self.periods), "axis": _X_AXIS,
                      "scale": {"type": "band", "paddingInner": 0, "paddingOuter": 0}},
                "y": {"datum": self.ticks[0], "type": "quantitative", "axis": y_axis,
                      "scale": {"domain": [self.ticks[0], self.ticks[-1]], "nice": False, "zero": False}},
            },
        }  # fmt: skip

    def targets(self) -> list[Layer]:
        """A dashed stroke across each period that has a target."""
        half = self.width / len(self.periods) / 2
        values: list[dict[str, float]] = []
        for point in self.data.target:
            if point.value is None:
                continue
            x, y = self.x(point.period), self.y(point.value)
            if values and values[-1]["y"] == y and abs(values[-1]["x2"] - (x - half)) < 1:
                values[-1]["x2"] = x + half
            else:
                values.append({"x": x - half, "x2": x + half, "y": y})
        mark = {"type": "rule", "strokeDash": [4, 3], "strokeWidth": 1.5}
        return [_pixels(values, mark, x2=True)] if values else []

    def lines(self) -> list[Layer]:
        return [
            _pixels(self.path(run), {"type": "line", "color": look["color"], "strokeDash": look["dash"]})
            for series, look in zip(self.data.series, LOOKS, strict=False)
            for run in _unbroken(series.points)
        ]

    def points(self) -> list[Layer]:
        """Filled points, hollow where the value is preliminary."""
        made = []
        for series, look in zip(self.data.series, LOOKS, strict=False):
            for preliminary in (False, True):
                chosen = [p for p in series.points if p.value is not None and p.preliminary is preliminary]
                mark = {"type": "point", "shape": look["shape"], "size": 55, "strokeWidth": 2, "opacity": 1,
                        "color": look["color"], "filled": not preliminary}  # fmt: skip
                made.append(_pixels(self.path(chosen), mark))
        return [layer for layer in made if layer["data"]["values"]]  # type: ignore[index]

    def path(self, points: Iterable[Point]) -> list[dict[str, float]]:
        return [{"x": self.x(p.period), "y": self.y(p.value)} for p in points if p.value is not None]

    def labels(self) -> list[Layer]:
        return [*self.end_labels(), *(self.last_values() if self.crowded else self.value_labels())]

    def end_labels(self) -> list[Layer]:
        """Names at the right edge, moved apart; one whose line ends before the edge has its point before it."""
        wanted = [
            (self.y(series.last.value), name, look, not self.ends_at_edge(series))
            for series, name, look in zip(self.data.series, self.names, LOOKS, strict=False)
            if name and series.last is not None and series.last.value is not None
        ]
        last = next((p for p in reversed(self.data.target) if p.value is not None), None)
        if last is not None and last.value is not None:
            wanted.append((self.y(last.value), self.target_name(), {}, False))
        tallest = max((name.count("\n") + 1 for _, name, _, _ in wanted), default=1)
        heights = apart([y for y, _, _, _ in wanted], gap=tallest * LINE, lowest=0, highest=HEIGHT)
        made, x = [], self.width + 8
        for (_, name, look, early), y in zip(wanted, heights, strict=True):
            if early:
                spot = {"x": x + 4, "y": y}
                made.append(_pixels([spot], {"type": "point", "size": 55, "opacity": 1, "filled": True,
                                             "shape": look["shape"], "color": look["color"]}))  # fmt: skip
            made.append(label(x + (SWATCH if early else 0), y, name, strong=bool(look)))
        return made

    def last_values(self) -> list[Layer]:
        """The last value of each line that ends before the edge, where it covers least."""
        drawn = [spot for series in self.data.series for run in _unbroken(series.points) for spot in self.spots(run)]
        drawn += [(mark["x"], mark["y"]) for series in self.data.series for mark in self.path(series.points)]
        half = self.width / len(self.periods) / 2
        for x, y in ((mark["x"], mark["y"]) for mark in self.path(self.data.target)):
            drawn += along([(x - half, y), (x + half, y)])
        made = []
        for series in self.data.series:
            if series.last is None or series.last.value is None or self.ends_at_edge(series):
                continue
            text, point = self.words(series.last.value), (self.x(series.last.period), self.y(series.last.value))
            x, y = beside(point, text, drawn, width=self.width, height=HEIGHT)
            made.append(label(x, y, text, align="center", strong=True))
        return made

    def spots(self, run: Iterable[Point]) -> Iterator[Spot]:
        """What the line through `run` covers."""
        return along([(mark["x"], mark["y"]) for mark in self.path(run)])

    def value_labels(self) -> list[Layer]:
        """The value at each point, on the side of the line that is free."""
        points = [point for point in self.data.series[0].points if point.value is not None]
        heights = [self.y(point.value) for point in points if point.value is not None]
        goals = {point.period: self.y(point.value) for point in self.data.target if point.value is not None}
        made = []
        for index, (point, y) in enumerate(zip(points, heights, strict=True)):
            around = heights[max(index - 1, 0) : index] + heights[index + 1 : index + 2]
            above = not around or y <= sum(around) / len(around)
            goal = goals.get(point.period, y)
            if abs(goal - (y + (-LINE if above else LINE))) < LINE / 2:
                above = not above
            text = self.words(point.value) if point.value is not None else ""
            made.append(label(self.x(point.period), y + (-LINE if above else LINE), text, align="center"))
        return made


def _unbroken(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Stretches of at least two points without a gap."""
    stretch: list[Point] = []
    for point in (*points, Point("", None)):
        if point.value is not None:
            stretch.append(point)
            continue
        if len(stretch) > 1:
            yield stretch
        stretch = []


def _pixels(values: list[dict[str, float]], mark: Mapping[str, object], *, x2: bool = False) -> Layer:
    """A mark at `values`, which are pixels already."""
    encoding: dict[str, object] = {
        "x": {"field": "x", "type": "quantitative", "scale": None},
        "y": {"field": "y", "type": "quantitative", "scale": None},
    }
    if x2:
        encoding["x2"] = {"field": "x2"}
    return {"data": {"values": values}, "mark": dict(mark), "encoding": encoding}
