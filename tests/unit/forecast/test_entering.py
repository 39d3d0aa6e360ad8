"""How many persons are in care at some time of a year."""

from datetime import date

import numpy as np

from styrhus.forecast import Counts, fit
from styrhus.forecast.entering import entering
from styrhus.forecast.material.horizon import day_number
from styrhus.forecast.material.spells import OPEN, Spells
from styrhus.forecast.material.stream import Stream

HOME, CARE = Stream("Barn", "hem", "own"), Stream("Barn", "hvb", "external")


def spells(rows: list[tuple[int, int, str, str | None]]) -> Spells:
    """Person, stream, first day, day of leaving."""
    start = [day_number(date.fromisoformat(first)) for _, _, first, _ in rows]
    end = [OPEN if last is None else day_number(date.fromisoformat(last)) for *_, last in rows]
    return Spells(
        (HOME, CARE), np.array([s for _, s, _, _ in rows], np.int16), np.array([p for p, *_ in rows], np.int64),
        np.array(start, np.int32), np.array(end, np.int32), np.full(len(rows), 1000.0), np.zeros(len(rows), bool),
        as_of=day_number(date(2018, 12, 31)), first=day_number(date(2017, 1, 1)),
    )  # fmt: skip


MOVED = [(1, 0, "2017-03-01", "2018-02-01"), (1, 1, "2018-02-01", None)]
BACK = [(2, 0, "2018-01-10", "2018-03-01"), (2, 0, "2018-06-01", "2018-07-01")]
OVER = [(3, 0, "2017-05-01", "2017-12-31"), (3, 1, "2017-06-01", "2017-07-01")]
MANY = [(10 + n, n % 2, f"2017-{1 + n % 12:02d}-15", f"2018-{1 + n % 12:02d}-15") for n in range(24)]


def held(rows: list[tuple[int, int, str, str | None]]) -> dict[int, tuple[float, float]]:
    material = spells([*rows, *MANY])
    learnt = fit(material, months=12, draws=64)
    found = entering(2019, material, learnt, learnt.forecast())
    return {row.year: (row.residents, row.arrivals) for row in found}


def test_a_person_who_moves_is_one_and_one_who_comes_back_is_two() -> None:
    plain = held([])
    moved, back, over = held(MOVED), held(BACK), held(OVER)
    assert (moved[2018][0] - plain[2018][0], moved[2018][1] - plain[2018][1]) == (1, 0)
    assert (back[2018][0] - plain[2018][0], back[2018][1] - plain[2018][1]) == (0, 2)
    assert (over[2018][0] - plain[2018][0], over[2018][1] - plain[2018][1]) == (0, 0)


def test_the_year_ahead_has_those_who_are_left_and_those_who_are_expected() -> None:
    found = held(MOVED)
    assert found[2019][0] == 1
    assert found[2019][1] > 0


def test_counts_tell_nothing_of_who_comes() -> None:
    counts = Counts((HOME,), (2018, 1), np.full((1, 12), 5.0), np.full((1, 12), 1000.0))
    learnt = fit(spells(MANY), months=12, draws=64)
    assert entering(2019, counts, learnt, learnt.forecast()) == ()
    assert entering(2019, spells(MANY), object(), learnt.forecast()) == ()
