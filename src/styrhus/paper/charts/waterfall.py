"""A bridge from an opening to a closing amount: each change as a bar that begins where the last one ended."""

from dataclasses import dataclass
from decimal import Decimal

from styrhus.paper.blocks import Align, Cell, Chart, Column, Row, RowKind, Run, Table, plain
from styrhus.paper.charts.rows import Rows, box, upright
from styrhus.paper.charts.scale import round_scale, tick_format
from styrhus.paper.charts.series import NO_SOURCE
from styrhus.paper.charts.theme import NARROW, WIDTH, Layer, Specification, frame, label, text_width
from styrhus.paper.palette import MARKS
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

BOTTOM = 30
_BAR = 16


@dataclass(frozen=True)
class Change:
    """A signed change; None when the amount is not known."""

    label: str
    value: Decimal | None
    source: Source = NO_SOURCE


@dataclass(frozen=True)
class Waterfall:
    """Opening and closing amounts as printed, and the changes between them in order."""

    opening: Change
    changes: tuple[Change, ...]
    closing: Change
    unit: Unit

    @property
    def reached(self) -> Decimal:
        """Opening plus the known changes; unlike the closing amount when the printed bridge does not add up."""
        return sum((change.value for change in (self.opening, *self.changes) if change.value is not None), Decimal(0))

    @property
    def adds_up(self) -> bool:
        return self.reached == self.closing.value


def chart(data: Waterfall, *, caption: str, language: str, anchor: str = "") -> Chart:
    """The block: specification, text equivalent and data table of the same values."""
    return Chart(
        caption,
        specification(data, language),
        alt_text(data, language),
        data_table(data, caption, language),
        anchor,
        narrow=specification(data, language, width=NARROW),
    )


def specification(data: Waterfall, language: str, *, width: float = WIDTH) -> Specification:
    """The Vega-Lite specification; ValueError when opening or closing amount is not known.

    Amounts are positions, not lengths: the scale need not begin at zero, so opening and closing are upright
    strokes and only the changes are bars.
    """
    layout = _Layout(data, language, width)
    layers = [layout.axis(), *layout.rows.names(strong=layout.ends), *layout.steps(), *layout.amounts()]
    return frame(
        layers,
        plot=(layout.width, layout.rows.height),
        padding={"left": layout.rows.left, "right": layout.right, "top": 6, "bottom": BOTTOM},
        description=alt_text(data, language),
    )


class _Layout:
    def __init__(self, data: Waterfall, language: str, width: float) -> None:
        if data.opening.value is None or data.closing.value is None:
            raise ValueError("a bridge needs its opening and its closing amount")
        self.data = data
        self.items = (data.opening, *data.changes, data.closing)
        self.ends = (0, len(self.items) - 1)
        self.texts = [_number(item, index not in self.ends, language) for index, item in enumerate(self.items)]
        self.rows = Rows([item.label for item in self.items], width=width)
        self.right = 20 + max(text_width(text) for text in self.texts)
        self.width = width - self.rows.left - self.right
        self.levels = _levels(data)
        known = [float(level) for level in (*self.levels, data.closing.value)]
        margin = (max(known) - min(known)) * 0.05 or abs(max(known)) * 0.05 or 1.0
        self.low, self.high = min(known) - margin, max(known) + margin
        round_values = round_scale(self.low, self.high, ticks=5 if width > NARROW else 3)
        self.format = tick_format(round_values)
        self.ticks = [tick for tick in round_values if self.low <= tick <= self.high]

    def x(self, amount: Decimal) -> float:
        return self.width * (float(amount) - self.low) / (self.high - self.low)

    def axis(self) -> Layer:
        axis = {"values": list(self.ticks), "format": self.format, "orient": "bottom", "grid": True}
        scale = {"domain": [self.low, self.high], "nice": False, "zero": False}
        encoding = {"x": {"datum": self.low, "type": "quantitative", "axis": axis, "scale": scale}}
        return {"data": {"values": [{}]}, "mark": {"type": "point", "opacity": 0}, "encoding": encoding}

    def steps(self) -> list[Layer]:
        """The strokes at both ends, the bars between, and thin lines that lead from each to the next."""
        made = [*self.leads(), self.end(0, self.levels[0])]
        for index, change in enumerate(self.data.changes, 1):
            if change.value is not None:
                made.append(self.bar(index, change.value))
        return [*made, self.end(self.ends[1], self.data.closing.value or Decimal(0))]

    def end(self, index: int, amount: Decimal) -> Layer:
        x, middle = self.x(amount), self.rows.middle(index)
        return upright(x, y=middle - _BAR * 0.75, y2=middle + _BAR * 0.75, width=5)

    def bar(self, index: int, change: Decimal) -> Layer:
        """Filled upwards, outlined downwards, so that they differ without colour."""
        after = self.levels[index]
        left, right = sorted((self.x(after - change), self.x(after)))
        middle = self.rows.middle(index)
        up = {"color": MARKS[0], "stroke": MARKS[0], "strokeWidth": 1.5}
        down = {"color": MARKS[1], "fillOpacity": 0.18, "stroke": MARKS[1], "strokeWidth": 1.5}
        look = up if change >= 0 else down
        return box(left, max(right, left + 1.5), y=middle - _BAR / 2, y2=middle + _BAR / 2, **look)

    def leads(self) -> list[Layer]:
        return [
            upright(self.x(level), y=self.rows.middle(index), y2=self.rows.middle(index + 1), width=1, fillOpacity=0.5)
            for index, level in enumerate(self.levels)
        ]

    def amounts(self) -> list[Layer]:
        """All amounts in one column to the right, as in a table."""
        right = self.width + self.right - 1
        return [
            label(right, self.rows.middle(index), text, align="right", strong=index in self.ends)
            for index, text in enumerate(self.texts)
        ]


