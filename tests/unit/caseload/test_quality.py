"""What is doubtful in material, and that each day of a person in the same care counts once."""

from datetime import date, timedelta

import numpy as np
import pytest

from styrhus.caseload import Doubt, quality
from styrhus.caseload.quality import compared
from styrhus.caseload.quality.overlaps import lying, tidied
from styrhus.caseload.quality.yearly import month_by_month
from styrhus.forecast.material import OPEN, Counts, Spells, Stream
from styrhus.forecast.material.horizon import day_number

STREAMS = (Stream("Barn", "foster_home", "own"), Stream("Barn", "institution", "external"))


def made(*rows, as_of="2023-12-31", first="2019-01-01"):
    """Spells of rows (person, stream, start, end, price)."""
    columns = list(zip(*(row if len(row) == 5 else (*row, 1000.0) for row in rows), strict=True))
    return Spells(
        STREAMS, np.array(columns[1], np.int16), np.array(columns[0], np.int64), np.array(list(map(day, columns[2]))),
        np.array(list(map(day, columns[3]))), np.array(columns[4], float), np.zeros(len(rows), bool), day(as_of),
        day(first),
    )  # fmt: skip


def day(text):
    return np.int32(day_number(date.fromisoformat(text)) if text else OPEN)


def care_days(spells):
    """Days in care by a set of days, the slow way."""
    held = {
        (person, stream, number)
        for person, stream, start, end in zip(spells.person, spells.stream, spells.start, spells.end, strict=True)
        for number in range(start, min(end, spells.as_of + 1))
    }
    return len(held)


def found(spells):
    return {finding.doubt: finding.count for finding in quality(spells).findings}


def test_overlaps_and_duplicates_count_once():
    spells = made(
        (1, 0, "2023-01-01", "2023-03-01"), (1, 0, "2023-02-01", "2023-04-01"), (1, 0, "2023-02-10", "2023-02-12"),
        (2, 0, "2023-01-01", "2023-03-01"), (2, 0, "2023-01-01", "2023-03-01"), (3, 0, "2023-01-01", ""),
        (3, 0, "2023-06-01", "2023-07-01"),
    )  # fmt: skip
    assert found(spells)[Doubt.OVERLAP] == 3
    assert found(spells)[Doubt.DUPLICATE] == 1
    tidy = tidied(spells, lying(spells))
    lengths = np.minimum(tidy.end, tidy.as_of + 1) - tidy.start
    assert lengths.sum() == care_days(spells)
    assert tidy.price.tolist() == [1000] * 4


@pytest.mark.parametrize("seed", range(20))
def test_days_are_kept_whatever_overlaps(seed):
    random = np.random.default_rng(seed)
    rows = []
    for _ in range(40):
        start = date(2023, 1, 1) + timedelta(int(random.integers(0, 60)))
        end = start + timedelta(int(random.integers(0, 30)))
        last = "" if random.random() < 0.1 else str(end)
        rows.append((int(random.integers(0, 4)), int(random.integers(0, 2)), str(start), last))
    spells = made(*rows)
    tidy = tidied(spells, lying(spells))
    assert (np.minimum(tidy.end, tidy.as_of + 1) - tidy.start).sum() == care_days(spells) == care_days(tidy)
    assert not (set(found(tidy)) & {Doubt.OVERLAP, Doubt.DUPLICATE})


def test_two_places_at_once_are_not_moves():
    move = made((1, 0, "2023-01-01", "2023-02-01"), (1, 1, "2023-02-01", ""))
    both = made((1, 0, "2023-01-01", "2023-02-02"), (1, 1, "2023-02-01", ""), (2, 1, "2023-02-01", ""))
    assert Doubt.TWO_PLACES not in found(move)
    assert found(both)[Doubt.TWO_PLACES] == 1


def test_gaps_future_starts_and_forgotten_ends():
    spells = made(
        (1, 0, "2023-01-01", "2023-02-01"), (1, 0, "2023-02-04", "2023-03-01"), (2, 0, "2023-01-01", "2023-01-20"),
        (2, 0, "2023-03-20", "2023-04-01"), (3, 0, "2024-02-01", ""), (4, 0, "2015-01-01", ""),
    )  # fmt: skip
    held = found(spells)
    assert (held[Doubt.GAP], held[Doubt.FUTURE_START], held[Doubt.LONG_OPEN]) == (1, 1, 1)


