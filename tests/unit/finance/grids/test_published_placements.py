"""The placement grid of the published plan: sums as printed, and which rows do not follow from their own volumes."""

from decimal import Decimal

import pytest

from styrhus.dossier.grids import placements_of
from styrhus.finance.grids.volume import Plausibility
from styrhus.finance.table import RowKind
from styrhus.values.number import round_half_up
from tests.web.examples import example

MNKR = 1_000_000
BEYOND_ROUNDING = {
    "outcome-2018": {
        "barn-institution", "barn-familjehem-externt", "unga-institution", "unga-familjehem-externt",
        "vuxna-institution", "vuxna-oppenvard", "vuxna-boende", "vuxna-icke-missbruk",
    },
    "budget-2019": {
        "barn-institution", "barn-familjehem-externt", "unga-institution", "unga-familjehem-externt",
        "vuxna-institution", "vuxna-oppenvard", "vuxna-boende",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def orebro():
    return placements_of(example("orebro-2019"))


def column(grid, name):
    return next(c for c in grid.columns if c.id == name)


def test_every_published_volume_price_and_amount_is_in_the_grid(orebro):
    table = example("orebro-2019").table_by_id["externa-insatser"]
    fields = {"personer": "persons", "kostnad": "price", "belopp": "stated"}
    compared = 0
    for row in (r for r in table.rows if r.kind is RowKind.LINE):
        for published in table.columns:
            what, basis, year = published.id.replace("utfall", "outcome").split("-")
            value = orebro.values.get((row.id, f"{basis}-{year}"))
            printed = table.cell(row.id, published.id).value
            held = None if value is None else getattr(value, fields[what])
            assert held == (printed if printed is None or what != "belopp" else printed * MNKR)
            compared += printed is not None
    assert compared == 13 * 4 + 13 * 2 + 17 * 3


@pytest.mark.parametrize(
    ("name", "group", "persons", "amount"),
    [
        ("budget-2018", "Barn", 133, "84.8"), ("outcome-2018", "Barn", 139, "83.8"),
        ("budget-2019", "Barn", 144, "91.3"),
        ("outcome-2018", "Unga", 141, "113.5"), ("budget-2019", "Unga", 129, "115.2"),
        ("outcome-2018", "Vuxna", 108, "78.2"), ("budget-2019", "Vuxna", 130, "85.9"),
        ("budget-2018", None, 364, "254.5"), ("outcome-2018", None, 396, "279.6"), ("budget-2019", None, 413, "297.0"),
    ],
)  # fmt: skip
def test_subtotals_and_totals_are_those_printed(orebro, name, group, persons, amount):
    held = orebro.subtotal(group, column(orebro, name))
    assert (held.persons.value, held.amount.value) == (persons, Decimal(amount) * MNKR)


def test_the_mean_price_is_weighted_by_care_days_and_so_not_the_one_printed(orebro):
    means = [orebro.subtotal(None, column(orebro, name)).mean_price for name in ("outcome-2018", "budget-2019")]
    assert [round_half_up(mean, 0) for mean in means] == [2447, 2446]
    table = example("orebro-2019").table_by_id["externa-insatser"]
    assert [table.cell("totalt", c).value for c in ("kostnad-utfall-2018", "kostnad-budget-2019")] == [2225, 2325]


@pytest.mark.parametrize("name", BEYOND_ROUNDING)
def test_the_rows_beyond_rounding_are_told(orebro, name):
    words = {row.id: orebro.value(row, column(orebro, name)).plausibility for row in orebro.rows}
    assert {row for row, word in words.items() if word is Plausibility.DIFFERS} == BEYOND_ROUNDING[name]
    without = {row for row, word in words.items() if word is Plausibility.NO_VOLUME}
    assert without == {"barn-kontaktperson", "barn-oppenvard-ovrig", "unga-kontaktperson", "unga-oppenvard-ovrig"}
    assert words["jourhem"] is Plausibility.AGREES


def test_they_are_the_ones_that_the_plan_has_noted_as_contradictions(orebro):
    noted = {c.id for c in example("orebro-2019").contradictions if c.id.startswith("volym-pris-")}
    found = {f"volym-pris-{row}-{name[-4:]}" for name, rows in BEYOND_ROUNDING.items() for row in rows}
    assert found == noted


def test_a_published_row_is_reckoned_out(orebro):
    row = next(r for r in orebro.rows if r.id == "barn-institution")
    held = orebro.value(row, column(orebro, "outcome-2018"))
    assert held.computed == 23 * 3450 * 365 == 28_962_750
    assert (held.difference, round_half_up(held.share, 1)) == (2_162_750, Decimal("8.1"))
