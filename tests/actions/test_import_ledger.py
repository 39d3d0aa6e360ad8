"""Ledger imports: months are replaced and never doubled, undone exactly, and refused whole."""

import errno
import os
from decimal import Decimal

import pytest
from django.conf import settings

from styrhus.actions import import_ledger as action
from styrhus.actions.change_code_rules import change_code_rules
from styrhus.actions.close_month import close_month
from styrhus.actions.conflict import Conflict
from styrhus.actions.import_ledger import AlreadyHeld, OverlapsError, import_ledger
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.actions.permission import NotAllowed
from styrhus.actions.remember_mapping import remember_mapping
from styrhus.actions.reopen_month import reopen_month
from styrhus.actions.undo_ledger_import import undo_ledger_import
from styrhus.finance.codes.dimension import CostType
from styrhus.store import read
from styrhus.store.ledger import files_of, held_months, journal
from styrhus.store.ledger.folders import board_folder
from styrhus.store.ledger.journal import remembered
from styrhus.store.models import AuditEvent, LedgerImport
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.ledgers import FEBRUARY, JANUARY, MAPPING, ledger_file
from tests.people import member
from tests.store.plans import rich_plan

LUND = ("lund", 2023)


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch, db):
    """A data folder for this test alone, and the board that the ledger belongs to."""
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    import_plan(rich_plan(), by=operator())
    return tmp_path


def brought(data, rows, *, name="bok.csv", source="bok", **how):
    return import_ledger("lund", 2023, ledger_file(data / name, rows), MAPPING, source=source, by=operator(), **how)


def state():
    """What counts now: months with their rows and totals."""
    return {(m.source, m.year, m.month): (m.rows, m.total) for m in held_months("lund")}


def folders():
    return sorted(path.name for path in board_folder("lund").iterdir())


def refused(data, rows, **how):
    with pytest.raises(ProblemsError) as error:
        brought(data, rows, **how)
    return error.value.problems


def test_a_file_becomes_months_with_exact_totals_and_the_balances_follow(data):
    stamp = read.version(*LUND).stamp
    made = brought(data, (*JANUARY, *FEBRUARY))
    assert (made.rows, made.total) == (4, Decimal("100024.60"))
    assert state() == {
        ("bok", 2023, 1): (2, Decimal("1034.50")), ("bok", 2023, 2): (2, Decimal("98990.10")),
    }  # fmt: skip
    dossier = read.dossier(*LUND)
    assert sum(balance.amount for balance in dossier.balances) == Decimal("100024.60")
    assert [month.total for month in dossier.ledger_months] == [Decimal("1034.50"), Decimal("98990.10")]
    assert {balance.cost_type for balance in dossier.balances} == {
        CostType.STAFF, CostType.INCOME, CostType.BOUGHT_CARE, None,
    }  # fmt: skip
    assert read.version(*LUND).stamp != stamp
    assert len(files_of(*LUND)) == 2


def test_the_file_is_kept_as_it_was_handed_in_and_the_journal_tells_of_it(data):
    brought(data, JANUARY)
    (line,) = journal("lund")
    assert line.raw.read_bytes() == (data / "bok.csv").read_bytes()
    assert line.raw.stat().st_mode & 0o222 == 0
    assert (line.who, line.rows, line.months, line.current, line.is_latest) == ("Styrhus", 2, ("2023-01",), 1, True)
    event = AuditEvent.objects.get(action="import_ledger")
    assert event.changes["rows"] == [None, 2]


def test_the_same_file_twice_is_told_and_changes_nothing(data):
    brought(data, JANUARY)
    before = state(), folders(), read.version(*LUND)
    with pytest.raises(AlreadyHeld):
        brought(data, JANUARY)
    assert (state(), folders(), read.version(*LUND)) == before


def test_a_month_is_replaced_and_the_others_stay(data):
    first = brought(data, (*JANUARY, *FEBRUARY))
    second = brought(data, JANUARY[:1], name="januari.csv")
    assert second.replaced == {"2023-01": str(first.stamp)}
    assert state() == {
        ("bok", 2023, 1): (1, Decimal("1234.50")), ("bok", 2023, 2): (2, Decimal("98990.10")),
    }  # fmt: skip
    assert sum(balance.amount for balance in read.dossier(*LUND).balances) == Decimal("100224.60")


