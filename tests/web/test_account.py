"""Logging in and out, the language, one's password, and being locked out."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from styrhus.store.role import Role
from tests.people import PASSWORD, member, someone

LOGIN = {"username": "nina", "password": PASSWORD}
NEW = "batteri klammer 7"


@pytest.fixture
def nina(db):
    return someone()


def test_an_address_is_remembered_through_the_log_in(plan, client):
    member(Role.READER, username="nina")
    wanted = reverse("history", args=plan)
    sent = client.get(wanted)
    assert sent.url == f"{reverse('login')}?next={wanted}"
    assert f'name="next" value="{wanted}"' in client.get(sent.url).content.decode()
    assert client.post(sent.url, {**LOGIN, "next": wanted}).url == wanted


def test_another_site_is_never_gone_to(nina, client):
    assert client.post(reverse("login"), {**LOGIN, "next": "https://example.com/"}).url == reverse("boards")


def test_a_wrong_password_tells_nothing_of_which_was_wrong(nina, client):
    pages = [
        client.post(reverse("login"), {"username": name, "password": "fel"}).content.decode() for name in ("nina", "nn")
    ]
    first, second = (re.sub(r'value="[^"]*"', "", page) for page in pages)
    assert first == second
    assert "Användarnamn och lösenord stämmer inte överens." in first


def test_logging_out_needs_a_post_and_ends_the_session(nina, client):
    client.force_login(nina)
    assert client.get(reverse("logout")).status_code == 405
    client.post(reverse("logout"))
    assert client.get(reverse("boards")).url.startswith(reverse("login"))


def test_ten_wrong_passwords_lock_the_name_and_say_so(nina, client):
    for _ in range(10):
        answer = client.post(reverse("login"), {**LOGIN, "password": "fel"})
    assert answer.status_code == 429
    assert "kvart" in answer.content.decode()
    assert client.post(reverse("login"), LOGIN).status_code == 429
    assert Client(REMOTE_ADDR="10.1.2.3").post(reverse("login"), LOGIN).status_code == 302


def test_the_language_is_swedish_until_another_is_chosen(db, client):
    assert '<html lang="sv">' in client.get(reverse("login"), HTTP_ACCEPT_LANGUAGE="en").content.decode()
    answer = client.post(reverse("set_language"), {"language": "en", "next": reverse("login")})
    assert answer.url == reverse("login")
    page = client.get(reverse("login"))
    assert '<html lang="en">' in page.content.decode()
    assert page.headers["Content-Language"] == "en"


def test_a_language_that_is_none_or_an_address_elsewhere_is_passed_over(db, client):
    answer = client.post(reverse("set_language"), {"language": "xx", "next": "//example.com"})
    assert answer.url == reverse("boards")
    assert '<html lang="sv">' in client.get(reverse("login")).content.decode()


def test_the_chosen_language_follows_the_user_to_another_browser(nina, client):
    client.force_login(nina)
    client.post(reverse("set_language"), {"language": "en"})
    other = Client()
    other.post(reverse("login"), LOGIN)
    assert '<html lang="en">' in other.get(reverse("boards")).content.decode()


def change(client, **data):
    return client.post(reverse("password_change"), {"old": PASSWORD, "password": NEW, "again": NEW, **data})


def test_a_changed_password_ends_other_sessions_but_not_this_one(nina, client):
    client.force_login(nina)
    other = Client()
    other.force_login(nina)
    assert change(client).url == reverse("boards")
    assert client.get(reverse("boards")).status_code == 200
    assert other.get(reverse("boards")).url.startswith(reverse("login"))
    assert Client().post(reverse("login"), {**LOGIN, "password": NEW}).status_code == 302


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"old": "fel"}, "Det nuvarande lösenordet stämmer inte."),
        ({"again": "annat"}, "De två lösenorden är inte lika."),
        ({"password": "kort", "again": "kort"}, "Lösenordet är för kort: det behöver minst 10 tecken."),
        ({"password": "1029384756", "again": "1029384756"}, "Lösenordet består bara av siffror."),
        ({"password": "password123", "again": "password123"}, "Lösenordet är ett av de vanligaste."),
    ],
)
def test_what_is_wrong_with_a_new_password_is_told(nina, client, data, told):
    client.force_login(nina)
    answer = change(client, **data)
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert Client().post(reverse("login"), LOGIN).status_code == 302


def test_a_session_in_use_is_renewed_without_a_write_for_each_request(nina, client, django_assert_num_queries):
    client.force_login(nina)
    client.get(reverse("password_change"))
    with django_assert_num_queries(2):  # session and user; nothing is written
        client.get(reverse("password_change"))
    session = client.session
    session["used_at"] -= 3600
    session.save()
    client.get(reverse("password_change"))
    assert client.session["used_at"] > session["used_at"]


def test_health_needs_no_log_in_and_tells_a_missing_database(db, client, monkeypatch):
    assert client.get(reverse("health")).json() == {"status": "ok"}
    from django.db import DatabaseError, connection

    def broken():
        raise DatabaseError

    with monkeypatch.context() as patched:
        patched.setattr(connection, "cursor", broken)
        assert client.get(reverse("health")).status_code == 503


def test_headers_keep_strangers_out(db, client):
    headers = client.get(reverse("login")).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_form_without_its_token_is_refused_in_words(db):
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post(reverse("login"), LOGIN)
    assert answer.status_code == 403
    assert "Formuläret var för gammalt" in answer.content.decode()
