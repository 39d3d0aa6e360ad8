"""The savings in the browser: the account in words, measures with their forms, and effects typed or pasted."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from styrhus.dossier.savings import savings_year
from styrhus.finance.savings.saving import SavingStatus
from styrhus.store import read
from styrhus.store.role import Role
from tests.web.reading import links, messages, text

PLACE = ("orebro", 2019)
MEASURE = (*PLACE, "hvb-lss")


def plain(response):
    """The words of a page with no space before the sign that ends them."""
    return re.sub(r" ([.,;:)])", r"\1", text(response))


def form_of(response):
    """What the browser would send back from the form as it stands."""
    form = response.context["page"].form
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def stored():
    return read.dossier(*PLACE)


def measure(key="hvb-lss"):
    return next((saving for saving in stored().savings if saving.id == key), None)


def cells(response):
    """The effects' form as the browser would send it."""
    page = response.context["page"]
    return {"version": page.version, **{cell.name: cell.text for line in page.grid.lines for cell in line.cells}}


@pytest.fixture
def controller(visit):
    return visit("orebro-2019", Role.CONTROLLER)


def test_the_account_says_in_a_sentence_where_the_year_stands(controller):
    shown = plain(controller.get(reverse("savings", args=PLACE)))
    assert "Av kravet på 3,6 mnkr är 4,0 mnkr identifierat och 2,1 mnkr realiserat till och med augusti" in shown
    assert "gapet är 0,2 mnkr." in shown
    assert "påhittad" in shown
    assert reverse("saving", args=MEASURE) in links(controller.get(reverse("savings", args=PLACE)))


def test_the_month_is_chosen_and_nonsense_is_the_latest(controller):
    before = controller.get(reverse("savings", args=PLACE), {"month": "0"})
    assert "kravet överträffas med 0,4 mnkr" in plain(before)
    for wish in ("13", "maj", "-1", "99999999999"):
        assert "till och med augusti" in text(controller.get(reverse("savings", args=PLACE), {"month": wish}))


def test_every_figure_of_the_page_has_a_page_of_its_own(controller):
    found = [link for link in links(controller.get(reverse("savings", args=PLACE))) if "/figures/" in link]
    assert len(found) > 20
    for link in {*found[:4], *found[-4:]}:
        assert controller.get(link).status_code == 200


def test_a_board_without_savings_says_how_they_come(visit):
    page = visit("helsingborg-2015", Role.READER).get(reverse("savings", args=["helsingborg", 2015]))
    assert "Det finns inga effektiviseringar" in text(page)


def test_a_measure_is_added_changed_and_removed(controller):
    opened = controller.get(reverse("saving_new", args=PLACE))
    data = {**form_of(opened), "name": "Egna familjehem", "full_year_effect": "480 000", "start_month": "7"}
    made = controller.post(reverse("saving_new", args=PLACE), data)
    assert made.url == reverse("saving", args=[*PLACE, "egna-familjehem"])
    assert savings_year(stored()).effect(measure("egna-familjehem")).this_year == 240_000
    assert measure("egna-familjehem").requirement == "effektiviseringskrav-2019"
    edit = reverse("saving_edit", args=[*PLACE, "egna-familjehem"])
    data = {**form_of(controller.get(edit)), "status": "idea", "end_year": "2020", "end_month": "6"}
    assert messages(controller.post(edit, data, follow=True))
    assert (measure("egna-familjehem").status, measure("egna-familjehem").end_month) == (SavingStatus.IDEA, 6)
    remove = reverse("saving_remove", args=[*PLACE, "egna-familjehem"])
    assert controller.post(remove, form_of(controller.get(remove))).url == reverse("savings", args=PLACE)
    assert measure("egna-familjehem") is None


def test_saving_a_measure_without_a_change_changes_nothing(controller):
    before = stored()
    for saving in before.savings:
        edit = reverse("saving_edit", args=[*PLACE, saving.id])
        assert controller.post(edit, form_of(controller.get(edit))).status_code == 302
    assert stored() == before


def test_what_a_measure_lacks_is_said_at_the_field(controller):
    edit = reverse("saving_edit", args=MEASURE)
    data = {**form_of(controller.get(edit)), "measured_by": "ledger", "full_year_effect": "12.5"}
    answer = controller.post(edit, data)
    assert answer.status_code == 422
    assert set(answer.context["page"].form.errors) == {"full_year_effect"}
    answer = controller.post(edit, {**data, "full_year_effect": "1300000"})
    assert set(answer.context["page"].form.errors) == {"baseline"}
    assert measure().measured_by == "stated"


def test_two_who_change_one_measure_are_told(visit, controller):
    edit = reverse("saving_edit", args=MEASURE)
    mine, theirs = form_of(controller.get(edit)), form_of(controller.get(edit))
    visit("orebro-2019", Role.HEAD).post(edit, {**theirs, "owner": "Områdeschefen"})
    answer = controller.post(edit, {**mine, "status": "paused"})
    assert answer.status_code == 409
    assert measure().owner == "Områdeschefen"