def test_undo_restores_what_was_there_exactly_one_import_at_a_time(data):
    brought(data, (*JANUARY, *FEBRUARY))
    before, dossier = state(), read.dossier(*LUND)
    brought(data, JANUARY[:1], name="januari.csv")
    undo_ledger_import("lund", by=operator())
    assert state() == before
    assert read.dossier(*LUND) == dossier
    undo_ledger_import("lund", by=operator())
    assert state() == {}
    assert read.dossier(*LUND).balances == ()
    with pytest.raises(ProblemsError, match="no import to undo"):
        undo_ledger_import("lund", by=operator())
    assert [line.undone_by for line in journal("lund")] == ["Styrhus", "Styrhus"]
    brought(data, (*JANUARY, *FEBRUARY))
    assert state() == before


def test_undo_is_refused_when_another_import_has_come_since(data):
    first = brought(data, JANUARY)
    brought(data, FEBRUARY, name="februari.csv")
    with pytest.raises(ProblemsError, match="not the latest"):
        undo_ledger_import("lund", first.stamp, by=operator())
    assert len(state()) == 2


def test_a_closed_month_is_neither_imported_nor_undone_until_it_is_opened(data):
    brought(data, JANUARY)
    close_month(*LUND, 1, by=operator())
    assert read.dossier(*LUND).ledger_months[0].closed
    before = state(), folders()
    assert refused(data, JANUARY[:1])[0].value == "2023-01"
    with pytest.raises(ProblemsError, match="closed"):
        undo_ledger_import("lund", by=operator())
    assert (state(), folders()) == before
    reopen_month(*LUND, 1, by=operator())
    brought(data, JANUARY[:1])
    assert state()["bok", 2023, 1] == (1, Decimal("1234.50"))


def test_a_month_without_ledger_cannot_be_closed():
    with pytest.raises(ProblemsError, match="Nothing is imported"):
        close_month(*LUND, 5, by=operator())


def test_a_row_of_another_year_refuses_the_whole_file(data):
    other = ("B1", "2022-12-31", "2100", "5010", "Gammal", "1,00")
    (problem,) = refused(data, (*JANUARY, other))
    assert problem.row == 4
    assert state() == {}
    assert folders() == []


def test_a_month_that_another_source_holds_has_to_be_confirmed(data):
    brought(data, JANUARY)
    with pytest.raises(OverlapsError) as error:
        brought(data, JANUARY[:1], source="löner")
    assert error.value.problems[0].value == "2023-01"
    brought(data, JANUARY[:1], source="löner", overlap=True)
    assert sum(total for _rows, total in state().values()) == Decimal("2269.00")


def test_another_organisation_is_refused(data):
    brought(data, JANUARY)
    LedgerImport.objects.update(organisation="212000-1132")
    sie = data / "annan.se"
    sie.write_bytes(
        b'#FLAGGA 0\r\n#FORMAT PC8\r\n#SIETYP 4\r\n#PROGRAM "x" 1\r\n#GEN 20230101\r\n#FNAMN "Annan"\r\n'
        b"#ORGNR 212000-0001\r\n#RAR 0 20230101 20231231\r\n#KONTO 5010 Lon\r\n#KONTO 1930 Bank\r\n"
        b'#VER A 1 20230301 ""\r\n{\r\n#TRANS 5010 {} 100.00\r\n#TRANS 1930 {} -100.00\r\n}\r\n'
    )
    from styrhus.finance.ledger.inspect import inspect

    with pytest.raises(ProblemsError, match="another organisation"):
        import_ledger("lund", 2023, sie, inspect(sie).suggested, source="sie", by=operator())
    assert len(state()) == 1


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "x"), RuntimeError(f"IO Error: rows.parquet: {os.strerror(errno.ENOSPC)}")]
)
def test_a_full_disk_is_told_and_leaves_nothing(data, monkeypatch, error):
    def full(*_args, **_kwargs):
        raise error

    monkeypatch.setattr(action, "stage", full)
    (problem,) = refused(data, JANUARY)
    assert "disk is full" in problem.render("en")
    assert folders() == []
    assert state() == {}


