"""Imports of cases: the latest of a kind counts, nothing tells who anybody is, and a refused file leaves no trace."""

from datetime import date

import pytest
from django.conf import settings

from styrhus.actions import import_caseload as action
from styrhus.actions.import_caseload import CaseloadAlreadyHeld, import_caseload
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.actions.permission import NotAllowed
from styrhus.actions.undo_caseload_import import undo_caseload_import
from styrhus.caseload import CaseMapping
from styrhus.store.caseload import journal, material, remembered
from styrhus.store.ledger.folders import CASELOAD, board_folder
from styrhus.store.models import AuditEvent, CaseloadImport
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan

HEAD = "person,group,type,provider,start,end,price,price_unit\n"
ONE = "Kx7,Barn,institution,external,2022-01-01,2022-06-01,4500,day\n"
FIRST = HEAD + ONE + "Kx8,Unga,housing,own,2022-02-01,,900,day\n"
SECOND = FIRST + "Kx9,Unga,housing,own,2022-03-01,,900,day\n"


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch, db):
    """A data folder for this test alone, and the board that the cases belong to."""
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    import_plan(rich_plan(), by=operator())
    return tmp_path


def brought(data, content, *, name="placements.csv", by=None, **how):
    path = data / name
    path.write_text(content, encoding="utf-8")
    return import_caseload("lund", path, by=by or operator(), **how)


def test_the_latest_import_counts_and_undo_brings_the_one_before_back(data):
    brought(data, FIRST, as_of=date(2022, 6, 30))
    held = material("lund")
    assert (len(held.spells), held.counts, held.as_of, held.name) == (2, None, date(2022, 6, 30), "placements.csv")
    brought(data, SECOND)
    later = material("lund")
    assert len(later.spells) == 3
    assert later.digest != held.digest
    undo_caseload_import("lund", journal("lund")[0].stamp, by=operator())
    assert len(material("lund").spells) == 2
    undo_caseload_import("lund", by=operator())
    assert material("lund") is None
    with pytest.raises(ProblemsError, match="no import to undo"):
        undo_caseload_import("lund", by=operator())


def test_only_the_latest_as_the_user_saw_it_is_undone(data):
    seen = brought(data, FIRST).row.stamp
    brought(data, SECOND)
    with pytest.raises(ProblemsError, match="not the latest"):
        undo_caseload_import("lund", seen, by=operator())


def test_neither_the_file_nor_a_pseudonym_is_kept(data):
    brought(data, FIRST)
    kept = [path for path in board_folder("lund", CASELOAD).rglob("*") if path.is_file()]
    assert [path.name for path in kept] == ["spells.parquet"]
    assert b"Kx7" not in kept[0].read_bytes()
    event = AuditEvent.objects.get(action="import_caseload")
    assert "Kx" not in str(event.changes)
    assert event.changes["rows"] == [None, 2]
    assert event.plan_year.year == 2023


def test_a_refused_file_leaves_nothing(data):
    with pytest.raises(ProblemsError) as told:
        brought(data, FIRST.replace("2022-06-01", "2021-06-01").replace("Kx8", "850709-9805"))
    assert [(problem.row, problem.column) for problem in told.value.problems] == [(3, "person")]
    assert list(board_folder("lund", CASELOAD).glob("*")) == []
    assert not CaseloadImport.objects.exists()


def test_the_same_file_is_told_of_and_changes_nothing(data):
    brought(data, FIRST)
    with pytest.raises(CaseloadAlreadyHeld):
        brought(data, FIRST)
    assert len(journal("lund")) == 1


def test_an_error_within_the_last_step_leaves_no_folder(data, monkeypatch):
    monkeypatch.setattr(action, "record", lambda *_given, **_named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        brought(data, FIRST)
    assert list(board_folder("lund", CASELOAD).glob("*")) == []
    assert material("lund") is None


def test_what_a_killed_process_left_is_swept(data):
    stray = board_folder("lund", CASELOAD) / ".tmp-stray"
    stray.mkdir(parents=True)
    brought(data, FIRST)
    assert not stray.exists()


def test_counts_and_population_stand_beside_spells(data):
    brought(data, "month,group,persons,price\n2022-01,Barn,5,1000\n2022-02,Barn,--,\n", name="counts.csv")
    assert material("lund").counts.first == (2022, 1)
    brought(data, "year,age,persons\n2022,0-17,500\n2023,0-17,520\n", name="people.csv")
    assert material("lund").population.persons.tolist() == [[500.0, 520.0]]
    brought(data, FIRST)
    held = material("lund")
    assert held.counts is None
    assert len(held.spells) == 2
    assert {line.kind for line in journal("lund") if line.is_current} == {"spells", "counts", "population"}


def test_a_mapping_is_remembered_by_the_headings_of_its_file(data):
    mapping = CaseMapping(columns={"person": "nr", "start": "dag"}, delimiter=";")
    brought(data, "nr;dag;annat\n1;2022-01-01;x\n", mapping=mapping)
    assert CaseMapping.model_validate(remembered("lund", ["nr", "dag", "annat"])) == mapping
    assert remembered("lund", ["nr", "dag"]) is None


def test_an_editor_may_not(data):
    by = member(Role.EDITOR)
    with pytest.raises(NotAllowed):
        brought(data, FIRST, by=by)
    brought(data, FIRST)
    with pytest.raises(NotAllowed):
        undo_caseload_import("lund", by=by)


def test_care_that_was_not_there_before_is_told_of(data):
    brought(data, FIRST)
    told = brought(data, FIRST.replace("housing,own", "bostad,own")).warnings
    assert any(problem.render("en").endswith("one that is known.") and "Unga/bostad/own" in problem.render("en")
               for problem in told)  # fmt: skip
