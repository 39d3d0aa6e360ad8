"""CSV files of any order of columns, encoding and way of writing come to the same rows."""

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.mapping import DateOrder, Sign
from styrhus.finance.ledger.query import code_balances, rows
from styrhus.finance.ledger.staging import stage
from tests.unit.finance.ledger.plain import HEADINGS, mapping, staged, sums, written

ROW = ("A1", "2019-01-31", "2101", "5010", "1 234,50", "lön å")
COST = Decimal("1234.50")


def only(result):
    return rows([month.path for month in result.months]).rows[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "cp437", "utf-16"])
def test_encodings_are_recognised(tmp_path, encoding):
    path = written(tmp_path, [ROW], encoding=encoding)
    result = stage(path, mapping(), year=2019, target=tmp_path / "out")
    row = only(result)
    assert (row.text, row.amount, row.line, row.voucher, row.month) == ("lön å", COST, 2, "A1", 1)


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_delimiters_are_recognised(tmp_path, delimiter):
    path = tmp_path / "ledger.csv"
    lines = [HEADINGS, ("A1", "2019-01-31", "2101", "5010", "1234.50", "x")]
    path.write_text("".join(delimiter.join(line) + "\n" for line in lines), encoding="utf-8")
    assert stage(path, mapping(decimal="."), year=2019, target=tmp_path / "out").total == COST


@pytest.mark.parametrize(
    ("date", "order"),
    [
        ("2019-01-31", DateOrder.YEAR_FIRST), ("20190131", DateOrder.YEAR_FIRST), ("2019/01/31", DateOrder.YEAR_FIRST),
        ("2019-01-31 00:00:00", DateOrder.YEAR_FIRST), ("2019-01-31T12:00:00", DateOrder.YEAR_FIRST),
        ("31.01.2019", DateOrder.DAY_FIRST), ("31/1/2019", DateOrder.DAY_FIRST), ("01/31/2019", DateOrder.MONTH_FIRST),
    ],
)  # fmt: skip
def test_dates(tmp_path, date, order):
    row = only(staged(tmp_path, [("A1", date, *ROW[2:])], date_order=order))
    assert row.date.isoformat() == "2019-01-31"


@pytest.mark.parametrize(
    "period",
    ["201903", "2019-03", "2019/03", "mars 2019", "Mars", "mar 2019", "mar-19", "3", "03", "P03", "2019-03-01"],
)
def test_periods(tmp_path, period):
    row = only(staged(tmp_path, [("A1", period, *ROW[2:])], date="", period="Datum"))
    assert (row.year, row.month, row.date) == (2019, 3, None)


def test_a_closing_period_is_of_december(tmp_path):
    assert only(staged(tmp_path, [("A1", "201913", *ROW[2:])], date="", period="Datum")).month == 12


def test_the_period_decides_where_the_date_is_of_another_month(tmp_path):
    headings = (*HEADINGS, "Period")
    path = written(tmp_path, [("A1", "2019-02-05", *ROW[2:], "201901")], headings)
    row = only(stage(path, mapping(period="Period"), year=2019, target=tmp_path / "out"))
    assert (row.month, row.date.month) == (1, 2)


@pytest.mark.parametrize(
    ("sign", "debit", "credit", "amount"),
    [
        (Sign.DEBIT_POSITIVE, "100,00", "", "100"), (Sign.DEBIT_POSITIVE, "", "100,00", "-100"),
        (Sign.DEBIT_POSITIVE, "100,00", "30,00", "70"), (Sign.CREDIT_WITH_MINUS, "", "-100,00", "-100"),
    ],
)  # fmt: skip
def test_debit_and_credit(tmp_path, sign, debit, credit, amount):
    headings = ("Datum", "Konto", "Debet", "Kredit")
    path = written(tmp_path, [("2019-01-31", "5010", debit, credit)], headings)
    chosen = mapping(
        voucher="", text="", amount="", debit="Debet", credit="Kredit", sign=sign, codes={Dimension.ACCOUNT: "Konto"}
    )
    assert stage(path, chosen, year=2019, target=tmp_path / "out").total == Decimal(amount)


def test_income_positive_files_are_turned(tmp_path):
    assert staged(tmp_path, [ROW], sign=Sign.CREDIT_POSITIVE).total == -COST


def test_a_code_string_in_one_column(tmp_path):
    path = written(tmp_path, [("2019-01-31", "2101-5010--7001", "10")], ("Datum", "Kontering", "Belopp"))
    order = (Dimension.RESPONSIBILITY, Dimension.ACCOUNT, Dimension.ACTIVITY_CODE, Dimension.PROJECT)
    chosen = mapping(voucher="", text="", codes={}, code_string="Kontering", code_separator="-", code_order=order)
    row = only(stage(path, chosen, year=2019, target=tmp_path / "out"))
    assert (row.responsibility, row.account, row.activity_code, row.project) == ("2101", "5010", None, "7001")


