"""The data page: what the plan holds, and the plan folder as a download."""

from io import BytesIO

from django.urls import reverse

from styrhus.actions.change_goal import change_goal
from styrhus.actions.operator import operator
from styrhus.dossier.folder import read_folder
from styrhus.dossier.folder.archive import unpack
from styrhus.store import read
from styrhus.store.role import Role
from tests.people import someone
from tests.web.examples import example
from tests.web.reading import links, text

LUND = ["lund", 2023]


def test_each_part_is_counted_with_its_last_change(visit):
    browser = visit("lund-2023", Role.READER)
    nina = someone("nina", first_name="Nina", last_name="Ek")
    nina.is_superuser = True
    nina.save()
    version = read.versions(*LUND, "goals")["trygga-barn"]
    change_goal(*LUND, "trygga-barn", {"strategy": "Ny"}, version=version, by=nina)
    page = browser.get(reverse("data", args=LUND)).context["page"]
    rows = {row.name.msgid: row for row in page.rows}
    assert rows["assignments"].count == 84
    assert rows["tables"].count == len(example("lund-2023").tables)
    assert rows["goals"].change.who == "Nina Ek"
    assert rows["assignments"].change.who == operator().get_full_name()


def test_contradictions_lead_to_the_figures_that_contradict_each_other(visit):
    response = visit("lund-2023", Role.READER).get(reverse("data", args=LUND))
    found = response.context["page"].contradictions
    assert len(found) == len(example("lund-2023").contradictions)
    investment = next(item for item in found if item.note.id == "investering-forandring")
    assert investment.stated.value == 2470
    assert "/lund/2023/figures/table.investering.inventarier.forandring/" in links(response)
    assert "2 470 tkr" in text(response)


def test_the_download_is_the_plan_folder(visit, tmp_path):
    response = visit("lund-2023", Role.READER).get(reverse("data_export", args=LUND))
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="lund-2023.zip"'
    root, problems = unpack(BytesIO(response.content), tmp_path)
    assert not problems
    assert read_folder(root) == (example("lund-2023"), ())


def test_only_a_controller_is_offered_the_import(visit):
    address = reverse("data_import", args=LUND)
    assert address not in links(visit("lund-2023", Role.EDITOR).get(reverse("data", args=LUND)))
    assert address in links(visit("lund-2023", Role.CONTROLLER).get(reverse("data", args=LUND)))
