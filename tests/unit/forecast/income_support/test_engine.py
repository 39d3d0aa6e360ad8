"""The engine against households one by one, and what must hold for any board."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.forecast import Lever, LeverKind
from styrhus.forecast.income_support import Places, SupportParameters
from styrhus.forecast.income_support.flow import flow
from styrhus.forecast.income_support.outcome import Sums, outcome, paths
from styrhus.forecast.material import Horizon
from tests.reference import income_support as slow

RUNS = 600


def world_of(board: slow.Board, draws: int = 1) -> SupportParameters:
    months = len(board.entries)
    return SupportParameters(
        horizon=Horizon(2023, 1, months),
        standing=np.tile(np.array(board.standing, float), (draws, 1)),
        entries=np.tile(np.array(board.entries), (draws, 1)),
        leave=np.tile(np.array(board.leave), (draws, 1)),
        payout=np.tile(np.array(board.payout), (draws, 1)),
        drift=np.ones((draws, months)),
    )


BOARDS = st.builds(
    slow.Board,
    standing=st.tuples(*[st.integers(0, 6)] * 10),
    leave=st.tuples(*[st.floats(0.01, 0.6)] * 3),
    entries=st.lists(st.floats(0.0, 8.0), min_size=5, max_size=5).map(tuple),
    payout=st.lists(st.floats(5000.0, 15000.0), min_size=5, max_size=5).map(tuple),
)


@settings(max_examples=15, deadline=None)
@given(board=BOARDS)
def test_means_and_variance_are_those_of_households_one_by_one(board: slow.Board) -> None:
    every, long, cost = slow.costs(board, RUNS)
    world = world_of(board)
    found = flow(world)
    of = paths(world, (), ())
    for month in range(5):
        values = [run[month] for run in every]
        error = 4 * (slow.variance(values) / RUNS) ** 0.5 + 0.02
        assert found.total[0, month] == pytest.approx(slow.mean(values), abs=error)
        values = [run[month] for run in long]
        error = 4 * (slow.variance(values) / RUNS) ** 0.5 + 0.02
        assert found.households[0, -1, month] == pytest.approx(slow.mean(values), abs=error)
    assert float((found.total * world.payout).sum()) == pytest.approx(slow.mean(cost), rel=0.03, abs=8000)
    assert of.one.variance(np.array(board.payout)) == pytest.approx(slow.variance(cost), rel=0.3, abs=2e7)


def test_quantiles_of_the_years_cost_are_those_of_households_one_by_one() -> None:
    board = slow.Board((12, 10, 8, 7, 6, 6, 5, 5, 5, 60), (0.2, 0.1, 0.04), (11.0,) * 12, (11_800.0,) * 12)
    _, _, cost = slow.costs(board, 1500)
    world = world_of(board, draws=4000)
    told = outcome(Sums(world, paths(world, (), ())))[0].whole.cost
    assert told is not None
    for level in (10, 50, 90):
        assert getattr(told, f"p{level}") == pytest.approx(float(np.percentile(cost, level)), rel=0.01)


def test_households_are_conserved() -> None:
    board = slow.Board((5,) * 10, (0.2, 0.1, 0.05), (4.0,) * 6, (1.0,) * 6)
    found = flow(world_of(board))
    before = 50.0
    for month in range(6):
        now = float(found.total[0, month])
        previous = np.array(board.standing, float) if month == 0 else found.households[0, :, month - 1]
        left = float((previous * found.leaving[0, :, month]).sum())
        assert now == pytest.approx(before + 4.0 - left)
        before = now


def test_levers_of_zero_change_nothing_and_others_go_the_right_way() -> None:
    board = slow.Board((20,) * 10, (0.2, 0.1, 0.05), (20.0,) * 12, (10_000.0,) * 12)
    world = world_of(board, draws=200)

    def cost(levers: tuple[Lever, ...] = (), places: tuple[Places, ...] = ()) -> float:
        told = outcome(Sums(world, paths(world, levers, places)))[0].whole.cost
        assert told is not None
        return told.mean

    base = cost()
    for kind in (LeverKind.INFLOW, LeverKind.STAY, LeverKind.PRICE):
        assert cost((Lever(kind, 0.0),)) == base
        assert cost((Lever(kind, -0.1),)) < base < cost((Lever(kind, 0.1),))
    assert cost((Lever(LeverKind.PRICE, 0.1),)) == pytest.approx(base * 1.1)
    assert cost((), (Places(0),)) == base
    few, many = (cost((), (Places(10, months=6, back=back),)) for back in (0.3, 0.9))
    assert few < many < base < cost((), (Places(-10),))


def test_places_take_away_as_many_as_there_are_places_and_give_back_a_share() -> None:
    board = slow.Board((0,) * 9 + (100,), (0.0, 0.0, 0.0), (0.0,) * 9, (1.0,) * 9)
    found = flow(world_of(board), (), (Places(20, start=1, months=6, back=0.5, until=7),))
    assert found.total[0].tolist() == pytest.approx([100, 80, 80, 80, 80, 80, 80, 90, 90])


def test_more_places_than_households_leave_nobody_below_zero() -> None:
    board = slow.Board((1,) * 10, (0.2, 0.1, 0.05), (0.0,) * 6, (1.0,) * 6)
    found = flow(world_of(board), (), (Places(500),))
    assert (found.households >= 0).all()
