"""Months as a line, outcome solid and forecast dashed in a fan of shades, beside budget and frame."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.paper.blocks import Align, Cell, Chart, Column, Row, Run, Table, plain
from styrhus.paper.charts.fan_layout import BOTTOM, HEIGHT, TOP, FanLayout
from styrhus.paper.charts.series import FanChart, Point, Spread
from styrhus.paper.charts.theme import NARROW, WIDTH, Specification, frame
from styrhus.paper.words import MONTHS
from styrhus.values.number import format_number
from styrhus.values.text import msg

__all__ = ["FanChart", "Spread", "alt_text", "chart", "data_table", "specification"]


def chart(data: FanChart, *, caption: str, language: str, anchor: str = "") -> Chart:
    """The block: specification, text equivalent and data table of the same values."""
    return Chart(
        caption,
        specification(data, language),
        alt_text(data, language),
        data_table(data, caption, language),
        anchor,
        narrow=specification(data, language, width=NARROW),
    )


def specification(data: FanChart, language: str, *, width: float = WIDTH) -> Specification:
    """The Vega-Lite specification; ValueError when there is nothing to draw."""
    layout = FanLayout(data, language, width)
    return frame(
        layout.layers(),
        plot=(layout.width, HEIGHT),
        padding={"left": layout.left, "right": layout.right, "top": TOP, "bottom": BOTTOM},
        description=alt_text(data, language),
    )


def alt_text(data: FanChart, language: str) -> str:
    """The course in words: last year's and the latest outcome, where the forecast begins and ends, the budget."""
    said = [
        msg(
            "Line chart, {unit}, {first} to {last}.",
            unit=data.unit.label, first=month_word(data.periods[0], language),
            last=month_word(data.periods[-1], language),
        ).render(language)
    ]  # fmt: skip
    known = [point for point in data.outcome if point.value is not None]
    if known:
        ends = tuple(dict.fromkeys((known[0], known[-1])))
        said.append(_spoken(msg("Outcome").render(language), ends, language))
    if data.forecast:
        said += [_spread_spoken(spread, language) for spread in dict.fromkeys((data.forecast[0], data.forecast[-1]))]
    for name, points in _lines_beside(data, language):
        ends = tuple(dict.fromkeys((points[0], points[-1])))
        said.append(_spoken(name, ends, language))
    return " ".join(said)


def _lines_beside(data: FanChart, language: str) -> Iterator[tuple[str, tuple[Point, ...]]]:
    named = (
        (data.budget_label or msg("Budget").render(language), data.budget),
        (data.frame_label or msg("Frame").render(language), data.frame),
        (msg("Without levers").render(language), data.base),
    )
    for name, points in named:
        known = tuple(point for point in points if point.value is not None)
        if known:
            yield name, known


def _spoken(name: str, points: tuple[Point, ...], language: str) -> str:
    told = (
        f"{month_word(point.period, language)} {format_number(point.value, language=language)}"
        for point in points
        if point.value is not None
    )
    return f"{name}: {', '.join(told)}."


def _spread_spoken(spread: Spread, language: str) -> str:
    return msg(
        "Forecast {month}: {mean}, with 80 % probability between {low} and {high}.",
        month=month_word(spread.period, language), mean=format_number(spread.mean, language=language),
        low=format_number(spread.p10, language=language), high=format_number(spread.p90, language=language),
    ).render(language)  # fmt: skip


def month_word(period: str, language: str) -> str:
    """`mars 2019` for `2019-03`."""
    year, _, month = period.partition("-")
    return f"{MONTHS[int(month) - 1].render(language).lower() if language == 'sv' else MONTHS[int(month) - 1]} {year}"


def data_table(data: FanChart, caption: str, language: str) -> Table:
    """One row a month: outcome, or what is expected with its bounds, and the lines beside it."""
    words = [msg("Outcome"), msg("Forecast"), msg("10 %"), msg("25 %"), msg("75 %"), msg("90 %")]
    heads = [word.render(language) for word in words]
    outcome = {point.period: point.value for point in data.outcome}
    spreads = {spread.period: spread for spread in data.forecast}
    beside = [(name, {p.period: p.value for p in points}) for name, points in _lines_beside(data, language)]
    rows = []
    for period in data.periods:
        spread = spreads.get(period)
        told = (None,) * 5 if spread is None else (spread.mean, spread.p10, spread.p25, spread.p75, spread.p90)
        values = [outcome.get(period), *told, *(held.get(period) for _, held in beside)]
        rows.append(Row((Cell(plain(month_word(period, language))), *(_cell(v, language) for v in values))))
    columns = tuple(Column(name, Align.RIGHT) for name in (*heads, *(name for name, _ in beside)))
    return Table(
        f"{caption}, {data.unit.label.render(language)}", (Column(msg("Month").render(language)), *columns), tuple(rows)
    )


def _cell(value: Decimal | None, language: str) -> Cell:
    return Cell(plain("–") if value is None else (Run(format_number(value, language=language)),))
