"""Savings with levers: computed alone and together, and never counted twice."""

from decimal import Decimal

import pytest

from styrhus.dossier.saving_levers import counted_share, effects, parsed
from styrhus.finance.savings.saving import Saving, SavingStatus
from styrhus.forecast.kept import SavingLever
from styrhus.forecast.lever import LeverKind
from tests.store.plans import rich_plan

MONTHS = tuple(f"2023-{month:02d}" for month in range(1, 13))


def saving(key: str, status: SavingStatus = SavingStatus.DECIDED, **changes: object) -> Saving:
    given = {"id": key, "name": key, "status": status, "full_year_effect": Decimal(1000), "start_year": 2023, **changes}
    return Saving.model_validate(given)


def plan(*held: Saving, levers: tuple[SavingLever, ...] = ()):
    return rich_plan().model_copy(update={"savings": held, "saving_effects": (), "saving_levers": levers})


def cost(levers):
    """A hundred that each lever makes smaller by its share of what is left."""
    left = Decimal(100_000)
    for lever in levers:
        left *= Decimal(1) + Decimal(str(lever.amount))
    return left


ROWS = (SavingLever(saving="a", levers=("inflow=-10%",)), SavingLever(saving="b", levers=("price=-20%",)))


def test_levers_begin_with_their_saving_and_grow_as_it_does():
    ((lever,), problems) = parsed(saving("a", start_month=7, ramp_months=6), ["inflow:Barn=-10%"], MONTHS)
    assert problems == ()
    assert (lever.kind, lever.start, lever.ramp_months) == (LeverKind.INFLOW, 6, 5)
    assert lever.share_of_whole(11) == 1


def test_a_lever_may_say_otherwise_and_an_early_saving_has_begun():
    ((lever,), _) = parsed(saving("a", start_month=7, ramp_months=6), ["inflow=-10%@2023-03+2"], MONTHS)
    assert (lever.start, lever.ramp_months) == (2, 2)
    ((early,), _) = parsed(saving("a", start_year=2020), ["inflow=-10%"], MONTHS)
    assert early.start == 0


def test_what_cannot_be_read_is_told():
    assert len(parsed(saving("a"), ["billigare", " "], MONTHS)[1]) == 1


def test_together_is_less_than_added_one_by_one():
    found = effects(plan(saving("a"), saving("b")), ROWS, MONTHS, cost)
    assert found is not None
    assert dict(found.alone) == {"a": 10_000, "b": 20_000}
    assert (found.together, found.added) == (28_000, 30_000)
    assert sum(found.joint.values()) == found.together
    assert found.joint["a"] == 9333


def test_ideas_are_computed_alone_and_counted_with_nobody():
    found = effects(plan(saving("a"), saving("b", SavingStatus.IDEA)), ROWS, MONTHS, cost)
    assert found is not None
    assert dict(found.joint) == {"a": 10_000}
    assert found.alone["b"] == 20_000


def test_without_prices_nothing_is_computed():
    assert effects(plan(saving("a")), ROWS, MONTHS, lambda levers: None) is None


@pytest.mark.parametrize(
    ("computed", "joint", "share"),
    [(100, 80, Decimal("0.8")), (100, None, 1), (None, None, 1), (0, 0, 1), (-50, -20, 1), (100, 120, 1)],
)
def test_the_share_that_the_proposals_of_units_count(computed, joint, share):
    def decimal(value):
        return None if value is None else Decimal(value)

    row = SavingLever(
        saving="a", levers=("inflow=-1%",), computed_effect=decimal(computed), joint_effect=decimal(joint)
    )
    assert counted_share(plan(saving("a"), levers=(row,)), saving("a")) == share
    assert counted_share(plan(saving("a")), saving("a")) == 1
