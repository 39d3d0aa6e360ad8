"""Dates in every form that documents have, each as the days that it may mean."""

from datetime import date

import pytest

from styrhus.review.understanding.dates import dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-12-31", date(2024, 12, 31), date(2024, 12, 31)),
        ("senast den 30 juni 2024", date(2024, 6, 30), date(2024, 6, 30)),
        ("31.12.2025", date(2025, 12, 31), date(2025, 12, 31)),
        ("31. desember 2025", date(2025, 12, 31), date(2025, 12, 31)),
        ("i maj 2023", date(2023, 5, 1), date(2023, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("Q2 2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("kvartal 4 2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("klart 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_date_is_read(text: str, first: date, last: date) -> None:
    (found,) = dates(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["31 november 2025", "2025-02-30", "31.9.2025", "den 30 februari"])
def test_a_day_that_does_not_exist_is_told(text: str) -> None:
    assert [found.impossible for found in dates(text)] == [True]


@pytest.mark.parametrize(
    "text", ["2023-2025", "läsåret 2024-25", "dnr 2024-00123", "avsnitt 3.2.1", "2 023 tkr", "den 29 februari"]
)
def test_what_is_no_day_of_a_calendar_is_no_fault(text: str) -> None:
    assert not [found for found in dates(text) if found.impossible]


def test_two_dates_that_share_a_day_do_not_contradict_each_other() -> None:
    june, day, autumn = dates("juni 2024, 2024-06-30 och 1 september 2024")
    assert not june.disjoint(day)
    assert day.disjoint(autumn)
