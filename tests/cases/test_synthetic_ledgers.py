"""The made-up ledgers come to the outcomes that the boards published, by the boards' own rules of codes."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.synthetic import file_name, ledger, mapping, years
from tests.cases.example_folder import cells, loaded, rows

D = Decimal
Row = dict[str, str]
OREBRO, LUND = "orebro-2019", "lund-2023"
MADE = ((OREBRO, 2018), (OREBRO, 2019), (LUND, 2021), (LUND, 2022), (LUND, 2023))


@cache
def content(name: str, year: int) -> bytes:
    dossier = loaded(name)
    return ledger(dossier.board.id, dossier.plan.year, dossier.tables, year=year)


@cache
def posted(name: str, year: int) -> tuple[tuple[Row, Decimal, str | None, CostType | None], ...]:
    """Rows with their amount in kr, unit and cost type."""
    dossier = loaded(name)
    codes = CodeMap(dossier.unit_rules, dossier.account_rules)
    text = content(name, year).decode("utf-8-sig").split("\r\n", 2)[2]
    found = []
    for row in csv.DictReader(io.StringIO(text), delimiter=";"):
        day = date.fromisoformat(row["Datum"])
        unit = codes.unit_of(row["Ansvar"], row["Verksamhet"], day)
        amount = D(row["Belopp"].replace(",", "."))
        found.append((row, amount, unit, codes.cost_type_of(row["Konto"], day)))
    return tuple(found)


def summed(name: str, year: int, key: Callable[[Row, str | None, CostType | None], object]) -> dict[object, Decimal]:
    found: dict[object, Decimal] = defaultdict(Decimal)
    for row, amount, unit, cost_type in posted(name, year):
        found[key(row, unit, cost_type)] += amount
    return found


def mnkr(amount: Decimal) -> Decimal:
    return (-amount / 1_000_000).quantize(D("0.1"), ROUND_HALF_UP)


def tkr(amount: Decimal) -> Decimal:
    return (amount / 1000).quantize(D(1), ROUND_HALF_UP)


@pytest.mark.parametrize(("name", "year"), MADE)
def test_the_same_plan_gives_the_same_bytes(name: str, year: int) -> None:
    dossier = loaded(name)
    again = ledger(dossier.board.id, dossier.plan.year, dossier.tables, year=year)
    assert again == content(name, year)
    assert year in years(dossier.board.id, dossier.plan.year, dossier.tables)


@pytest.mark.parametrize(("name", "year"), MADE)
def test_it_says_that_it_is_made_up_and_whose_it_is_not(name: str, year: int) -> None:
    first, second, _ = content(name, year).decode("utf-8-sig").split("\r\n", 2)
    assert "SYNTETISK" in first
    assert "000000-0000" in second
    assert file_name("orebro", 2018) == "syntetisk-huvudbok-orebro-2018.csv"
    suppliers = {row["Motpart"] for row, *_ in posted(name, year) if not row["Motpart"].isdigit()}
    assert all("(påhittad)" in supplier for supplier in suppliers if " " in supplier)


def test_orebro_2018_by_unit() -> None:
    def row_of(row: Row, unit: str | None, cost_type: CostType | None) -> tuple[str | None, bool, bool]:
        return unit, cost_type is CostType.BOUGHT_CARE, row["Verksamhet"] == "5530"

    found = summed(OREBRO, 2018, row_of)
    printed = {row["id"]: row for row in rows(OREBRO, "budget/enheternas-budgetramar.csv")}
    lines = {key: row for key, row in printed.items() if row["kind"] == "line" and row["bokslut-2018"]}
    shown = {
        key: mnkr(found[row["organisation_unit"], "externa-kop" in key or "jourhem" in key, "jourhem" in key])
        for key, row in lines.items()
    }
    assert shown == {key: D(row["bokslut-2018"].replace(",", ".")) for key, row in lines.items()}
    assert len(shown) == 30


def test_orebro_2018_by_area_and_in_all() -> None:
    parents = {unit.id: unit.parent for unit in loaded(OREBRO).organisation}

    def area(row: Row, unit: str | None, cost_type: CostType | None) -> str | None:
        above = parents[unit or ""]
        return unit if above in {None, "socialnamnden"} else above

    found = summed(OREBRO, 2018, area)
    printed = cells(OREBRO, "enheternas-budgetramar", "bokslut-2018")
    areas = ("forebyggande-och-mottagning", "vuxna", "ensamkommande", "ungdom-och-familj", "barn-och-familj")
    assert {key: mnkr(found[key]) for key in areas} == {key: printed[key] for key in areas}
    assert mnkr(sum(found.values(), D(0))) == printed["summa"] == D("-528.1")


def test_orebro_2018_by_cost_type_and_target_group() -> None:
    own = {
        CostType.INCOME: "intakter",
        CostType.STAFF: "personalkostnader",
        CostType.PREMISES: "lokalkostnader",
    }
    groups = {"1": "barn", "2": "unga", "3": "vuxna", "4": "jourhem"}

    def kind(row: Row, unit: str | None, cost_type: CostType | None) -> str:
        if row["Ansvar"][1] == "3":
            return "ensamkommande"
        return groups[row["Aktivitet"]] if cost_type is CostType.BOUGHT_CARE else own.get(cost_type, "ovriga-kostnader")  # type: ignore[arg-type]

    found = summed(OREBRO, 2018, kind)
    printed = cells(OREBRO, "budgetramens-fordelning", "utfall-2018")
    lines = (*own.values(), "ovriga-kostnader", *groups.values(), "ensamkommande")
    assert {key: mnkr(found[key]) for key in lines} == {key: printed[key] for key in lines}
    assert mnkr(sum(found[key] for key in (*own.values(), "ovriga-kostnader"))) == printed["egen-verksamhet"]
    assert mnkr(sum(found[key] for key in groups.values())) == printed["externa-kostnader"]


def test_orebro_2018_by_intervention() -> None:
    codes = {
        "5511": "barn-institution", "5512": "barn-familjehem-internt", "5513": "barn-familjehem-externt",
        "5514": "barn-kontaktperson", "5515": "barn-oppenvard-dygn", "5516": "barn-oppenvard-ovrig",
        "5521": "unga-institution", "5522": "unga-familjehem-internt", "5523": "unga-familjehem-externt",
        "5524": "unga-kontaktperson", "5525": "unga-oppenvard-dygn", "5526": "unga-oppenvard-ovrig",
        "5530": "jourhem", "5541": "vuxna-institution", "5542": "vuxna-oppenvard", "5543": "vuxna-boende",
        "5544": "vuxna-icke-missbruk",
    }  # fmt: skip
    found = summed(OREBRO, 2018, lambda row, unit, cost_type: codes.get(row["Verksamhet"]))
    printed = cells(OREBRO, "externa-insatser", "belopp-utfall-2018")
    assert {key: -mnkr(found[key]) for key in codes.values()} == {key: printed[key] for key in codes.values()}


LUND_ROWS = {
    ("externa-placeringar", "barn"): ("7290", "6810"),
    ("externa-placeringar", "familjehem"): ("7291", "6840"),
    ("externa-placeringar", "18-24"): ("7279", "6810"),
    ("externa-placeringar", "vuxna"): ("7390", "6810"),
    ("externa-placeringar", "socialpsykiatri"): ("7490", "6810"),
    ("skyddat-boende", "barn"): ("7290", "6830"),
    ("skyddat-boende", "18-24"): ("7279", "6830"),
    ("skyddat-boende", "vuxna"): ("7390", "6830"),
    ("arbetsmarknad", "anstallningar"): ("7330", "6860"),
    ("arbetsmarknad", "feriepraktik"): ("7330", "6861"),
    ("arbetsmarknad", "personalresurser"): ("7331", "6862"),
    ("boendeverksamhet", "barn-unga-familj"): ("7240", "6820"),
    ("boendeverksamhet", "vuxen"): ("7340", "6820"),
    ("boendeverksamhet", "socialpsykiatri"): ("7420", "6820"),
}


@pytest.mark.parametrize(("year", "column"), [(2021, "bokslut-2021"), (2022, "prognos-2022")])
def test_lund_by_kind_and_area(year: int, column: str) -> None:
    found = summed(LUND, year, lambda row, unit, cost_type: (row["Ansvar"], row["Verksamhet"]))
    if year == 2021:
        found["7290", "6810"] += found.pop(("7291", "6840"))
    shown = {key: tkr(found[codes]) for key, codes in LUND_ROWS.items() if codes in found}
    assert shown == {(table, row): cells(LUND, table, column)[row] for table, row in shown}
    assert len(shown) == (13 if year == 2021 else 14)


@pytest.mark.parametrize(("year", "column"), [(2021, "bokslut-2021"), (2022, "prognos-2022")])
def test_lund_income_support_and_other_activities(year: int, column: str) -> None:
    support = summed(LUND, year, lambda row, unit, cost_type: (row["Verksamhet"] == "6850", cost_type))
    printed = cells(LUND, "forsorjningsstod", column)
    assert tkr(support[True, CostType.GRANTS]) == printed["utbetalningar"]
    assert tkr(-support[True, CostType.INCOME]) == printed["intakter"]
    others = {"6800", "6870", "6871", "6880", "6890"}
    other = summed(LUND, year, lambda row, unit, cost_type: row["Verksamhet"] in others)[True]
    assert tkr(other) == cells(LUND, "ovrig-verksamhet", column)["ovrig-verksamhet"]


@pytest.mark.parametrize(("name", "year"), MADE)
def test_the_shape_is_that_of_a_ledger(name: str, year: int) -> None:
    found = posted(name, year)
    last = 12 if year in {2018, 2021, 2022} else 8
    assert {row["Period"] for row, *_ in found} == {f"{year}{month:02d}" for month in range(1, last + 1)}
    assert 12_000 < len(found) < 40_000
    texts = [row["Text"] for row, *_ in found]
    assert sum(text.startswith("Kreditfaktura") for text in texts) > 50
    assert sum(text.startswith("Omkontering") for text in texts) > 4
    late = [row for row, *_ in found if f"{year}-" in row["Text"] and f"{year}-{row['Period'][4:]}" not in row["Text"]]
    assert len(late) > 200
    pay = summed(name, year, lambda row, unit, cost_type: (row["Konto"][:2], row["Period"][4:]))
    assert pay["51", "07"] > 5 * pay["51", "03"]
    vouchers = [row["Verifikat"] for row, *_ in found]
    assert len(set(vouchers)) < len(vouchers)


@pytest.mark.parametrize(("name", "year"), MADE)
def test_only_what_is_meant_to_be_is_unmapped(name: str, year: int) -> None:
    unmapped = {row["Ansvar"] for row, _, unit, _ in posted(name, year) if unit is None}
    assert unmapped == {2019: {"3450"}, 2023: {"7810"}}.get(year, set())
    assert all(cost_type is not None for *_, cost_type in posted(name, year))
    named = {code.code for code in loaded(name).code_names}
    assert {row["Konto"] for row, *_ in posted(name, year)} <= named


def test_a_unit_that_moved_keeps_its_history() -> None:
    before = summed(LUND, 2022, lambda row, unit, cost_type: unit)
    after = summed(LUND, 2023, lambda row, unit, cost_type: unit)
    old, new = "enheten-18-24-barn-unga", "enheten-18-24"
    assert [{old, new} & set(found) for found in (before, after)] == [{old}, {new}]


def test_the_mapping_names_columns_of_the_file() -> None:
    headings = content(OREBRO, 2018).decode("utf-8-sig").split("\r\n", 3)[mapping().heading_row - 1].split(";")
    used = {*mapping().codes.values(), *mapping().names.values(), mapping().date, mapping().amount, mapping().text}
    assert used <= set(headings)


def test_other_plans_have_no_ledger_made_up() -> None:
    dossier = loaded(OREBRO)
    assert years("orebro", 2019, dossier.tables[:1]) == ()
    assert years("orebro", 2020, dossier.tables) == ()
