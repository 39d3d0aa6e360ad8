"""Every fault of a ledger file is told with its row, column, value and what to do, and nothing of it is booked."""

from decimal import Decimal

import pytest

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.mapping import FileKind, Mapping
from styrhus.finance.ledger.staging import stage
from styrhus.values.problem import ProblemsError
from tests.unit.finance.ledger.plain import HEADINGS, MAPPING, mapping, staged, written

ROW = ("A1", "2019-01-31", "2101", "5010", "10,00", "x")


def refused(folder, rows, **changes):
    with pytest.raises(ProblemsError) as caught:
        staged(folder, rows, **changes)
    assert not list((folder / "out").glob("*"))
    return caught.value.problems


def row_with(**cells):
    names = ("voucher", "date", "responsibility", "account", "amount", "text")
    return tuple(cells.get(name, cell) for name, cell in zip(names, ROW, strict=True))


@pytest.mark.parametrize(
    ("cells", "column", "value", "word"),
    [
        ({"amount": "tio"}, "Belopp", "tio", "amount"), ({"amount": "1,005"}, "Belopp", "1,005", "two decimals"),
        ({"amount": ""}, "Belopp", "", "no amount"), ({"date": "2019-02-30"}, "Datum", "2019-02-30", "date"),
        ({"date": "2018-12-31"}, "Datum", "2018-12", "another year"), ({"account": " "}, "Konto", "A1 x 10.00",
        "account"),
    ],
)  # fmt: skip
def test_a_fault_has_its_place(tmp_path, cells, column, value, word):
    (problem,) = refused(tmp_path, [ROW, ROW, row_with(**cells)])
    assert (problem.file, problem.row, problem.column, problem.value) == ("ledger.csv", 4, column, value)
    assert word in str(problem.message)
    assert str(problem.remedy)


def test_a_period_of_another_year_is_refused(tmp_path):
    (problem,) = refused(tmp_path, [row_with(date="201803")], date="", period="Datum")
    assert "another year" in str(problem.message)


def test_fifty_faults_are_told_and_the_others_counted(tmp_path):
    problems = refused(tmp_path, [row_with(amount="x")] * 70)
    assert len(problems) == 51
    assert "20" in str(problems[-1].message)


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.93])
def test_a_file_cut_in_the_middle_is_found(tmp_path, kept):
    path = written(tmp_path, [row_with(text=f"text {number}") for number in range(20_000)])
    content = path.read_bytes()
    cut = content[: content.rindex(b";2101;", 0, int(len(content) * kept)) + 3]
    path.write_bytes(cut)
    with pytest.raises(ProblemsError) as caught:
        stage(path, MAPPING, year=2019, target=tmp_path / "out")
    (problem,) = caught.value.problems
    assert problem.row == cut.count(b"\n") + 1
    assert "cut off" in str(problem.remedy)


def test_a_quotation_mark_without_end_is_found(tmp_path):
    (problem,) = refused(tmp_path, [ROW, 'A1;2019-01-31;2101;5010;10,00;"x'])
    assert "quotation mark" in str(problem.message)


def test_control_totals_of_the_mapping_are_kept(tmp_path):
    problems = refused(tmp_path, [ROW], expected_rows=2, expected_total=Decimal(11))
    assert len(problems) == 2


def test_a_total_without_a_rule_for_it_is_a_fault(tmp_path):
    (problem,) = refused(tmp_path, [ROW, ("Summa", "", "", "", "10,00", "")])
    assert (problem.row, problem.column) == (3, "Konto")


@pytest.mark.parametrize("content", ["", ";".join(HEADINGS) + "\n"])
def test_a_file_without_rows_is_refused(tmp_path, content):
    path = tmp_path / "ledger.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ProblemsError):
        stage(path, MAPPING, year=2019, target=tmp_path / "out")


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path):
    (problem,) = refused(tmp_path, [ROW], amount="Utfall")
    assert "Utfall" in str(problem.message)
    assert "Belopp" in str(problem.remedy)


def test_two_columns_of_one_heading_must_be_named_by_number(tmp_path):
    path = written(tmp_path, [(*ROW, "5")], (*HEADINGS, "Belopp"))
    with pytest.raises(ProblemsError, match="More than one"):
        stage(path, MAPPING, year=2019, target=tmp_path / "out")
    assert stage(path, mapping(amount="#7"), year=2019, target=tmp_path / "out").total == 5


def test_the_sign_is_never_guessed(tmp_path):
    (problem,) = refused(tmp_path, [ROW], sign=None)
    assert "positive amount" in str(problem.message)


def test_a_mapping_must_name_amount_time_and_account(tmp_path):
    problems = refused(tmp_path, [ROW], amount="", date="", codes={Dimension.PROJECT: "Ver"})
    assert len(problems) == 3


def test_a_wrong_encoding_is_told(tmp_path):
    path = written(tmp_path, [row_with(text="å")], encoding="cp1252")
    with pytest.raises(ProblemsError, match="encoding"):
        stage(path, mapping(encoding="utf-8"), year=2019, target=tmp_path / "out")


def test_a_mapping_for_another_kind_of_file_is_refused(tmp_path):
    path = written(tmp_path, [ROW])
    with pytest.raises(ProblemsError, match="kind CSV"):
        stage(path, Mapping(kind=FileKind.SIE), year=2019, target=tmp_path / "out")
