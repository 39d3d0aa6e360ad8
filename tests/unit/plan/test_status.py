"""The status rule: every kind of target, and what cannot be judged."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome, StatusOverride
from styrhus.plan.status import judge
from styrhus.plan.status_word import StatusWord
from styrhus.plan.target import UNJUDGED, Target, TargetKind
from styrhus.values.unit import Unit

DAYS = Indicator(id="dagar", goal="mal", name="Dagar till bostad", unit=Unit.DAYS)


def status(kind: str, outcome: str | None, *, before: str | None = None, **target: object) -> str:
    outcomes = [
        Outcome(indicator="dagar", period=year, value=Decimal(value))
        for year, value in (("2021", before), ("2022", outcome))
        if value is not None
    ]
    targets = [Target.model_validate({"indicator": "dagar", "year": 2022, "kind": kind} | target)]
    return judge(DAYS, 2022, targets=targets, outcomes=outcomes).word


@pytest.mark.parametrize(
    ("kind", "limit", "outcome", "word"),
    [
        ("at_least", "80", "80", "reached"),
        ("at_least", "80", "79.9", "not_reached"),
        ("at_most", "180", "138", "reached"),
        ("at_most", "180", "180.1", "not_reached"),
        ("less_than", "5", "5", "not_reached"),
        ("less_than", "5", "4.9", "reached"),
        ("exactly", "100", "100.0", "reached"),
        ("exactly", "100", "99", "not_reached"),
        ("increase", "40", "40", "reached"),
        ("decrease", "20", "42", "not_reached"),
        ("keep", "3465", "3465", "reached"),
        ("keep", "3465", "3844", "not_reached"),
    ],
)
def test_an_outcome_against_a_limit(kind, limit, outcome, word):
    assert status(kind, outcome, value=limit) == word


@pytest.mark.parametrize(
    ("kind", "before", "outcome", "target", "word"),
    [
        ("increase", "40", "41", {}, "reached"),
        ("increase", "40", "40", {}, "not_reached"),
        ("decrease", "639", "614", {"change": "-25"}, "reached"),
        ("decrease", "639", "615", {"change": "25"}, "not_reached"),
        ("keep", "100", "101", {"tolerance": "1"}, "reached"),
        ("keep", "100", "102", {"tolerance": "1"}, "not_reached"),
        ("increase", None, "41", {}, "not_judged"),
        ("keep", None, "41", {}, "not_judged"),
    ],
)
def test_a_target_that_counts_from_the_year_before(kind, before, outcome, target, word):
    assert status(kind, outcome, before=before, **target) == word


def test_between_the_limit_and_the_target_is_partly():
    assert status("at_least", "75", value="80", partly="70") == "partly"
    assert status("at_least", "69", value="80", partly="70") == "not_reached"
    assert status("at_most", "190", value="180", partly="200") == "partly"


@pytest.mark.parametrize("kind", sorted(UNJUDGED))
def test_what_has_no_target_cannot_be_judged(kind):
    assert status(kind, "5") == "not_judged"


def test_a_missing_outcome_is_never_red_or_green():
    for kind in TargetKind:
        assert status(kind, None, value="5", before="5") == "not_judged"


def test_no_target_at_all():
    outcomes = [Outcome(indicator="dagar", period="2022", value=Decimal(5))]
    found = judge(DAYS, 2022, targets=[], outcomes=outcomes)
    assert (found.word, found.reason.render("sv")) == (StatusWord.NOT_JUDGED, "Året har inget målvärde.")


def test_a_target_relative_to_an_unknown_value_names_it():
    target = Target(indicator="dagar", year=2022, kind=TargetKind.AT_LEAST, reference="stadens genomsnitt")
    outcomes = [Outcome(indicator="dagar", period="2022", value=Decimal(5))]
    found = judge(DAYS, 2022, targets=[target], outcomes=outcomes)
    assert found.word is StatusWord.NOT_JUDGED
    assert "stadens genomsnitt" in found.reason.render("sv")


def test_the_rule_is_told_in_words_and_in_both_languages():
    target = Target(indicator="dagar", year=2022, kind=TargetKind.AT_MOST, value=Decimal(180))
    outcomes = [Outcome(indicator="dagar", period="2022", value=Decimal("1138.5"))]
    reason = judge(DAYS, 2022, targets=[target], outcomes=outcomes).reason
    assert reason.render("en") == "The outcome 1\u00a0138.5\u00a0days is above the target 180\u00a0days."
    assert "1\u00a0138,5\u00a0dagar" in reason.render("sv")


def test_only_whole_years_of_the_total_are_judged():
    outcomes = [
        Outcome(indicator="dagar", period="2022-T1", value=Decimal(1)),
        Outcome(indicator="dagar", period="2022", part="K", value=Decimal(1)),
    ]
    target = Target(indicator="dagar", year=2022, kind=TargetKind.AT_MOST, value=Decimal(180))
    assert judge(DAYS, 2022, targets=[target], outcomes=outcomes).word is StatusWord.NOT_JUDGED


def test_a_final_outcome_goes_before_a_preliminary():
    outcomes = [
        Outcome(indicator="dagar", period="2022", value=Decimal(200)),
        Outcome(indicator="dagar", period="2022", value=Decimal(100), preliminary=True),
    ]
    target = Target(indicator="dagar", year=2022, kind=TargetKind.AT_MOST, value=Decimal(180))
    assert judge(DAYS, 2022, targets=[target], outcomes=outcomes).word is StatusWord.NOT_REACHED


def test_an_override_keeps_what_the_rule_says():
    target = Target(indicator="dagar", year=2022, kind=TargetKind.AT_MOST, value=Decimal(180))
    override = StatusOverride(
        indicator="dagar", year=2022, status=StatusWord.PARTLY, reason="Mätningen gäller ett halvår."
    )
    outcomes = [Outcome(indicator="dagar", period="2022", value=Decimal(138))]
    found = judge(DAYS, 2022, targets=[target], outcomes=outcomes, override=override)
    assert (found.word, found.computed, found.is_overridden) == (StatusWord.PARTLY, StatusWord.REACHED, True)
    assert "Mätningen gäller ett halvår." in found.reason.render("sv")


@given(st.decimals(allow_nan=False, allow_infinity=False), st.decimals(allow_nan=False, allow_infinity=False))
def test_at_least_and_less_than_are_opposites(limit, outcome):
    words = {status("at_least", str(outcome), value=limit), status("less_than", str(outcome), value=limit)}
    assert words == {"reached", "not_reached"}
