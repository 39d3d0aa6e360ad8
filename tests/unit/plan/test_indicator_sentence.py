"""The first sentence of an indicator's page."""

from decimal import Decimal

import pytest

from styrhus.plan.indicator import Indicator
from styrhus.plan.indicator_sentence import indicator_sentence, latest_outcome
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target, TargetKind
from styrhus.values.unit import Unit

DAYS = Indicator(id="x", goal="g", name="Dagar till bostad", unit=Unit.DAYS)


def outcome(period: str, value: str | None, **fields: object) -> Outcome:
    return Outcome(indicator="x", period=period, value=None if value is None else Decimal(value), **fields)


def told(outcomes, *targets, language="sv", indicator=DAYS):
    return indicator_sentence(indicator, 2023, targets=targets, outcomes=outcomes).render(language)


AT_MOST = Target(indicator="x", year=2023, kind=TargetKind.AT_MOST, value=Decimal(180))


def test_outcome_and_target():
    assert told([outcome("2022", "138")], AT_MOST) == "Utfall 2022: 138\u00a0dagar; målvärde 2023: högst 180."
    english = "138\u00a0days in 2022; the target for 2023 is at most 180."
    assert told([outcome("2022", "138")], AT_MOST, language="en") == english


def test_a_number_without_unit_does_not_stand_beside_the_year():
    index = DAYS.model_copy(update={"unit": Unit.INDEX})
    assert told([outcome("2022", "83.7")], AT_MOST, indicator=index) == ("Utfall 2022: 83,7; målvärde 2023: högst 180.")


def test_a_preliminary_outcome_says_so():
    assert told([outcome("2022", "138", preliminary=True)], AT_MOST).startswith(
        "Utfall 2022 (preliminärt): 138\u00a0dagar; "
    )


def test_nothing_entered_is_not_zero():
    assert (
        told([outcome("2022", None, mark="-")], AT_MOST) == "Utfall saknas ännu; målvärde 2023: högst 180\u00a0dagar."
    )


def test_values_only_for_parts_are_told_apart_from_none():
    assert told([outcome("2022", "5", part="K")], AT_MOST).startswith("Utfall för 2022 finns bara för delar; ")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("measure", "måttet mäts utan målvärde 2023"),
        ("follow", "måttet följs utan målvärde 2023"),
        ("developing", "måttet är under utveckling 2023"),
        ("none", "målvärde saknas för 2023"),
    ],
)
def test_what_has_no_target_says_why(kind, words):
    target = Target(indicator="x", year=2023, kind=TargetKind(kind))
    assert told([outcome("2022", "138")], target) == f"Utfall 2022: 138\u00a0dagar; {words}."


def test_no_target_row_is_like_no_target():
    assert told([outcome("2022", "138")]) == "Utfall 2022: 138\u00a0dagar; målvärde saknas för 2023."


def test_the_latest_is_the_whole_year_and_the_final_value():
    rows = [
        outcome("2022", "1", preliminary=True), outcome("2022", "2"), outcome("2022-T2", "3"), outcome("2023", None),
        outcome("2023", "9", part="K"), outcome("2021", "4"),
    ]  # fmt: skip
    assert latest_outcome(rows) == rows[1]
    assert latest_outcome([*rows, outcome("2023-02", "7")]).value == 7
    assert latest_outcome([]) is None