def test_names_of_codes_come_along(tmp_path):
    path = written(tmp_path, [(*ROW, "Löner")], (*HEADINGS, "Kontonamn"))
    result = stage(path, mapping(names={Dimension.ACCOUNT: "Kontonamn"}), year=2019, target=tmp_path / "out")
    assert result.names == (CodeName(dimension=Dimension.ACCOUNT, code="5010", name="Löner"),)


def test_headings_further_down_and_columns_by_number(tmp_path):
    path = tmp_path / "ledger.csv"
    path.write_text("Huvudbok 2019\n\nDatum;Konto;\n2019-01-31;5010;10\n", encoding="utf-8")
    chosen = mapping(heading_row=3, voucher="", text="", amount="#3", codes={Dimension.ACCOUNT: "Konto"})
    assert only(stage(path, chosen, year=2019, target=tmp_path / "out")).line == 4


def test_blank_lines_do_not_move_row_numbers(tmp_path):
    result = staged(tmp_path, [ROW, "", ";;;;;", ROW])
    assert [row.line for row in rows([month.path for month in result.months]).rows] == [2, 5]
    assert (result.rows, result.skipped, result.warnings) == (2, 0, ())


def test_totals_are_left_out_only_where_the_mapping_says_so_and_are_told(tmp_path):
    result = staged(tmp_path, [ROW, ("Summa", "", "", "", "1 234,50", "")], skip_words=("summa",))
    assert (result.rows, result.skipped, result.total) == (1, 1, COST)
    assert "1\u00a0234.50\u00a0kr" in str(result.warnings[0].message)


def test_a_missing_last_line_end_is_told(tmp_path):
    path = written(tmp_path, [ROW])
    path.write_bytes(path.read_bytes().rstrip())
    result = stage(path, mapping(), year=2019, target=tmp_path / "out")
    assert "cut off" in str(result.warnings[0].message)


def test_months_have_control_totals(tmp_path):
    result = staged(tmp_path, [ROW, ("A2", "2019-01-05", "2101", "3010", "-100", ""), ("A3", "2019-03-05", *ROW[2:])])
    assert [(m.key, m.rows, m.debit, m.credit, m.total) for m in result.months] == [
        ("2019-01", 2, COST, Decimal(100), COST - 100), ("2019-03", 1, COST, Decimal(0), COST),
    ]  # fmt: skip
    assert [month.path.name for month in result.months] == ["2019-01.parquet", "2019-03.parquet"]


def test_nothing_but_months_and_balances_is_left_in_the_folder(tmp_path):
    staged(tmp_path, [ROW])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["2019-01.parquet", "balances.parquet"]


ENTRY = st.tuples(
    st.sampled_from(["2019-01-05", "2019-01-31", "2019-12-31", "2019-06-15"]),
    st.sampled_from(["2101", "2102", "33"]), st.sampled_from(["5010", "4632", "3010", "9999"]),
    st.integers(-(10**9), 10**9), st.sampled_from(["plain", "grouped", "brackets", "after"]),
    st.text("ab \"';\nå", max_size=6),
)  # fmt: skip


def spelled(ore, way):
    """An amount in öre as `way` writes it."""
    whole, part = divmod(abs(ore), 100)
    text = (
        f"{whole:,},{part:02d}".replace(",", "\u00a0", f"{whole:,}".count(","))
        if way == "grouped"
        else f"{whole},{part:02d}"
    )
    if way == "brackets":
        return f"({text})" if ore < 0 else text
    if way == "after":
        return f"{text}-" if ore < 0 else text
    return f"\u2212{text}" if ore < 0 and way == "grouped" else f"-{text}" if ore < 0 else text


@settings(max_examples=20, deadline=None)
@given(entries=st.lists(ENTRY, min_size=1, max_size=30))
def test_the_quick_reader_and_the_slow_one_agree(tmp_path_factory, entries):
    folder = tmp_path_factory.mktemp("ledger")
    path = written(
        folder, [("A", day, unit, account, spelled(*money), text) for day, unit, account, *money, text in entries]
    )
    result = stage(path, mapping(), year=2019, target=folder / "out")
    found = code_balances([m.path for m in result.months], by=(Dimension.RESPONSIBILITY, Dimension.ACCOUNT))
    ours = {(f"{b.year}-{b.month:02d}", b.codes[0][1], b.codes[1][1]): b.amount for b in found}
    assert ours == sums(path)
    assert result.rows == len(entries)
    assert result.total == sum(ours.values())


def test_rows_lie_in_order_and_keep_their_line(tmp_path):
    days = [f"2019-01-{day:02d}" for day in range(1, 29)]
    entries = [("A", random.Random(n).choice(days), str(2000 + n % 7), "5010", str(n), "") for n in range(5000)]
    result = staged(tmp_path, entries)
    found = rows([m.path for m in result.months]).rows
    assert len(found) == 100
    assert all(int(row.amount) == row.line - 2 for row in found)
