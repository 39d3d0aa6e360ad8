"""SIE files: vouchers and month balances are booked once; damaged, unbalanced and foreign files are refused."""

from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.inspect import inspect
from styrhus.finance.ledger.mapping import FileKind, Mapping
from styrhus.finance.ledger.query import code_balances, rows
from styrhus.finance.ledger.sie.tokens import fields
from styrhus.finance.ledger.staging import stage
from styrhus.values.problem import ProblemsError

CASES = Path(__file__).resolve().parents[3] / "cases" / "ledger"
SHARED = Path(__file__).resolve().parents[5] / "shared" / "data" / "sie"
SIE = Mapping(kind=FileKind.SIE)
HEAD = """\
#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#ORGNR 212000-1967
#FNAMN "Provköpings kommun"
#RAR 0 20190101 20191231
#KONTO 5010 "Löner"
#DIM 1 "Ansvar"
#OBJEKT 1 "2101" "Mottagning"
"""
VOUCHER = """\
#VER A 1 20190131 "Löner \\"januari\\"" 20190205
{
   #TRANS 5010 {1 "2101" 6 "P1" 20 "x"} 100.50
\t#TRANS\t1930\t{}\t-100.50\t20190201\t"Utbetalt"
   #BTRANS 5020 {} 7.00
   #RTRANS 5030 {} 8.00
   #OKÄND 1 2 3
}
"""


def written(folder, text, encoding="cp437"):
    path = folder / "ledger.se"
    path.write_bytes(text.encode(encoding))
    return path


def read(folder, text, *, encoding="cp437", mapping=SIE, year=2019):
    return stage(written(folder, text, encoding), mapping, year=year, target=folder / "out")


def refused(folder, text, year=2019):
    with pytest.raises(ProblemsError) as caught:
        read(folder, text, year=year)
    return caught.value.problems


def booked(result):
    return rows([month.path for month in result.months]).rows


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "utf-8", "utf-8-sig"])
def test_a_voucher_becomes_rows(tmp_path, encoding):
    result = read(tmp_path, HEAD + VOUCHER, encoding=encoding)
    cost, paid = sorted(booked(result), key=lambda row: row.line)
    assert (cost.voucher, cost.account, cost.responsibility, cost.project) == ("A1", "5010", "2101", "P1")
    assert (cost.amount, cost.text, cost.line) == (Decimal("100.50"), 'Löner "januari"', 12)
    assert (paid.text, paid.date.isoformat(), paid.month) == ("Utbetalt", "2019-02-01", 1)
    assert (result.organisation_number, result.organisation_name) == ("212000-1967", "Provköpings kommun")
    assert {(each.dimension, each.code, each.name) for each in result.names} == {
        (Dimension.ACCOUNT, "5010", "Löner"), (Dimension.RESPONSIBILITY, "2101", "Mottagning"),
    }  # fmt: skip
    assert "#OKÄND (1)" in str(result.warnings[0].message)


def test_dimensions_follow_the_mapping(tmp_path):
    chosen = SIE.model_copy(update={"dimensions": {"1": Dimension.ACTIVITY_CODE, "20": Dimension.COUNTERPARTY}})
    row = max(booked(read(tmp_path, HEAD + VOUCHER, mapping=chosen)), key=lambda row: row.amount)
    assert (row.responsibility, row.activity_code, row.counterparty, row.project) == (None, "2101", "x", None)


def test_an_unbalanced_voucher_is_refused_with_line_and_difference(tmp_path):
    (problem,) = refused(tmp_path, HEAD + VOUCHER.replace("-100.50", "-90.50"))
    assert (problem.row, problem.value) == (10, "A1")
    assert "10.00" in str(problem.message)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (HEAD + VOUCHER.removesuffix("}\n"), "no end"), (HEAD + VOUCHER.removesuffix("}\n") + VOUCHER, "no end"),
        (HEAD.replace("2019", "2018") + VOUCHER.replace("2019", "2018"), "not of 2019"),
        (HEAD + VOUCHER.replace("20190131", "20180131"), "outside the file's accounting year"),
        (HEAD + VOUCHER + HEAD.replace("212000-1967", "212000-0001") + VOUCHER, "more than one organisation"),
        (HEAD + VOUCHER.replace("100.50", "hundra", 1), "cannot be read"),
        (HEAD + VOUCHER.replace("100.50", "100.505"), "cannot be read"), (HEAD, "no vouchers"),
        (HEAD + VOUCHER.replace('20 "x"}', '20 "x"'), "object list"), (HEAD + "#TRANS 5010 {} 1.00\n",
        "outside every voucher"),
        (HEAD + "#KSUMMA\n" + VOUCHER + "#KSUMMA 12\n", "control sum does not agree"),
        (HEAD + "#KSUMMA\n" + VOUCHER, "cut off"),
    ],
)  # fmt: skip
def test_faults_of_a_file(tmp_path, text, word):
    assert any(word in str(problem.message) for problem in refused(tmp_path, text))


