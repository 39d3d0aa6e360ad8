"""Where everything in a line chart stands, in pixels; here Decimal becomes float, for drawing alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

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
        self.right = 16 + max((text_width(line) for name in self.end_names() for line in name.split("\n")), default=0)
        self.width = width - self.left - self.right

    def words(self, value: Decimal) -> str:
        return format_number(value, language=self.language)

    def name(self, series: Series) -> str:
        """The label at the end of a line: its name and, where others run beside it, its last value."""
        value = series.last.value if series.last else None
        if value is None:
            return ""
        return f"{series.label} {self.words(value)}".strip() if self.crowded else series.label

    @property
    def crowded(self) -> bool:
        return len(self.data.series) > 1 or len(self.periods) > _MANY

    def end_names(self) -> list[str]:
        names = [n for n, series in zip(self.names, self.data.series, strict=True) if self.ends_at_edge(series)]
        return [*names, self.target_name()] if self.data.target else names

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
        return [*self.end_labels(), *([] if self.crowded else self.value_labels())]

    def end_labels(self) -> list[Layer]:
        """Names beside the last points, moved apart; the target's name at the right edge."""
        wanted = [
            (self.x(series.last.period) + 10, self.y(series.last.value), name, True)
            for series, name in zip(self.data.series, self.names, strict=True)
            if series.last is not None and series.last.value is not None
        ]
        last = next((p for p in reversed(self.data.target) if p.value is not None), None)
        if last is not None and last.value is not None:
            wanted.append((self.width + 8, self.y(last.value), self.target_name(), False))
        tallest = max((name.count("\n") + 1 for _, _, name, _ in wanted), default=1)
        heights = apart([y for _, y, _, _ in wanted], gap=tallest * LINE, lowest=0, highest=HEIGHT)
        return [label(x, y, name, strong=bold) for (x, _, name, bold), y in zip(wanted, heights, strict=True)]

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
