"""The benchmark of the engine runs, and both simulations of placements say the same."""

from random import Random

import numpy as np
import pytest

from benchmarks.subjects import forecast_flow
from benchmarks.subjects.placement_worlds import board, unit
from benchmarks.subjects.simulated_placements import World, expected, simulate
from styrhus.forecast.placements.flow import care_days
from tests.reference import placements as reference


def test_the_board_is_of_the_size_that_is_told():
    found = board(known=False)
    assert (found.draws, len(found.streams), found.horizon.count) == (2000, 12, 24)
    assert len(found.residents.stream) == 399
    assert found.arrivals[:, :, 0].sum(axis=1).mean() == pytest.approx(40, rel=0.02)


def test_evenly_drawn_persons_find_the_mean():
    """On the smaller world; the large one is measured by the suite."""
    found = unit(draws=1)
    seen = expected(World(*forecast_flow.plain(found)), 6000, 1)
    assert seen == pytest.approx(care_days(found)[0], rel=0.01)


def test_both_simulations_agree():
    plain = forecast_flow.plain(unit(months=6, draws=1))
    random, simple = Random(1), reference.World(*plain)
    one = np.array([reference.care_days(simple, reference.stays(simple, random)) for _ in range(300)]).sum(axis=(1, 2))
    other = simulate(World(*plain), 3000, 1).sum(axis=(1, 2))
    assert one.mean() == pytest.approx(other.mean(), abs=4 * other.std() / 300**0.5)
    assert one.std() == pytest.approx(other.std(), rel=0.15)


@pytest.mark.parametrize("name", ["all_stays", "stays", "inflow", "price", "home"])
def test_each_move_of_a_lever_gives_another_answer(name, monkeypatch):
    monkeypatch.setattr(forecast_flow, "board", lambda known: board(known=known, draws=16, stays=4))
    move = getattr(forecast_flow, name)()
    assert move()[0].whole.cost != move()[0].whole.cost