def test_a_right_control_sum_is_accepted(tmp_path):
    """CRC-32 of the letters, without what stands between fields: here of `#KONTO1A"b`."""
    result = read(tmp_path, HEAD + VOUCHER + '#KSUMMA\n#KONTO\t1 "A\\"b"\n#KSUMMA 2412980228\n')
    assert result.rows == 2


def test_balances_that_vouchers_do_not_lead_to_are_told(tmp_path):
    result = read(tmp_path, HEAD + "#RES 0 5010 100.50\n#IB 0 1930 1.00\n#UB 0 1930 -99.00\n" + VOUCHER)
    assert "1930" in str(result.warnings[0].message)
    assert "5010" not in str(result.warnings[0].message)


def test_year_balances_alone_are_refused(tmp_path):
    with pytest.raises(ProblemsError, match="whole years only"):
        stage(CASES / "typ1.se", SIE, year=2012, target=tmp_path / "out")


MONTHS = HEAD.replace("#SIETYP 4", "#SIETYP 3") + (
    "#PSALDO 0 201901 5010 {} 100.00\n#PSALDO 0 201901 5010 {1 2101} 60.00\n#PSALDO 0 201901 5010 {1 2102} 30.00\n"
    "#PSALDO 0 201901 5010 {6 P1} 70.00\n#PSALDO -1 201812 5010 {} 5.00\n"
)


def test_month_balances_with_parts_of_a_total_are_booked_once(tmp_path):
    found = {row.responsibility: row.amount for row in booked(read(tmp_path, MONTHS))}
    assert found == {"2101": 60, "2102": 30, None: 10}


def test_month_balances_by_combination_of_objects_are_added_up_where_the_year_says_so(tmp_path):
    result = read(tmp_path, MONTHS + "#RES 0 5010 260.00\n")
    assert result.total == 260


def test_a_type_3_file_comes_to_the_same_year_as_its_vouchers(tmp_path):
    """Not to the same months: the program had accrued a voucher over three of them."""
    balances, vouchers = (by_account(CASES / f"typ{number}.se", tmp_path / str(number)) for number in (3, 4))
    assert balances == vouchers
    assert len(balances) > 30


def by_account(path, target):
    """The year's sums of income and costs."""
    months = stage(path, SIE, year=2012, target=target).months
    found = code_balances([month.path for month in months], by=(Dimension.ACCOUNT,), months=False)
    return {each.codes[0][1]: each.amount for each in found if each.codes[0][1] >= "3" and each.amount}


def test_a_field_of_a_path_ends_where_it_ends():
    assert fields(r'#FNR "C:\Data\" 1') == ["#FNR", "C:\\Data\\", "1"]
    assert fields(r'#FNR "C:\Data"') == ["#FNR", r"C:\Data"]
    assert fields('#TRANS 1 {"1" "a b"} 2.00') == ["#TRANS", "1", ("1", "a b"), "2.00"]


def test_a_file_is_looked_at(tmp_path):
    found = inspect(written(tmp_path, HEAD + VOUCHER))
    assert (found.kind, found.encoding, found.years, found.dimensions) == (
        FileKind.SIE,
        "cp437",
        (2019,),
        (("1", "Ansvar"),),
    )
    assert found.rows[0][:3] == ("A1", "20190131", "5010")


EXPECTED = {
    "MAMUT_SIE4_EXPORT.SE": (2010, 458), "SIE4_Exempelfil_med_underdim.SE": (2021, 1330),
    "SIE_exempelfil.se": (2011, 148), "Sie4.se": (2014, 260), "Sie_3_+_4.se": (2014, 4),
    "objektsaldo_ovnbolag.se": (2011, 222), "periodsaldo_ovnbolag.se": (2011, 158), "sie_4.SE": (2011, 76),
    "transaktioner_ovnbolag-bad-balance.se": (2011, "not balanced"), "transaktioner_ovnbolag.se": (2011, 671),
    "typ1.se": (2012, "whole years only"), "typ2.se": (2012, 76), "typ3.se": (2012, 80), "typ4.se": (2012, 287),
    "typ4si.si": (2012, 287),
}  # fmt: skip


@pytest.mark.skipif(not SHARED.exists(), reason="the SIE group's example files are not here")
@pytest.mark.parametrize("name", EXPECTED)
def test_the_example_files_are_booked_or_refused(tmp_path, name):
    year, expected = EXPECTED[name]
    if isinstance(expected, str):
        with pytest.raises(ProblemsError, match=expected):
            stage(SHARED / name, SIE, year=year, target=tmp_path / "out")
    else:
        result = stage(SHARED / name, SIE, year=year, target=tmp_path / "out")
        assert (result.rows, result.total) == (expected, 0)
