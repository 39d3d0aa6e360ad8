"""The split of a unit's placements: which columns are compared, whose rows, and that it adds up."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.dossier.document import Board, Plan, PlanKind, PlanStatus
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.volume_effects import volume_effects
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider


def row(key, unit="barn", pricing=Pricing.DAY):
    return PlacementRow(id=key, name=key, target_group="Barn", form=CareForm.INSTITUTION, provider=Provider.EXTERNAL,
                        pricing=pricing, unit=unit)  # fmt: skip


def figure(key, basis, persons, price, period="2019"):
    return PlacementFigure(row=key, basis=basis, period=period, persons=Decimal(persons), price=Decimal(price),
                           amount=Decimal(persons) * Decimal(price) * 365)  # fmt: skip


def dossier(rows, figures):
    board = Board(id="lund", municipality="Lund", name="Socialnämnden")
    plan = Plan(year=2019, kind=PlanKind.BOARD_PLAN, title="Plan", status=PlanStatus.ADOPTED)
    return Dossier(board=board, plan=plan, placement_rows=rows, placement_figures=figures)


def test_the_budget_is_held_against_the_outcome_of_the_same_year_for_the_units_own_rows():
    rows = (row("hvb"), row("annan", unit="vuxna"))
    figures = tuple(
        figure(key, basis, *held)
        for key in ("hvb", "annan")
        for basis, held in ((Basis.BUDGET, (10, 5000)), (Basis.OUTCOME, (12, 5500)))
    )
    found = volume_effects(dossier(rows, figures), ["barn"])
    assert [held.id for held, _ in found.rows] == ["hvb"]
    assert (found.before.basis, found.after.basis) == (Basis.BUDGET, Basis.OUTCOME)
    assert found.whole.volume == 2 * 5000 * 365
    assert found.whole.price == 12 * 500 * 365


def test_without_anything_to_compare_there_is_no_split():
    only_budget = dossier((row("hvb"),), (figure("hvb", Basis.BUDGET, 10, 5000),))
    assert volume_effects(only_budget, ["barn"]) is None
    assert volume_effects(dossier((), ()), ["barn"]) is None


VOLUMES = st.tuples(st.integers(0, 50), st.integers(1, 9000))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(VOLUMES, VOLUMES), min_size=1, max_size=4))
def test_volume_price_mix_and_the_rest_add_up_exactly(pairs):
    rows = tuple(row(f"r{number}") for number in range(len(pairs)))
    figures = tuple(
        figure(f"r{number}", basis, *held)
        for number, pair in enumerate(pairs)
        for basis, held in zip((Basis.BUDGET, Basis.OUTCOME), pair, strict=True)
    )
    found = volume_effects(dossier(rows, figures), ["barn"])
    if found is None:
        return
    for effects in (found.whole, *(held for _, held in found.rows)):
        assert effects.difference == effects.volume + effects.price + effects.other
    assert found.whole.difference == sum(held.difference for _, held in found.rows)
    assert found.whole.volume == sum(held.volume for _, held in found.rows)
