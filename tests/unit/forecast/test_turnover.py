"""Who came and who left, counted by hand."""

import numpy as np
import pytest

from styrhus.forecast import OPEN, Spells, Stream
from styrhus.forecast.placements.turnover import YEAR, turnover

BARN, UNGA = Stream("Barn", "institution", "external"), Stream("Unga", "institution", "external")
AS_OF = 17_896


def spells(*rows, first=AS_OF - 3 * YEAR):
    """Rows of stream, days from start to the last day, and days since leaving (None while there)."""
    stream, start, end = (np.array(column) for column in zip(*rows, strict=True))
    size = len(rows)
    return Spells(
        (BARN, UNGA), stream.astype(np.int16), np.arange(size), (AS_OF - start).astype(np.int32),
        np.array([OPEN if held is None else AS_OF - held for held in end], dtype=np.int32),
        np.full(size, 3000.0), np.zeros(size, dtype=np.bool_), AS_OF, first,
    )  # fmt: skip


def test_each_year_has_those_who_came_and_left_in_it():
    found = turnover(spells((0, 100, None), (0, 100, 40), (0, 400, 380), (0, 900, 10), (1, 500, None)))
    latest, before = found[BARN]
    assert (latest.came, latest.left, latest.days) == (2, 2, pytest.approx((60 + 890) / 2))
    assert (before.came, before.left, before.days) == (1, 1, 20)
    assert found[UNGA][0].came == 0
    assert found[UNGA][0].days is None
    assert found[UNGA][1].came == 1


def test_a_year_that_the_data_do_not_reach_is_not_told():
    assert turnover(spells((0, 100, None), (1, 3, None), first=AS_OF - YEAR))[BARN][1] is None
