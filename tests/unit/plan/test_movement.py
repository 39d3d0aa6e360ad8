"""The arrow from the year before."""

from decimal import Decimal

import pytest

from styrhus.plan.indicator import Direction, Indicator
from styrhus.plan.movement import movement
from styrhus.plan.outcome import Outcome
from styrhus.values.unit import Unit


def outcomes(*values: tuple[str, str | None]) -> list[Outcome]:
    return [Outcome(indicator="x", period=p, value=None if v is None else Decimal(v)) for p, v in values]


def indicator(direction: Direction, unit: Unit = Unit.PERSONS) -> Indicator:
    return Indicator(id="x", goal="g", name="n", unit=unit, direction=direction)


@pytest.mark.parametrize(
    ("direction", "before", "now", "arrow", "words"),
    [
        (Direction.DOWN, "40", "42", "↑", "upp sedan 2021, sämre"),
        (Direction.UP, "40", "42", "↑", "upp sedan 2021, bättre"),
        (Direction.DOWN, "42", "40", "↓", "ner sedan 2021, bättre"),
        (Direction.NONE, "42", "40", "↓", "ner sedan 2021"),
        (Direction.LEVEL, "42", "40", "↓", "ner sedan 2021"),
        (Direction.UP, "100", "100", "→", "oförändrat sedan 2021"),
    ],
)
def test_arrow_and_words(direction, before, now, arrow, words):
    found = movement(indicator(direction), outcomes(("2021", before), ("2022", now)))
    assert (found.arrow, found.words.render("sv")) == (arrow, words)


@pytest.mark.parametrize(
    "rows",
    [outcomes(("2022", "1")), outcomes(("2020", "1"), ("2022", "2")), outcomes(("2021", None), ("2022", "2")), []],
)
def test_no_movement_without_two_years_in_a_row(rows):
    assert movement(indicator(Direction.UP), rows) is None


def test_yes_and_no_do_not_move():
    assert movement(indicator(Direction.UP, Unit.YES_NO), outcomes(("2021", "0"), ("2022", "1"))) is None
