"""A document is ready, decided and kept: only without unnoted errors, by those who may, and never changed after."""

from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction

from styrhus.actions.change_section import change_section
from styrhus.actions.conflict import Conflict
from styrhus.actions.document_gate import ObstaclesError
from styrhus.actions.freeze_document import freeze_document, written
from styrhus.actions.import_plan import import_plan
from styrhus.actions.mark_ready import mark_ready
from styrhus.actions.operator import operator
from styrhus.actions.permission import NotAllowed
from styrhus.actions.reopen_document import reopen_document
from styrhus.dossier.folder.archive import read_packed
from styrhus.store import documents, read
from styrhus.store.models import AuditEvent, FrozenDocument, FrozenFile
from styrhus.store.models.frozen_document import FrozenDocumentError
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.cases.example_folder import loaded
from tests.people import member

PLAN = ("lund", 2023)
KIND = "board-plan"
DECISION = {"decided_on": date(2022, 12, 14), "paragraph": "§ 118", "registry_number": "SO 2022/0101"}


@pytest.fixture
def lund(db):
    import_plan(loaded("lund-2023"), by=operator())
    return member(Role.EDITOR), member(Role.HEAD, username="head")


def seen():
    return read.version(*PLAN).revision


def change_a_text(by):
    section = read.dossier(*PLAN).sections[0]
    version = read.versions(*PLAN, "sections")[section.id]
    change_section(*PLAN, section.id, {"text": section.text + "\n\nEtt tillägg."}, version=version, by=by)


def without_notes():
    """The same plan without what it has noted about itself."""
    dossier = loaded("lund-2023")
    import_plan(dossier.model_copy(update={"contradictions": ()}), by=operator(), replace=True)


def ready_and_frozen(editor, head):
    mark_ready(*PLAN, KIND, seen=seen(), by=editor)
    return freeze_document(*PLAN, KIND, DECISION, seen=seen(), by=head)


def test_a_document_whose_errors_are_noted_can_be_ready_and_decided(lund):
    assert ready_and_frozen(*lund) == 1
    standing = documents.standings(*PLAN)[KIND]
    assert not standing.ready.stale
    (version,) = standing.versions
    assert (version.decided_on, version.paragraph, version.registry_number) == (
        date(2022, 12, 14), "§ 118", "SO 2022/0101",
    )  # fmt: skip
    assert [suffix for suffix, _ in version.hashes] == ["docx", "html", "pdf"]
    events = AuditEvent.objects.filter(kind="document").order_by("pk")
    assert [(e.action, e.key) for e in events] == [("mark_ready", KIND), ("freeze_document", KIND)]


def test_an_error_that_is_not_noted_refuses_with_its_finding(lund):
    without_notes()
    with pytest.raises(ObstaclesError) as caught:
        mark_ready(*PLAN, KIND, seen=seen(), by=lund[0])
    assert "sum-row-differs" in {finding.rule for finding in caught.value.findings}
    assert documents.standings(*PLAN) == {}


def test_a_change_to_the_plan_takes_the_readiness_back(lund):
    mark_ready(*PLAN, KIND, seen=seen(), by=lund[0])
    change_a_text(lund[0])
    assert documents.standings(*PLAN)[KIND].ready.stale
    with pytest.raises(ProblemsError):
        freeze_document(*PLAN, KIND, DECISION, seen=seen(), by=lund[1])


def test_who_saw_another_plan_is_refused(lund):
    before = seen()
    change_a_text(lund[0])
    with pytest.raises(Conflict):
        mark_ready(*PLAN, KIND, seen=before, by=lund[0])


def test_the_files_say_what_was_decided_and_can_be_made_again_byte_for_byte(lund):
    ready_and_frozen(*lund)
    (version,) = documents.standings(*PLAN)[KIND].versions
    plan = documents.frozen_plan(*PLAN, KIND, 1)
    assert sha256(plan).hexdigest() == version.plan_hash
    change_a_text(lund[0])
    dossier, problems = read_packed(BytesIO(plan))
    assert problems == ()
    again = written(dossier, KIND)
    for suffix, digest in version.hashes:
        kept = documents.frozen_file(*PLAN, KIND, number=1, suffix=suffix)
        assert sha256(kept).hexdigest() == digest
        assert kept == again[suffix]
    assert "§ 118" in documents.frozen_file(*PLAN, KIND, number=1, suffix="html").decode()
    assert read.dossier(*PLAN).plan.paragraph == loaded("lund-2023").plan.paragraph


def test_a_second_decision_is_a_second_version(lund):
    ready_and_frozen(*lund)
    change_a_text(lund[0])
    assert ready_and_frozen(*lund) == 2
    assert [version.number for version in documents.standings(*PLAN)[KIND].versions] == [2, 1]


def test_a_ready_document_can_be_opened_again(lund):
    mark_ready(*PLAN, KIND, seen=seen(), by=lund[0])
    assert reopen_document(*PLAN, KIND, by=lund[0])
    assert not reopen_document(*PLAN, KIND, by=lund[0])
    assert documents.standings(*PLAN) == {}


def test_a_decision_needs_a_day_and_a_paragraph(lund):
    mark_ready(*PLAN, KIND, seen=seen(), by=lund[0])
    for lacking in ("decided_on", "paragraph"):
        with pytest.raises(ProblemsError) as caught:
            freeze_document(*PLAN, KIND, {**DECISION, lacking: ""}, seen=seen(), by=lund[1])
        assert {problem.column for problem in caught.value.problems} == {lacking}


def test_each_step_has_its_role(lund):
    editor, _head = lund
    reporter, controller = (member(role, username=role.value) for role in (Role.REPORTER, Role.CONTROLLER))
    for act in (
        lambda: mark_ready(*PLAN, KIND, seen=seen(), by=reporter),
        lambda: reopen_document(*PLAN, KIND, by=reporter),
        lambda: freeze_document(*PLAN, KIND, DECISION, seen=seen(), by=controller),
        lambda: freeze_document(*PLAN, KIND, DECISION, seen=seen(), by=editor),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_nothing_changes_or_removes_a_decided_version(lund):
    ready_and_frozen(*lund)
    row = FrozenDocument.objects.get()
    row.paragraph = "§ 1"
    for attempt in (
        row.save, row.delete, FrozenDocument.objects.all().delete,
        lambda: FrozenDocument.objects.update(paragraph="§ 1"), lambda: FrozenFile.objects.update(hash=""),
    ):  # fmt: skip
        with pytest.raises(FrozenDocumentError):
            attempt()
    with pytest.raises(DatabaseError), transaction.atomic():
        FrozenDocument._base_manager.filter(pk=row.pk)._update(
            [(FrozenDocument._meta.get_field("paragraph"), None, "§ 1")]
        )
