"""Editing goals in the browser: saving, being told what is wrong, and two editors at once."""

import re

from django.urls import reverse

from styrhus.store import read
from styrhus.store.role import Role
from tests.web.reading import links, messages, text

PLACE = ("lund", 2023, "trygga-barn")


def form_of(response) -> dict[str, object]:
    """What the browser would send back from the form as it stands."""
    form = response.context["page"].form
    held = {}
    for field in form:
        value = field.value()
        if value is not None and value is not False:
            held[field.html_name] = value
    return held


def opened(browser, name="goal_edit", place=PLACE):
    response = browser.get(reverse(name, args=place))
    assert response.status_code == 200
    return form_of(response)


def goal(key="trygga-barn"):
    return read.dossier("lund", 2023).goal_by_id.get(key)


def test_a_saved_goal_is_shown_with_what_was_changed(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = opened(browser) | {"strategy": "Fler tidiga insatser", "activities": "Öppen förskola\n\n Fältarbete "}
    response = browser.post(reverse("goal_edit", args=PLACE), data, follow=True)
    assert response.redirect_chain == [(reverse("goal", args=PLACE), 302)]
    assert messages(response)
    assert goal().strategy == "Fler tidiga insatser"
    assert goal().activities == ("Öppen förskola", "Fältarbete")
    assert "Fältarbete" in text(response)


def test_saving_without_a_change_changes_nothing(visit):
    browser = visit("lund-2023", Role.EDITOR)
    before = read.dossier("lund", 2023)
    assert browser.post(reverse("goal_edit", args=PLACE), opened(browser)).status_code == 302
    assert read.dossier("lund", 2023) == before


def test_a_goal_without_name_is_refused_at_the_field(visit):
    browser = visit("lund-2023", Role.EDITOR)
    response = browser.post(reverse("goal_edit", args=PLACE), opened(browser) | {"name": " "})
    assert response.status_code == 422
    assert response.context["page"].form.errors["name"]
    assert goal().name


def test_a_goal_below_the_top_needs_a_parent(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = opened(browser)
    del data["parents"]
    response = browser.post(reverse("goal_edit", args=PLACE), data)
    assert response.status_code == 422
    assert response.context["page"].form.errors["parents"]
    assert goal().parents == ("sveriges-tryggaste-kommun",)


def test_a_circle_of_goals_is_refused(visit):
    browser = visit("lund-2023", Role.EDITOR)
    top = ("lund", 2023, "sveriges-tryggaste-kommun")
    response = browser.post(reverse("goal_edit", args=top), opened(browser, place=top) | {"parents": ["trygga-barn"]})
    assert response.status_code == 422
    assert goal("sveriges-tryggaste-kommun").parents == ()


def test_the_second_of_two_editors_is_told_and_keeps_the_own_text(visit):
    browser, other = visit("lund-2023", Role.EDITOR), visit("lund-2023", Role.HEAD)
    mine, theirs = opened(browser), opened(other)
    other.post(reverse("goal_edit", args=PLACE), theirs | {"strategy": "Deras strategi"})
    response = browser.post(reverse("goal_edit", args=PLACE), mine | {"strategy": "Min strategi", "number": "9"})
    page = response.context["page"]
    assert response.status_code == 409
    assert page.conflict.who == "head"
    assert page.conflict.changed_fields == ("strategy",)
    assert {(d.name, d.stored, d.yours) for d in page.differences} == {
        ("strategy", "Deras strategi", "Min strategi"), ("number", "", "9"),
    }  # fmt: skip
    assert goal().strategy == "Deras strategi"
    assert form_of(response)["strategy"] == "Min strategi"


def test_after_the_conflict_the_own_text_can_be_saved(visit):
    browser, other = visit("lund-2023", Role.EDITOR), visit("lund-2023", Role.HEAD)
    mine = opened(browser)
    other.post(reverse("goal_edit", args=PLACE), opened(other) | {"strategy": "Deras strategi"})
    refused = browser.post(reverse("goal_edit", args=PLACE), mine | {"strategy": "Min strategi"})
    response = browser.post(reverse("goal_edit", args=PLACE), form_of(refused))
    assert response.status_code == 302
    assert goal().strategy == "Min strategi"


def test_the_stored_value_can_be_taken_over_field_by_field(visit):
    browser, other = visit("lund-2023", Role.EDITOR), visit("lund-2023", Role.HEAD)
    mine = opened(browser)
    changed = {"strategy": "Deras strategi", "parents": ["fler-lundabor-i-arbete"]}
    other.post(reverse("goal_edit", args=PLACE), opened(other) | changed)
    refused = browser.post(reverse("goal_edit", args=PLACE), mine | {"strategy": "Min strategi"})
    taken = browser.post(reverse("goal_edit", args=PLACE), form_of(refused) | {"take_stored": "parents"})
    assert taken.status_code == 422
    assert form_of(taken)["parents"] == ["fler-lundabor-i-arbete"]
    assert form_of(taken)["strategy"] == "Min strategi"
    assert [d.name for d in taken.context["page"].differences] == ["strategy"]
    browser.post(reverse("goal_edit", args=PLACE), form_of(taken))
    assert (goal().strategy, goal().parents) == ("Min strategi", ("fler-lundabor-i-arbete",))


def test_a_new_goal_gets_a_page_of_its_own(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = {"level": "utvecklingsmal", "name": "Äldre på nätet", "parents": ["fler-lundabor-i-arbete"], "change": "new"}
    response = browser.post(reverse("goal_new", args=["lund", 2023]), data, follow=True)
    assert response.redirect_chain == [("/lund/2023/goals/aldre-pa-natet/", 302)]
    assert goal("aldre-pa-natet").name == "Äldre på nätet"


def test_a_goal_in_use_cannot_be_removed_and_the_page_says_by_what(visit):
    browser = visit("lund-2023", Role.EDITOR)
    address = reverse("goal_remove", args=PLACE)
    asked = browser.get(address)
    assert re.search(r"indikatorer: 3\b", text(asked))
    response = browser.post(address, opened(browser, "goal_remove"))
    assert response.status_code == 422
    assert response.context["page"].form.errors
    assert goal() is not None


def test_a_goal_that_nothing_refers_to_can_be_removed(visit):
    browser = visit("lund-2023", Role.EDITOR)
    place = ("lund", 2023, "klimatneutralitet-2030")
    response = browser.post(reverse("goal_remove", args=place), opened(browser, "goal_remove", place), follow=True)
    assert response.redirect_chain == [("/lund/2023/goals/", 302)]
    assert goal("klimatneutralitet-2030") is None
    assert reverse("goal", args=place) not in links(response)


def test_a_text_is_shown_as_it_was_typed_and_never_run(visit):
    browser = visit("lund-2023", Role.EDITOR)
    hostile = '<script>alert("1")</script> {{ x }} %s'
    browser.post(reverse("goal_edit", args=PLACE), opened(browser) | {"strategy": hostile, "name": hostile})
    for address in (
        reverse("goal", args=PLACE),
        reverse("goals", args=["lund", 2023]),
        reverse("goal_edit", args=PLACE),
    ):
        body = browser.get(address).content.decode()
        assert "<script>alert" not in body
        assert "&lt;script&gt;alert" in body
