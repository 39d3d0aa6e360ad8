"""The review of a plan's own documents: counted on the documents page, told on its own, shown beside the text."""

import pytest
from django.urls import reverse

from styrhus.actions.change_section import change_section
from styrhus.actions.create_section import create_section
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store import read
from styrhus.store.role import Role
from tests.people import member
from tests.web.examples import example
from tests.web.reading import links, text

LUND = ("lund", 2023)
BROKEN = "Antalet placeringar framgår av tabell 97. Alla placeringar redovisas där, med kostnad och antal dygn."


@pytest.fixture
def editor(visit):
    return visit("lund-2023", Role.EDITOR)


def test_the_documents_page_counts_what_is_found_in_each_kind(editor):
    response = editor.get(reverse("documents", args=LUND))
    assert "Granskning: 0 fel" in text(response)
    assert "som planen själv noterar" in text(response)
    assert reverse("document_review", args=[*LUND, "board-plan"]) in links(response)


def test_a_noted_contradiction_is_told_with_the_plans_own_words_and_leads_to_its_table(editor):
    response = editor.get(reverse("document_review", args=[*LUND, "board-plan"]))
    shown = text(response)
    assert "Inget hindrar beslut" in shown
    assert "38 000 + 30 000 + 25 000 + 36 000 + 31 000 = 160 000" in shown
    assert "Noterat i planen: Raderna i Prognos 2022" in shown
    assert f"{reverse('economy_table', args=[*LUND, 'externa-placeringar'])}#totalt" in links(response)
    assert f"{reverse('review_rules')}#sum-row-differs" in links(response)


def test_a_finding_in_a_text_leads_to_its_editor_and_stands_beside_it(editor):
    held = next(section for section in read.dossier(*LUND).sections if section.part.value == "summary")
    version = read.versions(*LUND, "sections")[held.id]
    change_section(*LUND, held.id, {"text": BROKEN}, version=version, by=member(Role.EDITOR))
    page = editor.get(reverse("document_review", args=[*LUND, "board-plan"]))
    address = reverse("section_edit", args=[*LUND, held.id])
    assert address in links(page)
    beside = editor.get(address)
    assert "tabell 97" in text(beside).split("Det här hittar granskningen")[1]


def test_a_reader_is_led_to_the_text_that_may_be_read(visit, editor):
    create_section(*LUND, {"title": "Placeringar", "part": "summary", "text": BROKEN}, by=member(Role.EDITOR))
    response = visit("lund-2023", Role.READER).get(reverse("document_review", args=[*LUND, "board-plan"]))
    assert reverse("section_preview", args=[*LUND, "placeringar"]) in links(response)
    assert reverse("section_edit", args=[*LUND, "placeringar"]) not in links(response)


def test_an_error_that_may_stand_is_noted_with_its_reason(visit):
    controller = visit("lund-2023", Role.CONTROLLER)
    import_plan(example("lund-2023").model_copy(update={"contradictions": ()}), by=operator(), replace=True)
    page = controller.get(reverse("document_review", args=[*LUND, "board-plan"]))
    assert "hindrar beslut" in text(page)
    address = next(link for link in links(page) if link.endswith("/note/"))
    assert controller.post(address, {"version": read.version(*LUND).revision, "explanation": ""}).status_code == 422
    sent = {"version": read.version(*LUND).revision, "explanation": "Raden för barn är äldre."}
    shown = text(controller.post(address, sent, follow=True))
    assert "Noterat i planen: Raden för barn är äldre." in shown
    assert "Raden för barn är äldre." in text(controller.get(reverse("data", args=LUND)))
