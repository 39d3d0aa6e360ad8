"""The history page tells who changed what, from what to what, in words."""

import pytest
from django.urls import reverse

from styrhus.actions.change_assignment import change_assignment
from styrhus.actions.change_goal import change_goal
from styrhus.actions.report_outcomes import report_outcomes
from styrhus.store.role import Role
from tests.people import member


@pytest.fixture
def changed(plan):
    editor = member(Role.EDITOR, username="anna")
    change_goal(*plan, "trygg", {"name": "Tryggare stad", "responsible": ("SOC", "KSK")}, version=1, by=editor)
    change_assignment(*plan, "kartlagg", {"status": "done"}, version=1, by=editor)
    rows = [{"period": "2022", "value": "90,5".replace(",", ".")}]
    report_outcomes(*plan, "anmalningar", rows, version=1, by=member(Role.CONTROLLER))
    return reverse("history", args=plan)


def text(client, address, **query):
    return client.get(address, query).content.decode()


def test_changes_are_told_in_words(changed, client_of):
    page = text(client_of(Role.READER), changed)
    assert "<del>Trygg stad</del> → <ins>Tryggare stad</ins>" in page
    assert "<dd><ins>SOC, KSK</ins></dd>" in page
    assert "<del>pågår</del> → <ins>klart</ins>" in page
    assert "<del>91,0</del> → <ins>90,5</ins>" in page
    assert "Förhandsbedömda inom 14 dagar 2022" in page


def test_the_list_can_be_narrowed(changed, client_of):
    client = client_of(Role.READER)
    assert "Tryggare stad" not in text(client, changed, kind="outcome")
    assert "90,5" not in text(client, changed, username="anna")
    page = text(client, changed, key="trygg", kind="goal")
    assert "Tryggare stad" in page
    assert "pågår" not in page
    assert "Ingen sådan ändring" in text(client, changed, key="saknas")


def test_a_page_number_that_is_none_is_the_first(changed, client_of):
    for number in ("0", "-1", "x", "²", "9" * 30):
        assert client_of(Role.READER).get(changed, {"page": number}).status_code == 200
    assert "Ingen sådan ändring" in text(client_of(Role.READER), changed, page="99")


def test_roles_of_users_are_for_administrators_to_see(changed, client_of):
    from styrhus.actions.grant_membership import grant_membership
    from styrhus.actions.operator import operator
    from tests.people import someone

    someone("nyanstalld")
    grant_membership("nyanstalld", "lund", Role.HEAD, by=operator())
    assert "nyanstalld" in text(client_of(Role.ADMINISTRATOR), changed)
    assert "nyanstalld" not in text(client_of(Role.HEAD), changed)
