"""The benchmark suite runs, at sizes that say nothing about speed, and its page has a row for everything."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from benchmarks import documents, ledger, loading, review, start
from benchmarks.__main__ import TARGET
from benchmarks.chapter import Row, measured
from benchmarks.effort import TINY
from benchmarks.page import table, with_chapter, written
from benchmarks.pages import chapter as pages
from benchmarks.pages.addresses import names
from benchmarks.pages.crowd import Target, WrongAnswer, at_once, in_turns
from benchmarks.samples import Samples
from benchmarks.subjects import ledger as ledgers
from benchmarks.subjects import ledger_files, plan_files, plans
from benchmarks.subjects import review as reviewed
from benchmarks.subjects.documents import made
from benchmarks.subjects.values import count
from benchmarks.timing import time_in_turns


def section(title: str) -> str:
    """A chapter of the written page."""
    return TARGET.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("chapter", [start, loading, documents, review, ledger], ids=lambda chapter: chapter.__name__)
def test_the_page_has_every_row(chapter):
    cells = [line.split(" | ")[0].removeprefix("| ") for line in section(chapter.TITLE).splitlines()]
    assert set(chapter.ROWS) <= set(cells)


def test_the_page_names_every_address_of_the_application():
    text = section(pages.TITLE)
    assert [name for name in sorted(names()) if f"`{name}`" not in text] == []


def test_p95_is_a_measurement_that_95_of_100_do_not_exceed():
    samples = Samples.of(list(range(1, 101)))
    assert (samples.median, samples.p95, samples.low, samples.high) == (50.5, 95, 1, 100)
    assert Samples.of([3.0]).p95 == 3.0
    with pytest.raises(ValueError, match="nothing"):
        Samples.of([])


def test_ratios_are_taken_pair_by_pair():
    assert Samples.of([2.0, 9.0]).over(Samples.of([1.0, 3.0])).values == (2.0, 3.0)


def test_a_missed_aim_is_said_at_the_top_and_in_its_row():
    row = Row("Slow thing", Samples.of([2.0]), aim="under 1 s", met=False)
    chapter = measured("Things", "Explained.", [row, Row("Other", Samples.of([0.001]))])
    text = written([chapter], date="2026-01-01", machine="A machine", load="0.1")
    assert text.index("Slow thing: 2\u00a0000\u00a0ms, aim under 1 s") < text.index("## Things")
    assert table(chapter).splitlines()[2].endswith("| under 1 s | **no** |")


def test_a_chapter_measured_alone_takes_the_place_of_the_old_one():
    def chapter(title, seconds):
        slow = seconds > 1
        return measured(title, "Explained.", [Row("Thing", Samples.of([seconds]), aim="under 1 s", met=not slow)])

    page = written([chapter("A", 2.0), chapter("B", 0.5)], date="2026-01-01", machine="A machine", load="0.1")
    better = with_chapter(page, chapter("A", 0.25), "Measured alone.")
    assert better.count("## A\n") == 1
    assert "None." in better
    assert "Measured alone." in better
    added = with_chapter(page, chapter("C", 3.0), "Measured alone.")
    assert added.index("## A") < added.index("## C") < added.index("## B")
    assert "- A: Thing: 2\u00a0000\u00a0ms" in added
    assert "- C: Thing: 3\u00a0000\u00a0ms" in added


def test_the_plan_is_reviewed_in_every_form(tmp_path, monkeypatch):
    plan_files.write(tmp_path)
    monkeypatch.setenv(reviewed.FOLDER, str(tmp_path))
    for form in plan_files.FORMS:
        assert getattr(reviewed, f"review_{form}")()().checked.tables > 10
        assert getattr(reviewed, f"plain_{form}")()() is not None


def test_a_ledger_is_imported_and_asked(tmp_path, monkeypatch):
    path = ledger_files.write(tmp_path, 400)
    assert ledgers.imported(path, tmp_path / "stored-0") == 400
    assert 0 < ledgers.plain(path) <= 400
    monkeypatch.setenv(ledgers.FOLDER, str(tmp_path))
    assert {balance.unit for balance in ledgers.view_1()()} > {"unit-3"}
    assert ledgers.drill_1()().count < 400


def test_sums_still_hold_when_the_plan_is_several_times_as_large(monkeypatch):
    monkeypatch.setattr(plan_files, "text", lambda: "A\t1 000\t2022\nB\t500,5\t2023\n")
    twice = plan_files.times(2).decode().replace("\u00a0", " ")
    assert twice.split("\n\n")[1] == "A\t2 000\t2022\nB\t1 001,0\t2023"


def test_subject_and_peer_are_timed_in_processes_of_their_own():
    timing = time_in_turns("subjects.folder:dossier", "subjects.folder:plain_files", effort=TINY)
    assert len(timing.again.values) == len(timing.ratio.values) == TINY.runs
    assert timing.memory > 1024**2


def test_the_long_plan_is_a_plan_and_each_change_gives_another_document():
    dossier = plans.long()
    assert len(dossier.sections) == plans.TIMES * len(plans.published().sections)
    first, second = (made(plans.with_one_change(dossier, step), "html") for step in (1, 2))
    assert first != second


def test_values_are_the_leaves():
    assert count({"a": [1, {"b": 2}], "c": "text", "d": []}) == 3


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def port():
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_users_ask_alone_and_together(port):
    page = Target(port, "/", {})
    assert [len(samples.values) for samples in in_turns(page, page, 3)] == [3, 3]
    assert len(at_once(page, 4, 2).values) == 8


def test_a_page_that_is_not_there_is_no_measurement(port):
    with pytest.raises(WrongAnswer):
        in_turns(Target(port, "/gone", {}), Target(port, "/", {}), 1)
