"""Charts are built from data alone, speak the language, and are the same each time they are drawn."""

import json
import re
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from styrhus.paper import charts, drawing
from styrhus.paper.blocks import Drawing
from styrhus.paper.charts import bars, line, waterfall
from styrhus.paper.charts.scale import apart, round_scale, tick_format
from styrhus.paper.charts.theme import LOOKS, NARROW, WIDTH
from styrhus.values.figure import Source
from styrhus.values.unit import Unit
from tests.unit.paper.documents import BRIDGE, GRANT_BARS, HOUSE, SECURITY, STABILITY, points

ALL = [
    (line.specification, STABILITY),
    (line.specification, SECURITY),
    (waterfall.specification, BRIDGE),
    (bars.specification, GRANT_BARS),
]


def drawn(specification, language: str = "sv") -> Tree.Element:
    return Tree.fromstring(charts.svg(specification, language))


def texts(root: Tree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text")]


@pytest.mark.parametrize(("build", "data"), ALL)
@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_a_chart_has_exactly_its_size_and_no_english_words(build, data, width):
    root = drawn(build(data, "sv", width=width))
    assert drawing.size(Tree.tostring(root, encoding="unicode"))[0] == pytest.approx(width, abs=1)
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("aria") or name == "role"]
    assert "currentColor" in Tree.tostring(root, encoding="unicode")


@pytest.mark.parametrize(("build", "data"), ALL)
@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_no_label_leaves_the_picture(build, data, width):
    root = drawn(build(data, "sv", width=width))
    height = float(root.get("height", 0))
    for element, x, y in placed_texts(root):
        anchor = element.get("text-anchor", "start")
        spans = list(element) or [element]
        longest = max(len("".join(span.itertext())) for span in spans) * 13 * 0.47
        left = x - {"start": 0, "middle": longest / 2, "end": longest}[anchor]
        assert left >= -1
        assert left + longest <= width + 1
        assert 0 <= y <= height


