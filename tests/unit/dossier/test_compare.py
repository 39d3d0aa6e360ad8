"""Two dossiers compared part by part."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from styrhus.dossier.compare import compare
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from tests.dossiers import dossiers

LUND = Path(__file__).parents[3] / "examples" / "lund-2023"


@pytest.fixture(scope="module")
def lund() -> Dossier:
    dossier, _ = read_folder(LUND)
    return dossier


def with_goal(dossier: Dossier, key: str, **fields: object) -> Dossier:
    goals = tuple(g.model_copy(update=fields) if g.id == key else g for g in dossier.goals)
    return dossier.model_copy(update={"goals": goals})


def test_the_same_dossier_has_no_differences(lund):
    assert compare(lund, lund.model_copy()) == ()


def test_a_changed_field_is_told_with_both_values(lund):
    (found,) = compare(lund, with_goal(lund, "trygga-barn", strategy="Ny", number="7"))
    assert (found.part, found.added, found.removed, found.reordered) == ("goals", (), (), False)
    (record,) = found.changed
    assert record.name.startswith("Trygga, skydda")
    assert {(f.field, f.after) for f in record.fields} == {("strategy", "Ny"), ("number", "7")}


def test_added_and_removed_are_named(lund):
    new = lund.model_copy(update={"assignments": lund.assignments[1:], "outcomes": lund.outcomes[:-1]})
    found = {part.part: part for part in compare(lund, new)}
    assert found["assignments"].removed == ("Öppna två nya familjecentraler",)
    assert found["outcomes"].removed == ("plan-samordning-utbildning 2022",)
    back = {part.part: part for part in compare(new, lund)}
    assert back["assignments"].added == ("Öppna två nya familjecentraler",)


def test_another_order_alone_is_a_difference(lund):
    new = lund.model_copy(update={"goals": lund.goals[::-1]})
    (found,) = compare(lund, new)
    assert found.reordered
    assert found.count == 0


def test_rows_of_a_table_are_counted(lund):
    table = lund.tables[0]
    cell = table.rows[0].cells[0].model_copy(update={"value": Decimal(1)})
    row = table.rows[0].model_copy(update={"cells": (cell, *table.rows[0].cells[1:])})
    new = lund.model_copy(
        update={"tables": (table.model_copy(update={"rows": (row, *table.rows[1:])}), *lund.tables[1:])}
    )
    (found,) = compare(lund, new)
    assert [(c.key, c.rows, c.fields) for c in found.changed] == [(table.id, 1, ())]


def test_the_plan_itself(lund):
    new = lund.model_copy(update={"plan": lund.plan.model_copy(update={"title": "Annan titel"})})
    (found,) = compare(lund, new)
    assert (found.part, found.changed[0].fields[0].field) == ("plan", "title")


# Shrinking a whole dossier takes minutes and says little more than the first counter-example does.
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(dossiers(), dossiers())
def test_nothing_found_exactly_when_equal(one, other):
    assert compare(one, one) == ()
    assert (compare(one, other) == ()) == (one == other)
