"""The bridge as a ledger: changes are entered, corrected and taken out; frames of years too."""

from decimal import Decimal

import pytest

from styrhus.actions.change_frame_change import change_frame_change
from styrhus.actions.create_frame_change import create_frame_change
from styrhus.actions.permission import NotAllowed
from styrhus.actions.remove_frame import remove_frame
from styrhus.actions.remove_frame_change import remove_frame_change
from styrhus.actions.set_frame import set_frame
from styrhus.finance.bridge import bridge, frame_of
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan

NEW = {"year": 2023, "kind": "volume", "label": "Fler placeringar", "amount": Decimal("900"), "unit": "tkr"}
MOVE = {"year": 2023, "kind": "transfer", "label": "Flytt", "amount": Decimal("40"), "unit": "tkr",
        "from_unit": "barn", "to_unit": "mottag"}  # fmt: skip


@pytest.fixture
def controller(plan):
    return member(Role.CONTROLLER)


def stored(plan):
    return read.dossier(*plan)


def version(plan, key, part="frame_changes"):
    return read.versions(*plan, part).get(key, 0)


def test_a_change_is_entered_and_stands_in_the_bridge(plan, controller):
    made = create_frame_change(*plan, NEW, by=controller)
    assert made.id == "fler-placeringar"
    held = stored(plan)
    assert bridge(held.frames, held.frame_changes, 2023).steps[-1].amount == 900


def test_a_move_between_units_leaves_the_bridge_as_it_was(plan, controller):
    before = bridge(stored(plan).frames, stored(plan).frame_changes, 2023)
    create_frame_change(*plan, MOVE, by=controller)
    after = bridge(stored(plan).frames, stored(plan).frame_changes, 2023)
    assert (after.steps, after.residual) == (before.steps, before.residual)
    assert [held.label for held in after.own_moves] == ["Flytt"]


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(plan, controller):
    with pytest.raises(ProblemsError) as caught:
        create_frame_change(*plan, {**NEW, "permanence": "temporary"}, by=controller)
    assert [problem.column for problem in caught.value.problems] == ["last_year"]
    with pytest.raises(ProblemsError):
        create_frame_change(*plan, {**MOVE, "to_unit": "saknas"}, by=controller)
    assert stored(plan) == rich_plan()


def test_a_change_is_corrected_and_taken_out(plan, controller):
    made = create_frame_change(*plan, NEW, by=controller)
    changed = change_frame_change(
        *plan, made.id, {"amount": Decimal("800")}, version=version(plan, made.id), by=controller
    )
    assert (changed.amount, changed.label) == (800, "Fler placeringar")
    remove_frame_change(*plan, made.id, version=version(plan, made.id), by=controller)
    assert stored(plan) == rich_plan()


def test_an_editor_may_not(plan, editor):
    for refused in (
        lambda: create_frame_change(*plan, NEW, by=editor),
        lambda: remove_frame_change(*plan, "volym", version=1, by=editor),
        lambda: set_frame(*plan, {"year": 2024, "amount": Decimal(1), "unit": "tkr"}, version=0, by=editor),
        lambda: remove_frame(*plan, 2023, "", version=1, by=editor),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_frames_are_set_in_their_year_and_removed(plan, controller):
    part = {"year": 2022, "part": "barn", "amount": Decimal("500"), "unit": "tkr"}
    set_frame(*plan, part, version=version(plan, 2022, "frames"), by=controller)
    assert [(f.year, f.part) for f in stored(plan).frames] == [(2022, ""), (2022, "barn"), (2023, "")]
    set_frame(*plan, {**part, "amount": Decimal("510")}, version=version(plan, 2022, "frames"), by=controller)
    assert frame_of(stored(plan).frames, 2022, "barn").amount == 510
    remove_frame(*plan, 2022, "barn", version=version(plan, 2022, "frames"), by=controller)
    assert stored(plan) == rich_plan()
    with pytest.raises(read.NotFound):
        remove_frame(*plan, 2031, "", version=0, by=controller)


def test_a_frame_of_persons_is_refused(plan, controller):
    with pytest.raises(ProblemsError):
        set_frame(*plan, {"year": 2024, "amount": Decimal(1), "unit": "persons"}, version=0, by=controller)
