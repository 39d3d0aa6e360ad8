"""PDFs of word processors and of our own writer, read with and without their tags."""

from pathlib import Path

import pytest

from styrhus.paper.readers import read_content
from styrhus.paper.readers.pdf import read
from styrhus.paper.reading import Reading, TextKind
from styrhus.paper.writers.pdf import write_pdf
from tests.readings import document, grids
from tests.unit.paper.readers.looking import levels, rows, texts
from tests.unit.paper.readers.pdf_files import TAGGED, UNTAGGED

PLANS = Path(__file__).resolve().parents[5] / "shared" / "plans"


@pytest.fixture(scope="module", params=[TAGGED, UNTAGGED], ids=["tagged", "untagged"])
def budget(request) -> Reading:
    return read(request.param.read_bytes(), request.param.name)


def test_headings_over_several_lines_and_wrapped_labels(budget):
    assert rows(budget, 1) == [
        ["Verksamhet", "Avd för funktionsstöd exkl personal", "Individ- och familjeomsorg", "Summa"],
        ["Verksamhetens intäkter", "218 033", "174 917", "392 950"],
        ["Externa placeringar av barn och unga i familjehem", "-700", "-500", "-1 200"],
        ["Försörjningsstöd", "", "-12 450", "-12 450"],
        ["Summa", "217 333", "161 967", "379 300"],
    ]


def test_caption_and_note(budget):
    assert budget.tables[0].caption == "Tabell 1: Budget per verksamhet (tkr)"
    assert budget.tables[0].notes == ("Not: prel.",)


def test_merged_headings(budget):
    table = budget.tables[1]
    assert [(cell.text, cell.spans) for cell in table.rows[0].cells][1:4:2] == [("2023", 2), ("2024", 2)]
    assert rows(budget, 2)[1:3] == [
        ["", "Antal", "Kostnad", "Antal", "Kostnad"],
        ["Hemtjänst", "120", "4 300", "125", "4 600"],
    ]


def test_table_without_lines(budget):
    assert rows(budget, 3) == [
        ["Slag", "Bokslut 2022", "Budget 2023", "Förändring"],
        ["Löner", "12 400", "12 900", "500"],
        ["Lokaler och avtal", "1 494", "1 350", "-144"],
        ["Övrigt", "6 106", "7 509", "1 403"],
        ["Summa uppräkning", "20 000", "21 759", "1 759"],
    ]


def test_table_that_a_page_parts(budget):
    table = budget.tables[3]
    assert len(budget.tables) == 4
    assert [row.text(0) for row in table.rows] == ["Enhet", *(f"Enhet {number}" for number in range(1, 61))]
    assert {row.place.page for row in table.rows} == {2, 3}
    assert len(table.joined) == 1


def test_headings_items_and_furniture(budget):
    assert levels(budget) == [(1, "Ekonomi"), (2, "Volymer"), (2, "Uppräkning"), (1, "Uppdrag")]
    assert texts(budget, TextKind.ITEM) == ["Följ upp avtalen.", "Se över lokalerna."]
    repeated = [text for text in texts(budget, TextKind.FURNITURE) if text != "Enhet Budget Utfall"]
    assert repeated == ["Norrby kommun", "Sida 1", "Norrby kommun", "Sida 2", "Norrby kommun", "Sida 3"]
    paragraph = texts(budget, TextKind.PARAGRAPH)[0]
    assert paragraph.startswith("Nämnden räknar med oförändrade volymer under året. Kostnaderna")


def test_rows_know_their_page_and_line(budget):
    places = [row.place for row in budget.tables[0].rows]
    assert [place.page for place in places] == [1] * 5
    assert [place.line for place in places] == sorted(place.line for place in places)


def test_build_of_a_tagged_file():
    build = read(TAGGED.read_bytes(), "plan.pdf").build
    assert (build.language, build.title, build.tagged) == ("sv-SE", "Internbudget 2024", True)
    assert build.heading_styles == 4
    assert build.tables_without_header == (2, 3)


def test_build_of_an_untagged_file():
    build = read(UNTAGGED.read_bytes(), "plan.pdf").build
    assert build.tagged is False
    assert build.heading_styles is None


@pytest.mark.skipif(not PLANS.exists(), reason="the plans are not part of the repository")
@pytest.mark.parametrize("name", ["lund-2023", "orebro-2019"])
def test_plan_as_pdf_has_the_same_tables(name):
    plan = read_content((PLANS / f"{name}.txt").read_bytes(), f"{name}.txt")
    again = read(write_pdf(document(plan)), f"{name}.pdf")
    wanted = [[[cell.replace("-", "") for cell in row] for row in table] for table in grids(plan)]
    found = [[[cell.replace("-", "") for cell in row] for row in table] for table in grids(again)]
    numeric = [cell for table in wanted for row in table for cell in row if not any(map(str.isalpha, cell))]
    kept = [cell for table in found for row in table for cell in row if not any(map(str.isalpha, cell))]
    assert kept == numeric
    assert [(len(table), len(table[0])) for table in found] == [(len(table), len(table[0])) for table in wanted]
