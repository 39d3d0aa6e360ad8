"""The fan: what it shows, what it says to those who cannot see it, and that the quick drawing is the engine's."""

import re
from decimal import Decimal

import pytest

from styrhus.paper.charts import fan, pixels, render
from styrhus.paper.charts.series import FanChart, Point, Spread
from styrhus.values.unit import Unit

OUTCOME = tuple(Point(f"2018-{month:02d}", Decimal(150 + month) / 10) for month in range(1, 13))
FORECAST = tuple(
    Spread(f"2019-{month:02d}", *(Decimal(170 + month + off) / 10 for off in (0, -20, -8, 9, 22)))
    for month in range(1, 13)
)
BUDGET = tuple(Point(f"2019-{month:02d}", Decimal("16.8")) for month in range(1, 13))
DATA = FanChart(Unit.MNKR, OUTCOME, FORECAST, BUDGET)


def paths(svg):
    """The corners of every drawn line and area, as numbers."""
    found = re.findall(r' d="([^"]+)"', svg)
    return sorted(tuple(float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path)) for path in found)


def drawn_by_engine(specification, monkeypatch):
    monkeypatch.setattr(pixels, "can_draw", lambda _: False)
    return render.svg(specification, "sv")


def test_the_quick_drawing_has_the_engines_points_and_words(monkeypatch):
    specification = fan.specification(DATA, "sv")
    assert pixels.can_draw(specification)
    quick = render.svg(specification, "sv")
    slow = drawn_by_engine(specification, monkeypatch)
    for own, other in zip(paths(quick), paths(slow), strict=True):
        assert own == pytest.approx(other, abs=0.06)
    words = [re.findall(r">([^<>]+)</text>", svg) for svg in (quick, slow)]
    assert sorted(words[0]) == sorted(words[1])
    box = re.compile(r'viewBox="[^"]+"')
    assert box.search(quick)[0] == box.search(slow)[0]


def test_other_charts_are_left_to_the_engine():
    from styrhus.paper.charts import line
    from styrhus.paper.charts.series import LineChart, Series

    assert not pixels.can_draw(line.specification(LineChart((Series("", OUTCOME),), Unit.MNKR), "sv"))


def test_lines_are_named_at_the_edge_in_the_language():
    svg = render.svg(fan.specification(DATA, "sv"), "sv")
    for word in ("Prognos 18,2", "90 % 20,4", "10 % 16,2", "Budget 16,8", "Utfall", "jan", "2019", "mnkr"):
        assert f">{word}</text>" in svg
    english = render.svg(fan.specification(DATA, "en"), "en")
    assert ">Forecast 18.2</text>" in english
    assert ">Nov</text>" in english


def test_outcome_is_solid_and_forecast_dashed():
    layers = fan.specification(DATA, "sv")["layer"]
    strong = [layer["mark"] for layer in layers if layer["mark"].get("strokeWidth") == 2.4]
    assert [bool(mark.get("strokeDash")) for mark in strong] == [False, True]


def test_the_alternative_text_tells_ends_and_bounds():
    text = fan.alt_text(DATA, "sv")
    assert "januari 2018 till december 2019" in text
    assert "Prognos december 2019: 18,2, med 80 procents sannolikhet mellan 16,2 och 20,4." in text
    assert "Budget: januari 2019 16,8" in text


def test_the_table_has_every_month_and_missing_is_no_zero():
    outcome = (Point("2018-11", None), *OUTCOME[11:])
    table = fan.data_table(FanChart(Unit.MNKR, outcome, FORECAST[:2]), "Kostnad", "sv")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["november 2018", "–", "–", "–", "–", "–", "–"]
    assert rows[-1] == ["februari 2019", "–", "17,2", "15,2", "16,4", "18,1", "19,4"]


def test_a_gap_parts_the_line_and_one_month_alone_is_drawn():
    outcome = (*OUTCOME[:3], Point("2018-04", None), *OUTCOME[4:])
    layers = fan.specification(FanChart(Unit.MNKR, outcome, ()), "sv")["layer"]
    assert sum(1 for layer in layers if layer["mark"].get("strokeWidth") == 2.4) == 2
    assert "<svg" in render.svg(fan.specification(FanChart(Unit.PERSONS, (), FORECAST[:1]), "sv"), "sv")


def test_without_any_value_there_is_no_fan():
    with pytest.raises(ValueError, match="at least one value"):
        fan.specification(FanChart(Unit.MNKR, (Point("2018-01", None),), ()), "sv")


def test_texts_are_safe_in_svg():
    data = FanChart(Unit.MNKR, OUTCOME, FORECAST, BUDGET, budget_label="A <b> & \x08c")
    assert "A &lt;b&gt; &amp;" in render.svg(fan.specification(data, "sv"), "sv")
