"""`styrhus import`, `export`, `user` and `document BOARD/YEAR` on a data folder of their own."""

import shutil

import pytest

from styrhus.dossier.folder import read_folder
from tests.cli.running import EXAMPLES, LUND, styrhus


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder that holds Lund 2023."""
    folder = tmp_path_factory.mktemp("data") / "styrhus"
    found = styrhus("import", LUND, "--data", folder)
    assert (found.returncode, found.stdout) == (0, "Imported: lund/2023\n"), found.stderr
    return folder


def test_the_data_folder_is_its_owners_alone(data):
    assert data.stat().st_mode & 0o077 == 0
    assert (data / "secret_key").stat().st_mode & 0o177 == 0


def test_what_is_exported_is_the_plan_that_was_imported(data, tmp_path):
    found = styrhus("export", "lund", 2023, tmp_path / "out", "--data", data)
    assert found.returncode == 0, found.stderr
    assert read_folder(tmp_path / "out") == read_folder(LUND)


def test_a_folder_with_something_in_it_is_not_written_into(data, tmp_path):
    (tmp_path / "mine").write_text("mine")
    found = styrhus("export", "lund", 2023, tmp_path, "--data", data)
    assert found.returncode == 2
    assert "is not empty" in found.stderr


def test_a_plan_that_is_there_is_only_replaced_when_that_is_said(data):
    refused = styrhus("import", LUND, "--data", data)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert styrhus("import", LUND, "--replace", "--data", data).returncode == 0


def test_a_folder_with_problems_leaves_the_database_as_it_was(data, tmp_path):
    broken = shutil.copytree(EXAMPLES / "lund-2020", tmp_path / "plan")
    (broken / "frames.csv").write_text("year;amount;unit\n2020;mycket;tkr\n")
    found = styrhus("import", broken, "--data", data)
    assert found.returncode == 1
    assert found.stderr.startswith("frames.csv, row 2, column amount: ")
    assert styrhus("export", "lund", 2020, tmp_path / "out", "--data", data).returncode == 2


def test_a_document_of_the_database(data, tmp_path):
    target = tmp_path / "plan.html"
    assert styrhus("document", "board-plan", "lund/2023", "--to", target, "--data", data).returncode == 0
    assert "712 524" in target.read_text().replace("\u00a0", " ")
    missing = styrhus("document", "board-plan", "lund/2031", "--to", target, "--data", data)
    assert missing.returncode == 2
    assert "there are: lund/2023" in missing.stderr


def test_the_first_user_and_a_way_back_in(data):
    made = styrhus("user", "anna", "--board", "lund", "--password-stdin", "--data", data, stdin="långt nog lösen\n")
    assert (made.returncode, made.stdout) == (0, "anna can log in.\n"), made.stderr
    again = styrhus("user", "anna", "--board", "lund", "--role", "editor", "--password-stdin", "--data", data,
                    stdin="ett annat lösen\n")  # fmt: skip
    assert again.returncode == 0, again.stderr


def test_a_weak_password_and_an_unknown_board_are_refused(data):
    weak = styrhus("user", "bo", "--board", "lund", "--password-stdin", "--data", data, stdin="123\n")
    assert weak.returncode == 1
    unknown = styrhus("user", "bo", "--board", "malmo", "--password-stdin", "--data", data, stdin="långt nog lösen\n")
    assert unknown.returncode == 2
    assert "there are: lund" in unknown.stderr


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    found = styrhus("import", LUND, "--data", tmp_path / "file" / "data")
    assert found.returncode == 2
    assert "cannot be used" in found.stderr
    assert "Traceback" not in found.stderr
