"""The list of assignments, with the 84 of Lund 2023."""

import re
from datetime import date

import pytest
from django.urls import reverse

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.dossier.document import Plan, PlanKind, PlanStatus
from styrhus.plan.assignment import Assignment, AssignmentKind, AssignmentStatus
from styrhus.plan.steering import Decider
from styrhus.store.role import Role
from styrhus.web.pages.assignments.due import Due, due, reference_day
from tests.store.plans import rich_plan
from tests.web.reading import links, text

LUND = ["lund", 2023]
DOUBLED = {"heder-1-1", "heder-1-2", "heder-informationsinsatser", "heder-information-flera-sprak"}


def listed(browser, place=LUND, **query):
    response = browser.get(reverse("assignments", args=place), query)
    assert response.status_code == 200
    return response


def shown(response):
    return {row.assignment.id for group in response.context["page"].groups for row in group.rows}


def test_every_assignment_stands_under_its_origin_with_a_count(visit):
    response = listed(visit("lund-2023", Role.READER))
    page = response.context["page"]
    assert page.total == 84
    assert {group.origin: group.total for group in page.groups}["Kostpolicy"] == 13
    assert sum(len(group.rows) for group in page.groups) == 84
    assert "84 uppdrag" in text(response)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"origin": "Plan barnets bästa"}, 13),
        ({"decider": "KS"}, 24),
        ({"report": "yes"}, 2),
        ({"report": "no"}, 82),
        ({"kind": "special"}, 2),
        ({"responsible": "Servicenämnden"}, 2),
        ({"q": "matsvinn"}, 1),
        ({"due": "overdue"}, 5),
        ({"origin": "Kostpolicy", "decider": "KS"}, 0),
        ({"status": "finns inte"}, 0),
    ],
)
def test_filters_stand_in_the_address(visit, query, count):
    response = listed(visit("lund-2023", Role.READER), **query)
    assert len(shown(response)) == count
    assert response.context["page"].shown == count


def test_those_that_something_is_wrong_with_can_be_asked_for(visit):
    response = listed(visit("lund-2023", Role.READER), remarks="1")
    assert shown(response) == {*DOUBLED, "barn-samverkan"}


def test_duplicates_explain_themselves_and_link_to_each_other(visit):
    response = listed(visit("lund-2023", Role.READER), q="riktad information på flera språk")
    page = response.context["page"]
    rows = {row.assignment.id: row for group in page.groups for row in group.rows}
    assert rows.keys() == {"heder-1-2", "heder-information-flera-sprak"}
    for key, other in (("heder-1-2", "heder-information-flera-sprak"), ("heder-information-flera-sprak", "heder-1-2")):
        rules = {remark.finding.rule: remark.other for remark in rows[key].remarks}
        assert rules["duplicate"].id == other
        assert rules["duplicate-deadline"].id == other
        assert f"/lund/2023/assignments/{other}/" in links(response)
    assert "2023-12-31 och 2023-01-20" in text(response)


def test_the_first_sentence_counts_what_does_not_hang_together(visit):
    page = listed(visit("lund-2023", Role.READER)).context["page"]
    assert (page.remarks.duplicates, page.remarks.deadlines) == (2, 5)
    assert page.frame.lead.startswith("84 uppdrag")
    assert "82" in page.frame.lead


def test_htmx_gets_the_list_alone(visit):
    browser = visit("lund-2023", Role.READER)
    fragment = browser.get(reverse("assignments", args=LUND), {"decider": "KS"}, headers={"HX-Request": "true"})
    assert b"<html" not in fragment.content
    assert re.search(r'role="status">24\b', fragment.content.decode())


def test_a_plan_without_assignments_says_how_to_get_them(client_of):
    import_plan(rich_plan(assignments=(), progress=()), by=operator(), replace=True)
    response = listed(client_of(Role.READER))
    assert response.context["page"].total == 0
    assert b"<table" not in response.content


def plan(**fields: object) -> Plan:
    return Plan(year=2023, kind=PlanKind.BOARD_PLAN, title="Plan", status=PlanStatus.ADOPTED, **fields)


@pytest.mark.parametrize(
    ("today", "last_year", "seen_from"),
    [
        (date(2023, 5, 2), None, date(2023, 5, 2)),
        (date(2026, 5, 2), None, date(2023, 12, 31)),
        (date(2022, 5, 2), None, date(2023, 1, 1)),
        (date(2024, 5, 2), 2025, date(2024, 5, 2)),
    ],
)
def test_a_past_plan_is_seen_from_its_last_day(today, last_year, seen_from):
    assert reference_day(plan(last_year=last_year), today) == seen_from


@pytest.mark.parametrize(
    ("deadline", "status", "expected"),
    [
        (date(2023, 5, 1), "ongoing", Due.OVERDUE),
        (date(2023, 5, 2), "ongoing", Due.QUARTER),
        (date(2023, 6, 30), "unknown", Due.QUARTER),
        (date(2023, 7, 1), "ongoing", Due.YEAR),
        (date(2024, 4, 1), "ongoing", Due.LATER),
        (None, "ongoing", Due.MISSING),
        (date(2023, 1, 1), "done", Due.ENDED),
        (None, "cancelled", Due.ENDED),
    ],
)
def test_where_a_deadline_lies(deadline, status, expected):
    held = Assignment(
        id="a", title="T", kind=AssignmentKind.DECISION, origin="O", decided_by=Decider.BOARD,
        deadline=deadline, status=AssignmentStatus(status),
    )  # fmt: skip
    assert due(held, date(2023, 5, 2)) is expected
