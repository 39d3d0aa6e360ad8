"""The last day that a file tells of, and the day from which arrivals are complete."""

from datetime import date

import numpy as np
import pytest

from styrhus.caseload.spells.span import span
from styrhus.forecast.material import OPEN
from styrhus.forecast.material.horizon import day_number, day_of

AS_OF = day_number(date(2023, 6, 30))
BEGAN = day_number(date(2018, 1, 1))


def world(seed, rate=0.5, *, as_of=AS_OF, since=None):
    """Starts and ends of a Poisson stream as they are known on a day; only those here since `since`, where given."""
    random = np.random.default_rng(seed)
    start = np.sort(random.integers(BEGAN, as_of + 1, int(rate * (as_of - BEGAN))))
    end = start + random.exponential(300, len(start)).astype(int) + 1
    here = end > since if since else np.full(len(start), True)
    end = np.where(end > as_of, OPEN, end)
    return start[here].astype(np.int32), end[here].astype(np.int32)


@pytest.mark.parametrize("seed", range(12))
def test_the_end_of_a_month_is_found(seed):
    assert day_of(span(*world(seed)).as_of) == date(2023, 6, 30)


@pytest.mark.parametrize("seed", range(12))
def test_a_file_drawn_within_a_month_of_a_large_board(seed):
    found = span(*world(seed, rate=8, as_of=AS_OF - 14)).as_of
    assert AS_OF - 16 <= found <= AS_OF - 13


@pytest.mark.parametrize("seed", range(12))
def test_decided_starts_and_planned_ends_are_not_the_past(seed):
    start, end = world(seed)
    start = np.append(start, [AS_OF + 45, AS_OF + 400]).astype(np.int32)
    open_ones = np.flatnonzero(end == OPEN)[:30]
    end[open_ones] = AS_OF + np.arange(5, 305, 10)[: len(open_ones)]
    assert span(start, np.append(end, [OPEN, OPEN]).astype(np.int32)).as_of <= AS_OF + 31


def test_a_given_day_is_kept():
    assert span(*world(1), AS_OF - 100).as_of == AS_OF - 100


@pytest.mark.parametrize("seed", range(8))
def test_complete_from_the_first_start_or_from_the_first_end(seed):
    start, end = world(seed)
    assert span(start, end).first == start.min()
    since = day_number(date(2021, 1, 1))
    start, end = world(seed, since=since)
    assert abs(span(start, end).first - since) < 15


def test_three_spells():
    start = np.array([day_number(date(2023, month, 1)) for month in (1, 2, 5)], np.int32)
    found = span(start, np.array([OPEN, start[1] + 20, OPEN], np.int32))
    assert day_of(found.as_of) == date(2023, 5, 31)
    assert found.first == start[0]


def test_a_quiet_board_is_taken_to_be_told_of_to_the_end_of_the_year():
    start = np.array([day_number(date(2022, month, 20)) for month in range(1, 12)], np.int32)
    assert day_of(span(start, start + 30).as_of) == date(2022, 12, 31)


@pytest.mark.parametrize("seed", range(4))
def test_those_who_were_there_on_the_first_day_have_not_arrived_on_it(seed):
    start, end = world(seed)
    start = np.append(np.full(60, BEGAN, np.int32), start)
    end = np.append(np.arange(BEGAN + 5, BEGAN + 605, 10, dtype=np.int32), end)
    assert span(start, end).first == BEGAN + 1
