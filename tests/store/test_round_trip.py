"""What is stored comes back as it was, to the last printed decimal."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.actions.validation import fields_of
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.store import read
from styrhus.store.models import PlanYear
from styrhus.store.parts import PARTS
from styrhus.values.number import decimals_of
from tests.dossiers import dossiers
from tests.store.plans import rich_plan

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/plan.toml"))


def stored(dossier: Dossier) -> Dossier:
    """The dossier after a way through the database, past the cache."""
    import_plan(dossier, by=operator())
    return read.load(PlanYear.objects.get(board__key=dossier.board.id, year=dossier.plan.year))


def test_the_rich_plan_leaves_no_part_empty():
    empty = [name for name, value in rich_plan() if value == ()]
    assert empty == []


@pytest.mark.django_db
def test_everything_comes_back():
    assert stored(rich_plan()) == rich_plan()


@pytest.mark.django_db
def test_printed_decimals_come_back():
    table = stored(rich_plan()).tables[0]
    printed = [cell.value for row in table.rows for cell in row.cells if cell.value is not None]
    assert [decimals_of(value) for value in printed] == [1, 0, 2]
    assert str(read.dossier("lund", 2023).outcomes[0].value) == "91.0"
    assert read.dossier("lund", 2023).targets[1].change == Decimal("-1.50")


@pytest.mark.django_db
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_board_comes_back(path):
    dossier, problems = read_folder(path.parent)
    assert problems == ()
    assert stored(dossier) == dossier


def without_live_figures(dossier: Dossier) -> Dossier:
    """Arbitrary text can look like a live figure that leads nowhere, and an import refuses such a one."""
    sections = tuple(s.model_copy(update={"text": s.text.replace("{{", "((")}) for s in dossier.sections)
    return Dossier(**{**fields_of(dossier), "sections": sections})


@pytest.mark.database
class AnyDossier(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(dossiers().map(without_live_figures))
    def test_any_dossier_comes_back(self, dossier):
        assert stored(dossier) == dossier

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(dossiers().map(without_live_figures), dossiers().map(without_live_figures))
    def test_any_dossier_can_replace_any_other(self, first, second):
        import_plan(first, by=operator())
        second = Dossier(**{**fields_of(second), "board": first.board, "plan": first.plan,
                            "forecasts": first.forecasts})  # fmt: skip
        import_plan(second, by=operator(), replace=True)
        assert read.dossier(first.board.id, first.plan.year) == second


@pytest.mark.parametrize("part", [*PARTS])
def test_columns_are_named_as_the_fields_of_the_record(part):
    model = PARTS[part]
    columns = {field.name for field in model._meta.concrete_fields}
    fields = {"key" if name == "id" else name for name in model.record.model_fields}
    assert columns - {"id", "plan_year", "position", "version"} == fields
