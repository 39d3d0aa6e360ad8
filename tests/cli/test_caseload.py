"""The command line's imports of cases, and a plan folder whose cases come in and go out with it."""

import shutil

import pytest

from styrhus.caseload import of_folder
from styrhus.dossier.folder import write_folder
from tests.cli.running import EXAMPLES, styrhus
from tests.store.plans import rich_plan

HEAD = "person,group,type,provider,start,end,price,price_unit\n"
ROWS = "p1,Barn,institution,external,2022-01-01,2022-06-01,4500,day\np2,Unga,housing,own,2022-02-01,,900,day\n"


CASES = EXAMPLES / "lund-2023" / "caseload"


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """A data folder with a small plan whose folder has the cases of an example."""
    root = tmp_path_factory.mktemp("board")
    write_folder(rich_plan(), root / "plan")
    shutil.copytree(CASES, root / "plan" / "caseload")
    done = styrhus("import", root / "plan", "--data", root / "data")
    assert done.returncode == 0, done.stderr
    return root / "data"


def file_of(tmp_path, text):
    path = tmp_path / "placements.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plan_folder_comes_in_and_goes_out_with_its_cases(board, tmp_path):
    assert styrhus("export", "lund", 2023, tmp_path / "out", "--data", board).returncode == 0
    told, back = of_folder(CASES.parent).told, of_folder(tmp_path / "out").told
    assert back.streams == told.streams
    assert back.as_of == told.as_of
    for column in ("stream", "start", "end", "price", "monthly"):
        assert getattr(back, column).tolist() == getattr(told, column).tolist()
    assert len(set(zip(back.person.tolist(), told.person.tolist(), strict=True))) == len(set(told.person.tolist()))


def test_faults_in_a_folders_cases_keep_all_of_it_out(tmp_path):
    write_folder(rich_plan(), tmp_path / "plan")
    (tmp_path / "plan/caseload").mkdir()
    (tmp_path / "plan/caseload/placements.csv").write_text(HEAD + ROWS.replace("2022-06-01", "2021-06-01"))
    done = styrhus("import", tmp_path / "plan", "--data", tmp_path / "data")
    assert done.returncode == 1
    assert "caseload/placements.csv, row 2, column end" in done.stderr
    assert not (tmp_path / "data/styrhus.sqlite3").exists()


def test_import_and_undo(board, tmp_path):
    path = file_of(tmp_path, HEAD + ROWS)
    done = styrhus("import-caseload", path, "lund", "--as-of", "2022-06-30", "--data", board)
    assert (done.returncode, done.stdout) == (0, "Imported: 2 rows, 2022-01-01 to 2022-06-30.\n")
    assert "only 2 spells" in done.stderr
    again = styrhus("import-caseload", path, "lund", "--as-of", "2022-06-30", "--data", board)
    assert again.returncode == 0
    assert "still counts" in again.stderr
    assert styrhus("import-caseload", "--undo", "lund", "--data", board).stdout == "Undone: placements.csv.\n"


def test_a_dry_run_needs_no_board_and_no_database(tmp_path):
    done = styrhus("import-caseload", file_of(tmp_path, HEAD + ROWS), "--dry-run", "--as-of", "2022-06-30")
    assert done.returncode == 0
    assert "Barn/institution/external 2022: " in done.stdout


@pytest.mark.parametrize(
    ("rows", "words"),
    [(ROWS.replace("p1", "850709-9805"), "personal numbers"), (ROWS.replace(",900,", ",-900,"), "row 3, column price")],
)
def test_faults_end_it_with_1(tmp_path, rows, words):
    done = styrhus("import-caseload", file_of(tmp_path, HEAD + rows), "--dry-run")
    assert done.returncode == 1
    assert words in done.stderr


def test_wrong_use(board, tmp_path):
    path = file_of(tmp_path, HEAD + ROWS)
    for words in (["nowhere.csv", "lund"], [path], [path, "malmo"], ["--undo"]):
        assert styrhus("import-caseload", *words, "--data", board).returncode == 2


def test_a_mapping_as_it_is_shown_can_be_given(tmp_path):
    path = file_of(tmp_path, "id;kind;start\n1;dog;2022-01-01\n")
    shown = styrhus("import-caseload", path, "--show-mapping")
    assert 'person = "id"' in shown.stdout
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(shown.stdout, encoding="utf-8")
    done = styrhus("import-caseload", path, "--dry-run", "--mapping", mapping)
    assert done.returncode == 0
    assert "dog 2022" in done.stdout


def test_episodes(tmp_path):
    episodes = tmp_path / "episodes.csv"
    episodes.write_text("CHILD,DECOM,PLACE,PLACE_PROVIDER,DEC\n7,15/02/2016,U4,PR1,\n", encoding="utf-8")
    target = tmp_path / "placements.csv"
    done = styrhus("convert-episodes", episodes, "--to", target)
    assert (done.returncode, done.stdout) == (0, f"Written: {target}, 1 placements\n")
    assert target.read_text("utf-8").splitlines()[1] == "p1,,foster_home,own,2016-02-15,,,"
