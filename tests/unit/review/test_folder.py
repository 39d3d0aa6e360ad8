"""A plan folder is reviewed as a whole: files and rows in the places, noted contradictions told."""

import shutil

import pytest

from styrhus.review.folder import review_folder
from styrhus.values.problem import ProblemsError, Severity
from tests.cases.example_folder import EXAMPLES


def test_the_published_plan_has_no_error_that_it_does_not_note():
    for folder in sorted(EXAMPLES.iterdir()):
        found = review_folder(folder)
        assert found.file == folder.name
        errors = [finding for finding in found.findings if finding.severity is Severity.ERROR and not finding.noted]
        assert [(finding.rule, finding.place.file, finding.place.line) for finding in errors] == []


def test_a_slip_in_a_file_is_found_with_its_row(tmp_path):
    folder = tmp_path / "lund"
    shutil.copytree(EXAMPLES / "lund-2023", folder)
    file = folder / "budget" / "skyddat-boende.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    row = next(number for number, line in enumerate(lines) if line.startswith("totalt;"))
    lines[row] = lines[row].replace(";10000;", ";19000;")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = review_folder(folder)
    slips = [f for f in found.findings if f.place.file == "budget/skyddat-boende.csv" and f.place.line == row + 1]
    assert {finding.rule for finding in slips} & {"sum-row-differs", "change-column-differs"}
    assert found.has_errors


def test_what_is_no_plan_folder_is_told(tmp_path):
    with pytest.raises(ProblemsError):
        review_folder(tmp_path)
