"""Nothing that the dossier holds is left out of the board plan, and nothing stands there twice."""

from collections import Counter

import pytest

from styrhus.paper.blocks import Heading
from tests.unit.reports.reading import EXAMPLES, anchors, built, example, refs, refs_in_text, words

LANGUAGES = ("sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_everything_named_in_the_dossier_is_in_the_board_plan(name, language):
    dossier, read = example(name), words(built(name, language=language))
    named = [
        *(goal.name for goal in dossier.goals),
        *(indicator.name for indicator in dossier.indicators),
        *(assignment.title for assignment in dossier.assignments),
        *(undertaking.name for undertaking in dossier.undertakings),
        *(guarantee.name for guarantee in dossier.guarantees),
        *(condition.name for condition in dossier.conditions),
        *(need.name for need in dossier.needs),
        *(unit.name for unit in dossier.organisation),
        *(table.caption for table in dossier.tables),
        *(row.label for table in dossier.tables for row in table.rows),
        *(change.label for change in dossier.frame_changes),
        *dossier.steering.mission,
        *dossier.plan.footnotes,
        *dossier.plan.appendices,
    ]
    aliases = {alias for goal in dossier.goals for alias in goal.aliases}
    missing = [text for text in named if " ".join(text.split()) not in read and text not in aliases]
    assert missing == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_published_cell_with_a_number_is_in_a_table(name):
    dossier, shown = example(name), set(refs(built(name)))
    published = {
        f"table.{table.id}.{row.id}.{column.id}"
        for table in dossier.tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.value is not None
    }
    assert published - shown == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_outcome_and_target_with_a_value_is_in_a_table(name):
    dossier, shown = example(name), set(refs(built(name)))
    outcomes = {".".join(filter(None, ("outcome", o.indicator, o.period, o.part))) for o in dossier.outcomes
                if o.value is not None}  # fmt: skip
    targets = {".".join(filter(None, ("target", t.indicator, str(t.year), t.part))) for t in dossier.targets
               if t.value is not None}  # fmt: skip
    assert (outcomes | targets) - shown == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_fact_stands_either_in_a_text_or_in_the_appendix(name):
    document = built(name)
    listed, told = set(refs(document)), set(refs_in_text(document))
    facts = {f"fact.{fact.id}" for fact in example(name).facts if fact.value is not None}
    assert facts - (listed | told) == set()
    assert facts & listed & told == set()


@pytest.mark.parametrize("kind", ["board-plan", "scorecard"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_table_chart_or_goal_stands_twice(name, kind):
    document = built(name, kind)
    held = [*anchors(document, "table-"), *anchors(document, "indicators-"), *anchors(document, "chart-"),
            *anchors(document, "goal-")]  # fmt: skip
    assert [anchor for anchor, count in Counter(held).items() if count > 1] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_contradiction_is_explained_in_the_appendix(name):
    dossier, read = example(name), words(built(name))
    explanations = [" ".join(held.explanation.split()).rstrip(".") for held in dossier.contradictions]
    assert [text for text in explanations if text not in read] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_section_is_there_under_its_title(name):
    headings = {block.text for block in built(name).blocks if isinstance(block, Heading)}
    assert {section.title for section in example(name).sections} - headings == set()


@pytest.mark.parametrize("kind", ["board-plan", "scorecard"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_english_document_has_no_swedish_words_of_its_own(name, kind):
    own = {block.text for block in built(name, kind, "en").blocks if isinstance(block, Heading)}
    assert not own & {"Sammanfattning och hus", "Internbudget", "Bilaga", "Utmaningar", "Risker", "Tjänster"} - {
        section.title for section in example(name).sections
    }
