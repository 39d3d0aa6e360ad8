"""A target told in words, in both languages."""

from decimal import Decimal

import pytest

from styrhus.plan.target import Target, TargetKind
from styrhus.plan.target_words import target_words
from styrhus.values.unit import Unit


def target(kind: str, **fields: object) -> Target:
    return Target(indicator="x", year=2023, kind=TargetKind(kind), **fields)


@pytest.mark.parametrize(
    ("given", "unit", "swedish", "english"),
    [
        (target("at_least", value=Decimal("80")), Unit.PERCENT, "minst 80\u00a0%", "at least 80\u00a0%"),
        (target("at_most", value=Decimal("180")), Unit.DAYS, "högst 180\u00a0dagar", "at most 180\u00a0days"),
        (target("less_than", value=Decimal("5.5")), Unit.PERCENT, "lägre än 5,5\u00a0%", "less than 5.5\u00a0%"),
        (target("exactly", value=Decimal(1)), Unit.YES_NO, "ja", "yes"),
        (target("exactly", value=Decimal(0)), Unit.YES_NO, "nej", "no"),
        (target("decrease", change=Decimal(-25)), Unit.HOUSEHOLDS,
         "minska med 25\u00a0hushåll", "decrease by 25\u00a0households"),
        (target("increase"), Unit.NUMBER, "öka", "increase"),
        (target("keep", reference="jämförbara kommuner"), Unit.KR,
         "behålla nivån, jämfört med jämförbara kommuner", "keep the level, compared with jämförbara kommuner"),
        (target("at_least", reference="stadens genomsnitt"), Unit.INDEX,
         "minst stadens genomsnitt", "at least stadens genomsnitt"),
        (target("measure"), Unit.PERCENT, "mäts bara", "only measured"),
        (target("at_least"), Unit.PERCENT, "inte angivet i tal", "a target without value"),
        (None, Unit.PERCENT, "inget målvärde", "no target"),
    ],
)  # fmt: skip
def test_each_kind_of_target(given, unit, swedish, english):
    assert target_words(given, unit).render("sv") == swedish
    assert target_words(given, unit).render("en") == english


def test_bare_leaves_out_a_unit_that_is_a_word_but_keeps_percent():
    assert target_words(target("at_most", value=Decimal(180)), Unit.DAYS, bare=True).render("sv") == "högst 180"
    assert (
        target_words(target("at_least", value=Decimal(90)), Unit.PERCENT, bare=True).render("sv") == "minst 90\u00a0%"
    )


def test_every_kind_has_words():
    for kind in TargetKind:
        assert target_words(target(kind.value), Unit.NUMBER).render("sv")
