"""Bad input to the plan folder: every fault is told with its place and remedy, and nothing comes of it."""

import shutil
from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.dossier.folder.layout import LARGEST_FILE
from styrhus.values.problem import Problem

LUND = Path(__file__).parents[3] / "examples" / "lund-2023"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(LUND, tmp_path / "plan"))


def only_problem(folder: Path) -> Problem:
    """The one problem of a folder that must not load."""
    dossier, problems = read_folder(folder)
    assert dossier is None
    assert len(problems) == 1, [problem.render("en") for problem in problems]
    for language in ("sv", "en"):
        assert problems[0].remedy.render(language)
    return problems[0]


def replace(path: Path, old: str, new: str) -> int:
    """Replace the first occurrence and give its row."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_an_empty_folder(tmp_path):
    assert "plan.toml" in only_problem(tmp_path).render("en")


def test_a_folder_that_does_not_exist(tmp_path):
    assert "plan.toml" in only_problem(tmp_path / "nowhere").render("en")


def test_a_broken_csv(folder):
    with (folder / "facts.csv").open("a", encoding="utf-8") as file:
        file.write('trasig;"aldrig stängd;1;tkr\n')
    assert only_problem(folder).file == "facts.csv"


def test_a_row_with_a_cell_too_many(folder):
    path = folder / "budget" / "kommunbidrag-per-omrade.csv"
    row = path.read_text(encoding="utf-8").count("\n") + 1
    with path.open("a", encoding="utf-8") as file:
        file.write("extra;Extra;1;2;3;4;5;6;7;8;9\n")
    problem = only_problem(folder)
    assert (problem.file, problem.row) == ("budget/kommunbidrag-per-omrade.csv", row)
    assert "11" in problem.message.render("en")


def test_windows_encoding_in_a_utf8_file(folder):
    path = folder / "assignments.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252", "replace"))
    problem = only_problem(folder)
    assert problem.file == "assignments.csv"
    assert problem.row is not None
    assert "UTF-8" in problem.render("en")
    assert any(letter in problem.value for letter in "åäöÅÄÖ")


def test_a_byte_order_mark_is_welcome(folder):
    path = folder / "assignments.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_folder(folder) == read_folder(LUND)


def test_a_decimal_point_in_a_comma_file(folder):
    path = folder / "budget" / "kommunbidrag-per-omrade.csv"
    row = replace(path, "712524", "712.524")
    problem = only_problem(folder)
    assert (problem.row, problem.column, problem.value) == (row, "budget-2023", "712.524")
    assert "comma" in problem.remedy.render("en")


def test_a_sum_given_as_text(folder):
    path = folder / "budget" / "kommunbidrag-per-omrade.csv"
    row = replace(path, "712524", "drygt 700 mnkr")
    problem = only_problem(folder)
    assert (problem.row, problem.column, problem.value) == (row, "budget-2023", "drygt 700 mnkr")


def test_a_number_with_group_spaces(folder):
    replace(folder / "budget" / "kommunbidrag-per-omrade.csv", "712524", "712 524")
    assert "712524" in only_problem(folder).remedy.render("en")


def test_a_target_that_is_no_number(folder):
    path = folder / "targets.csv"
    header, first, *rest = path.read_text(encoding="utf-8").splitlines()
    cells = first.split(";")
    cells[header.split(";").index("value")] = "många"
    path.write_text("\n".join([header, ";".join(cells), *rest]) + "\n", encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.column, problem.value) == ("targets.csv", 2, "value", "många")


def test_an_unknown_word_for_a_target_kind(folder):
    path = folder / "targets.csv"
    replace(path, "at_least", "minst")
    problem = only_problem(folder)
    assert problem.column == "kind"
    assert "at_least" in problem.remedy.render("en")


def test_an_unknown_unit(folder):
    path = folder / "indicators.toml"
    replace(path, 'unit = "days"', 'unit = "dagar"')
    problem = only_problem(folder)
    assert problem.file.startswith("indicators.toml")
    assert (problem.column, problem.value) == ("unit", "dagar")
    assert "days" in problem.remedy.render("en")


def test_an_unknown_organisation_unit_gets_near_matches(folder):
    with (folder / "organisation.csv").open("a", encoding="utf-8") as file:
        header = (folder / "organisation.csv").read_text(encoding="utf-8").splitlines()[0].split(";")
        values = {"id": "ny-enhet", "name": "Ny enhet", "kind": "unit", "parent": "vuxn"}
        file.write(";".join(values.get(name, "") for name in header) + "\n")
    problem = only_problem(folder)
    assert (problem.file, problem.column, problem.value) == ("organisation.csv", "parent", "vuxn")
    assert "vuxen" in problem.remedy.render("en")


def test_a_goal_without_parent(folder):
    path = folder / "goals.toml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("parents"))
    path.write_text(text.replace(line + "\n", "", 1), encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.file, problem.column) == ("goals.toml", "parents")


def test_a_cycle_of_units(folder):
    with (folder / "organisation.csv").open("a", encoding="utf-8") as file:
        header = (folder / "organisation.csv").read_text(encoding="utf-8").splitlines()[0].split(";")
        for own, parent in (("ring-a", "ring-b"), ("ring-b", "ring-a")):
            values = {"id": own, "name": own, "kind": "unit", "parent": parent}
            file.write(";".join(values.get(name, "") for name in header) + "\n")
    dossier, problems = read_folder(folder)
    assert dossier is None
    assert {problem.value for problem in problems} == {"ring-a", "ring-b"}


def test_a_cycle_of_goals(tmp_path):
    (tmp_path / "plan.toml").write_text(
        'format = 1\n[board]\nid = "b"\nmunicipality = "B"\nname = "N"\n'
        '[plan]\nyear = 2023\nkind = "board-plan"\ntitle = "T"\nstatus = "proposal"\n'
        '[[steering.levels]]\nid = "mal"\nname = "Mål"\nplural = "Mål"\n',
        encoding="utf-8",
    )
    goal = '[[goal]]\nid = "{0}"\nlevel = "mal"\nname = "{0}"\nparents = ["{1}"]\n'
    (tmp_path / "goals.toml").write_text(goal.format("a", "b") + goal.format("b", "a"), encoding="utf-8")
    dossier, problems = read_folder(tmp_path)
    assert dossier is None
    assert any("comes back" in problem.render("en") and problem.value == "a" for problem in problems)


def test_a_duplicate_id(folder):
    path = folder / "goals.toml"
    text = path.read_text(encoding="utf-8")
    first = text[: text.index("[[goal]]", 5)]
    path.write_text(text + "\n" + first, encoding="utf-8")
    problem = only_problem(folder)
    assert problem.column == "id"
    assert "twice" in problem.render("en")


def test_two_outcomes_of_one_period(folder):
    path = folder / "outcomes.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[-1]]) + "\n", encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.file, problem.row) == ("outcomes.csv", len(lines) + 1)


def test_a_file_of_200_megabytes_is_never_read(folder, monkeypatch):
    with (folder / "outcomes.csv").open("r+b") as file:
        file.truncate(200 * 1024 * 1024)
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        assert path.stat().st_size <= LARGEST_FILE
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    dossier, problems = read_folder(folder)
    assert dossier is None
    assert "200 MB" in problems[0].render("en")


def test_a_misspelt_file_is_told(folder):
    (folder / "outcomes.csv").rename(folder / "outcome.csv")
    dossier, problems = read_folder(folder)
    assert dossier is None
    assert "outcomes.csv" in problems[0].remedy.render("en")


def test_an_unknown_field_gets_near_matches(folder):
    replace(folder / "goals.toml", "level =", "levl =")
    dossier, problems = read_folder(folder)
    assert dossier is None
    told = {problem.column: problem for problem in problems}
    assert "level" in told["levl"].remedy.render("en")
    assert "level" in told


def test_broken_toml_names_the_line(folder):
    replace(folder / "goals.toml", "[[goal]]", "[[goal]")
    problem = only_problem(folder)
    assert "line" in problem.render("en")


def test_a_table_without_its_file(folder):
    (folder / "budget" / "kommunbidrag-per-omrade.csv").unlink()
    assert only_problem(folder).file == "budget/kommunbidrag-per-omrade.csv"


def test_a_missing_column_of_a_table(folder):
    replace(folder / "budget" / "kommunbidrag-per-omrade.csv", "budget-2023", "budget-2032")
    dossier, problems = read_folder(folder)
    assert dossier is None
    assert {problem.column for problem in problems} == {"budget-2023", "budget-2032"}


def test_all_faults_are_told_at_once(folder):
    replace(folder / "budget" / "kommunbidrag-per-omrade.csv", "712524", "712.524")
    replace(folder / "targets.csv", "at_least", "minst")
    (folder / "egen.txt").write_text("?")
    assert len(read_folder(folder)[1]) == 3


def test_an_id_that_an_address_needs(folder):
    path = folder / "facts.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    own = lines[1].split(";")[0]
    path.write_text(
        "\n".join([lines[0], lines[1].replace(own, "new", 1), *lines[2:], lines[1]]) + "\n", encoding="utf-8"
    )
    problem = only_problem(folder)
    assert (problem.file, problem.row, problem.column, problem.value) == ("facts.csv", 2, "id", "new")
