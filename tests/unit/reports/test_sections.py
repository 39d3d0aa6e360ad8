"""Text sections: live figures with their source, directives, and every fault with its line and what was meant."""

import pytest

from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Chart, Heading, Paragraph, Table
from styrhus.reports import KINDS
from styrhus.reports.sections import check_section, section_blocks
from styrhus.values.problem import ProblemsError
from tests.unit.reports.reading import example, plain


def section(text, *, key="prov", part=Part.ECONOMY):
    return Section(id=key, title="Prov", part=part, text=text)


def with_sections(*sections):
    """Lund 2023 with these texts alone."""
    held = example("lund-2023")
    return Dossier(**{field: getattr(held, field) for field in Dossier.model_fields} | {"sections": sections})


LUND = with_sections()


def shown(text, language="sv"):
    return section_blocks(section(text), LUND, language)


def test_a_live_figure_keeps_its_source():
    (paragraph,), problems = shown("Ramen är {{ grant.2023 }}.")
    assert problems == ()
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs).replace("\u00a0", " ") == "Ramen är 712 524 tkr."
    assert [run.figure.source.ref for run in paragraph.runs if run.figure] == ["grant.2023"]


def test_a_figure_follows_form_and_language():
    (paragraph,), _ = shown("{{ grant.change.2023 | mnkr 1 signed }}", "en")
    assert plain(paragraph.runs).replace("\u00a0", " ") == "+37.2 mnkr"


def test_unknown_figures_are_told_with_line_and_near_matches():
    text = "En rad.\n\nRamen är {{ grant.2032 }} och\nmålet {{ target.hushall-forsorjningstod.2023 }}."
    _, problems = shown(text)
    assert [(p.file, p.row, p.value) for p in problems] == [
        ("text/prov.md", 3, "grant.2032"),
        ("text/prov.md", 4, "target.hushall-forsorjningstod.2023"),
    ]
    remedies = [p.remedy.render("en") for p in problems]
    assert remedies[0] == "Did you mean 2023, 2022?"
    assert remedies[1].startswith("Did you mean hushall-forsorjningsstod")


def test_what_leads_nowhere_stays_as_it_was_written():
    (paragraph,), _ = shown("Ramen är {{ grant.2032 }}.")
    assert plain(paragraph.runs) == "Ramen är {{ grant.2032 }}."


@pytest.mark.parametrize(
    ("directive", "remedy"),
    [
        ("block table kommunbidrag", "Did you mean kommunbidrag-per-omrade?"),
        ("block tabel investering", "Did you mean table?"),
        ("block chart jobbspar", "Remove the line"),
        ("block indicators trygga-bran", "Did you mean trygga-barn?"),
        ("block table investering | euro", "Only tables of money take one"),
        ("block chart bridge | mnkr 1", "Only tables of money take one"),
    ],
)
def test_directives_that_lead_nowhere_are_told(directive, remedy):
    found = check_section(section(f"Text.\n\n{{{{ {directive} }}}}\n"), LUND)
    assert [(p.row, p.value) for p in found] == [(3, directive)]
    assert found[0].remedy.render("en").startswith(remedy)


def test_a_table_is_placed_where_the_text_wants_it_and_nowhere_else():
    dossier = with_sections(section("Före.\n\n{{ block table investering }}\n\nEfter."))
    blocks = KINDS["board-plan"].build(dossier, "sv").blocks
    places = [n for n, block in enumerate(blocks) if getattr(block, "anchor", "") == "table-investering"]
    assert len(places) == 1
    assert plain(blocks[places[0] - 1].runs) == "Före."


def test_a_table_can_be_placed_in_another_unit_and_still_adds_up():
    blocks, problems = shown("{{ block table kommunbidrag-per-omrade | mnkr 1 }}")
    assert problems == ()
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.caption == "Kommunbidrag per verksamhetsområde, mnkr"
    shown_values = [row.cells[2].runs[0].figure.value for row in table.rows if row.cells[2].runs[0].figure]
    assert sum(shown_values[:-1]) == shown_values[-1] == pytest.approx(712.5)


def test_a_block_stands_in_one_place_only():
    first, second = section("{{ block chart bridge }}"), section("Text\n\n{{ block chart bridge }}", key="andra")
    (problem,) = check_section(second, with_sections(first, second))
    assert (problem.row, problem.value) == (3, "block chart bridge")
    (twice,) = check_section(section("{{ block chart bridge }}\n\n{{ block chart bridge }}"), LUND)
    assert twice.row == 3


def test_building_tells_all_faults_of_all_sections_at_once():
    broken = with_sections(
        section("{{ grant.1999 }}"), section("{{ fact.saknas }}\n\n{{ block table x }}", key="andra")
    )
    with pytest.raises(ProblemsError) as error:
        KINDS["board-plan"].build(broken, "sv")
    assert [(p.file, p.row) for p in error.value.problems] == [
        ("text/prov.md", 1),
        ("text/andra.md", 1),
        ("text/andra.md", 3),
    ]


def test_a_kind_only_asks_of_the_texts_that_it_shows():
    broken = with_sections(section("{{ grant.1999 }}", part=Part.ASSIGNMENTS))
    assert KINDS["scorecard"].build(broken, "sv")


def test_headings_of_a_text_lie_below_its_own():
    dossier = with_sections(section("# Rubrik\n\nText.", part=Part.ECONOMY), section("Mer.", key="andra"))
    levels = {b.text: b.level for b in KINDS["board-plan"].build(dossier, "sv").blocks if isinstance(b, Heading)}
    assert levels["Prov"] == 2
    assert levels["Rubrik"] == 3


def test_a_chart_of_an_indicator_can_be_placed():
    blocks, problems = shown("{{ block chart hushall-forsorjningsstod }}")
    assert problems == ()
    assert [type(block) for block in blocks] == [Chart]
