"""Goals are created, changed and removed; what does not hang together is refused and nothing is kept of it."""

import pytest

from styrhus.actions.change_goal import change_goal
from styrhus.actions.create_goal import create_goal
from styrhus.actions.remove_goal import remove_goal
from styrhus.store import read
from styrhus.values.problem import ProblemsError
from tests.store.plans import rich_plan

NEW = {"name": "Snabb hjälp åt äldre", "level": "namndmal", "parents": ("trygg",)}


def stored(plan):
    return read.dossier(*plan)


def test_a_new_goal_stands_last_and_has_a_short_name(plan, editor):
    goal = create_goal(*plan, NEW, by=editor)
    assert goal.id == "snabb-hjalp-at-aldre"
    assert stored(plan).goals[-1] == goal


def test_a_new_goal_stands_behind_the_one_named(plan, editor):
    create_goal(*plan, NEW, by=editor, after="trygg")
    assert [goal.id for goal in stored(plan).goals] == ["trygg", "snabb-hjalp-at-aldre", "trygg-uppvaxt"]
    create_goal(*plan, {**NEW, "name": "Ännu en"}, by=editor, after="trygg")
    names = [goal.id for goal in stored(plan).goals]
    assert names == ["trygg", "annu-en", "snabb-hjalp-at-aldre", "trygg-uppvaxt"]


def test_two_goals_of_the_same_name_get_different_short_names(plan, editor):
    first, second = create_goal(*plan, NEW, by=editor), create_goal(*plan, NEW, by=editor)
    assert second.id == first.id + "-2"


def test_a_change_leaves_the_other_fields_and_goals(plan, editor):
    change_goal(*plan, "trygg-uppvaxt", {"name": "Tryggare uppväxt", "id": "other"}, version=1, by=editor)
    changed = stored(plan).goal_by_id["trygg-uppvaxt"]
    assert changed == rich_plan().goals[1].model_copy(update={"name": "Tryggare uppväxt"})
    assert stored(plan).goals[0] == rich_plan().goals[0]


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"parents": ("saknas",)}, "parents"),
        ({"parents": ("trygg-uppvaxt",)}, "parents"),
        ({"parents": ()}, "parents"),
        ({"level": "okand"}, "level"),
        ({"name": "  "}, "name"),
        ({"valid_from": "snart"}, "valid_from"),
        ({"valid_from": 10**12}, "valid_from"),
        ({"okant": 1}, "okant"),
    ],
)
def test_what_does_not_hold_is_refused_with_its_field(plan, editor, changes, column):
    with pytest.raises(ProblemsError) as caught:
        change_goal(*plan, "trygg-uppvaxt", changes, version=1, by=editor)
    assert column in {problem.column for problem in caught.value.problems}
    assert all(problem.remedy.msgid for problem in caught.value.problems)
    assert stored(plan) == rich_plan()


def test_a_circle_of_goals_is_refused(plan, editor):
    with pytest.raises(ProblemsError):
        change_goal(*plan, "trygg", {"parents": ("trygg-uppvaxt",)}, version=1, by=editor)
    assert stored(plan) == rich_plan()


def test_a_goal_that_is_referred_to_cannot_be_removed(plan, editor):
    with pytest.raises(ProblemsError):
        remove_goal(*plan, "trygg", version=1, by=editor)
    assert stored(plan) == rich_plan()


def test_a_goal_that_stands_alone_can_be_removed(plan, editor):
    goal = create_goal(*plan, NEW, by=editor)
    remove_goal(*plan, goal.id, version=read.versions(*plan, "goals")[goal.id], by=editor)
    assert stored(plan) == rich_plan()


def test_a_goal_that_does_not_exist_is_not_found(plan, editor):
    with pytest.raises(read.NotFound):
        change_goal(*plan, "saknas", {"name": "x"}, version=1, by=editor)
    with pytest.raises(read.NotFound):
        change_goal("lund", 1999, "trygg", {"name": "x"}, version=1, by=editor)
