"""Versions side by side for each row, as groups of horizontal bars."""

from dataclasses import dataclass
from decimal import Decimal

from styrhus.paper.blocks import Align, Cell, Chart, Column, Row, Run, Table, plain
from styrhus.paper.charts.rows import Rows, box, upright
from styrhus.paper.charts.series import NO_SOURCE
from styrhus.paper.charts.theme import NARROW, WIDTH, Layer, Specification, frame, label, text_width
from styrhus.paper.palette import MARK_MUTED, MARKS
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg
from styrhus.values.unit import Unit

_BAR, _GAP = 13, 4
_NEWEST: dict[str, object] = {"color": MARKS[0], "stroke": MARKS[0]}
_EARLIER: tuple[dict[str, object], ...] = (
    {"color": MARK_MUTED, "stroke": MARK_MUTED, "fillOpacity": 0.55},
    {"color": MARK_MUTED, "stroke": MARK_MUTED, "fillOpacity": 0.2},
    {"color": MARK_MUTED, "stroke": MARK_MUTED, "fillOpacity": 0.0},
)
MOST_VERSIONS = 1 + len(_EARLIER)


@dataclass(frozen=True)
class Amount:
    """A value of one row in one version; None when it is missing, which draws no bar."""

    value: Decimal | None
    source: Source = NO_SOURCE


@dataclass(frozen=True)
class BarRow:
    label: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class BarChart:
    """Two to four versions, the newest last; each row has one amount a version."""

    versions: tuple[str, ...]
    rows: tuple[BarRow, ...]
    unit: Unit


def chart(data: BarChart, *, caption: str, language: str, anchor: str = "") -> Chart:
    """The block: specification, text equivalent and data table of the same values."""
    return Chart(
        caption,
        specification(data, language),
        alt_text(data, language),
        data_table(data, caption, language),
        anchor,
        narrow=specification(data, language, width=NARROW),
    )


def specification(data: BarChart, language: str, *, width: float = WIDTH) -> Specification:
    """The Vega-Lite specification; ValueError when rows and versions do not fit together."""
    _check(data)
    layout = _Layout(data, language, width)
    return frame(
        [layout.zero(), *layout.rows.names(), *layout.bars(), *layout.amounts()],
        plot=(layout.width, layout.rows.height),
        padding={"left": layout.rows.left, "right": 0, "top": 4, "bottom": 4},
        description=alt_text(data, language),
    )


def _check(data: BarChart) -> None:
    if not 1 <= len(data.versions) <= MOST_VERSIONS:
        raise ValueError(f"a bar chart shows 1 to {MOST_VERSIONS} versions, not {len(data.versions)}")
    for row in data.rows:
        if len(row.amounts) != len(data.versions):
            raise ValueError(f"{row.label} has {len(row.amounts)} amounts for {len(data.versions)} versions")
    if not any(amount.value for row in data.rows for amount in row.amounts):
        raise ValueError("a bar chart needs at least one value other than zero")


class _Layout:
    def __init__(self, data: BarChart, language: str, width: float) -> None:
        self.data, self.language = data, language
        self.step = _BAR + _GAP
        self.rows = Rows([row.label for row in data.rows], width=width, least=len(data.versions) * self.step, air=16)
        self.width = width - self.rows.left
        self.scale = self.widest_scale()
        self.left = self.reach(self.scale)[0]

    def reach(self, scale: float) -> tuple[float, float]:
        """How far bars and the labels beyond them go from zero, to the left and to the right, in pixels."""
        left = right = 0.0
        for row, texts in zip(self.data.rows, self.texts(), strict=True):
            for amount, text in zip(row.amounts, texts, strict=True):
                length = float(amount.value or 0) * scale
                extent = abs(length) + text_width(text) + 12
                left, right = (max(left, extent), right) if length < 0 else (left, max(right, extent))
        return left, right

    def widest_scale(self) -> float:
        """Pixels a unit such that everything just fits, found by halving the interval."""
        largest = max(abs(float(amount.value or 0)) for row in self.data.rows for amount in row.amounts)
        low, high = 0.0, self.width / largest
        for _ in range(30):
            middle = (low + high) / 2
            low, high = (middle, high) if sum(self.reach(middle)) <= self.width else (low, middle)
        return low

    def texts(self) -> list[list[str]]:
        """The amount at each bar; the bars of the first row say which version they are."""
        numbers = [[self.number(amount) for amount in row.amounts] for row in self.data.rows]
        first = [f"{text} ({name})" for text, name in zip(numbers[0], self.data.versions, strict=True)]
        return [first, *numbers[1:]]

    def number(self, amount: Amount) -> str:
        return Figure(amount.value, Unit.NUMBER, mark="–").number(language=self.language)

    def x(self, value: float) -> float:
        return self.left + value * self.scale

    def y(self, row: int, version: int) -> float:
        block = len(self.data.versions) * self.step - _GAP
        return self.rows.middle(row) - block / 2 + version * self.step

    def zero(self) -> Layer:
        return upright(self.x(0), y=0, y2=self.rows.height, width=1, fillOpacity=0.7)

    def bars(self) -> list[Layer]:
        return [
            self.bar(row, version, float(amount.value))
            for row, held in enumerate(self.data.rows)
            for version, amount in enumerate(held.amounts)
            if amount.value is not None
        ]

    def bar(self, row: int, version: int, value: float) -> Layer:
        left, right = sorted((self.x(0), self.x(value)))
        back = len(self.data.versions) - 1 - version
        look = _NEWEST if back == 0 else _EARLIER[back - 1]
        y = self.y(row, version)
        return box(left, right, y=y, y2=y + _BAR, strokeWidth=1.2, **look)

    def amounts(self) -> list[Layer]:
        made = []
        for row, (held, texts) in enumerate(zip(self.data.rows, self.texts(), strict=True)):
            for version, (amount, text) in enumerate(zip(held.amounts, texts, strict=True)):
                value = float(amount.value or 0)
                beside = self.x(value) - 6 if value < 0 else self.x(value) + 6
                newest = version == len(self.data.versions) - 1
                y = self.y(row, version) + _BAR / 2
                made.append(label(beside, y, text, align="right" if value < 0 else "left", strong=newest))
        return made


def alt_text(data: BarChart, language: str) -> str:
    """All amounts in words, row by row."""
    head = msg("Bar chart, {unit}.", unit=data.unit.label).render(language)
    rows = []
    for row in data.rows:
        amounts = zip(data.versions, row.amounts, strict=True)
        words = ", ".join(f"{name} {_spoken(amount, data.unit, language)}" for name, amount in amounts)
        rows.append(f"{row.label}: {words}.")
    return " ".join((head, *rows))


def _spoken(amount: Amount, unit: Unit, language: str) -> str:
    return Figure(amount.value, unit).text(language=language)


def data_table(data: BarChart, caption: str, language: str) -> Table:
    """One row a row, one column a version; figures keep their sources."""
    rows = []
    for row in data.rows:
        figures = [Figure(amount.value, data.unit, source=amount.source, mark="–") for amount in row.amounts]
        cells = (Cell((Run(figure.number(language=language), figure=figure),)) for figure in figures)
        rows.append(Row((Cell(plain(row.label)), *cells)))
    heads = tuple(Column(name, Align.RIGHT) for name in data.versions)
    return Table(caption, (Column(msg("Item").render(language)), *heads), tuple(rows))
