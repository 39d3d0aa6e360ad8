"""Numbers as printed: every form that occurs is read, and none is guessed into another."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.values.number import format_number
from styrhus.values.printed import (
    Habit,
    cell_habit,
    cell_number,
    cell_numbers,
    habit_of,
    is_missing,
    printed_numbers,
    split_cell,
    year_of,
)
from styrhus.values.unit import Unit

ONE_VALUE = {
    "1 234": "1234",
    "1\u00a0234\u00a0567": "1234567",
    "1\u2009234": "1234",
    "1\u202f234,5": "1234.5",
    "12,5": "12.5",
    "12.50": "12.50",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "1.234,5": "1234.5",
    "1,234.5": "1234.5",
    "218033": "218033",
    "\u2212400": "-400",
    "\u2013400": "-400",
    "- 6 279": "-6279",
    "400-": "-400",
    "(400)": "-400",
    "-400*": "-400",
    "400 1)": "400",
    "400²": "400",
    "+14": "14",
    "+/-0": "0",
    "±0": "0",
    "36,8% (ca 40%)": "36.8",
    "58 (60)": "58",
    "40% ■": "40",
    "2 023 (budget)": "2023",
    "Minst NKI 75": "75",
    "Ca 45 %": "45",
    "kr 1 200": "1200",
    "0,234": "0.234",
}
WITH_UNIT = {
    "3 450 kr": (Unit.KR, "3450", ""),
    "0,2 mnkr": (Unit.MNKR, "0.2", ""),
    "11,35\nmnkr": (Unit.MNKR, "11.35", ""),
    "761 tkr": (Unit.TKR, "761", ""),
    "45 MSEK": (Unit.MNKR, "45", ""),
    "100 %": (Unit.PERCENT, "100", ""),
    "2,3 procentenheter": (Unit.PERCENT, "2.3", ""),
    "120 vårddygn": (Unit.DAYS, "120", ""),
    "2,0 tjänster": (Unit.FTE, "2.0", ""),
    "12,5 milj. euroa": (Unit.MNKR, "12.5", "EUR"),
    "€ 500": (Unit.KR, "500", "EUR"),
    "5 mill. kroner": (Unit.MNKR, "5", "NOK"),
    "2 150 kr/dygn": (Unit.KR_PER_DAY, "2150", ""),
}
NO_ONE_VALUE = (
    "", "-", "Ja", "● Ja", "■", "2023-05-01", "2018-2022", "1/3", "18-24", "K: 82,4 M: 84,7", "398 kr lägre",
    "2,0 tjänster Kronan", "4 001)", "1 2", "0 174", "§ 32", "12 345 678 901 234 567",
)  # fmt: skip
PROSE = {
    "ökade från 45 507 tkr till 45 749 tkr (-28 700 tkr)": ["45507", "45749", "-28700"],
    "under 2022 123 personer": ["2022", "123"],
    "en minskning om - 5 925 tkr": ["-5925"],
    "prognosen \u2013 6 279 tkr \u2013 är": ["6279"],
    "kl. 13.30 enligt § 32 och 16 kap. 8 §": [],
    "dnr SOCN/2018:15, tel 046-359 50 00, SFS 2017:30": [],
    "avsnitt 5.1.1, Covid-19, M365 och 19800101-1234": [],
    "budgeten är 46,6. Därefter": ["46.6"],
}


@pytest.mark.parametrize(("text", "value"), ONE_VALUE.items())
def test_a_cell_with_one_value(text: str, value: str) -> None:
    number = cell_number(text)
    assert number is not None
    assert str(number.value) == value


@pytest.mark.parametrize(("text", "expected"), WITH_UNIT.items())
def test_the_unit_beside_a_number(text: str, expected: tuple[Unit, str, str]) -> None:
    number = cell_number(text)
    assert number is not None
    assert (number.unit, str(number.value), number.currency) == expected


@pytest.mark.parametrize("text", NO_ONE_VALUE)
def test_a_cell_that_does_not_hold_just_one_value(text: str) -> None:
    assert cell_number(text) is None


def test_milliards_are_millions_with_fewer_printed_digits() -> None:
    number = cell_number("1,2 mdkr")
    assert number is not None
    assert (number.value, number.unit, number.step) == (1200, Unit.MNKR, 100)


def test_limits_and_approximations_are_kept() -> None:
    least, most, about = cell_number("Minst 80 %"), cell_number("Högst 120 vårddygn"), cell_number("ca 40%")
    assert least is not None
    assert most is not None
    assert about is not None
    assert (least.bound, most.bound, about.approximate) == (">=", "<=", True)


def test_a_footnote_mark_is_no_digit() -> None:
    number = cell_number("1 234 2)")
    assert number is not None
    assert (number.value, number.mark) == (1234, "2)")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("K: 82,4 M: 84,7", [("K", "82.4"), ("M", "84.7")]),
        ("V: +5,4 Ö: +3,0", [("V", "5.4"), ("Ö", "3.0")]),
        ("Internt: 2 445 kr Extern: 2 550 kr", [("Internt", "2445"), ("Extern", "2550")]),
        ("Kvinnor 45 % Män 55 %", [("Kvinnor", "45"), ("Män", "55")]),
        ("45\n55", [("", "45"), ("", "55")]),
    ],
)
def test_several_values_in_a_cell_have_their_labels(text: str, values: list[tuple[str, str]]) -> None:
    assert [(number.label, str(number.value)) for number in cell_numbers(text)] == values


def test_a_name_with_a_number_is_no_value() -> None:
    assert cell_numbers("Enhet 12") == ()
    assert [number.label for number in cell_numbers("Internt utförande: 97")] == ["Internt utförande"]


def test_what_can_be_read_in_two_ways_needs_a_habit() -> None:
    assert cell_number("1.234") is None
    assert cell_number("218 033 174 917") is None
    point, group = cell_number("1.234", Habit(".")), cell_number("1.234", Habit(",", "."))
    assert point is not None
    assert group is not None
    assert (str(point.value), str(group.value)) == ("1.234", "1234")


def test_the_habit_is_seen_in_the_other_numbers() -> None:
    assert habit_of(["12,5", "1 234"]) == Habit(",", " ", most_groups=2)
    assert habit_of(["1.234", "5.678", "9.100"]).group == "."
    assert habit_of(["12,5", "12.5"]).decimal == ""
    assert not cell_habit(["(400)", "-300"]).parentheses
    assert cell_number("(400)", cell_habit(["(400)", "-300"])) is None


def test_two_numbers_side_by_side_are_split_only_where_one_way_is_possible() -> None:
    assert [number.value for number in split_cell("5 200 4 100", 2)] == [5200, 4100]
    assert [number.value for number in split_cell("218 033 174 917", 2)] == [218033, 174917]
    assert split_cell("218 033 174", 2) == ()
    assert split_cell("218 033 tkr", 2) == ()


@pytest.mark.parametrize("text", ["-", "\u2013", "--", "..", "...", "n/a", "i.u.", "Ej aktuellt", "saknas", "Ej mätt*"])
def test_marks_for_a_missing_value(text: str) -> None:
    assert is_missing(text)


@pytest.mark.parametrize("text", ["", "0", "Nej", "Mätas", "■", "-5"])
def test_what_is_no_mark_for_a_missing_value(text: str) -> None:
    assert not is_missing(text)


@pytest.mark.parametrize(("text", "values"), PROSE.items())
def test_numbers_of_a_text(text: str, values: list[str]) -> None:
    assert [str(number.value) for number in printed_numbers(text)] == values


def test_a_span_shares_its_unit_and_is_approximate() -> None:
    first, second = printed_numbers("1 000\u20131 500 personer")
    assert (first.unit, second.unit, first.approximate) == (Unit.PERSONS, Unit.PERSONS, True)


def test_two_amounts_share_the_unit_of_the_last() -> None:
    assert [number.unit for number in printed_numbers("med 4,5 respektive 3 mnkr")] == [Unit.MNKR, Unit.MNKR]


def test_a_year_is_told_from_an_amount() -> None:
    year, amount = printed_numbers("budget 2023: 2 023 tkr")
    assert year.looks_like_year
    assert not amount.looks_like_year


@pytest.mark.parametrize(
    ("text", "year"),
    [("2 019", 2019), ("Utfall 2022*", 2022), ("2023-08", 2023), ("2022/2023", None), ("12 345", None)],
)
def test_years(text: str, year: int | None) -> None:
    assert year_of(text) == year


@given(st.decimals(-(10**8), 10**8, places=2, allow_nan=False), st.integers(0, 2))
def test_what_is_written_is_read_back(value: Decimal, decimals: int) -> None:
    text = format_number(value, decimals)
    number = cell_number(text)
    assert number is not None
    assert number.value == Decimal(format(value, "f")).quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
    assert number.decimals == decimals
    assert [found.value for found in printed_numbers(f"blev {text} under")] == [number.value]


@given(st.text(alphabet="0123456789 .,-()%*\u00a0\u2212kr/KM:", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    number = cell_number(text)
    assert number is None or number.value.is_finite()
    cell_numbers(text)
    is_missing(text)
    for found in printed_numbers(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("part", ["1 234 ", "1.", "1,", "9", "-", "(1", "1 2 3 ", "a1-", "K: 1 ", "12/", "ca ", "kr "])
def test_a_hostile_text_takes_linear_time(part: str) -> None:
    started = time.process_time()
    printed_numbers(part * 20_000)
    cell_numbers(part * 20_000)
    habit_of([part * 20_000])
    is_missing(part * 20_000)
    assert time.process_time() - started < 3
