"""Errors stand in the same dress and tell what to do."""

import pytest
from django.template.loader import render_to_string

from tests.web.examples import plain, reader_of


@pytest.mark.django_db
def test_a_page_that_does_not_exist_leads_back():
    answer = reader_of("lund-2023").get("/lund/2023/nonsense/")
    assert answer.status_code == 404
    page = plain(answer)
    assert "Sidan finns inte" in page
    assert 'href="/"' in page
    assert "styrhus/tokens.css" in page


def test_the_page_of_an_inner_error_needs_nothing_that_may_be_broken(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        page = render_to_string("500.html")
    assert "Något gick fel" in page
    assert "Something went wrong" in page
    assert "styrhus/tokens.css" in page


@pytest.mark.django_db
@pytest.mark.parametrize("code", [400, 403])
def test_the_other_errors_extend_the_base(code, rf):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/")
    request.user = AnonymousUser()
    page = render_to_string(f"{code}.html", request=request)
    assert page.count("<h1>") == 1
    assert 'id="content"' in page
