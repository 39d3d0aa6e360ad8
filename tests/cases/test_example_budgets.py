"""The budget lines of the examples add up to the budgets that the boards published."""

from collections import defaultdict
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest

from styrhus.finance.budget.entries import Entry, version_entries
from styrhus.finance.budget.version import LineKind
from styrhus.finance.codes.dimension import CostType
from tests.cases.example_folder import cells, loaded, rows

D = Decimal
OREBRO, LUND = "orebro-2019", "lund-2023"


def summed(name: str, version: str, key: Callable[[Entry], object]) -> dict[object, Decimal]:
    found: dict[object, Decimal] = defaultdict(Decimal)
    for entry in version_entries(loaded(name), version):
        found[key(entry)] += entry.amount
    return found


def mnkr(amount: Decimal) -> Decimal:
    return (-amount / 1_000_000).quantize(D("0.1"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("name", "version", "total"),
    [
        (OREBRO, "kf-budget", 518_681_000),
        (OREBRO, "internbudget", 518_681_000),
        (OREBRO, "internbudget-2018", 509_639_000),
        (LUND, "kf-budget", 712_524_000),
        (LUND, "internbudget", 712_524_000),
        (LUND, "internbudget-2022", 675_373_000),
    ],
)
def test_a_version_is_the_frame_to_the_krona(name: str, version: str, total: int) -> None:
    assert summed(name, version, lambda entry: None)[None] == total


@pytest.mark.parametrize(("version", "column"), [("internbudget", "budget-2019"), ("internbudget-2018", "budget-2018")])
def test_orebro_by_unit(version: str, column: str) -> None:
    def row_of(entry: Entry) -> tuple[str | None, bool, bool]:
        return entry.unit, entry.cost_type is CostType.BOUGHT_CARE, entry.label == "Jourhem"

    ordinary = [entry for entry in version_entries(loaded(OREBRO), version) if entry.kind is LineKind.ORDINARY]
    found: dict[object, Decimal] = defaultdict(Decimal)
    for entry in ordinary:
        found[row_of(entry)] += entry.amount
    for row in rows(OREBRO, "budget/enheternas-budgetramar.csv"):
        if row["kind"] == "line" and row["organisation_unit"]:
            key = (
                row["organisation_unit"],
                "externa-kop" in row["id"] or "jourhem" in row["id"],
                "jourhem" in row["id"],
            )
            assert mnkr(found[key]) == D(row[column].replace(",", ".")), row["id"]


@pytest.mark.parametrize(("version", "column"), [("internbudget", "budget-2019"), ("internbudget-2018", "budget-2018")])
def test_orebro_by_cost_type(version: str, column: str) -> None:
    without = {"ensamkommande", "utredningsenheten-ensamkommande", "utforaravdelningen", "hvb-enheten-ensamkommande",
               "utlussenheten-ensamkommande"}  # fmt: skip
    found = summed(OREBRO, version, lambda entry: (entry.kind, entry.unit in without, entry.cost_type))
    printed = cells(OREBRO, "budgetramens-fordelning", column)
    kinds = {
        "intakter": CostType.INCOME,
        "personalkostnader": CostType.STAFF,
        "lokalkostnader": CostType.PREMISES,
        "ovriga-kostnader": CostType.OTHER,
        "externa-kostnader": CostType.BOUGHT_CARE,
    }
    own = {key: mnkr(found[LineKind.ORDINARY, False, kind]) for key, kind in kinds.items()}
    assert own == {key: printed[key] for key in kinds}
    assert mnkr(sum(v for (_, ensam, _), v in found.items() if ensam)) == printed["ensamkommande"]  # type: ignore[misc]


def test_orebro_shows_what_has_no_money_apart() -> None:
    found = summed(OREBRO, "internbudget", lambda entry: entry.kind)
    assert (found[LineKind.SAVING], found[LineKind.UNFINANCED_DEFICIT]) == (-4_000_000, -40_500_000)


def test_lund_by_area() -> None:
    parents = {unit.id: unit.parent for unit in loaded(LUND).organisation}

    def area(entry: Entry) -> str | None:
        above = parents[entry.unit or ""]
        return entry.unit if above in {None, "forvaltningen"} else above

    found = summed(LUND, "internbudget", area)
    reserve = summed(LUND, "internbudget", lambda entry: entry.kind)[LineKind.RESERVE]
    assert reserve == found["forvaltningen"] == (1961 + 1900 + 5460) * 1000
    printed = cells(LUND, "kommunbidrag-per-omrade", "budget-2023")
    assert found["ledning-och-stab"] + reserve == printed["ledning-och-stab"] * 1000
    for key in ("barn-unga-familj", "vuxen", "socialpsykiatri"):
        assert found[key] == printed[key] * 1000
    for key in ("flykting", "tolkformedlingen", "tillstandsenheten"):
        assert found[key] == 0, "a result unit nets to nothing"


@pytest.mark.parametrize(("version", "column"), [("internbudget", "budget-2023"), ("internbudget-2022", "budget-2022")])
def test_lund_by_kind(version: str, column: str) -> None:
    found = summed(LUND, version, lambda entry: entry.label.split(":")[0])
    for table, row in (("externa-placeringar", "totalt"), ("skyddat-boende", "totalt"), ("arbetsmarknad", "totalt")):
        label = {"externa-placeringar": "Externa placeringar", "skyddat-boende": "Skyddat boende"}.get(
            table, "Arbetsmarknad"
        )
        assert found[label] == cells(LUND, table, column)[row] * 1000
    assert found["Försörjningsstöd"] == cells(LUND, "forsorjningsstod", column)["netto"] * 1000
    nurse = found["Sjuksköterska boende i egen regi"]
    assert found["Boendeverksamhet"] + nurse == cells(LUND, "boendeverksamhet", column)["totalt"] * 1000


def test_lund_positions_cost_what_is_printed() -> None:
    found = {
        entry.key: entry.amount for entry in version_entries(loaded(LUND), "internbudget") if entry.part == "positions"
    }
    printed = cells(LUND, "nya-behov", "budget-2023")
    assert {key: (amount / 1000).quantize(D(1)) for key, amount in found.items()} == {
        key: printed[key] for key in found
    }
    assert len(found) == 4


def test_helsingborg_uses_surplus_for_projects_with_positions() -> None:
    dossier = loaded("helsingborg-2015")
    entries = version_entries(dossier, "internbudget")
    printed = cells("helsingborg-2015", "projekt-ur-overskott", "tkr")
    positions = {position.id: position.surplus_project for position in dossier.positions}
    found: dict[str, Decimal] = defaultdict(Decimal)
    for entry in entries:
        if entry.is_net_cost and entry.part in {"positions", "surplus_projects"}:
            found[positions.get(entry.key) or entry.key] += entry.amount
    assert {key: (amount / 1000).quantize(D(1)) for key, amount in found.items()} == {
        key: printed[key] for key in ("familjeratt", "boendelosningar", "seniorhandlaggare", "familjecentral")
    }
    frame = sum(entry.amount for entry in entries if entry.is_net_cost) - sum(found.values())
    assert frame == 423_163_000
    assert sum(position.fte for position in dossier.positions) == 16