def placed_texts(element: Tree.Element, x: float = 0, y: float = 0):
    for dx, dy in re.findall(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", "")):
        x, y = x + float(dx), y + float(dy)
    if element.tag.endswith("}text"):
        yield element, x, y
    for child in element:
        yield from placed_texts(child, x, y)


def test_numbers_are_swedish_in_swedish_and_english_in_english():
    swedish = drawn(line.specification(STABILITY, "sv"))
    english = drawn(line.specification(STABILITY, "en"))
    assert "83,5" in texts(swedish)
    assert "83.5" in texts(english)
    ticks = texts(drawn(waterfall.specification(BRIDGE, "sv")))
    assert "510\u00a0000" in ticks
    assert "−3\u00a0628" in ticks
    assert "+12\u00a0000" in ticks


def test_the_same_chart_is_the_same_svg_whatever_was_drawn_before():
    before = charts.svg(line.specification(STABILITY, "sv"), "sv")
    charts.render._svg.cache_clear()
    for build, data in ALL:
        charts.svg(build(data, "sv"), "sv")
    charts.render._svg.cache_clear()
    assert charts.svg(line.specification(STABILITY, "sv"), "sv") == before


def test_series_differ_in_dash_and_point_so_that_black_and_white_is_enough():
    assert len({(tuple(look["dash"]), look["shape"]) for look in LOOKS}) == len(LOOKS)
    assert len({look["shape"] for look in LOOKS}) == len(LOOKS)


def test_a_gap_in_the_outcomes_is_a_gap_in_the_line():
    specification = json.dumps(line.specification(SECURITY, "sv"))
    lines = [layer for layer in json.loads(specification)["layer"] if layer["mark"]["type"] == "line"]
    assert [len(layer["data"]["values"]) for layer in lines] == [3]


def test_preliminary_points_are_hollow_and_said_to_be_so():
    last = line.Point("2019", Decimal(84), preliminary=True)
    data = line.LineChart((line.Series("Utfall", (*points(("2018", "83")), last)),), Unit.PERCENT)
    marks = [layer["mark"] for layer in line.specification(data, "sv")["layer"] if layer["mark"].get("shape")]
    assert [mark["filled"] for mark in marks] == [True, False]
    assert "2019 84\u00a0% (preliminärt)" in line.alt_text(data, "sv")
    assert "(preliminärt)" in line.data_table(data, "x", "sv").rows[1].cells[1].text


@pytest.mark.parametrize("width", [WIDTH, NARROW])
@pytest.mark.parametrize("values", [("50", "50.1"), ("30", "70"), ("49.8", "49")])
def test_a_line_that_ends_early_is_named_at_the_edge_and_its_last_value_covers_no_line(values, width):
    before = points(*((f"{month:02d}", str(60 + 10 * (-1) ** month)) for month in range(1, 13) if month != 8))
    last = (*before[:7], line.Point("08", Decimal(values[1])), *before[7:])
    now = (*before[:7], line.Point("08", Decimal(values[0])))
    data = line.LineChart((line.Series("I år", now), line.Series("I fjol", last)), Unit.MNKR)
    layers = line.specification(data, "sv", width=width)["layer"]
    labels = {layer["data"]["values"][0]["words"][0]: layer["mark"] for layer in layers if "align" in layer["mark"]}
    edge, value = labels["I år"], labels[line.data_table(data, "x", "sv").rows[7].cells[1].text]
    assert edge["x"] > max(spot["x"] for spot in drawn_spots(layers, "line"))
    marks = [spot for spot in drawn_spots(layers, "point") if spot["x"] < edge["x"] - 20]
    assert not [spot for spot in marks if abs(spot["x"] - value["x"]) < 14 and abs(spot["y"] - value["y"]) < 10]


def drawn_spots(layers, kind):
    return [
        spot for layer in layers if layer["mark"]["type"] == kind for spot in layer["data"]["values"] if "x" in spot
    ]


def test_the_target_is_a_thin_dashed_stroke_with_its_name():
    layers = line.specification(STABILITY, "sv")["layer"]
    (target,) = [layer for layer in layers if layer["mark"]["type"] == "rule"]
    assert target["mark"]["strokeDash"]
    assert len(target["data"]["values"]) == 1
    assert "Mål 85" in texts(drawn(line.specification(STABILITY, "sv")))


def test_texts_for_those_who_cannot_see_hold_every_value():
    assert line.alt_text(STABILITY, "sv") == (
        "Linjediagram, %, 2016 till 2019. Utfall: 2016 83,5\u00a0%, 2017 85\u00a0%, 2018 87\u00a0%. "
        "Mål: 2018 85\u00a0%, 2019 85\u00a0%."
    )
    bridge = waterfall.alt_text(BRIDGE, "sv")
    assert bridge.startswith("Från Utgående budgetram 2018 509\u00a0639\u00a0tkr till Ram 2019 518\u00a0681\u00a0tkr.")
    assert all(change.label in bridge for change in BRIDGE.changes)
    assert "Vuxen: Budget 2022 238\u00a0320\u00a0tkr, Budget 2023 309\u00a0600\u00a0tkr." in bars.alt_text(
        GRANT_BARS, "sv"
    )
    assert bars.alt_text(GRANT_BARS, "en").startswith("Bar chart, tkr.")


def test_a_published_bridge_adds_up_and_one_that_does_not_says_so():
    assert BRIDGE.adds_up
    wrong = waterfall.Waterfall(
        waterfall.Change("Ram", Decimal(100)),
        (waterfall.Change("Volym", Decimal(10)), waterfall.Change("Okänt", None)),
        waterfall.Change("Ny ram", Decimal(120)),
        Unit.TKR,
    )
    said = waterfall.alt_text(wrong, "sv")
    assert "110\u00a0tkr" in said
    assert "Inte kända: Okänt" in said
    drawn(waterfall.specification(wrong, "sv"))


def test_data_tables_keep_the_sources():
    point = line.Point("2018", Decimal(5), source=Source("outcome.x.2018", "outcomes.csv, rad 2"))
    table = line.data_table(line.LineChart((line.Series("", (point,)),), Unit.DAYS), "x", "sv")
    figure = table.rows[0].cells[1].runs[0].figure
    assert figure is not None
    assert figure.source.ref == "outcome.x.2018"
    assert [column.heading for column in table.columns] == ["Period", "Utfall"]


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match="at least one value"):
        line.specification(line.LineChart((line.Series("x", points(("2018", None))),), Unit.DAYS), "sv")
    with pytest.raises(ValueError, match="at most 5 series"):
        line.specification(line.LineChart((line.Series("x", points(("2018", "1"))),) * 6, Unit.DAYS), "sv")
    empty = waterfall.Change("x", None)
    with pytest.raises(ValueError, match="opening and its closing"):
        waterfall.specification(waterfall.Waterfall(empty, (), empty, Unit.TKR), "sv")
    row = bars.BarRow("x", (bars.Amount(Decimal(1)),))
    with pytest.raises(ValueError, match="1 amounts for 2 versions"):
        bars.specification(bars.BarChart(("a", "b"), (row,), Unit.TKR), "sv")


