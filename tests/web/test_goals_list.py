"""The list of goals and indicators with two real boards."""

import pytest
from django.urls import reverse

from styrhus.plan.status_word import StatusWord
from styrhus.store.role import Role
from tests.web.reading import links, text

LUND = ["lund", 2023]
PARTS_ABOUT_GOALS = (
    "goals", "indicators", "targets", "outcomes", "overrides", "life_log", "assignments", "progress", "undertakings",
    "guarantees", "observations",
)  # fmt: skip
OREBRO = ["orebro", 2019]


def listed(browser, place=LUND, **query):
    response = browser.get(reverse("goals", args=place), query)
    assert response.status_code == 200
    return response


def shown(response):
    """The indicators on the page, wherever in the tree or the table."""
    page = response.context["page"]
    rows = [*page.rows]
    ahead = [*page.branches]
    while ahead:
        branch = ahead.pop(0)
        rows += branch.rows
        ahead += branch.children
    return {row.indicator.id for row in rows}


def test_the_tree_has_the_levels_by_their_own_names_and_every_goal_once(visit):
    response = listed(visit("lund-2023", Role.READER))
    page = response.context["page"]
    assert [level.plural for level in page.levels] == ["Kommunfullmäktiges mål", "Nämndens utvecklingsmål"]
    assert [len(branch.children) for branch in page.branches] == [0, 3, 1, 0]
    assert len(shown(response)) == 14
    assert "1 En tillitsbaserad styrning och ledning" in text(response)
    assert "42 personer 2022" in text(response)
    assert (page.status.judged, page.status.total) == (11, 14)
    assert page.standing.told(page.status).render("sv") in text(response)


def test_a_goal_tells_its_status_with_the_share_judged(visit):
    page = listed(visit("lund-2023", Role.READER)).context["page"]
    safe = page.branches[1]
    assert (safe.status.word, safe.status.judged, safe.status.total) == (StatusWord.PARTLY, 7, 9)
    assert [child.status.word for child in safe.children] == [
        StatusWord.PARTLY, StatusWord.NOT_REACHED, StatusWord.REACHED,
    ]  # fmt: skip


def test_the_table_has_years_target_status_and_change(visit):
    response = listed(visit("lund-2023", Role.READER), view="table")
    page = response.context["page"]
    assert page.years == (2020, 2021, 2022)
    row = next(row for row in page.rows if row.indicator.id == "barn-i-akuta-boenden")
    assert [figure.number() for figure in row.outcomes] == ["54", "40", "42"]
    assert row.word is StatusWord.NOT_REACHED
    assert "upp sedan 2021, sämre" in text(response)
    assert "/lund/2023/figures/outcome.barn-i-akuta-boenden.2022/" in links(response)


