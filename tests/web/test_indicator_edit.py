"""Editing indicators: fields, life log, status set by hand, new and removed ones."""

from django.urls import reverse

from styrhus.plan.indicator import LifeEvent
from styrhus.plan.status_word import StatusWord
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.web.pages.goals.uses import sections_naming
from tests.web.reading import text
from tests.web.test_goal_edit import form_of, opened

LUND = ("lund", 2023)
PLACE = (*LUND, "dagar-till-bostad")


def dossier():
    return read.dossier(*LUND)


def indicator(key="dagar-till-bostad"):
    return dossier().indicator_by_id.get(key)


def test_a_saved_indicator(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = opened(browser, "indicator_edit", PLACE) | {"name": "Dagar till egen bostad", "decimals": ""}
    assert browser.post(reverse("indicator_edit", args=PLACE), data).status_code == 302
    assert indicator().name == "Dagar till egen bostad"
    assert indicator().decimals is None
    assert indicator().definition.startswith("Tid till bostad")


def test_saving_without_a_change_changes_nothing(visit):
    browser = visit("orebro-2019", Role.EDITOR)
    before = read.dossier("orebro", 2019)
    for key in ("anstallningstrygghet", "arbetsmangd-oppenvard", "ramavvikelse"):
        place = ("orebro", 2019, key)
        response = browser.post(reverse("indicator_edit", args=place), opened(browser, "indicator_edit", place))
        assert response.status_code == 302
    assert read.dossier("orebro", 2019) == before


def test_a_redefinition_asks_for_the_reason_and_writes_the_life_log(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = opened(browser, "indicator_edit", PLACE) | {"definition": "Median i stället för medelvärde"}
    refused = browser.post(reverse("indicator_edit", args=PLACE), data)
    assert refused.status_code == 422
    assert refused.context["page"].form.errors["reason"]
    assert (
        browser.post(reverse("indicator_edit", args=PLACE), data | {"reason": "Enstaka ärenden drog upp"}).status_code
        == 302
    )
    entry = dossier().life_log[-1]
    assert (entry.indicator, entry.event, entry.reason) == (
        "dagar-till-bostad", LifeEvent.REDEFINED, "Enstaka ärenden drog upp",
    )  # fmt: skip


def test_two_editors_of_one_indicator(visit):
    browser, other = visit("lund-2023", Role.EDITOR), visit("lund-2023", Role.CONTROLLER)
    mine, theirs = opened(browser, "indicator_edit", PLACE), opened(other, "indicator_edit", PLACE)
    other.post(reverse("indicator_edit", args=PLACE), theirs | {"name": "Deras namn"})
    refused = browser.post(reverse("indicator_edit", args=PLACE), mine | {"name": "Mitt namn"})
    assert refused.status_code == 409
    assert [(d.stored, d.yours) for d in refused.context["page"].differences] == [("Deras namn", "Mitt namn")]
    assert indicator().name == "Deras namn"
    assert form_of(refused)["name"] == "Mitt namn"


def test_a_new_indicator_goes_on_to_its_values_and_stands_in_the_life_log(visit):
    browser = visit("lund-2023", Role.EDITOR)
    place = (*LUND, "trygga-barn")
    data = opened(browser, "indicator_new", place) | {"name": "Öppna insatser", "direction": "up", "reason": "Saknades"}
    response = browser.post(reverse("indicator_new", args=place), data)
    assert response.url == reverse("indicator_values", args=(*LUND, "oppna-insatser"))
    assert indicator("oppna-insatser").goal == "trygga-barn"
    entry = dossier().life_log[-1]
    assert (entry.indicator, entry.event, entry.reason) == ("oppna-insatser", LifeEvent.NEW, "Saknades")


def test_a_removed_indicator_leaves_name_and_reason_in_the_life_log(visit):
    browser = visit("lund-2023", Role.EDITOR)
    place = (*LUND, "hederssamordnare-konsultativt")
    address = reverse("indicator_remove", args=place)
    refused = browser.post(address, opened(browser, "indicator_remove", place))
    assert refused.status_code == 422
    assert indicator("hederssamordnare-konsultativt") is not None
    response = browser.post(address, form_of(refused) | {"reason": "Mäts av regionen"}, follow=True)
    assert response.redirect_chain[0][0] == "/lund/2023/goals/fritt-fran-vald/"
    assert indicator("hederssamordnare-konsultativt") is None
    assert not dossier().outcomes_of("hederssamordnare-konsultativt")
    assert "Mäts av regionen" in text(browser.get(reverse("goals", args=LUND)))


def test_an_indicator_that_a_text_names_cannot_be_removed_and_the_page_says_which(visit):
    browser = visit("lund-2023", Role.EDITOR)
    (section,) = sections_naming(dossier(), indicator())
    asked = browser.get(reverse("indicator_remove", args=PLACE))
    assert section.title in text(asked)
    response = browser.post(reverse("indicator_remove", args=PLACE), form_of(asked) | {"reason": "Mäts inte"})
    assert response.status_code == 422
    assert response.context["page"].form.errors
    assert indicator() is not None


def test_a_status_set_by_hand_and_taken_away(visit):
    browser = visit("lund-2023", Role.HEAD)
    address = reverse("indicator_status", args=PLACE)
    refused = browser.post(address, {"status": "partly", "reason": "", "version": "0"})
    assert refused.status_code == 422
    assert refused.context["page"].form.errors["reason"]
    assert browser.post(address, {"status": "partly", "reason": "Nytt boende", "version": "0"}).status_code == 302
    (override,) = dossier().overrides
    assert (override.status, override.reason, override.year) == (StatusWord.PARTLY, "Nytt boende", 2023)
    shown = browser.get(address)
    assert "Nytt boende" in text(shown)
    version = shown.context["page"].form["version"].value()
    assert browser.post(address, {"clear": "1", "version": version}).status_code == 302
    assert dossier().overrides == ()


def test_two_who_set_the_status_at_once(visit):
    browser = visit("lund-2023", Role.HEAD)
    other = visit("lund-2023", Role.ADMINISTRATOR)
    address = reverse("indicator_status", args=PLACE)
    other.post(address, {"status": "reached", "reason": "Klart", "version": "0"})
    refused = browser.post(address, {"status": "partly", "reason": "Inte än", "version": "0"})
    assert refused.status_code == 409
    assert refused.context["page"].conflict.who == "administrator"
    assert dossier().overrides[0].status is StatusWord.REACHED
    assert form_of(refused)["reason"] == "Inte än"
