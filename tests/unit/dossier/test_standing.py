"""The words of a plan rest on the year's outcomes, or before there are any on where the indicators start."""

from decimal import Decimal

import pytest

from styrhus.dossier.document import Board, Plan, PlanKind, PlanStatus
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.standing import Basis, standing, yearly_outcomes
from styrhus.plan.goal import Goal
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome, StatusOverride
from styrhus.plan.status_word import StatusWord
from styrhus.plan.target import Target, TargetKind
from styrhus.values.unit import Unit

NUMBER = {"goal": "mal", "unit": Unit.NUMBER}
TARGET = Target(indicator="a", year=2023, kind=TargetKind.AT_LEAST, value=Decimal(10))


def dossier(*outcomes: Outcome, target: Target = TARGET, overrides: tuple[StatusOverride, ...] = ()) -> Dossier:
    return Dossier(
        board=Board(id="lund", municipality="Lund", name="Nämnden"),
        plan=Plan(year=2023, kind=PlanKind.BOARD_PLAN, title="Plan", status=PlanStatus.ADOPTED),
        goals=(Goal(id="mal", level="namnd", name="Mål"),),
        indicators=(Indicator(id="a", name="A", **NUMBER), Indicator(id="b", name="B", **NUMBER)),
        targets=(target,),
        outcomes=outcomes,
        overrides=overrides,
    )


def outcome(period: str, value: int | None, **more: object) -> Outcome:
    return Outcome(indicator="a", period=period, value=None if value is None else Decimal(value), **more)


@pytest.mark.parametrize(("value", "word"), [(10, StatusWord.REACHED), (9, StatusWord.NOT_REACHED)])
def test_before_the_year_the_latest_outcome_is_held_against_the_years_target(value, word):
    held = standing(dossier(outcome("2021", 99), outcome("2022", value)))
    assert (held.basis, held.words["a"], held.words["b"]) == (Basis.START, word, StatusWord.NOT_JUDGED)


def test_the_first_outcome_of_the_year_makes_the_year_the_basis_for_all():
    held = standing(dossier(outcome("2022", 12), outcome("2023-T1", 3)))
    assert held.basis is Basis.YEAR
    assert held.words["a"] is StatusWord.NOT_JUDGED


def test_an_outcome_that_was_asked_for_but_is_missing_does_not_start_the_year():
    assert standing(dossier(outcome("2022", 12), outcome("2023", None))).basis is Basis.START


def test_an_override_starts_the_year():
    override = StatusOverride(indicator="b", year=2023, status=StatusWord.PARTLY, reason="Enligt enkät")
    assert standing(dossier(outcome("2022", 12), overrides=(override,))).words["b"] is StatusWord.PARTLY


def test_a_target_that_counts_from_the_year_before_cannot_be_judged_in_advance():
    target = Target(indicator="a", year=2023, kind=TargetKind.INCREASE)
    assert standing(dossier(outcome("2022", 12), target=target)).words["a"] is StatusWord.NOT_JUDGED


def test_a_final_outcome_counts_before_a_preliminary_one_of_the_same_year():
    held = dossier(outcome("2022", 12), outcome("2022", 5, preliminary=True), outcome("2021", 7), outcome("2022-T1", 1))
    assert [o.value for o in yearly_outcomes(held, "a")] == [12, 7]