def test_what_is_missing_is_neither_zero_nor_judged(visit):
    page = listed(visit("lund-2023", Role.READER), view="table").context["page"]
    row = next(row for row in page.rows if row.indicator.id == "foraldrastod")
    assert [figure.value for figure in row.outcomes] == [None, None, None]
    assert row.word is StatusWord.NOT_JUDGED


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"status": "not_judged"}, {"foraldrastod", "utbildning-kompetenscentrum", "arbetsmarknadsaktivitet"}),
        ({"measure": "1"}, {"utbildning-kompetenscentrum"}),
        ({"q": "HUSHÅLL försörjningsstöd"}, {"hushall-forsorjningsstod"}),
        ({"q": "finns inte alls"}, set()),
        (
            {"changed": "1", "status": "not_reached"},
            {"brukardelaktighet", "plan-familjecentral", "hushall-forsorjningsstod"},
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("view", ["tree", "table"])
def test_filters_stand_in_the_address(visit, view, query, expected):
    response = listed(visit("lund-2023", Role.READER), view=view, **query)
    assert shown(response) == expected
    assert response.context["page"].shown == len(expected)


def test_a_search_for_a_goal_shows_all_of_it(visit):
    response = listed(visit("lund-2023", Role.READER), q="våld och förtryck")
    assert shown(response) == {"hederssamordnare-konsultativt", "dagar-till-bostad", "utbildning-kompetenscentrum"}


def test_board_level_and_breakdown_are_offered_where_the_plan_has_them(visit):
    browser = visit("orebro-2019", Role.READER)
    response = listed(browser, OREBRO, view="table", level="DN", breakdown="")
    page = response.context["page"]
    assert [choice.value for choice in page.board_levels] == ["DN", "PN"]
    assert {row.indicator.board_level for row in page.rows} <= {"DN", "PN"}
    assert "hme-77" in shown(response)
    assert "hme-78" not in shown(response)
    assert "anstallningstrygghet" in shown(listed(browser, OREBRO, breakdown="sex"))
    assert listed(visit("lund-2023", Role.READER)).context["page"].board_levels == ()


def test_parts_of_an_index_stand_under_it_and_are_not_counted_twice(visit):
    page = listed(visit("orebro-2019", Role.READER), OREBRO, view="table").context["page"]
    index = next(row for row in page.rows if row.indicator.id == "medarbetarforutsattningar")
    assert len(index.parts) == 6
    assert page.shown == 11
    assert "timavlonade-personer" not in {row.indicator.id for row in page.rows}


def test_what_is_new_writes_itself_from_the_life_log(visit):
    response = listed(visit("lund-2023", Role.READER))
    new = response.context["page"].new
    assert {line.entry.indicator for line in new.new} == {
        "stod-med-boende", "brukardelaktighet", "plan-familjecentral", "arbetsmarknadsaktivitet",
    }  # fmt: skip
    assert "1000 hushåll (2022) → 950 hushåll (2023)" in text(response)
    assert [goal.id for goal in new.goals] == ["sjalvstandighet-skadligt-bruk"]


def test_a_removed_indicator_is_named_without_a_link(visit):
    response = listed(visit("lund-2020", Role.READER), ["lund", 2020])
    assert "Projekt med hembesök till nyanlända" in text(response)
    assert not any("hembesok-nyanlanda" in href for href in links(response))


def test_htmx_gets_the_list_alone(visit):
    browser = visit("lund-2023", Role.READER)
    fragment = browser.get(reverse("goals", args=LUND), {"status": "reached"}, headers={"HX-Request": "true"})
    assert b"<html" not in fragment.content
    assert fragment.context["page"].shown == 5
    assert "Antal barn i akuta boendelösningar" not in text(fragment)


def test_unknown_words_in_the_address_are_no_error(visit):
    response = listed(visit("lund-2023", Role.READER), view="karta", status="bra", breakdown="x", level="XX")
    assert response.context["page"].chosen.view == "tree"


def test_english_is_complete_and_the_words_of_the_plan_stay(visit):
    browser = visit("lund-2023", Role.READER)
    browser.post(reverse("set_language"), {"language": "en", "next": "/"})
    response = listed(browser, view="table")
    words = text(response)
    page = response.context["page"]
    assert page.standing.told(page.status).render("en") in words
    assert "under development" in words
    assert "Antal barn i akuta boendelösningar ska minska" in words


def test_only_an_editor_is_offered_a_new_goal(visit):
    address = reverse("goal_new", args=LUND)
    assert address not in links(listed(visit("lund-2023", Role.REPORTER)))
    assert address in links(listed(visit("lund-2023", Role.EDITOR)))


def test_a_plan_without_goals_says_how_to_get_them(client_of):
    from styrhus.actions.import_plan import import_plan
    from styrhus.actions.operator import operator
    from tests.store.plans import rich_plan

    empty = rich_plan().model_copy(update=dict.fromkeys(PARTS_ABOUT_GOALS, ()))
    import_plan(empty, by=operator(), replace=True)
    response = listed(client_of(Role.READER))
    assert "Det finns inga mål ännu" in text(response)
