"""Files that are broken, hostile or not what they seem: a message that helps, within limits, and never a traceback."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from styrhus.paper.readers.bounded import read_bounded
from styrhus.paper.readers.bounded_limits import LIMITS
from styrhus.values.problem import ProblemsError
from tests.unit.paper.readers import bad_files as bad
from tests.unit.paper.readers.workbooks import MAIN, xlsx

MESSY = Path(__file__).resolve().parents[5] / "shared" / "data" / "messy"
SECONDS = 10
"""How long any of these may take; the machine may have other things to do."""

DAMAGED = ("damaged or cut off", "Fetch it anew")
UNKNOWN = ("unknown kind", "Hand in the document as")
LAUGHING_SHEET = (
    bad.laughs("worksheet")
    + f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData>'
    "</worksheet>"
)

REFUSED = {
    "empty": ("plan.docx", lambda: b"", ("empty", "Save the document anew")),
    "cut off": ("plan.docx", lambda: bad.docx()[:-40], DAMAGED),
    "a gigabyte of blanks": ("plan.docx", bad.bomb, ("unpacks to far more", "Save it anew")),
    "a part that lies about its size": ("plan.docx", bad.lying_zip, DAMAGED),
    "zip in zip in zip": ("plan.docx", bad.nested_bomb, ("packed archive", "Unpack it")),
    "thirty thousand parts": ("plan.docx", bad.many_parts, ("unpacks to far more", "Save it anew")),
    "entity bomb in DOCX": ("plan.docx", lambda: bad.docx("<w:p>&l9;</w:p>", bad.laughs("w:document")), None),
    "entity bomb in XLSX": ("plan.xlsx", lambda: xlsx({"Blad1": LAUGHING_SHEET}), ("entities", "Save it anew")),
    "elements nested too deep": ("plan.docx", lambda: bad.deep(100_000), None),
    "a million cells": (
        "plan.xlsx",
        lambda: bad.many_cells(10_000, 100),
        ("200\u00a0000 cells", "workbook of their own"),
    ),
    "a billion repeated cells": ("plan.ods", bad.repeated_cells, ("200\u00a0000 cells", "workbook of their own")),
    "workbook with a password": ("plan.xlsx", bad.encrypted_ooxml, ("password", "without a password")),
    "old container of nothing": ("plan.xls", lambda: bad.OLE2 + b"\x00" * 5_000, UNKNOWN),
    "garbage": ("plan.docx", bad.garbage, UNKNOWN),
    "one line of 50 MB": ("plan.txt", lambda: bad.one_line(50), ("more than a document", "Divide")),
    "PDF cut off": ("plan.pdf", lambda: bad.pdf(20)[:900], None),
}
"""Name, content, and parts of what is said and what to do; None where any message will do."""

READ = {
    "two cells at the far ends of a sheet": ("plan.xlsx", bad.gigantic_corner, ""),
    "a sheet filled along its diagonal": ("plan.xlsx", lambda: bad.diagonal(3_000), ""),
    "macros": ("plan.xlsm", bad.macro_workbook, "macros"),
    "another format than its name says": ("plan.pdf", bad.docx, "holds DOCX"),
    "HTML nested too deep": ("plan.html", lambda: b"<p>Budget" + b"<div>" * 100_000, ""),
    "a cell over a billion columns": ("plan.html", lambda: b"<table><tr><td colspan=1000000000>a<td>1</table>", ""),
    "two million numbers in a line": ("plan.txt", lambda: b"1 " * 2_000_000, ""),
    "quotation marks without end": ("plan.csv", lambda: b'"' * 1_000_001, None),
    "two thousand pages": ("plan.pdf", lambda: bad.pdf(2_000), None),
}
"""What is read all the same, with a part of the warning; None where it may also be refused."""


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_it_is_refused_with_what_is_wrong_and_what_to_do(case):
    name, made, expected = REFUSED[case]
    content, start = made(), monotonic()
    with pytest.raises(ProblemsError) as refused:
        read_bounded(content, name)
    assert monotonic() - start < SECONDS
    (problem,) = refused.value.problems
    told = problem.render("en")
    assert told.startswith(f"{name}: ")
    assert "Error" not in told
    assert "Traceback" not in told
    if expected:
        what, remedy = expected
        assert what in problem.message.render("en")
        assert remedy in problem.remedy.render("en")


@pytest.mark.parametrize("case", READ, ids=str)
def test_it_is_read_with_a_warning_where_one_is_due(case):
    name, made, warning = READ[case]
    content, start = made(), monotonic()
    try:
        told = [problem.render("en") for problem in read_bounded(content, name).problems]
    except ProblemsError as refused:
        assert warning is None
        told = [problem.render("en") for problem in refused.problems]
        assert not any("Error" in text for text in told)
    assert monotonic() - start < SECONDS
    assert not warning or any(warning in text for text in told)


def refusal(source, name="", **limits):
    with pytest.raises(ProblemsError) as refused:
        read_bounded(source, name, limits=replace(LIMITS, **limits))
    return refused.value.problems[0].render("en")


def test_a_file_that_is_too_large_is_never_opened(tmp_path):
    start = monotonic()
    assert "larger than 100 MB" in refusal(bad.large_text(tmp_path / "plan.txt", 200))
    assert monotonic() - start < 0.5


def test_what_is_no_file_is_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "none.docx", Path("/dev/zero"), tmp_path / ("x" * 300)):
        assert "no file that can be read" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("Budget")
    path.chmod(0)
    assert "may not be read" in refusal(path)


def test_time_ends_the_process_with_all_it_started(tmp_path):
    start = monotonic()
    told = refusal(bad.many_cells(2_000, 90), "plan.xlsx", seconds=0.3)
    assert "more than 0.3 seconds" in told
    assert monotonic() - start < 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit on memory")
def test_memory_is_bounded():
    assert "more than 150 MB of memory" in refusal(bad.one_line(60), "plan.txt", memory=150_000_000)


def test_what_comes_out_is_bounded():
    lines = b"Budget 2024\n\n" * 500
    assert "more than a document" in refusal(lines, "plan.txt", characters=1_000)
    assert "more than a document" in refusal(lines, "plan.txt", answer=1_000)


def test_a_name_cannot_forge_a_line_or_turn_the_text():
    reading = read_bounded(b"Budget 2024\n", "plan\n0 fel\u202efdp.txt")
    assert reading.file == "plan\ufffd0 fel\ufffdfdp.txt"


def test_the_reading_process_knows_no_secrets(monkeypatch):
    from styrhus.paper.readers import bounded

    monkeypatch.setenv("STYRHUS_SECRET_KEY", "hemlig")
    assert "hemlig" not in str(bounded._environment("plan.txt"))


@pytest.mark.skipif(not MESSY.exists(), reason="the real files lie beside the repository")
def test_a_real_document_that_is_cut_off():
    assert "damaged or cut off" in refusal(MESSY / "truncated.docx")


def test_the_command_line_ends_with_two_and_no_traceback(tmp_path):
    tried = ("empty", "cut off", "a part that lies about its size", "entity bomb in XLSX", "garbage", "PDF cut off")
    for number, (name, made, _) in enumerate(REFUSED[case] for case in tried):
        (tmp_path / f"{number}-{name}").write_bytes(made())
    done = subprocess.run(
        [Path(sys.executable).with_name("styrhus"), "review", *sorted(tmp_path.iterdir()), tmp_path / "none.pdf"],
        capture_output=True, text=True, check=False, timeout=60, env=os.environ | {"LANG": "sv_SE.UTF-8"},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert len(lines) == len(tried) + 1
    assert not [line for line in lines if "Traceback" in line or "Error" in line]
