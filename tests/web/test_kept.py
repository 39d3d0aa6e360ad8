"""What pages keep hangs on the plan, the language and the name, and on nothing else."""

from django.utils import translation

from styrhus.dossier.document import Board, Plan, PlanKind, PlanStatus
from styrhus.dossier.dossier import Dossier
from styrhus.web import kept as module
from styrhus.web.kept import kept


def plan(title="Plan"):
    return Dossier(
        board=Board(id="lund", municipality="Lund", name="Socialnämnden"),
        plan=Plan(year=2023, kind=PlanKind.BOARD_PLAN, title=title, status=PlanStatus.ADOPTED),
    )


def counter():
    made = []

    def make():
        made.append(None)
        return len(made)

    return make


def test_the_same_content_is_made_once_even_when_it_is_read_again():
    make = counter()
    assert [kept(plan(), "once", make), kept(plan(), "once", make)] == [1, 1]


def test_a_changed_plan_another_name_and_another_language_are_made_anew():
    make = counter()
    kept(plan(), "anew", make)
    assert kept(plan("Ändrad"), "anew", make) == 2
    assert kept(plan(), "anew, too", make) == 3
    with translation.override("en"):
        assert kept(plan(), "anew", make) == 4


def test_what_was_asked_for_longest_ago_is_let_go(monkeypatch):
    monkeypatch.setattr(module, "KEPT", 2)
    make = counter()
    for name in ("first", "second", "first", "third"):
        kept(plan(), name, make)
    assert kept(plan(), "first", make) == 1
    assert kept(plan(), "second", make) == 4
