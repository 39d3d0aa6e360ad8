"""The bridge by unit: moves are neither growth nor saving, and own moves add up to nothing."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.bridge import bridge, falling_away, lasting, money_sum, without_end
from styrhus.finance.frame import Frame, FrameChange, FrameChangeKind, Permanence
from styrhus.finance.frame_checks import change_problems
from styrhus.finance.unit_bridge import unit_bridge
from styrhus.values.unit import Unit


def change(key: str, amount: object, **fields: object) -> FrameChange:
    values = {"id": key, "year": 2023, "kind": FrameChangeKind.OTHER, "label": key, "amount": Decimal(str(amount)),
              "unit": Unit.TKR}  # fmt: skip
    return FrameChange.model_validate(values | fields)


def move(key: str, amount: object, source: str, target: str, **fields: object) -> FrameChange:
    kind = {"kind": FrameChangeKind.TRANSFER}
    return change(key, amount, from_unit=source, to_unit=target, **kind | fields)


def temporary(key: str, amount: object, last_year: int | None, **fields: object) -> FrameChange:
    return change(key, amount, permanence=Permanence.TEMPORARY, last_year=last_year, **fields)


FRAMES = [Frame(year=2022, amount=Decimal(1000), unit=Unit.TKR), Frame(year=2023, amount=Decimal(1100), unit=Unit.TKR)]


def itself(unit: str) -> str:
    return unit


def rows_of(changes, gather=itself, frames=FRAMES):
    return {row.unit: row for row in unit_bridge(frames, changes, 2023, unit=Unit.TKR, gather=gather)}


def test_a_move_within_the_board_is_no_step_of_its_bridge():
    found = bridge(FRAMES, [change("a", 100), move("b", 40, "barn", "vuxen")], 2023)
    assert [step.change.id for step in found.steps] == ["a"]
    assert [held.id for held in found.own_moves] == ["b"]
    assert found.residual == 0


def test_a_move_from_another_board_changes_the_frame_but_is_no_growth():
    moved = change("a", 30, kind=FrameChangeKind.TRANSFER, counterpart="Kulturnämnden")
    found = bridge(FRAMES, [moved, change("b", 70)], 2023)
    assert (found.change, found.moved, found.comparable) == (100, 30, 70)


def test_each_unit_has_its_changes_with_moves_apart():
    changes = [
        change("volym", 20, to_unit="barn"),
        change("krav", -5, kind=FrameChangeKind.EFFICIENCY, to_unit="barn"),
        change("mindre", "-2", to_unit="barn"),
        move("flytt", "0.04", "barn", "vuxen", unit=Unit.MNKR),
        change("it", -3, kind=FrameChangeKind.TRANSFER, from_unit="vuxen", counterpart="Teknik"),
        change("ranta", -1),
    ]
    held = rows_of(changes)
    barn, vuxen, whole = held["barn"], held["vuxen"], held[None]
    assert (barn.added, barn.saved, barn.reduced, barn.own_moves, barn.board_moves) == (20, -5, -2, -40, 0)
    assert (vuxen.added, vuxen.saved, vuxen.own_moves, vuxen.board_moves) == (0, 0, 40, -3)
    assert (whole.reduced, whole.own_moves) == (-1, 0)


def test_a_move_among_units_that_are_shown_as_one_does_nothing():
    held = rows_of([move("flytt", 40, "barn", "vuxen")], gather=lambda unit: "soc")
    assert held["soc"].explained == 0


def test_a_unit_with_frames_of_its_own_shows_what_is_not_explained():
    frames = [*FRAMES, Frame(year=2022, part="barn", amount=Decimal(500), unit=Unit.TKR),
              Frame(year=2023, part="barn", amount=Decimal(530), unit=Unit.TKR)]  # fmt: skip
    barn = rows_of([change("volym", 20, to_unit="barn")], frames=frames)["barn"]
    assert (barn.opening, barn.closing, barn.residual) == (500, 530, 10)


UNITS = st.sampled_from([None, "a", "b", "c"])
CHANGES = st.lists(
    st.tuples(UNITS, UNITS, st.sampled_from(FrameChangeKind), st.decimals(-1000, 1000, places=2)), max_size=8
)


@settings(max_examples=60)
@given(CHANGES)
def test_the_units_add_up_to_the_board_and_own_moves_to_nothing(drawn):
    changes = [
        change(f"c{n}", amount, kind=kind, from_unit=source, to_unit=target)
        for n, (source, target, kind, amount) in enumerate(drawn)
    ]
    held = rows_of(changes).values()
    assert sum(row.own_moves for row in held) == 0
    assert sum(row.explained for row in held) == sum(c.board_amount for c in changes)
    assert sum(step.amount for step in bridge(FRAMES, changes, 2023).steps) == money_sum(changes, Unit.TKR)


def test_what_falls_away_is_the_boards_and_what_has_no_end_is_told_apart():
    held = [temporary("a", 5, 2023), temporary("b", 6, None), temporary("c", 7, 2024),
            move("d", 8, "x", "y", permanence=Permanence.TEMPORARY, last_year=2023)]  # fmt: skip
    assert [c.id for c in falling_away(held, 2023)] == ["a"]
    assert [c.id for c in without_end(held, 2023)] == ["b"]


def test_the_cumulative_effect_by_year_and_how_long_it_lasts():
    held = [change("a", 10, permanence=Permanence.PERMANENT), temporary("b", 5, 2024), change("c", 1, year=2024)]
    found = lasting(held, Unit.TKR)
    assert [(row.year, row.permanent, row.temporary, row.not_stated) for row in found] == [
        (2023, 10, 5, 0), (2024, 10, 5, 1), (2025, 10, 0, 1),
    ]  # fmt: skip
    assert found[-1].total == 11
    assert lasting([], Unit.TKR) == ()


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (temporary("a", 1, None), "last_year"),
        (temporary("a", 1, 2022), "last_year"),
        (change("a", 1, last_year=2025), "last_year"),
        (change("a", 0), "amount"),
        (change("a", 1, unit=Unit.PERSONS), "unit"),
        (move("a", 1, "barn", "barn"), "to_unit"),
        (move("a", -1, "barn", "vuxen"), "amount"),
        (move("a", 1, "barn", "vuxen", kind=FrameChangeKind.NEED), "kind"),
    ],
)
def test_what_a_change_must_say(wrong, column):
    assert [problem.column for problem in change_problems(wrong)] == [column]


def test_a_whole_change_has_no_problem():
    assert not list(change_problems(move("a", 1, "barn", "vuxen")))
    assert not list(change_problems(temporary("a", -1, 2023)))
