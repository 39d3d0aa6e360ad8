"""PDFs that cannot be read, or only in part: what is wrong, where, and what to do."""

import pytest

from styrhus.paper.readers.pdf import read
from styrhus.values.problem import ProblemsError, Severity
from tests.unit.paper.readers.pdf_files import UNTAGGED, drawn, lines, locked, picture

BUDGET = UNTAGGED.read_bytes()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (locked(BUDGET, "hemligt"), "locked with a password"),
        (drawn(picture(), picture()), "no text; it has probably been scanned"),
        (drawn(""), "has no text"),
        (BUDGET[: len(BUDGET) // 2], "damaged"),
        (b"%PDF-1.7\n" + b"x" * 2000, "damaged"),
        (b"", "damaged"),
        (drawn(*[""] * 701), "701 pages; at most 700"),
    ],
    ids=["password", "scanned", "empty pages", "cut off", "junk", "nothing", "too many pages"],
)
def test_is_refused_with_what_to_do(content, told):
    with pytest.raises(ProblemsError) as error:
        read(content, "plan.pdf")
    problem = error.value.problems[0]
    assert told in problem.render("en")
    assert problem.file == "plan.pdf"
    assert problem.remedy.render("sv")


def test_encrypted_without_a_password_is_read():
    assert read(locked(BUDGET, ""), "plan.pdf").blocks == read(BUDGET, "plan.pdf").blocks


def test_pages_that_are_pictures_are_named():
    written = lines(700, ["Nämnden har fyra mål för året."])
    problems = read(drawn(written, picture(), picture(), written, picture()), "plan.pdf").problems
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert "2–3, 5" in problems[0].message.render("sv")
