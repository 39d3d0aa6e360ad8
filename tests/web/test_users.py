"""Administrators make accounts and give roles at their own boards, and nowhere else."""

import pytest
from django.urls import reverse

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.dossier.document import Board
from styrhus.store.models import AuditEvent, Membership, User
from styrhus.store.role import Role
from tests.people import member, someone
from tests.store.plans import rich_plan

NEW_PASSWORD = "batteri klammer 7"
PASSWORDS = {"password": NEW_PASSWORD, "again": NEW_PASSWORD}
NEW = {
    "username": "olle",
    "first_name": "Olle",
    "language": "en",
    "place": "lund:barn",
    "role": "reporter",
    **PASSWORDS,
}


@pytest.fixture
def admin(client_of):
    return client_of(Role.ADMINISTRATOR)


@pytest.fixture
def malmo(plan):
    import_plan(rich_plan(board=Board(id="malmo", municipality="Malmö", name="Nämnden")), by=operator())


def roles(username):
    return list(Membership.objects.filter(user__username=username).values_list("board__key", "unit", "role"))


def test_the_list_shows_the_boards_one_administers(admin, malmo):
    member(Role.EDITOR, unit="barn")
    page = admin.get(reverse("users")).content.decode()
    assert "editor-barn" in page
    assert "Barn och unga" in page
    assert "Malmö" not in page


def test_a_new_user_gets_a_role_at_a_unit_and_can_log_in(admin, client):
    assert admin.post(reverse("user_new"), NEW).url == reverse("users")
    assert roles("olle") == [("lund", "barn", "reporter")]
    assert User.objects.get(username="olle").language == "en"
    answer = client.post(reverse("login"), {"username": "olle", "password": NEW_PASSWORD})
    assert answer.url == reverse("boards")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"username": "administrator"}, "username"),
        ({"username": "a b/c"}, "username"),
        ({"email": "inte en adress"}, "email"),
        ({"place": "malmo"}, "place"),
        ({"place": "lund:saknas"}, "place"),
        ({"role": "kung"}, "role"),
        ({"password": "kort", "again": "kort"}, "password"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nobody_is_made(admin, malmo, changes, field):
    before = User.objects.count()
    answer = admin.post(reverse("user_new"), {**NEW, **changes})
    assert answer.status_code == 400
    assert field in answer.context["page"].form.errors
    assert User.objects.count() == before


def test_a_role_is_given_changed_and_taken(admin):
    someone("nina")
    for role in ("reader", "editor"):
        admin.post(reverse("user_grant"), {"username": "nina", "place": "lund", "role": role})
    assert roles("nina") == [("lund", "", "editor")]
    admin.post(reverse("user_revoke", args=["nina"]), {"place": "lund"})
    assert roles("nina") == []
    told = AuditEvent.objects.filter(kind="membership", key="nina").order_by("pk").values_list("how", "changes")
    assert list(told) == [
        ("added", {"role": [None, "reader"]}),
        ("changed", {"role": ["reader", "editor"]}),
        ("removed", {"role": ["editor", None]}),
    ]


def test_a_name_that_nobody_has_is_told(admin):
    answer = admin.post(reverse("user_grant"), {"username": "ingen", "place": "lund", "role": "reader"})
    assert "username" in answer.context["page"].form.errors


def test_the_last_administrator_stays(admin):
    answer = admin.post(reverse("user_revoke", args=["administrator"]), {"place": "lund"}, follow=True)
    assert "sista administratör" in answer.content.decode()
    assert roles("administrator") == [("lund", "", "administrator")]
    member(Role.ADMINISTRATOR, username="nina")
    admin.post(reverse("user_revoke", args=["administrator"]), {"place": "lund"})
    assert roles("administrator") == []


def test_no_role_can_be_given_or_taken_elsewhere(admin, malmo):
    member(Role.READER, board="malmo", username="nina")
    assert admin.post(reverse("user_revoke", args=["nina"]), {"place": "malmo"}).status_code == 404
    admin.post(reverse("user_grant"), {"username": "nina", "place": "malmo", "role": "editor"})
    assert roles("nina") == [("malmo", "", "reader")]


def test_a_forgotten_password_is_replaced(admin, client):
    member(Role.READER, username="nina")
    address = reverse("user_password", args=["nina"])
    assert admin.post(address, PASSWORDS).url == reverse("users")
    assert client.post(reverse("login"), {"username": "nina", "password": NEW_PASSWORD}).status_code == 302


def test_the_key_to_one_board_does_not_open_another(admin, malmo):
    member(Role.READER, username="nina")
    member(Role.ADMINISTRATOR, board="malmo", username="nina")
    address = reverse("user_password", args=["nina"])
    assert admin.post(address, PASSWORDS).status_code == 403
    assert admin.post(reverse("user_password", args=["operator"]), PASSWORDS).status_code == 404


def test_an_administrator_of_a_unit_administers_nobody(client_of):
    assert client_of(Role.ADMINISTRATOR, unit="barn").get(reverse("users")).status_code == 404