def _levels(data: Waterfall) -> list[Decimal]:
    """The amount after the opening and after each change."""
    levels = [data.opening.value or Decimal(0)]
    for change in data.changes:
        levels.append(levels[-1] + (change.value or Decimal(0)))
    return levels


def alt_text(data: Waterfall, language: str) -> str:
    """Opening, closing, every change, and whether they add up."""
    ends = {"opening": _named(data.opening, data.unit, language), "closing": _named(data.closing, data.unit, language)}
    parts = [
        msg("Bridge from {opening} to {closing}.", **ends).render(language),
        _listed(msg("Increases"), [c for c in data.changes if c.value is not None and c.value > 0], language),
        _listed(msg("Decreases"), [c for c in data.changes if c.value is not None and c.value < 0], language),
        _listed(msg("Not known"), [c for c in data.changes if c.value is None], language),
    ]
    if not data.adds_up:
        reached = Figure(data.reached, data.unit).text(language=language)
        remark = msg("The changes lead to {amount}, which is not the closing amount.", amount=reached)
        parts.append(remark.render(language))
    return " ".join(part for part in parts if part)


def data_table(data: Waterfall, caption: str, language: str) -> Table:
    """Opening, changes with sign, closing; figures keep their sources."""
    rows = [_row(data.opening, data.unit, language), *(_row(c, data.unit, language, signed=True) for c in data.changes)]
    closing = _row(data.closing, data.unit, language, kind=RowKind.TOTAL)
    columns = (Column(msg("Item").render(language)), Column(data.unit.label.render(language), Align.RIGHT))
    return Table(caption, columns, (*rows, closing))


def _row(item: Change, unit: Unit, language: str, *, signed: bool = False, kind: RowKind = RowKind.LINE) -> Row:
    figure = Figure(item.value, unit, source=item.source, mark="–")
    return Row(
        (Cell(plain(item.label)), Cell((Run(figure.number(signed=signed, language=language), figure=figure),))), kind
    )


def _number(item: Change, signed: bool, language: str) -> str:
    return Figure(item.value, Unit.NUMBER, mark="–").number(signed=signed, language=language)


def _named(item: Change, unit: Unit, language: str) -> str:
    return f"{item.label} {Figure(item.value, unit).text(language=language)}"


def _listed(head: Text, changes: list[Change], language: str) -> str:
    if not changes:
        return ""
    items = "; ".join(f"{change.label} {_number(change, True, language)}".strip() for change in changes)
    return f"{head.render(language)}: {items}."
