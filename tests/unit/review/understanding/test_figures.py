"""Figures in prose: what is a figure, what it is about, and when two figures agree."""

from decimal import Decimal

import pytest

from styrhus.paper.reading import Reading, TextBlock, TextKind
from styrhus.review.understanding.figures import Measure, Sentence, sentences
from styrhus.review.understanding.figures_claims import agree
from styrhus.review.understanding.figures_near import Slip, slip
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind, figures_in
from styrhus.review.understanding.figures_words import covers, stems
from styrhus.values.place import Place


def only(text: str) -> Figure:
    (figure,) = figures_in(text)
    return figure


def read(*texts: str, kind: TextKind = TextKind.PARAGRAPH) -> list[Sentence]:
    blocks = tuple(TextBlock(kind, text, Place(line=number)) for number, text in enumerate(texts, 1))
    return list(sentences(Reading("x.txt", "text", blocks)))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("ramen är 712 524 tkr", "712524000"),
        ("drygt 25 miljoner kronor", "25000000"),
        ("cirka fyra miljoner kronor", "4000000"),
        ("underskottet är -39,7 mnkr", "-39700000"),
        ("reformen kostar 2,4 miljarder kronor", "2400000000"),
        ("kostnaden var 1.234.567 kr", "1234567"),
        ("utgiften er 12.5 mill. kroner", "12500000"),
        ("menot ovat 3,5 milj. euroa", "3500000"),
        ("budgeten är 9 641tkr", "9641000"),
    ],
)
def test_amounts_are_in_kronor(text: str, amount: str) -> None:
    figure = only(text)
    assert (figure.kind, figure.amount) == (Kind.MONEY, Decimal(amount))


@pytest.mark.parametrize(
    "text",
    ["den 14 februari 2019", "se avsnitt 5.1.5 och tabell 7", "Dnr 24/2019", "§ 32", "budget 2023", "EVP 2023-2025"],
)
def test_dates_years_and_numbers_of_chapters_are_no_figures(text: str) -> None:
    assert figures_in(text) == ()


def test_ranges_state_no_figure() -> None:
    assert [f.value for f in figures_in("2–5 procent, i år 3 procent")] == [Decimal(3)]


def test_a_count_knows_what_it_counts_and_its_hedge() -> None:
    figure = only("knappt 300 hushåll")
    assert (figure.kind, figure.noun, figure.hedge) == (Kind.COUNT, "hushåll", Hedge.UNDER)


def test_a_sentence_does_not_end_after_an_abbreviation() -> None:
    assert [s.text.strip() for s in read("Det är bl.a. Barn. Nästa mening.")] == ["Det är bl.a. Barn.", "Nästa mening."]


def test_a_paragraph_parted_by_a_page_break_is_one() -> None:
    first = "Kostnaden för placeringar har under en följd av år ökat mycket kraftigt med"
    (sentence,) = read(first, "6,4 % per år.")
    assert sentence.block.place.line == 1
    assert [m.measure for m in sentence.mentions] == [Measure.CHANGE]


def test_years_that_are_compared_with_are_not_the_figures_own() -> None:
    (sentence,) = read("Utfallet 2023 är 48,2 mnkr, vilket är 2,8 mnkr lägre än 2022.")
    assert [sorted(m.years) for m in sentence.mentions] == [[2023], [2023]]


@pytest.mark.parametrize(
    ("stated", "amount", "same"),
    [
        ("24,4 mnkr", "24400000", True),
        ("24,4 mnkr", "24600000", False),
        ("knappt 1,7 mnkr", "1666000", True),
        ("drygt 25 mnkr", "25500000", True),
        ("23 000 tkr", "23056000", True),
        ("2 000 tkr", "2500000", False),
        ("712 524 tkr", "712542000", False),
    ],
)
def test_rounding_and_hedges_are_allowed(stated: str, amount: str, same: bool) -> None:
    assert agree(only(stated), Decimal(amount)) is same


@pytest.mark.parametrize(
    ("stated", "amount", "how"),
    [
        ("428,3 mnkr", "482300000", Slip.SWAPPED),
        ("83,7 mnkr", "87300000", Slip.SWAPPED),
        ("45,2 mnkr", "48200000", Slip.DIGIT),
        ("24 400 mnkr", "24400000", Slip.SCALE),
        ("45,2 mnkr", "61700000", None),
    ],
)
def test_what_looks_like_a_slip(stated: str, amount: str, how: Slip | None) -> None:
    assert slip(only(stated), Decimal(amount)) is how


def test_inflections_and_compounds_share_stems() -> None:
    assert stems("personalkostnaderna") == stems("personalkostnad") == stems("Personalkostnader")
    assert covers(stems("kostnaderna för personalen"), stems("Personalkostnader"))
    assert not covers(stems("personalen"), stems("Personalkostnader"))
