"""Reading a dossier: few queries, one when it was read before, never a mixture of two contents."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.dossier.document import Board, Plan
from styrhus.store import read
from styrhus.store.cache import DossierCache
from styrhus.store.models import PlanYear
from styrhus.store.role import Role
from tests.people import member, someone
from tests.store.plans import rich_plan

pytestmark = pytest.mark.django_db


def later_year():
    plan = Plan(**{**dict(rich_plan().plan), "year": 2024, "title": "Plan 2024"})
    return rich_plan(plan=plan, board=Board(id="lund", municipality="Lund", name="Välfärdsnämnden"))


def store(*dossiers):
    for dossier in dossiers:
        import_plan(dossier, by=operator())


def queries(action):
    with CaptureQueriesContext(
        connection,
    ) as held:
        action()
    return len(held)


def test_a_dossier_is_read_in_a_few_queries_and_once():
    store(rich_plan())
    assert queries(lambda: read.dossier("lund", 2023)) <= 55
    assert queries(lambda: read.dossier("lund", 2023)) == 1


def test_the_number_of_queries_does_not_grow_with_the_plan():
    store(rich_plan())
    tables = tuple(rich_plan().tables[0].model_copy(update={"id": f"t{number}"}) for number in range(20))
    before = queries(lambda: read.load(read.find("lund", 2023)))
    import_plan(rich_plan(tables=tables), by=operator(), replace=True)
    assert queries(lambda: read.load(read.find("lund", 2023))) == before


def test_a_write_by_another_process_is_seen():
    store(rich_plan())
    first = read.dossier("lund", 2023)
    import_plan(rich_plan(facts=()), by=operator(), replace=True)
    assert read.dossier("lund", 2023) != first
    assert read.dossier("lund", 2023).facts == ()


def test_a_write_while_reading_makes_the_reader_begin_again(monkeypatch):
    store(rich_plan())
    whole = read.load

    def disturbed(plan_year):
        monkeypatch.setattr(read, "load", whole)
        half = whole(plan_year)
        import_plan(rich_plan(facts=()), by=operator(), replace=True)
        return half

    monkeypatch.setattr(read, "load", disturbed)
    assert read.dossier("lund", 2023).facts == ()
    assert read.dossier("lund", 2023).facts == ()


def test_a_stamp_is_new_with_every_write_and_is_not_used_again_after_a_rollback():
    store(rich_plan())
    stamps = set()
    for facts in ((), rich_plan().facts, ()):
        import_plan(rich_plan(facts=facts), by=operator(), replace=True)
        stamps.add(PlanYear.objects.get().stamp)
    assert len(stamps) == 3


def test_the_cache_keeps_the_dossiers_used_last():
    cache = DossierCache(kept=2)
    for stamp in ("a", "b"):
        cache.put(stamp, rich_plan())
    cache.get("a")
    cache.put("c", rich_plan())
    assert [cache.get(stamp) is not None for stamp in ("a", "b", "c")] == [True, False, True]


def test_what_is_not_there_is_not_found():
    store(rich_plan())
    for board, year in (("lund", 1999), ("malmo", 2023)):
        with pytest.raises(read.NotFound):
            read.dossier(board, year)


def test_a_renamed_board_keeps_its_name_in_each_year():
    store(rich_plan(), later_year())
    assert read.dossier("lund", 2023).board.name == "Socialnämnden"
    (held,) = read.boards()
    assert (held.board.name, held.years) == ("Välfärdsnämnden", (2024, 2023))
    assert read.plan_years("lund") == (2024, 2023)
    assert read.plan_years("malmo") == ()


def test_boards_can_be_narrowed_to_those_of_a_member():
    store(rich_plan())
    assert read.boards(member=someone()) == ()
    assert [held.board.id for held in read.boards(member=member(Role.READER))] == ["lund"]


def test_versions_are_those_of_rows_or_of_what_rows_belong_to():
    store(rich_plan())
    assert read.versions("lund", 2023, "goals") == {"trygg": 1, "trygg-uppvaxt": 1}
    assert read.versions("lund", 2023, "outcomes") == {"anmalningar": 1, "dygn": 1}
    assert read.plan_version("lund", 2023) == 1


def test_a_form_opened_while_somebody_writes_carries_no_version_newer_than_what_it_shows():
    from styrhus.actions.change_goal import change_goal
    from styrhus.actions.conflict import Conflict
    from styrhus.store.moment import one_moment

    store(rich_plan())
    with one_moment():
        shown = read.dossier("lund", 2023).goal_by_id["trygg"]
        change_goal("lund", 2023, "trygg", {"number": "7"}, version=1, by=operator())
        version = read.versions("lund", 2023, "goals")["trygg"]
    assert shown.number == "1"
    with pytest.raises(Conflict):
        change_goal("lund", 2023, "trygg", {"number": "9"}, version=version, by=operator())
