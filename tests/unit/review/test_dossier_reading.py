"""A plan folder as something to review: the published plan's known contradictions are found with file and row."""

import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.paper.reading import TextKind
from styrhus.review.dossier_reading import reading_of_dossier, ref_at
from tests.cases.example_folder import EXAMPLES

FOLDER = EXAMPLES / "lund-2023"


@pytest.fixture(scope="module")
def lund() -> Dossier:
    dossier, _ = read_folder(FOLDER)
    assert dossier is not None
    return dossier


def test_every_cell_of_a_table_has_its_file_row_and_address(lund):
    reading = reading_of_dossier(lund)
    table = next(t for t in reading.tables if t.place.file == "budget/externa-placeringar.csv")
    row = next(row for row in table.rows if row.text(0) == "Totalt")
    column = [cell.text for cell in table.rows[0].cells].index("Prognos 2022")
    lines = (FOLDER / "budget/externa-placeringar.csv").read_text(encoding="utf-8").splitlines()
    assert lines[row.place.line - 1].startswith("totalt;Totalt;")
    assert row.text(column).replace("\u00a0", " ") == "156 000"
    place = row.place
    cell = type(place)(**{**place.__dict__, "column_number": column + 1})
    assert ref_at(lund, cell) == "table.externa-placeringar.totalt.prognos-2022"
    assert ref_at(lund, place) == "table.externa-placeringar.totalt"


def test_texts_stand_where_the_folder_has_them_with_their_live_figures(lund):
    reading = reading_of_dossier(lund, folder=FOLDER)
    texts = [text for text in reading.texts if text.place.file.startswith("text/")]
    assert texts
    for text in texts:
        lines = (FOLDER / text.place.file).read_text(encoding="utf-8").splitlines()
        assert 1 <= text.place.line <= len(lines)
        assert "{{" not in text.text
    paragraph = next(text for text in texts if text.kind is TextKind.PARAGRAPH)
    written = (FOLDER / paragraph.place.file).read_text(encoding="utf-8").splitlines()[paragraph.place.line - 1]
    assert written.split("{{")[0].split()[0] == paragraph.text.split()[0]
    assert ref_at(lund, paragraph.place).startswith("section.")


def test_without_a_folder_texts_have_the_places_of_an_export(lund):
    exported = [(text.text, text.place) for text in reading_of_dossier(lund).texts]
    stored = [(text.text, text.place) for text in reading_of_dossier(lund, folder=FOLDER).texts]
    assert exported == stored


def test_indicators_and_assignments_are_tables_with_the_row_of_their_file(lund):
    tables = reading_of_dossier(lund).tables
    files = {table.place.file for table in tables}
    assert {"indicators.toml", "assignments.csv"} <= files
    assignments = next(table for table in tables if table.place.file == "assignments.csv")
    assert len(assignments.rows) == len(lund.assignments) + 1
    assert ref_at(lund, assignments.rows[3].place) == f"assignment.{lund.assignments[2].id}"
