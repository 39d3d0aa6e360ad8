"""The second of two editors is told; every change is told of; what is told can never be untold."""

import pytest
from django.db import DatabaseError, connection, transaction

from styrhus.actions.change_goal import change_goal
from styrhus.actions.change_indicator import change_indicator
from styrhus.actions.change_section import change_section
from styrhus.actions.change_steering import change_steering
from styrhus.actions.conflict import Conflict
from styrhus.actions.import_plan import AlreadyThere, import_plan
from styrhus.actions.operator import operator
from styrhus.actions.remove_indicator import remove_indicator
from styrhus.actions.report_outcomes import report_outcomes
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.models.audit_event import AuditIsAppendOnlyError
from styrhus.store.role import Role
from tests.people import member, someone
from tests.store.plans import rich_plan


@pytest.fixture
def anna(plan):
    anna = member(Role.EDITOR, username="anna")
    anna.first_name, anna.last_name = "Anna", "Ek"
    anna.save()
    return anna


def events(**about):
    return list(AuditEvent.objects.filter(**about).order_by("pk"))


def test_the_second_editor_is_told_who_changed_what(plan, editor, anna):
    change_indicator(*plan, "dygn", {"name": "Vårddygn i år", "note": "x"}, version=1, by=anna)
    with pytest.raises(Conflict) as caught:
        change_indicator(*plan, "dygn", {"name": "Min"}, version=1, by=editor)
    assert caught.value.who == "Anna Ek"
    assert set(caught.value.changed_fields) == {"name", "note"}
    assert caught.value.when == events(kind="indicator")[-1].at
    assert read.dossier(*plan).indicator_by_id["dygn"].name == "Vårddygn i år"


def test_editors_of_different_things_do_not_meet(plan, editor, anna):
    change_goal(*plan, "trygg", {"text": "A"}, version=1, by=anna)
    change_goal(*plan, "trygg-uppvaxt", {"text": "B"}, version=1, by=editor)
    change_section(*plan, "ekonomi", {"text": "C"}, version=1, by=editor)


def test_outcomes_of_one_indicator_are_one_thing(plan, editor, anna):
    report_outcomes(*plan, "anmalningar", [{"period": "2022"}], version=1, by=anna)
    report_outcomes(*plan, "dygn", [{"period": "2022"}], version=1, by=editor)
    with pytest.raises(Conflict) as caught:
        report_outcomes(*plan, "anmalningar", [], version=1, by=editor)
    assert "value" in caught.value.changed_fields


def test_who_edits_what_is_gone_is_told(plan, editor, anna):
    seen = read.versions(*plan, "outcomes")["dygn"]
    report_outcomes(*plan, "dygn", [], version=seen, by=anna)
    with pytest.raises(Conflict):
        report_outcomes(*plan, "dygn", [{"period": "2023"}], version=seen, by=editor)
    remove_indicator(*plan, "dygn", version=1, reason="Slut", by=anna)
    with pytest.raises(read.NotFound):
        change_indicator(*plan, "dygn", {"name": "x"}, version=1, by=editor)


def test_plan_metadata_is_one_thing(plan, editor, anna):
    change_steering(*plan, steering={"vision": "Ny"}, version=read.plan_version(*plan), by=anna)
    with pytest.raises(Conflict) as caught:
        change_steering(*plan, plan={"title": "x"}, version=1, by=editor)
    assert caught.value.changed_fields == ("vision",)


def test_a_made_up_version_is_a_conflict_too(plan, editor):
    with pytest.raises(Conflict):
        change_goal(*plan, "trygg", {"text": "A"}, version=99, by=editor)


def test_a_change_is_told_field_by_field(plan, editor):
    change_goal(*plan, "trygg", {"text": "Ny", "responsible": ("SOC",)}, version=1, by=editor)
    (event,) = events(kind="goal")
    assert event.changes == {"text": ["", "Ny"], "responsible": [[], ["SOC"]]}
    assert (event.action, event.how, event.key, event.by, event.revision) == (
        "change_goal",
        "changed",
        "trygg",
        editor,
        2,
    )


def test_saving_without_a_change_leaves_no_line(plan, editor):
    change_goal(*plan, "trygg", {"name": "Trygg stad"}, version=1, by=editor)
    assert events(kind="goal") == []
    assert read.find(*plan).revision == 1


def test_a_replaced_plan_is_told_object_by_object(plan):
    plan_again = rich_plan(goals=rich_plan().goals, facts=(), frames=rich_plan().frames[1:])
    with pytest.raises(AlreadyThere):
        import_plan(plan_again, by=operator())
    assert import_plan(plan_again, by=operator(), replace=True) == 2
    assert read.dossier(*plan) == plan_again
    told = {(event.kind, event.key, event.how) for event in events(revision=2)}
    assert told == {("fact", "externt", "removed"), ("frame", "2022", "removed"), ("import", "2023", "changed")}


def test_what_a_replacement_leaves_alone_keeps_its_version(plan, editor):
    changed = rich_plan().goals[0].model_copy(update={"text": "Ny"})
    import_plan(rich_plan(goals=(changed, rich_plan().goals[1])), by=operator(), replace=True)
    assert read.versions(*plan, "goals") == {"trygg": 2, "trygg-uppvaxt": 1}
    with pytest.raises(Conflict) as caught:
        change_goal(*plan, "trygg", {"text": "A"}, version=1, by=editor)
    assert caught.value.who == "Styrhus"


def test_the_first_import_is_one_line_with_counts(plan):
    (event,) = events()
    assert (event.kind, event.how, event.changes["goals"], event.changes["tables"]) == (
        "import",
        "added",
        [None, 2],
        [None, 1],
    )


def test_the_audit_trail_is_append_only(plan):
    (event,) = events()
    event.key = "x"
    for attempt in (event.save, event.delete, AuditEvent.objects.all().delete):
        with pytest.raises(AuditIsAppendOnlyError):
            attempt()
    with pytest.raises(AuditIsAppendOnlyError):
        AuditEvent.objects.update(key="x")
    assert events()[0].key == "2023"


def test_the_database_refuses_too(plan):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE store_auditevent SET key = 'x'")


def test_no_password_reaches_the_audit_trail(plan):
    from styrhus.actions.change_password import change_password

    nina = someone()
    change_password("korrekt häst", "batteri klammer 7", by=nina)
    (event,) = events(kind="user")
    assert (event.action, event.changes) == ("change_password", {})
