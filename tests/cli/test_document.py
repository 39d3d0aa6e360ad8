"""`styrhus document`: every format from a folder without Django; faults told with place and exit code."""

import io
import shutil
import subprocess
import sys

import pypdfium2
import pytest
from docx import Document as Word

from styrhus.dossier.folder import write_folder
from tests.cases.example_folder import loaded
from tests.cases.ledger import with_ledger
from tests.cli.running import LUND, ROOT, styrhus, surroundings


@pytest.fixture
def folder(tmp_path):
    """A copy of Lund 2023 to spoil."""
    return shutil.copytree(LUND, tmp_path / "plan")


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_each_format_holds_the_council_grant(tmp_path, suffix):
    target = tmp_path / "new" / f"plan.{suffix}"
    found = styrhus("document", "board-plan", LUND, "--to", target)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == f"Written: {target}\n"
    content = target.read_bytes()
    read = {
        "html": content.decode,
        "docx": lambda: "\n".join(p.text for p in Word(io.BytesIO(content)).paragraphs),
        "pdf": lambda: "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(content)),
    }[suffix]()
    assert "712 524" in read.replace("\u00a0", " ")


def test_a_folder_needs_no_django_and_no_database(tmp_path):
    code = (
        "import sys; from styrhus.cli import cli; cli(sys.argv[1:], standalone_mode=False);"
        "print('DJANGO', 'django' in sys.modules)"
    )
    words = ["document", "scorecard", str(LUND), "--to", str(tmp_path / "card.html")]
    found = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, cwd=ROOT,
                           env=surroundings(STYRHUS_DATA=str(tmp_path / "data")))  # fmt: skip
    assert "DJANGO False" in found.stdout
    assert not (tmp_path / "data").exists()


def test_the_document_is_swedish_unless_another_language_is_asked_for(tmp_path):
    target = tmp_path / "plan.html"
    styrhus("document", "board-plan", LUND, "--to", target)
    assert '<html lang="sv-SE">' in target.read_text()
    styrhus("--lang", "en", "document", "board-plan", LUND, "--to", target)
    assert '<html lang="en-GB">' in target.read_text()
    styrhus("--lang", "en", "document", "board-plan", LUND, "--to", target, "--language", "sv")
    assert '<html lang="sv-SE">' in target.read_text()


def test_an_unknown_figure_is_told_with_file_line_and_what_was_meant(folder, tmp_path):
    text = folder / "text" / "160-budget.md"
    text.write_text(text.read_text().replace("{{ grant.2023 }}", "{{ grant.2033 }}", 1))
    line = next(n for n, found in enumerate(text.read_text().splitlines(), 1) if "grant.2033" in found)
    found = styrhus("document", "board-plan", folder, "--to", tmp_path / "plan.pdf")
    assert found.returncode == 1
    assert found.stderr.splitlines() == [
        f"text/160-budget.md, row {line}: There is no figure grant.2033. (”grant.2033”) Did you mean 2023, 2022?"
    ]
    assert not (tmp_path / "plan.pdf").exists()


def test_problems_of_the_folder_are_a_line_each_in_the_language_asked_for(folder, tmp_path):
    bad = "indicator;year;kind;value\njobbspar;2023;at_least;9.5\njobbspar;2024;at_least;nio\n"
    (folder / "targets.csv").write_text(bad, encoding="utf-8")
    words = ("document", "board-plan", folder, "--to", tmp_path / "plan.html")
    english, swedish = styrhus(*words), styrhus("--lang", "sv", *words)
    assert english.returncode == swedish.returncode == 1
    assert [line[:22] for line in english.stderr.splitlines()] == ["targets.csv, row 2, co", "targets.csv, row 3, co"]
    assert [line[:22] for line in swedish.stderr.splitlines()] == ["targets.csv, rad 2, ko", "targets.csv, rad 3, ko"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("no-kind", LUND, "--to", "plan.pdf"), "there are: annual-report, board-plan, interim-report"),
        (("board-plan", LUND, "--to", "plan.odt"), "must end in .html, .docx or .pdf"),
        (("board-plan", "nowhere", "--to", "plan.pdf"), "There is no folder nowhere"),
        (("board-plan", LUND), "Missing option '--to'"),
    ],
)
def test_wrong_use_gives_two(words, told):
    found = styrhus("document", *words)
    assert found.returncode == 2
    assert told in found.stderr


def test_an_empty_folder_is_a_problem_and_a_target_in_the_way_is_not_touched(tmp_path):
    (tmp_path / "empty").mkdir()
    assert styrhus("document", "board-plan", tmp_path / "empty", "--to", tmp_path / "x.pdf").returncode == 1
    (tmp_path / "file").write_text("mine")
    found = styrhus("document", "board-plan", LUND, "--to", tmp_path / "file" / "plan.pdf")
    assert found.returncode == 2
    assert (tmp_path / "file").read_text() == "mine"
    assert "Traceback" not in found.stderr


def test_a_report_is_written_for_the_month_asked_for(tmp_path):
    plan = with_ledger(loaded("orebro-2019"), through=8)
    write_folder(plan, tmp_path / "plan")
    target = tmp_path / "rapport.html"
    for words, title in (((), "Månadsrapport augusti 2019"), (("--month", "5"), "Månadsrapport maj 2019")):
        found = styrhus("document", "monthly-report", tmp_path / "plan", "--to", target, *words)
        assert (found.returncode, found.stderr) == (0, "")
        assert title in target.read_text()
    late = styrhus("document", "interim-report", tmp_path / "plan", "--to", target, "--month", "9")
    assert late.returncode == 1
    assert "September" in late.stderr
    assert styrhus("document", "board-plan", LUND, "--to", target, "--month", "8").returncode == 2
