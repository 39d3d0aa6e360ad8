"""Levers of savings: who may, what is refused, and that all savings carry the effects of one computation."""

from decimal import Decimal

import pytest

from styrhus.actions.conflict import Conflict
from styrhus.actions.permission import NotAllowed
from styrhus.actions.remove_saving import remove_saving
from styrhus.actions.set_saving_levers import set_saving_levers
from styrhus.dossier.saving_levers import Effects
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member

PLACE = ("lund", 2023)
KEY = "samla-inkop"


def give(levers, *, by=None, version=None, **rest):
    seen = read.versions(*PLACE, "saving_levers").get(KEY, 0) if version is None else version
    return set_saving_levers(*PLACE, KEY, levers, version=seen, by=by or member(Role.CONTROLLER), **rest)


def held():
    return read.dossier(*PLACE).saving_levers


def test_levers_with_their_effect(plan):
    found = Effects({KEY: Decimal("1234.5")}, {}, Decimal(0))
    give([" inflow:Barn=-10% ", ""], computed=found, digest="abc")
    (row,) = held()
    assert (row.levers, row.computed_effect, row.joint_effect, row.digest) == (
        ("inflow:Barn=-10%",), Decimal("1234.5"), None, "abc",
    )  # fmt: skip
    assert row.computed_on is not None


def test_new_levers_without_a_forecast_have_no_effect(plan):
    give(["price=-5%"])
    (row,) = held()
    assert (row.computed_effect, row.digest) == (None, "")


def test_no_levers_take_the_row_away(plan):
    assert give([]) is None
    assert held() == ()


def test_a_lever_that_cannot_be_read_is_refused(plan):
    before = held()
    with pytest.raises(ProblemsError):
        give(["billigare vård"])
    assert held() == before


def test_others_may_not_and_who_was_first_is_kept(plan):
    with pytest.raises(NotAllowed):
        give(["price=-5%"], by=member(Role.EDITOR))
    with pytest.raises(Conflict):
        give(["price=-5%"], version=999)


def test_they_go_with_the_saving(plan):
    by = member(Role.CONTROLLER)
    remove_saving(*PLACE, KEY, version=read.versions(*PLACE, "savings")[KEY], by=by)
    assert held() == ()
