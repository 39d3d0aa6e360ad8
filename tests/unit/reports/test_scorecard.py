"""The scorecard: for each perspective one table of goals and measures, then strategies, then the money."""

from styrhus.paper.blocks import Heading
from tests.unit.reports.reading import anchors, built, example, plain, tables, words

HELSINGBORG = "helsingborg-2015"


def cards():
    return [held for held in tables(built(HELSINGBORG, "scorecard")) if held.anchor.startswith("indicators-")]


def test_each_perspective_has_one_card_with_its_goals_as_groups():
    assert [card.anchor for card in cards()] == [
        "indicators-invanare",
        "indicators-omvarld",
        "indicators-organisation",
        "indicators-ekonomi",
    ]
    groups = [row.cells[0].text for card in cards() for row in card.rows if row.kind.value == "heading"]
    assert groups == [goal.text for goal in example(HELSINGBORG).goals if goal.parents]


def test_target_paths_stand_beside_each_measure():
    rows = [row for card in cards() for row in card.rows if row.kind.value != "heading"]
    paths = {row.cells[0].text: [cell.text.replace("\u00a0", " ") for cell in row.cells[2:5]] for row in rows}
    assert len(paths) == 21
    assert paths["Andelen inköpta ekologiska eller närodlade livsmedel"] == ["minst 40 %", "minst 45 %", "minst 50 %"]


def test_every_goal_tells_its_strategy():
    read = words(built(HELSINGBORG, "scorecard"))
    strategies = [goal.strategy for goal in example(HELSINGBORG).goals if goal.strategy]
    assert [text for text in strategies if text.rstrip(".") not in read] == []


def test_the_guarantee_stands_between_goals_and_money():
    order = [block.anchor for block in built(HELSINGBORG, "scorecard").blocks if isinstance(block, Heading)]
    assert order.index("goals") < order.index("undertakings") < order.index("economy")
    assert "14 kalenderdagar" in words(built(HELSINGBORG, "scorecard"))


def test_tables_that_a_text_outside_the_card_places_are_not_lost():
    document = built("lund-2023", "scorecard")
    published = {f"table-{table.id}" for table in example("lund-2023").tables}
    assert published <= set(anchors(document, "table-"))


def test_a_change_without_specification_is_said_so():
    read = [plain(block.runs) for block in built(HELSINGBORG, "scorecard", "en").blocks if hasattr(block, "runs")]
    assert "The plan does not say what the change of the frame is made of." in read