def test_prices():
    rows = [(n, 0, "2022-03-01", "2022-09-01", 1000.0) for n in range(10)]
    rows += [(n, 0, "2023-03-01", "2023-09-01", 1500.0) for n in range(10, 20)]
    rows += [(30, 0, "2023-01-01", "2023-02-01", np.nan), (31, 0, "2023-01-01", "2023-02-01", 30000.0)]
    held = found(made(*rows))
    assert (held[Doubt.PRICE_MISSING], held[Doubt.PRICE_ODD], held[Doubt.PRICE_JUMP]) == (1, 1, 1)


def test_all_open_none_open_and_few():
    assert {Doubt.ALL_OPEN, Doubt.FEW} <= set(found(made((1, 0, "2023-01-01", ""))))
    assert Doubt.NONE_OPEN in found(made((1, 0, "2023-01-01", "2023-02-01")))


def test_a_silent_month_is_told_of():
    rows = [
        (n, 0, str(date(2022, 1, 1) + timedelta(n)), str(date(2022, 1, 20) + timedelta(n))) for n in range(720)
        if (date(2022, 1, 1) + timedelta(n)).strftime("%Y-%m") != "2023-03"
    ]  # fmt: skip
    finding = next(each for each in quality(made(*rows)).findings if each.doubt is Doubt.MONTH_MISSING)
    assert finding.where == "2023-03"


def test_each_year_by_stream():
    held = quality(made((1, 0, "2022-07-01", "2023-07-01"), (1, 0, "2023-08-01", ""), first="2022-01-01"))
    years = {(each.stream.key, each.year): each for each in held.years}
    own = years["Barn/foster_home/own", 2023]
    assert (own.care_days, own.individuals, own.started, own.ended) == (181 + 153, 1, 1, 1)
    assert own.persons == pytest.approx(334 / 365)
    assert (own.price, own.without_price) == (1000, 0)


def test_nothing_at_all():
    nobody = Spells((), *(np.zeros(0, kind) for kind in (np.int16, np.int64, np.int32, np.int32, float, bool)), 0, 0)
    assert quality(nobody).findings == ()


def counted(persons, names=("a", "b", "c")):
    persons = np.array(persons, float)
    return Counts(
        tuple(Stream(name) for name in names[: len(persons)]), (2023, 1), persons, np.full_like(persons, np.nan)
    )


def test_counts_with_a_total_among_them_a_hole_and_a_jump():
    series = [10, 11, 10, 12, 11, np.nan, 10, 60, 61, 60, 61]
    held = quality(counted([series, [5] * 11, [value + 5 for value in series]]))
    doubts = {finding.doubt: finding.where for finding in held.findings}
    assert doubts[Doubt.TOTAL_ROW] == "c"
    assert "2023-06" in doubts[Doubt.MONTH_MISSING]
    assert "2023-08" in doubts[Doubt.COUNT_JUMP]


def test_care_that_was_not_there_before():
    held = quality(made((1, 0, "2023-01-01", "")))
    new = compared(held, STREAMS, (Stream("Barn", "foster_home"),)).findings[-1]
    assert (new.doubt, new.where) == (Doubt.NEW_STREAM, "Barn/institution/external")
    assert compared(held, STREAMS, ()) == held


def test_a_jump_of_spells():
    starts = [date(2022, 1, 3) + timedelta(3 * n) for n in range(220)]
    steady = [(n, 0, str(start), str(start + timedelta(90))) for n, start in enumerate(starts)]
    many = [(1000 + n, 0, "2023-05-10", "2023-08-15") for n in range(80)]
    assert Doubt.COUNT_JUMP not in found(made(*steady, as_of="2023-10-01", first="2022-06-01"))
    jump = next(each for each in quality(made(*steady, *many, as_of="2023-10-01", first="2022-06-01")).findings
                if each.doubt is Doubt.COUNT_JUMP)  # fmt: skip
    assert "Barn/foster_home/own 2023-06" in jump.where


def test_those_there_on_the_first_of_each_month():
    rows = (1, 0, "2023-01-01", "2023-03-01"), (2, 0, "2023-01-15", ""), (3, 1, "2023-02-01", "2023-02-01")
    counts = month_by_month(made(*rows, as_of="2023-04-30", first="2022-12-01"))
    assert counts.first == (2023, 1)
    assert counts.persons.tolist() == [[1, 2, 1, 1], [0, 0, 0, 0]]
