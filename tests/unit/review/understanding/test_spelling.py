"""Slips of the pen are told from inflections and from other words."""

import pytest

from styrhus.review.understanding.spelling import is_slip, near


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("lönekomensation", "lönekompensation"),
        ("driftnämndens", "driftsnämndens"),
        ("gemenasamma", "gemensamma"),
        ("kompetensforsörjning", "kompetensförsörjning"),
        ("verksmahetsplan", "verksamhetsplan"),
    ],
)
def test_a_slip_is_found(wrong: str, right: str) -> None:
    assert is_slip(wrong, right)
    assert is_slip(right, wrong)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("socialnämnden", "socialnämndens"), ("verksamheterna", "verksamhetens"), ("inventering", "investering"),
        ("internt", "externt"), ("heltidsanställd", "deltidsanställd"), ("utvecklade", "utvecklande"),
        ("björkskolan", "björnskolan"), ("beslutad", "beslutat"),
    ],
)  # fmt: skip
def test_other_words_and_inflections_are_no_slips(first: str, second: str) -> None:
    assert not is_slip(first, second)


def test_texts_are_near_by_their_letters_and_never_by_their_digits() -> None:
    assert near("kommunens vision och förhållningsätt", "kommunens vision och förhållningssätt")
    assert not near("budget för år 2024", "budget för år 2025")