def test_what_goes_wrong_while_booking_leaves_neither_rows_nor_folder(data, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("midway")

    monkeypatch.setattr(action, "_tell", broken)
    with pytest.raises(RuntimeError):
        brought(data, JANUARY)
    assert folders() == []
    assert state() == {}
    assert not LedgerImport.objects.exists()


def test_folders_that_no_import_names_are_swept_by_the_next(data):
    (board_folder("lund") / "3f0c8f0e-0000-4000-8000-000000000000").mkdir(parents=True)
    (board_folder("lund") / ".tmp-left").mkdir()
    made = brought(data, JANUARY)
    assert folders() == [str(made.stamp)]


def test_a_reader_and_an_editor_may_not_import(data):
    for role in (Role.READER, Role.REPORTER, Role.EDITOR):
        with pytest.raises(NotAllowed):
            import_ledger("lund", 2023, ledger_file(data / "x.csv", JANUARY), MAPPING, source="x", by=member(role))
    with pytest.raises(NotAllowed):
        close_month(*LUND, 1, by=member(Role.CONTROLLER))


def test_a_board_that_is_not_there_is_told(data):
    with pytest.raises(read.NotFound):
        import_ledger("saknas", 2023, ledger_file(data / "x.csv", JANUARY), MAPPING, source="x", by=operator())


def test_a_plan_year_that_comes_later_shows_the_ledger_and_keeps_it_when_replaced(data):
    brought(data, JANUARY)
    plan = rich_plan()
    later = plan.model_copy(update={"plan": plan.plan.model_copy(update={"year": 2024})})
    import_plan(later, by=operator())
    assert sum(balance.amount for balance in read.dossier("lund", 2024).balances) == Decimal("1034.50")
    import_plan(plan, by=operator(), replace=True)
    assert sum(balance.amount for balance in read.dossier(*LUND).balances) == Decimal("1034.50")


def test_rules_move_balances_and_never_the_total(data):
    brought(data, (*JANUARY, *FEBRUARY))
    seen = read.version(*LUND).revision
    unit = read.dossier(*LUND).organisation[0].id
    rule = {"first": "2100", "last": "2199", "unit": unit}
    account = {"first": "9990", "last": "9999", "cost_type": "other"}
    change_code_rules(*LUND, unit_rules=[rule], account_rules=[account], seen=seen, by=operator())
    balances = read.dossier(*LUND).balances
    assert sum(b.amount for b in balances if b.unit == unit) == Decimal("1024.50")
    assert sum(b.amount for b in balances) == Decimal("100024.60")
    assert all(b.cost_type for b in balances)
    with pytest.raises(Conflict):
        change_code_rules(*LUND, unit_rules=[], seen=seen, by=operator())


@pytest.mark.parametrize(
    ("rule", "column"),
    [
        ({"first": "2199", "last": "2100", "unit": "barn"}, "last"),
        ({"first": "2100", "last": "21999", "unit": "barn"}, "last"),
        ({"first": "2100", "last": "2100", "unit": "saknas"}, "unit"),
        ({"first": "", "last": "", "unit": "barn"}, "first"),
        ({"first": "1", "last": "2", "unit": "barn", "valid_from": "2024-01-01", "valid_to": "2023-01-01"}, "valid_to"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_its_row_and_field(rule, column):
    good = {"first": "1000", "last": "1999", "unit": "barn"}
    with pytest.raises(ProblemsError) as error:
        change_code_rules(*LUND, unit_rules=[good, rule], seen=read.version(*LUND).revision, by=operator())
    assert (error.value.problems[0].row, error.value.problems[0].column) == (2, column)


def test_a_mapping_is_remembered_by_the_name_of_its_source():
    remember_mapping("lund", "bok", MAPPING, by=operator())
    assert type(MAPPING).model_validate(remembered("lund")["bok"]) == MAPPING
    with pytest.raises(ProblemsError):
        remember_mapping("lund", "  ", MAPPING, by=operator())
