"""What has been, month by month."""

from datetime import date

import numpy as np
import pytest

from styrhus.forecast import OPEN, Spells, Stream
from styrhus.forecast.material.horizon import day_number
from styrhus.forecast.placements.history import history

HOME, FAMILY = Stream("Children", "institution", "external"), Stream("Children", "family_home", "own")


def _day(text: str) -> int:
    return day_number(date.fromisoformat(text))


def _spells(*rows: tuple[int, str, str, float], as_of: str = "2019-03-15", first: str = "2019-01-01") -> Spells:
    return Spells(
        streams=(HOME, FAMILY), stream=np.array([row[0] for row in rows], dtype=np.int16),
        person=np.arange(len(rows)), start=np.array([_day(row[1]) for row in rows], dtype=np.int32),
        end=np.array([_day(row[2]) if row[2] else OPEN for row in rows], dtype=np.int32),
        price=np.array([row[3] for row in rows]), monthly=np.zeros(len(rows), dtype=bool),
        as_of=_day(as_of), first=_day(first),
    )  # fmt: skip


def test_the_day_of_leaving_is_no_care_day_and_the_last_month_counts_up_to_the_last_day() -> None:
    spells = _spells((0, "2019-01-30", "2019-02-02", 1000.0), (0, "2019-03-10", "", 2000.0))
    found = history(spells, (2019, 1), (2019, 3))
    assert found.months == ((2019, 1), (2019, 2), (2019, 3))
    assert found.care_days[0].tolist() == [2, 1, 6]
    assert found.persons[0] == pytest.approx([2 / 31, 1 / 28, 6 / 15])
    assert found.cost[0].tolist() == [2000, 1000, 12000]


def test_months_outside_the_data_are_missing_and_not_zero() -> None:
    found = history(_spells((0, "2019-01-30", "2019-02-02", 1000.0)), (2018, 12), (2019, 4))
    assert np.isnan(found.persons[0]).tolist() == [True, False, False, False, True]


def test_a_planned_end_lies_after_the_data() -> None:
    found = history(_spells((0, "2019-03-01", "2019-06-01", 1.0)), (2019, 3), (2019, 3))
    assert found.care_days[0].tolist() == [15]


def test_days_without_a_price_cost_what_the_others_do_and_a_stream_without_any_has_no_cost() -> None:
    rows = (0, "2019-01-01", "2019-01-11", 1000.0), (0, "2019-01-01", "2019-01-31", float("nan"))
    found = history(_spells(*rows, (1, "2019-01-01", "", float("nan"))), (2019, 1), (2019, 2))
    assert found.cost[0].tolist() == [40_000, 0]
    assert np.isnan(found.cost[1]).all()


def test_an_end_before_the_start_is_no_negative_care() -> None:
    found = history(_spells((0, "2019-02-10", "2019-01-10", 1000.0)), (2019, 1), (2019, 2))
    assert found.care_days[0].tolist() == [0, 0]


def test_adding_days_one_by_one_gives_the_same() -> None:
    random = np.random.default_rng(3)
    start = random.integers(_day("2018-06-01"), _day("2019-03-10"), 40)
    end = start + random.integers(0, 200, 40)
    spells = Spells(
        (HOME, FAMILY), random.integers(0, 2, 40).astype(np.int16), np.arange(40), start.astype(np.int32),
        end.astype(np.int32), np.full(40, 10.0), np.zeros(40, dtype=bool), _day("2019-03-15"), _day("2018-07-01"),
    )  # fmt: skip
    found = history(spells, (2018, 7), (2019, 2))
    slow = np.zeros((2, 8))
    for stream, begin, finish in zip(spells.stream, start, end, strict=True):
        for day in range(max(begin, _day("2018-07-01")), min(finish, _day("2019-03-01"))):
            month = date.fromordinal(date(1970, 1, 1).toordinal() + day)
            slow[stream, (month.year - 2018) * 12 + month.month - 7] += 1
    assert np.array_equal(found.care_days, slow)
    assert np.allclose(found.cost, slow * 10)