def test_negative_and_positive_bars_share_a_zero_line():
    rows = tuple(
        bars.BarRow(label, tuple(bars.Amount(Decimal(v)) for v in values))
        for label, values in (("Intäkter", ("15.2", "11.4")), ("Kostnader", ("-279.6", "-297.0")))
    )
    root = drawn(bars.specification(bars.BarChart(("2018", "2019"), rows, Unit.MNKR), "sv"))
    assert "−297,0" in texts(root)
    assert "11,4 (2019)" in texts(root)


def test_a_picture_is_twice_its_size_on_white():
    image = Image.open(BytesIO(charts.png(waterfall.specification(BRIDGE, "sv"), "sv")))
    assert image.width == 2 * WIDTH
    assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


decimals = st.decimals(-1_000_000, 1_000_000, places=1)


@given(st.lists(decimals, min_size=1, max_size=5))
def test_any_values_can_be_laid_out(values):
    series = line.Series("x", tuple(line.Point(str(2015 + n), value) for n, value in enumerate(values)))
    specification = line.specification(line.LineChart((series,), Unit.TKR), "sv")
    marks = [layer for layer in specification["layer"] if layer["mark"].get("shape")]
    assert all(0 <= spot["y"] <= 230 for mark in marks for spot in mark["data"]["values"])


@given(decimals, decimals)
def test_a_scale_holds_its_values_at_round_steps(one, other):
    low, high = sorted((float(one), float(other)))
    ticks = round_scale(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 8
    assert re.fullmatch(r",\.\d+f", tick_format(ticks))


@given(st.lists(st.floats(0, 200), max_size=6))
def test_labels_keep_their_distance_and_their_order(wanted):
    placed = apart(wanted, gap=16, lowest=0, highest=230)
    assert all(later - earlier >= 15.99 for earlier, later in zip(sorted(placed), sorted(placed)[1:], strict=False))
    assert sorted(range(len(wanted)), key=lambda n: wanted[n]) == sorted(range(len(wanted)), key=lambda n: placed[n])


def test_a_drawing_keeps_its_ids_apart_and_loses_its_links():
    page = drawing.for_page(HOUSE, alt='Hus & "rum"', identity="x")
    root = Tree.fromstring(page)
    assert root.get("aria-label") == 'Hus & "rum"'
    assert "url(#x-wall)" in page
    assert "/mal/" not in page
    assert drawing.size(HOUSE) == (300, 120)


def test_a_drawing_holds_no_script():
    with pytest.raises(ValueError, match="no script"):
        drawing.for_print('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')


def test_a_picture_without_text_is_refused():
    with pytest.raises(ValueError, match="needs a text"):
        Drawing("Huset", HOUSE, " ")


@pytest.mark.parametrize("word", ["if", "datum.value", "width", "'", "\\", "a\x00b", "ff ◐"])
def test_words_are_never_taken_for_expressions(word):
    row = bars.BarRow(word, (bars.Amount(Decimal(1)),))
    assert word.replace("\x00", "\ufffd") in texts(
        drawn(bars.specification(bars.BarChart(("x",), (row,), Unit.TKR), "sv"))
    )
