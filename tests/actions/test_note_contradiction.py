"""An error that may stand is noted with its reason, and then hinders nothing."""

import pytest

from styrhus.actions.conflict import Conflict
from styrhus.actions.document_review import document_review
from styrhus.actions.import_plan import import_plan
from styrhus.actions.mark_ready import mark_ready
from styrhus.actions.note_contradiction import note_contradiction
from styrhus.actions.operator import operator
from styrhus.actions.permission import NotAllowed
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.cases.example_folder import loaded
from tests.people import member

PLAN = ("lund", 2023)
KIND = "board-plan"
CELL = "table.externa-placeringar.totalt.prognos-2022"


@pytest.fixture
def controller(db):
    import_plan(loaded("lund-2023").model_copy(update={"contradictions": ()}), by=operator())
    return member(Role.CONTROLLER)


def seen():
    return read.version(*PLAN).revision


def obstacles():
    return document_review(read.dossier(*PLAN), KIND).obstacles


def number_at(ref):
    held = document_review(read.dossier(*PLAN), KIND)
    return next(n for n, finding in enumerate(held.review.findings, 1) if held.ref(finding) == ref)


def note(by, number, explanation="Raderna ger 160 000.", **more):
    return note_contradiction(
        *PLAN, KIND, number=number, explanation=explanation, **{"seen": seen(), **more}, by=by
    )  # fmt: skip


def test_a_noted_error_is_stored_with_its_figures_and_hinders_nothing(controller):
    found = note(controller, number_at(CELL))
    assert (found.refs, found.stated, found.computed, found.rule) == ((CELL,), 156_000, 160_000, "sum-row-differs")
    assert read.dossier(*PLAN).contradictions == (found,)
    assert CELL not in {document_review(read.dossier(*PLAN), KIND).ref(finding) for finding in obstacles()}
    assert AuditEvent.objects.filter(action="note_contradiction", kind="contradiction").count() == 1


def test_when_all_errors_are_noted_the_document_can_be_ready(controller):
    while obstacles():
        held = document_review(read.dossier(*PLAN), KIND)
        note(controller, held.review.findings.index(obstacles()[0]) + 1)
    mark_ready(*PLAN, KIND, seen=seen(), by=controller)


def test_what_lacks_reason_finding_or_right_is_refused(controller):
    number = number_at(CELL)
    for wrong in ({"explanation": " "}, {"number": 999}):
        with pytest.raises(ProblemsError):
            note(controller, **{"number": number, **wrong})
    with pytest.raises(Conflict):
        note(controller, number, seen=seen() - 1)
    with pytest.raises(NotAllowed):
        note(member(Role.EDITOR, username="editor"), number)
