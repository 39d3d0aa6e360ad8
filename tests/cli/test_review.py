"""`styrhus review` as a process: forms, languages, allowed rules and exit codes."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import ROOT, styrhus

FAULTY = "Kommunbidrag (tkr)\tBudget 2022\tBudget 2023\nBarn\t100\t110\nVuxna\t200\t230\nSumma\t300\t360\n"
SOUND = FAULTY.replace("360", "340")
SCHEMA = json.loads((ROOT / "docs" / "review.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = tmp_path / "plan.txt"
    file.write_text(FAULTY, encoding="utf-8")
    return file


def test_an_error_gives_one_and_a_sound_document_nothing(faulty, tmp_path):
    sound = tmp_path / "sound.txt"
    sound.write_text(SOUND, encoding="utf-8")
    assert styrhus("review", faulty).returncode == 1
    found = styrhus("review", sound)
    assert (found.returncode, "Nothing found" in found.stdout) == (0, True), found.stdout


def test_json_follows_the_published_schema(faulty):
    found = styrhus("review", faulty, "--format", "json")
    report = json.loads(found.stdout)
    jsonschema.validate(report, SCHEMA)
    [finding] = [f for f in report["findings"] if f["rule"] == "sum-row-differs"]
    assert (finding["stated"], finding["computed"], finding["difference"]) == (360, 340, 20)
    assert (finding["place"]["row"], finding["place"]["column"], finding["place"]["line"]) == (
        "Summa",
        "Budget 2023",
        4,
    )
    assert report["checked"]["relations"] == 2
    assert report["checked"]["relations_holding"] == 1


def test_several_files_make_a_list(faulty):
    reports = json.loads(styrhus("review", faulty, faulty, "--format", "json").stdout)
    jsonschema.validate(reports, SCHEMA)
    assert len(reports) == 2


def test_decimals_are_exact(tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text("Budget (mnkr)\t2023\nBarn\t0,1\nVuxna\t0,2\nUnga\t7,7\nSumma\t9,9\n", encoding="utf-8")
    report = json.loads(styrhus("review", file, "--format", "json").stdout, parse_float=Decimal)
    [finding] = [f for f in report["findings"] if f["rule"] == "sum-row-differs"]
    assert (finding["stated"], finding["computed"]) == (Decimal("9.9"), 8)


def test_an_allowed_rule_says_nothing(faulty):
    assert "sum-row-differs" in styrhus("review", faulty).stdout
    assert "sum-row-differs" not in styrhus("review", faulty, "--allow", "sum-row-differs").stdout


def test_a_rule_that_does_not_exist_is_told(faulty):
    found = styrhus("review", faulty, "--allow", "sum-differs")
    assert (found.returncode, found.stdout) == (2, "")
    assert "There is no rule sum-differs" in found.stderr


def test_the_report_speaks_swedish(faulty):
    assert "Rätta summan" in styrhus("review", faulty, "--lang", "sv").stdout


def test_the_page_marks_the_cell(faulty):
    page = styrhus("review", faulty, "--format", "html", "--lang", "sv").stdout
    assert '<html lang="sv' in page
    assert 'href="#table-1-row-4"' in page
    assert 'href="#finding-1"' in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_a_file_that_is_not_there_is_told_and_the_others_are_reviewed(faulty, tmp_path):
    found = styrhus("review", tmp_path / "none.docx", faulty)
    assert found.returncode == 2
    assert "none.docx" in found.stderr
    assert "sum-row-differs" in found.stdout
