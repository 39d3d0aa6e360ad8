"""The change between two years by what drives it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.forecast.decompose import Driver, Side, decompose
from styrhus.forecast.material.stream import Stream

HOME, CARE, OTHER = Stream("Barn", "hem"), Stream("Barn", "hvb"), Stream("Vuxna", "hvb")


def side(persons: float = 10, stay: float = 100, price: float = 1000, share: float = 0.5) -> Side:
    """A group of children in two types of care."""
    days = persons * stay
    held = {HOME: days * (1 - share), CARE: days * share}
    return Side(held, {HOME: held[HOME] * price, CARE: held[CARE] * price * 4}, {"Barn": persons})


@pytest.mark.parametrize(
    ("after", "driver"),
    [
        (side(persons=12), Driver.INFLOW),
        (side(stay=120), Driver.STAY),
        (side(price=1100), Driver.PRICE),
        (side(share=0.6), Driver.MIX),
    ],
)
def test_one_cause_alone_is_the_whole_change(after: Side, driver: Driver) -> None:
    found = decompose(side(), after)
    assert found.parts[driver] == pytest.approx(found.difference)
    assert sum(abs(amount) for other, amount in found.parts.items() if other is not driver) == pytest.approx(
        0, abs=1e-6
    )


def test_without_persons_inflow_and_stay_are_one() -> None:
    before, after = side(), side(persons=12)
    found = decompose(Side(before.care_days, before.cost), after)
    assert found.parts[Driver.VOLUME] == pytest.approx(found.difference)


def test_nothing_changed_has_no_parts() -> None:
    assert decompose(side(), side()).parts == {}


def test_a_type_of_care_that_is_new_changes_the_mix() -> None:
    before = Side({HOME: 100}, {HOME: 1000.0}, {"Barn": 2})
    after = Side({HOME: 50, CARE: 50}, {HOME: 500.0, CARE: 5000.0}, {"Barn": 2})
    found = decompose(before, after)
    assert found.parts[Driver.MIX] == pytest.approx(4500)


@pytest.mark.parametrize(("persons", "driver"), [({"Barn": 2.0, "Vuxna": 1.0}, Driver.INFLOW), ({}, Driver.VOLUME)])
def test_a_group_that_is_new_has_come(persons: dict[str, float], driver: Driver) -> None:
    before = Side({HOME: 100}, {HOME: 1000.0}, persons and {"Barn": 2})
    after = Side({HOME: 100, OTHER: 10}, {HOME: 1000.0, OTHER: 700.0}, persons)
    assert decompose(before, after).parts == {driver: 700}


def test_a_cost_without_days_is_the_rest() -> None:
    before = Side({}, {HOME: 1000.0})
    assert decompose(before, Side({HOME: 10}, {HOME: 1500.0})).parts == {Driver.REST: 500}


def test_levers_are_what_they_take_off() -> None:
    found = decompose(side(), side(persons=12), levers=(-50.0, -200.0))
    assert found.parts[Driver.LEVERS] == -150
    assert (found.before, found.after) == (side().total - 50, side(persons=12).total - 200)
    assert sum(found.parts.values()) == pytest.approx(found.difference)


amounts = st.floats(0, 1e7, allow_nan=False)
streams = st.sampled_from([HOME, CARE, OTHER])
sides = st.builds(
    Side,
    st.dictionaries(streams, amounts),
    st.dictionaries(streams, amounts),
    st.dictionaries(st.sampled_from(["Barn", "Vuxna"]), st.floats(0, 1000)),
)


@given(sides, sides, st.tuples(amounts, amounts))
def test_the_parts_always_add_up(before: Side, after: Side, levers: tuple[float, float]) -> None:
    found = decompose(before, after, levers=levers)
    assert sum(found.parts.values()) == pytest.approx(found.difference, rel=1e-6, abs=1e-3)
