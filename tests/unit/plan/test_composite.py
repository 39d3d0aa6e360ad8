"""How much of a composite index is measured."""

from decimal import Decimal

from styrhus.plan.composite import coverage
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.values.unit import Unit

INDEX = Indicator(id="index", goal="g", name="Index", unit=Unit.INDEX, parts=("a", "b", "c"))


def outcome(indicator: str, value: str | None, **fields: object) -> Outcome:
    number = None if value is None else Decimal(value)
    return Outcome(indicator=indicator, value=number, **{"period": "2018", **fields})


def grouped(*outcomes: Outcome) -> dict[str, list[Outcome]]:
    return {name: [o for o in outcomes if o.indicator == name] for name in ("index", "a", "b", "c")}


def test_an_indicator_without_parts_has_no_coverage():
    assert coverage(INDEX.model_copy(update={"parts": ()}), 2018, {}) is None


def test_a_mark_another_year_and_a_split_are_not_a_value():
    found = coverage(
        INDEX, 2018, grouped(outcome("a", "60"), outcome("b", None, mark="-"), outcome("b", "5", period="2017"),
                             outcome("c", "2654", part="Internt")),
    )  # fmt: skip
    assert (found.measured, found.only_split, found.missing) == (("a",), ("c",), ("b",))
    assert not found.is_complete
    assert found.words.render("sv") == "1 av 3 delmått har värde för 2018; indexet självt saknar värde."


def test_an_index_with_a_value_but_not_all_parts_says_so():
    found = coverage(INDEX, 2018, grouped(outcome("index", "80.8"), outcome("a", "1")))
    assert found.words.render("sv") == "1 av 3 delmått har värde för 2018; indexets värde kan inte härledas ur alla."


def test_a_complete_index():
    found = coverage(INDEX, 2018, grouped(*(outcome(name, "1") for name in ("index", "a", "b", "c"))))
    assert found.is_complete
    assert found.words.render("sv") == "3 av 3 delmått har värde för 2018; indexet vilar på alla."


def test_zero_is_a_value_and_preliminary_counts():
    found = coverage(INDEX, 2018, grouped(outcome("a", "0"), outcome("b", "3", preliminary=True)))
    assert found.measured == ("a", "b")
