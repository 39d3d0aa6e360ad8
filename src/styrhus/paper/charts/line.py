"""Outcomes over periods as lines with points, beside the target path as a thin dashed step."""

from decimal import Decimal

from styrhus.paper.blocks import Align, Cell, Chart, Column, Row, Run, Table, plain
from styrhus.paper.charts.line_layout import HEIGHT, Layout
from styrhus.paper.charts.series import LineChart, Point, Series
from styrhus.paper.charts.theme import LOOKS, NARROW, WIDTH, Specification, frame, label
from styrhus.values.figure import Figure
from styrhus.values.text import msg
from styrhus.values.unit import Unit

__all__ = ["LineChart", "Point", "Series", "alt_text", "chart", "data_table", "specification"]
TOP, BOTTOM = 30, 30


def chart(data: LineChart, *, caption: str, language: str, anchor: str = "") -> Chart:
    """The block: specification, text equivalent and data table of the same values."""
    return Chart(
        caption,
        specification(data, language),
        alt_text(data, language),
        data_table(data, caption, language),
        anchor,
        narrow=specification(data, language, width=NARROW),
    )


def specification(data: LineChart, language: str, *, width: float = WIDTH) -> Specification:
    """The Vega-Lite specification; ValueError when no value is known or there are too many series."""
    if len(data.series) > len(LOOKS):
        raise ValueError(f"a line chart shows at most {len(LOOKS)} series, not {len(data.series)}")
    layout = Layout(data, language, width)
    unit = label(-layout.left, 8 - TOP, data.unit.label.render(language))
    return frame(
        [layout.axes(), *layout.targets(), *layout.lines(), *layout.points(), *layout.labels(), unit],
        plot=(layout.width, HEIGHT),
        padding={"left": layout.left, "right": layout.right, "top": TOP, "bottom": BOTTOM},
        description=alt_text(data, language),
    )


def alt_text(data: LineChart, language: str) -> str:
    """All values in words, series by series, then the targets."""
    periods = data.periods
    head = msg(
        "Line chart, {unit}, {first} to {last}.", unit=data.unit.label, first=periods[0], last=periods[-1]
    ).render(language)
    lines = [_spoken(series.label, series.points, data.unit, language) for series in data.series]
    if data.target:
        lines.append(_spoken(_target_label(data, language), data.target, data.unit, language))
    return " ".join((head, *(line for line in lines if line)))


def data_table(data: LineChart, caption: str, language: str) -> Table:
    """One row a period, one column a series, the target last; figures keep their sources."""
    columns = [(series.label or msg("Outcome").render(language), series.points) for series in data.series]
    if data.target:
        columns.append((_target_label(data, language), data.target))
    by_period = [{point.period: point for point in points} for _, points in columns]
    rows = tuple(
        Row((Cell(plain(period)), *(_cell(points.get(period), data.unit, language) for points in by_period)))
        for period in data.periods
    )
    heads = tuple(Column(name, Align.RIGHT) for name, _ in columns)
    return Table(caption, (Column(msg("Period").render(language)), *heads), rows)


def _cell(point: Point | None, unit: Unit, language: str) -> Cell:
    if point is None or point.value is None:
        return Cell(plain("–"))
    figure = _figure(point.value, point, unit)
    shown = Run(figure.number(language=language), figure=figure)
    if not point.preliminary:
        return Cell((shown,))
    return Cell((shown, Run(f" ({msg('preliminary').render(language)})")))


def _spoken(name: str, points: tuple[Point, ...], unit: Unit, language: str) -> str:
    values = []
    for point in points:
        if point.value is None:
            continue
        mark = f" ({msg('preliminary').render(language)})" if point.preliminary else ""
        values.append(f"{point.period} {_figure(point.value, point, unit).text(language=language)}{mark}")
    return f"{name or msg('Outcome').render(language)}: {', '.join(values)}." if values else ""


def _figure(value: Decimal, point: Point, unit: Unit) -> Figure:
    return Figure(value, unit, point.period, point.source, preliminary=point.preliminary)


def _target_label(data: LineChart, language: str) -> str:
    return data.target_label or msg("Target").render(language)