def test_a_requirement_is_added_and_one_with_measures_stays(controller):
    new = reverse("requirement_new", args=PLACE)
    data = {**form_of(controller.get(new)), "name": "Tilläggskrav", "amount": "1000000", "first_month": "7"}
    assert controller.post(new, data).status_code == 302
    assert savings_year(stored()).account.whole.required == 4_628_000
    remove = reverse("requirement_remove", args=[*PLACE, "effektiviseringskrav-2019"])
    assert controller.post(remove, form_of(controller.get(remove))).status_code == 422
    edit = reverse("requirement_edit", args=[*PLACE, "tillaggskrav"])
    assert reverse("requirement_remove", args=[*PLACE, "tillaggskrav"]) in links(controller.get(edit))
    assert controller.post(edit, {**form_of(controller.get(edit)), "amount": "-5"}).status_code == 422


def test_effects_are_stated_with_their_evidence_and_others_are_left_alone(controller):
    address = reverse("saving_effects", args=[*PLACE, "optimal-placering"])
    data = cells(controller.get(address)) | {"cell-8-0": "90 000,50", "evidence": "Färre dygn"}
    assert controller.post(address, data).url == reverse("saving", args=[*PLACE, "optimal-placering"])
    held = {e.month: e for e in stored().saving_effects if (e.saving, e.planned) == ("optimal-placering", False)}
    assert (held[9].amount, held[9].evidence, held[9].synthetic) == (Decimal("90000.50"), "Färre dygn", False)
    assert (held[8].amount, held[8].synthetic) == (85_000, True)
    assert "Färre dygn" in text(controller.get(reverse("saving", args=[*PLACE, "optimal-placering"])))


def test_a_pasted_column_fills_the_months_and_is_not_saved_before_it_is_seen(controller):
    address = reverse("saving_effects", args=MEASURE)
    data = cells(controller.get(address)) | {"pasted": "1000\n2 000\n\n".replace("\n\n", "\n"), "fill": "1"}
    answer = controller.post(address, data)
    assert [cells(answer)[f"cell-{row}-0"] for row in (0, 1, 2)] == ["1000", "2 000", ""]
    assert not [e for e in stored().saving_effects if e.saving == "hvb-lss" and not e.planned]
    assert controller.post(address, cells(answer)).status_code == 302
    assert savings_year(stored()).given(measure())[1].amount == 2000


def test_planned_months_replace_the_ramp_and_need_the_right_role(visit, controller):
    address = reverse("saving_effects", args=MEASURE)
    opened = controller.get(address, {"what": "planned"})
    assert opened.context["page"].what == "planned"
    data = cells(opened) | {f"cell-{row}-0": "" for row in range(12)} | {"cell-11-0": "50000"}
    assert controller.post(f"{address}?what=planned", data).status_code == 302
    assert savings_year(stored()).plan(measure())[10:] == (Decimal("108333.34"), Decimal(50_000))
    reporter = visit("orebro-2019", Role.REPORTER, unit="ungdom-och-familj")
    assert reporter.get(address, {"what": "planned"}).context["page"].what == "stated"


def test_a_wrong_number_is_told_at_its_month(controller):
    address = reverse("saving_effects", args=MEASURE)
    answer = controller.post(address, cells(controller.get(address)) | {"cell-3-0": "mycket"})
    assert answer.status_code == 422
    assert list(answer.context["page"].grid.errors) == [("4", "amount")]


def test_the_second_of_two_who_state_effects_sees_both(visit, controller):
    address = reverse("saving_effects", args=MEASURE)
    mine = cells(controller.get(address))
    reporter = visit("orebro-2019", Role.REPORTER, unit="ungdom-och-familj")
    reporter.post(address, mine | {"cell-0-0": "100"})
    answer = controller.post(address, mine | {"cell-0-0": "200"})
    assert answer.status_code == 409
    assert answer.context["page"].grid.stored == {("1", "amount"): "100"}
    assert controller.post(address, cells(answer)).status_code == 302
    assert savings_year(stored()).given(measure())[0].amount == 200


def test_a_reporter_states_for_the_own_unit_only(visit):
    reporter = visit("orebro-2019", Role.REPORTER, unit="vuxna")
    assert reporter.get(reverse("saving_effects", args=[*PLACE, "optimal-placering"])).status_code == 200
    assert reporter.get(reverse("saving_effects", args=MEASURE)).status_code == 403
    assert reverse("saving_effects", args=MEASURE) not in links(reporter.get(reverse("saving", args=MEASURE)))
    assert reporter.get(reverse("saving", args=[*PLACE, "saknas"])).status_code == 404


def test_measures_and_requests_are_found_by_their_words(controller, visit):
    found = controller.get(reverse("search", args=PLACE), {"q": "funktionsstöd"})
    assert reverse("saving", args=MEASURE) in links(found)
    asking = visit("eskilstuna-2019", Role.READER)
    found = asking.get(reverse("search", args=["eskilstuna", 2019]), {"q": "barnförhör"})
    assert reverse("funding_request", args=["eskilstuna", 2019, "krisstod-barnahus"]) in links(found)


def test_the_history_calls_a_measure_by_its_name(controller):
    address = reverse("saving_effects", args=MEASURE)
    controller.post(address, cells(controller.get(address)) | {"cell-0-0": "100"})
    assert "HVB personkrets LSS" in text(controller.get(reverse("history", args=PLACE)))
