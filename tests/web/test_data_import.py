"""Import in the browser: handed in, looked at, confirmed; and all that can be wrong with a folder."""

import os
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrhus.actions.change_goal import change_goal
from styrhus.actions.operator import operator
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.archive import pack
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.web.forms import archive as form
from tests.web.examples import example
from tests.web.reading import text

LUND = ("lund", 2023)
ADDRESS = "/lund/2023/data/import/"
FEWER = example("lund-2023").assignments[1:]


@pytest.fixture(autouse=True)
def uploads(tmp_path, monkeypatch) -> Path:
    """A data folder for this test alone."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return tmp_path / "uploads"


@pytest.fixture
def controller(visit):
    return visit("lund-2023", Role.CONTROLLER)


def handed_in(browser, content: bytes | Dossier):
    raw = pack(content) if isinstance(content, Dossier) else content
    return browser.post(ADDRESS, {"archive": SimpleUploadedFile("plan.zip", raw)})


def changed(**parts: object) -> Dossier:
    return example("lund-2023").model_copy(update=parts)


def with_file(name: str, content: bytes | None) -> bytes:
    """Lund's folder with one file replaced, or taken away."""
    packed = zipfile.ZipFile(BytesIO(pack(example("lund-2023"))))
    files = {entry: packed.read(entry) for entry in packed.namelist()}
    files[f"lund-2023/{name}"] = content
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for entry, held in files.items():
            if held is not None:
                made.writestr(entry, held)
    return out.getvalue()


def problems(response) -> str:
    assert response.status_code == 422
    assert not response.context["page"].token
    return "\n".join(problem.render("en") for problem in response.context["page"].problems)


def test_a_changed_folder_is_shown_as_what_would_change_and_then_stored(controller, uploads):
    goals = tuple(
        g.model_copy(update={"strategy": "Ny"}) if g.id == "trygga-barn" else g for g in example("lund-2023").goals
    )
    new = changed(goals=goals, assignments=FEWER)
    response = handed_in(controller, new)
    page = response.context["page"]
    assert response.status_code == 200
    assert {part.name for part in page.parts} == {"mål", "uppdrag"}
    assert "Öppna två nya familjecentraler" in text(response)
    assert read.dossier(*LUND) == example("lund-2023")
    done = controller.post(ADDRESS, {"token": page.token}, follow=True)
    assert done.redirect_chain == [("/lund/2023/data/", 302)]
    assert read.dossier(*LUND) == new
    assert list(uploads.glob("*.zip")) == []


def test_a_cancelled_import_leaves_nothing(controller, uploads):
    page = handed_in(controller, changed(assignments=FEWER)).context["page"]
    assert controller.post(ADDRESS, {"token": page.token, "cancel": "1"}).url == "/lund/2023/data/"
    assert read.dossier(*LUND) == example("lund-2023")
    assert list(uploads.glob("*.zip")) == []
    assert controller.post(ADDRESS, {"token": page.token}).status_code == 422


def test_the_same_folder_has_nothing_to_import(controller):
    response = handed_in(controller, example("lund-2023"))
    assert response.context["page"].is_same
    assert b'name="token"' not in response.content


def test_a_plan_changed_meanwhile_is_shown_again_and_not_overwritten(controller):
    page = handed_in(controller, changed(assignments=FEWER)).context["page"]
    version = read.versions(*LUND, "goals")["trygga-barn"]
    change_goal(*LUND, "trygga-barn", {"strategy": "Under tiden"}, version=version, by=operator())
    response = controller.post(ADDRESS, {"token": page.token})
    assert response.status_code == 409
    again = response.context["page"]
    assert again.outdated
    assert len(again.parts) == 2
    assert read.dossier(*LUND).goal_by_id["trygga-barn"].strategy == "Under tiden"
    assert controller.post(ADDRESS, {"token": again.token}).status_code == 302
    assert read.dossier(*LUND).assignments == FEWER


