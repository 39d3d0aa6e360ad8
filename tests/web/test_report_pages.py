"""Reports on the site: the months to choose, drafts to store and edit, ready and decided month by month."""

import pytest
from django.urls import reverse

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store import read
from styrhus.store.role import Role
from tests.cases.ledger import replaced, with_ledger
from tests.web.examples import example, reader_of
from tests.web.reading import links, text

pytestmark = pytest.mark.django_db
OREBRO = ("orebro", 2019)
HOME = reverse("documents", args=OREBRO)
MONTHLY = f"{HOME}monthly-report/"


def plan():
    """The example with a ledger to August; without grids and savings, whose tables have their own tests."""
    left_out = ("placement_rows", "placement_figures", "savings", "saving_effects", "savings_requirements", "accruals")
    return with_ledger(
        replaced(example("orebro-2019"), **dict.fromkeys(left_out, ())), dearer="boendeenheten", share="1.2"
    )


@pytest.fixture
def head():
    browser = reader_of("orebro-2019", role=Role.HEAD)
    import_plan(plan(), by=operator(), replace=True)
    return browser


def send(browser, name, month, **data):
    address = reverse(name, args=[*OREBRO, "monthly-report"]) + f"?month={month}"
    return browser.post(address, {"version": read.version(*OREBRO).revision, **data}, follow=True)


def test_the_documents_page_lists_reports_with_their_months(head):
    page = head.get(HOME)
    assert {f"{MONTHLY}?month=8", f"{MONTHLY}?month=3", f"{HOME}monthly-report.pdf?month=8"} <= set(links(page))
    assert {f"{HOME}interim-report/?month=8", f"{HOME}annual-report/?month=8"} <= set(links(page))


def test_pages_of_money_tell_how_old_the_ledger_is_and_not_the_indicators(head):
    frame = text(head.get(reverse("frame_changes", args=OREBRO)))
    assert "Redovisning till och med augusti 2019, importerad 28 augusti 2019. Senast ändrad" in frame
    assert "Utfall till och med" not in frame
    assert "Utfall till och med 2018" in text(head.get(reverse("goals", args=OREBRO)))
    bare = text(reader_of("eskilstuna-2019").get("/eskilstuna/2019/economy/budget/"))
    assert "Utfall till och med" not in bare
    assert "Redovisning till och med" not in bare


def test_without_a_ledger_the_page_says_what_a_report_waits_for():
    browser = reader_of("eskilstuna-2019")
    page = browser.get("/eskilstuna/2019/documents/")
    assert "Den kan skrivas när en månad av huvudboken är importerad." in text(page)
    assert browser.get("/eskilstuna/2019/documents/monthly-report/").status_code == 422


def test_each_month_has_its_own_report_whose_figures_are_links(head):
    august, july = head.get(f"{MONTHLY}?month=8"), head.get(f"{MONTHLY}?month=7")
    assert "Till och med augusti" in text(august)
    assert "Till och med juli" in text(july)
    assert text(head.get(MONTHLY)) == text(august)
    assert "Redovisning till och med juli 2019, importerad" in text(july)
    assert "Utfall till och med 2018" not in text(august)
    figures = {link for link in links(august) if "/figures/" in link}
    assert reverse("figure", args=[*OREBRO, "followup.2019-08.all.all.actual-to-date"]) in figures
    assert {head.get(link).status_code for link in sorted(figures)[::25]} == {200}


@pytest.mark.parametrize(("month", "status"), [("9", 422), ("13", 404), ("augusti", 404)])
def test_other_months_are_refused(head, month, status):
    assert head.get(f"{MONTHLY}?month={month}").status_code == status


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_files_are_named_after_their_month(head, suffix):
    answer = head.get(f"{HOME}monthly-report.{suffix}?month=7")
    assert f'"orebro-2019-07-manadsrapport.{suffix}"' in answer["Content-Disposition"]


def test_a_draft_is_stored_edited_and_written_anew(head):
    address = reverse("report_texts", args=[*OREBRO, "monthly-report"]) + "?month=8"
    assert "Till och med augusti är nettokostnaden" in text(head.get(address))
    page = head.post(address, follow=True)
    edit = reverse("section_edit", args=[*OREBRO, "monthly-report-2019-08-summary"])
    assert edit in links(page)
    assert "De sparade texterna säger det som utkastet skulle säga." in text(head.get(address))
    form = head.get(edit).context["page"].form.initial
    sent = {**form, "part": "summary", "text": "Nämnden går mot {{ followup.2019-08.all.all.forecast | mnkr 1 }}."}
    page = head.post(edit, sent, follow=True)
    assert page.redirect_chain[-1][0] == f"{MONTHLY}?month=8"
    assert "Nämnden går mot" in text(page)
    assert "Nämnden går mot" not in text(head.get(f"{MONTHLY}?month=7"))
    assert "Nämnden går mot" in text(head.get(address))
    head.post(address)
    assert "Nämnden går mot" not in text(head.get(f"{MONTHLY}?month=8"))


def test_a_text_of_ones_own_is_added_to_a_report(head):
    page = head.get(f"{HOME}interim-report/?month=8")
    (new,) = [link for link in links(page) if "sections/new" in link]
    shown = head.get(new.replace("&amp;", "&"))
    sent = {**shown.context["page"].form.initial, "title": "Väsentliga händelser", "text": "Ett boende öppnade i maj."}
    page = head.post(reverse("section_new", args=OREBRO), sent, follow=True)
    assert "Ett boende öppnade i maj." in text(page)
    assert "Väsentliga händelser: ingen text är skriven." not in text(page)


def test_a_report_is_ready_and_decided_for_its_month_alone(head):
    assert "klart" in text(send(head, "document_ready", 7))
    review = reverse("document_review", args=[*OREBRO, "monthly-report"])
    assert reverse("document_freeze", args=[*OREBRO, "monthly-report"]) + "?month=7" in links(
        head.get(f"{review}?month=7")
    )
    assert "under arbete" in text(head.get(f"{review}?month=8"))
    decision = {"decided_on": "2019-09-18", "paragraph": "§ 91", "registry_number": ""}
    frozen = reverse("frozen_document", args=[*OREBRO, "monthly-report", 1])
    assert f"{frozen}?month=7" in links(send(head, "document_freeze", 7, **decision))
    assert text(head.get(frozen, {"month": 7, "check": "1"})).count("lika, byte för byte") == 3
    assert head.get(f"{frozen}?month=8").status_code == 404
    kept = head.get(reverse("frozen_file", args=[*OREBRO, "monthly-report", 1, "html"]) + "?month=7").content.decode()
    assert "§ 91" in kept
    assert read.dossier(*OREBRO).plan.paragraph != "§ 91"


def test_a_reader_may_neither_store_nor_see_the_buttons():
    browser = reader_of("orebro-2019")
    import_plan(plan(), by=operator(), replace=True)
    address = reverse("report_texts", args=[*OREBRO, "monthly-report"])
    assert browser.get(address).status_code == 403
    assert not any("texts/" in link for link in links(browser.get(MONTHLY)))
