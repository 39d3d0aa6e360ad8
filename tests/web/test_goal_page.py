"""The page of a goal."""

from django.urls import reverse

from styrhus.plan.status_word import StatusWord
from styrhus.store.role import Role
from tests.web.reading import links, text


def page_of(browser, board, year, goal):
    response = browser.get(reverse("goal", args=[board, year, goal]))
    assert response.status_code == 200
    return response


def test_a_goal_with_reasons_indicators_observations_and_undertakings(visit):
    response = page_of(visit("orebro-2019", Role.READER), "orebro", 2019, "attraktiv-arbetsgivare")
    page = response.context["page"]
    assert page.level.name == "Mål"
    assert [other.goal.id for other in page.parents] == ["hallbar-tillvaxt"]
    assert len(page.rows) == 5
    assert (page.status.word, page.status.judged, page.status.total) == (StatusWord.PARTLY, 4, 5)
    assert len(page.positive) == 3
    assert len(page.to_improve) == 2
    assert {item.undertaking.id for item in page.undertakings} >= {"hallbar-arbetsmiljo"}
    words = text(response)
    assert "Örebro kommun ska vara en attraktiv arbetsgivare" in words
    assert "Arbetsmängdsmätning" in words
    assert page.standing.told(page.status).render("sv") in words


def test_a_goal_of_the_council_shows_the_goals_that_serve_it(visit):
    response = page_of(visit("lund-2023", Role.READER), "lund", 2023, "sveriges-tryggaste-kommun")
    page = response.context["page"]
    assert [other.goal.id for other in page.children] == [
        "sjalvstandighet-skadligt-bruk", "trygga-barn", "fritt-fran-vald",
    ]  # fmt: skip
    assert "/lund/2023/goals/trygga-barn/" in links(response)


def test_assignments_of_the_goal_are_linked(visit):
    response = page_of(visit("lund-2023", Role.READER), "lund", 2023, "trygga-barn")
    assert [item.assignment.id for item in response.context["page"].assignments] == ["familjecentraler"]
    assert "/lund/2023/assignments/familjecentraler/" in links(response)
    assert "2023-12-31" in text(response)


def test_a_goal_without_indicators_says_that_it_cannot_be_judged(visit):
    response = page_of(visit("lund-2023", Role.READER), "lund", 2023, "klimatneutralitet-2030")
    assert response.context["page"].status.word is StatusWord.NOT_JUDGED
    assert response.context["page"].status.reason.render("sv") in text(response)


def test_editing_is_offered_to_those_who_may(visit):
    place = ("lund", 2023, "trygga-barn")
    reader = links(page_of(visit("lund-2023", Role.READER), *place))
    editor = links(page_of(visit("lund-2023", Role.EDITOR), *place))
    for name in ("goal_edit", "goal_remove", "indicator_new"):
        assert reverse(name, args=place) not in reader
        assert reverse(name, args=place) in editor


def test_a_goal_that_is_not_there_is_not_found(visit):
    browser = visit("lund-2023", Role.READER)
    assert browser.get(reverse("goal", args=["lund", 2023, "finns-inte"])).status_code == 404