def test_another_year_of_the_board_is_created(controller):
    next_year = changed(plan=example("lund-2023").plan.model_copy(update={"year": 2024}))
    page = handed_in(controller, next_year).context["page"]
    assert page.is_new
    assert controller.post(ADDRESS, {"token": page.token}).url == "/lund/2024/data/"
    assert read.dossier("lund", 2024) == next_year
    assert read.dossier(*LUND) == example("lund-2023")


def test_a_folder_of_another_board_is_refused(controller):
    board = example("lund-2023").board.model_copy(update={"id": "malmo"})
    assert "malmo" in problems(handed_in(controller, changed(board=board)))
    assert [held.board.id for held in read.boards()] == ["lund"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("outcomes.csv", b"indicator;period;value\ndagar-till-bostad;2020;5.4\n", "outcomes.csv, row 2, column value"),
        ("outcomes.csv", b"indicator;period;value\ndagar-till-bostad;2020;m\xe5nga\n", "cp1252"),
        ("targets.csv", b"indicator;year;kind\nfinns-inte;2023;follow\n", "targets.csv, row 2, column indicator"),
        ("goals.toml", b'[[goal]]\nid = "a"\nlevel = "utvecklingsmal"\nname = "A"\n', "goals.toml"),
        ("goals.toml", b"[[goal\n", "goals.toml"),
        ("plan.toml", None, "plan.toml"),
        ("text/010-sammanfattning.md", b'+++\ntitle = "T"\npart = "summary"\n+++\n{{ grant.1900 }}\n', "grant.1900"),
        ("mal.toml", b"", "mal.toml"),
    ],
)  # fmt: skip
def test_a_broken_folder_is_told_with_place_and_stores_nothing(controller, uploads, name, content, told):
    assert told in problems(handed_in(controller, with_file(name, content)))
    assert read.dossier(*LUND) == example("lund-2023")
    assert list(uploads.glob("*.zip")) == []


@pytest.mark.parametrize("raw", [b"", b"inget arkiv"])
def test_a_file_that_is_no_archive_is_told(controller, raw):
    assert "zip" in problems(handed_in(controller, raw))


def test_a_path_out_of_the_folder_is_told_and_nothing_is_written(controller, tmp_path):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("../../ute.txt", "x")
    assert "outside the folder" in problems(handed_in(controller, out.getvalue()))
    assert not list(tmp_path.rglob("ute.txt"))


def test_a_file_that_is_too_large_is_refused_at_the_field(controller, uploads, monkeypatch):
    monkeypatch.setattr(form, "LARGEST_ARCHIVE", 1024)
    response = handed_in(controller, example("lund-2023"))
    assert response.status_code == 422
    assert response.context["page"].form.errors["archive"]
    assert not uploads.exists()


def test_no_file_at_all_is_told_at_the_field(controller):
    response = controller.post(ADDRESS, {})
    assert response.status_code == 422
    assert response.context["page"].form.errors["archive"]


def test_the_token_of_somebody_else_is_nothing(controller, visit):
    page = handed_in(controller, changed(assignments=FEWER)).context["page"]
    other = visit("lund-2023", Role.HEAD)
    assert other.post(ADDRESS, {"token": page.token}).status_code == 422
    assert other.post(ADDRESS, {"token": "../../secret_key"}).status_code == 422
    assert read.dossier(*LUND) == example("lund-2023")


def test_an_upload_nobody_confirmed_is_cleared_away_the_next_day(controller, visit, uploads):
    handed_in(controller, changed(assignments=FEWER))
    (kept,) = uploads.glob("*.zip")
    yesterday = time.time() - 25 * 60 * 60
    os.utime(kept, (yesterday, yesterday))
    handed_in(visit("lund-2023", Role.HEAD), changed(assignments=FEWER))
    assert not kept.exists()


def test_an_editor_may_not_import(visit):
    assert visit("lund-2023", Role.EDITOR).get(reverse("data_import", args=LUND)).status_code == 403
