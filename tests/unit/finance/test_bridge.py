"""The frame bridge: exact, with what the plan does not explain left in sight."""

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from styrhus.dossier.folder import read_folder
from styrhus.finance.bridge import bridge, falling_away
from styrhus.finance.frame import Frame, FrameChange, FrameChangeKind, Permanence
from styrhus.values.unit import Unit

EXAMPLES = Path(__file__).parents[3] / "examples"


def change(key: str, amount: Decimal, unit: Unit = Unit.TKR, **fields: object) -> FrameChange:
    values = {"id": key, "year": 2023, "kind": FrameChangeKind.OTHER, "label": key, "amount": amount, "unit": unit}
    return FrameChange.model_validate(values | fields)


def frames(before: int | None, after: int) -> list[Frame]:
    held = [Frame(year=2023, amount=Decimal(after), unit=Unit.TKR)]
    return held if before is None else [Frame(year=2022, amount=Decimal(before), unit=Unit.TKR), *held]


def test_orebro_is_explained_to_the_last_krona():
    dossier, _ = read_folder(EXAMPLES / "orebro-2019")
    found = bridge(dossier.frames, dossier.frame_changes, 2019)
    assert (found.opening, found.closing, found.residual) == (509639, 518681, 0)
    assert found.steps[-1].level == 518681


def test_lund_2023_leaves_a_rest_that_is_shown():
    dossier, _ = read_folder(EXAMPLES / "lund-2023")
    found = bridge(dossier.frames, dossier.frame_changes, 2023)
    assert (found.opening, found.closing, found.change) == (675373, 712524, 37151)
    assert found.residual == 37151 - sum(step.amount for step in found.steps)
    assert found.residual != 0


def test_amounts_in_mnkr_are_taken_in_the_unit_of_the_frame():
    found = bridge(frames(675373, 712524), [change("a", Decimal("20.5"), Unit.MNKR)], 2023)
    assert found.steps[0].amount == 20500


def test_without_last_years_frame_nothing_is_called_unexplained():
    found = bridge(frames(None, 712524), [change("a", Decimal(1))], 2023)
    assert (found.opening, found.residual, found.change) == (None, None, None)


def test_a_year_without_frame_has_no_bridge():
    assert bridge(frames(1, 2), [], 2030) is None


def test_what_falls_away_next_year():
    held = [
        change("kvar", Decimal(1)),
        change("bort", Decimal(2), permanence=Permanence.TEMPORARY, last_year=2023),
        change("senare", Decimal(3), permanence=Permanence.TEMPORARY, last_year=2024),
    ]
    assert [c.id for c in falling_away(held, 2023)] == ["bort"]


@given(st.lists(st.integers(-(10**6), 10**6), max_size=8), st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_bridge_always_closes(amounts, before, after):
    changes = [change(f"c{n}", Decimal(amount)) for n, amount in enumerate(amounts)]
    found = bridge(frames(before, after), changes, 2023)
    assert found.opening + sum(s.amount for s in found.steps) + found.residual == found.closing
