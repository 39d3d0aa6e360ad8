"""A kind of document is a file: found by walking the folder, named and described in both languages."""

import sys

import pytest

import styrhus.reports
from styrhus.reports import KINDS
from styrhus.reports.kind import DocumentKind
from tests.unit.reports.reading import example

SUMMARY_ALONE = """
from styrhus.dossier.document import Part
from styrhus.reports import chapters
from styrhus.reports.kind import DocumentKind
from styrhus.values.text import Text

KIND = DocumentKind(
    id="summary", name=Text("Summary"), description=Text("Only that"), file_word="sammanfattning",
    parts=frozenset({Part.SUMMARY}), chapters=lambda setting: [chapters.summary(setting)],
)
"""


def test_all_kinds_are_found():
    assert set(KINDS) == {"board-plan", "scorecard", "monthly-report", "interim-report", "annual-report"}
    assert all(isinstance(kind, DocumentKind) and kind.id == key for key, kind in KINDS.items())


def test_a_file_in_the_folder_is_all_that_a_new_kind_takes(tmp_path, monkeypatch):
    (tmp_path / "summary_alone.py").write_text(SUMMARY_ALONE)
    monkeypatch.setattr(styrhus.reports, "__path__", [*styrhus.reports.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "styrhus.reports.summary_alone", raising=False)
    found = {kind.id: kind for kind in styrhus.reports._found()}
    document = found["summary"].build(example("lund-2023"), "sv")
    assert set(found) == {*KINDS, "summary"}
    assert document.title == "Verksamhetsplan och internbudget 2023"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_name_and_description_are_in_both_languages(kind, language):
    found = KINDS[kind]
    assert found.name.render(language)
    assert found.name.render("sv") != found.name.render("en")
    assert found.description.render(language).endswith(".")


def test_files_are_named_after_board_year_and_kind():
    assert KINDS["board-plan"].file_name(example("lund-2023"), "pdf") == "lund-2023-verksamhetsplan.pdf"
    assert KINDS["scorecard"].file_name(example("helsingborg-2015"), "docx") == "helsingborg-2015-styrkort.docx"
