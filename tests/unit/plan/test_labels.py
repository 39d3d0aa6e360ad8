"""Every code of the plan has a word."""

from enum import StrEnum

import pytest

from styrhus.plan import assignment, goal, indicator, steering, target, undertaking
from styrhus.plan.labels import label, part_label

ENUMS = [
    assignment.AssignmentKind, assignment.AssignmentStatus, goal.GoalChange, indicator.Breakdown, indicator.Direction,
    indicator.LifeEvent, steering.Decider, target.TargetKind, undertaking.Assessment, undertaking.ObservationKind,
]  # fmt: skip


@pytest.mark.parametrize("enum", ENUMS)
def test_every_code_has_its_own_word(enum: type[StrEnum]):
    words = [label(code).render("sv") for code in enum]
    assert all(words)
    assert len(set(words)) == len(words)


def test_the_same_code_of_two_enums_keeps_two_words():
    assert label(indicator.LifeEvent.NEW).render("sv") == "ny"
    assert label(goal.GoalChange.NEW).render("sv") == "nytt i år"
    assert label(indicator.Direction.NONE).render("sv") == "ingen riktning"
    assert label(target.TargetKind.NONE).render("sv") == "inget målvärde"


def test_parts_that_are_names_stand_as_they_are():
    assert [part_label(part).render("sv") for part in ("", "K", "M", "Väster K")] == [
        "totalt",
        "kvinnor",
        "män",
        "Väster K",
    ]
