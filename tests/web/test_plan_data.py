"""From a document's table to plan data: recognised, mapped, shown with clashes and bad cells, brought in."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrhus.store import read
from styrhus.store.role import Role
from tests.web.reading import text

DOCUMENT = """Indikatorer

Indikator\tUtfall 2022\tMålvärde 2023
Vårddygn\t120\t110
Andel nöjda brukare\t81,5 %\t85 %
Utskrivna i tid\tung. 3 av 4\t90 %

Budget per område (tkr)

Område\tBudget 2022\tBudget 2023
Barn\t1 000\t1 100
Vuxna\t2 000\t2 300
Summa\t3 000\t3 400
"""


@pytest.fixture
def editor(client_of):
    return client_of(Role.EDITOR)


def address(plan):
    return reverse("plan_data", args=plan)


def tables(browser, plan, document=DOCUMENT):
    """The signed copies of the recognised tables, in order."""
    response = browser.post(address(plan), {"document": SimpleUploadedFile("plan.txt", document.encode())})
    return re.findall(r'name="held" value="([^"]+)"', response.content.decode()), response


def fields(response):
    """The form as a browser would send it."""
    form = re.search(r'<form class="form mapping".*?</form>', response.content.decode(), re.DOTALL)[0]
    sent = {}
    for select in re.findall(r"<select.*?</select>", form, re.DOTALL):
        name = re.search(r'name="([^"]+)"', select)[1]
        chosen = re.search(r'<option value="([^"]*)" selected', select)
        sent[name] = chosen[1] if chosen else ""
    for found in re.findall(r'<input type="(?:hidden|text)"[^>]*>', form):
        value = re.search(r'value="([^"]*)"', found)
        sent[re.search(r'name="([^"]+)"', found)[1]] = value[1] if value else ""
    return sent


def test_the_tables_of_a_document_are_recognised_and_shown(editor, plan):
    held, response = tables(editor, plan)
    shown = text(response)
    assert len(held) == 2
    assert "Indikatorer med utfall och målvärden" in shown
    assert "Tabell i ekonomin" in shown


def test_the_mapping_shows_what_comes_what_clashes_and_what_is_left_out(editor, plan):
    held, _ = tables(editor, plan)
    shown = text(editor.post(address(plan), {"held": held[0], "start": "1"}))
    assert "Ny indikator: Andel nöjda brukare" in shown
    assert "Planen säger något annat" in shown
    assert "plan.txt [1], rad 6, kolumnen Utfall 2022" in shown
    assert "ung. 3 av 4" in shown


def test_nothing_is_stored_before_it_is_confirmed_and_then_all_of_it(editor, plan):
    held, _ = tables(editor, plan)
    page = editor.post(address(plan), {"held": held[1], "start": "1"})
    before = read.dossier(*plan)
    changed = {**fields(page), "caption": "Budget efter område", "key": "omraden", "table_kind": "allocation"}
    again = editor.post(address(plan), {**changed, "show": "1"})
    assert "”Budget efter område” (omraden) med 3 rader och 2 kolumner" in text(again)
    assert read.dossier(*plan) == before
    response = editor.post(address(plan), {**fields(again), "confirm": "1"})
    assert response.url == reverse("history", args=plan)
    table = read.dossier(*plan).table_by_id["omraden"]
    assert (table.caption, table.source, table.cell("vuxna", "budget-2023").value) == (
        "Budget efter område", "plan.txt", 2300,
    )  # fmt: skip


def test_a_column_can_be_used_otherwise(editor, plan):
    held, _ = tables(editor, plan)
    page = editor.post(address(plan), {"held": held[0], "start": "1"})
    changed = {**fields(page), "column-1": "skip", "row-5": "skip", "goal": "trygg-uppvaxt", "confirm": "1"}
    editor.post(address(plan), changed)
    dossier = read.dossier(*plan)
    assert "andel-nojda-brukare" in dossier.indicator_by_id
    assert dossier.outcomes_of("andel-nojda-brukare") == ()
    assert [t.value for t in dossier.targets_of("andel-nojda-brukare")] == [85]


def test_what_is_in_the_plan_is_only_replaced_when_chosen(editor, plan):
    held, _ = tables(editor, plan)
    page = editor.post(address(plan), {"held": held[0], "start": "1"})
    stored = read.dossier(*plan).targets_of("dygn")
    sent = {**fields(page), "goal": "trygg-uppvaxt", "confirm": "1"}
    editor.post(address(plan), sent)
    assert read.dossier(*plan).targets_of("dygn") == stored
    page = editor.post(address(plan), {"held": held[0], "start": "1"})
    editor.post(address(plan), {**fields(page), "goal": "trygg-uppvaxt", "replace": "on", "confirm": "1"})
    assert [t.value for t in read.dossier(*plan).targets_of("dygn")] == [110]


def test_a_plan_that_changed_meanwhile_is_not_written_over(editor, plan):
    held, _ = tables(editor, plan)
    page = editor.post(address(plan), {"held": held[1], "start": "1"})
    response = editor.post(address(plan), {**fields(page), "revision": "0", "confirm": "1"})
    assert response.status_code == 409


def test_a_table_that_was_tampered_with_is_refused(editor, plan):
    held, _ = tables(editor, plan)
    assert editor.post(address(plan), {"held": held[0][:-3] + "abc", "start": "1"}).status_code == 422


def test_what_cannot_be_read_is_told(editor, plan):
    assert tables(editor, plan, "")[1].status_code == 422
    assert "kändes igen" in text(tables(editor, plan, "Bara ord.")[1])
