"""Sections of text in the web: written beside their preview, refused with line and remedy, moved and removed."""

import pytest

from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from tests.web.examples import reader_of
from tests.web.reading import messages, text

pytestmark = pytest.mark.django_db
HOME = "/lund/2023/documents/"
BUDGET = f"{HOME}sections/budget/"


@pytest.fixture
def editor():
    return reader_of("lund-2023", role=Role.EDITOR)


def section(key="budget"):
    return next(held for held in read.dossier("lund", 2023).sections if held.id == key)


def typed(**changes):
    """What the form sends when it was opened just now."""
    version = read.versions("lund", 2023, "sections")["budget"]
    return {"title": "Budget", "part": "economy", "text": "Ny text.", "version": version, **changes}


def test_the_form_begins_with_the_text_and_shows_it_as_in_the_document(editor):
    page = text(editor.get(BUDGET))
    assert "{{ grant.2022 }}" in page
    assert "675 373 tkr" in page


def test_a_saved_text_stands_in_the_plan_and_the_audit_trail(editor):
    answer = editor.post(BUDGET, typed(text="Ramen är {{ grant.2023 }}.\r\nMer.", title="Budgeten"))
    assert answer.url == HOME
    assert (section().title, section().text) == ("Budgeten", "Ramen är {{ grant.2023 }}.\nMer.")
    assert AuditEvent.objects.filter(kind="section", key="budget", by__username="anna").count() == 1
    assert messages(editor.get(HOME))


def test_a_figure_that_leads_nowhere_is_refused_with_line_and_near_match(editor):
    before = section()
    page = editor.post(BUDGET, typed(text="Rad ett.\n\nRamen är {{ grant.2032 }}."))
    assert page.status_code == 422
    said = text(page)
    assert "rad 3" in said
    assert "Menade du 2023" in said
    assert "{{ grant.2032 }}" in said
    assert section() == before


def test_a_block_that_another_text_places_is_refused(editor):
    page = editor.post(BUDGET, typed(text="{{ block table investering }}"))
    assert page.status_code == 422
    assert "investeringar" in text(page)


def test_the_second_of_two_editors_is_told_and_loses_nothing(editor):
    first, second = typed(text="Den första."), typed(text="Den andra.")
    editor.post(BUDGET, first)
    page = editor.post(BUDGET, second)
    assert page.status_code == 409
    said = text(page)
    assert "Den första." in said
    assert "Den andra." in said
    assert section().text == "Den första."


def test_the_preview_of_htmx_is_a_fragment_and_stores_nothing(editor):
    before = section()
    page = editor.post(f"{BUDGET}preview/", typed(text="Ramen är {{ grant.2023 }}."), headers={"HX-Request": "true"})
    assert "<html" not in page.content.decode()
    assert text(page) == "Ramen är 712 524 tkr ."
    assert section() == before


def test_without_javascript_the_preview_keeps_what_was_typed(editor):
    page = editor.post(f"{BUDGET}preview/", typed(title="Nytt namn", text="Ramen är {{ grant.2023 }}."))
    said = text(page)
    assert page.status_code == 200
    assert "Ramen är {{ grant.2023 }}." in said
    assert "Ramen är 712 524 tkr" in said
    assert 'value="Nytt namn"' in page.content.decode()
    assert f'method="post" action="{BUDGET}"' in page.content.decode()
    assert section().title == "Budget"


def test_a_new_section_is_previewed_and_added(editor):
    values = {"title": "Läget i juni", "part": "summary", "text": "Ramen är {{ grant.2023 }}."}
    assert "712 524 tkr" in text(editor.post(f"{HOME}sections/new/preview/", values))
    assert editor.post(f"{HOME}sections/new/", values).url == HOME
    assert section("laget-i-juni").title == "Läget i juni"


def test_a_section_without_heading_is_refused(editor):
    page = editor.post(f"{HOME}sections/new/", {"title": " ", "part": "summary", "text": "Text"})
    assert page.status_code == 422


def test_a_section_moves_past_its_neighbour_and_the_trail_says_so(editor):
    keys = [held.id for held in read.dossier("lund", 2023).sections if held.part == "summary"]
    editor.post(f"{HOME}sections/{keys[1]}/move/", {"way": "up"})
    moved = [held.id for held in read.dossier("lund", 2023).sections if held.part == "summary"]
    assert moved == [keys[1], keys[0], *keys[2:]]
    assert AuditEvent.objects.get(action="move_section").key == keys[1]
    editor.post(f"{HOME}sections/{keys[1]}/move/", {"way": "up"})
    assert AuditEvent.objects.filter(action="move_section").count() == 1


def test_a_section_is_removed_after_a_question(editor):
    assert "Budget" in text(editor.get(f"{BUDGET}remove/"))
    version = read.versions("lund", 2023, "sections")["budget"]
    editor.post(f"{BUDGET}remove/", {"version": version})
    assert "budget" not in {held.id for held in read.dossier("lund", 2023).sections}


def test_a_reader_sees_a_section_but_not_its_form():
    reader = reader_of("lund-2023")
    page = reader.get(f"{BUDGET}preview/")
    assert "675 373 tkr" in text(page)
    assert reader.get(BUDGET).status_code == 403
