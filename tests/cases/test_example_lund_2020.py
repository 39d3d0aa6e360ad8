"""The folder lund-2020 against the figures that were published, counted here by hand."""

from collections import Counter
from decimal import Decimal

import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import resolve
from tests.cases.example_folder import EXAMPLES, cells, follow_all, forbidden, loaded, number, rows
from tests.cases.printed_sums import misfits

FOLDER = "lund-2020"


@pytest.fixture(scope="module")
def lund() -> Dossier:
    return loaded(FOLDER)


def test_rows_of_every_file():
    counted = {path.name: len(rows(FOLDER, path.name)) for path in (EXAMPLES / FOLDER).glob("*.csv")}
    assert counted == {
        "assignments.csv": 1, "contradictions.csv": 5, "facts.csv": 29, "frame_changes.csv": 5, "frames.csv": 6,
        "life_log.csv": 2, "organisation.csv": 17, "outcomes.csv": 9, "targets.csv": 18,
    }  # fmt: skip


def test_rows_of_every_table():
    files = (EXAMPLES / FOLDER / "budget").glob("*.csv")
    tables = {path.stem: len(rows(FOLDER, f"budget/{path.name}")) for path in files}
    assert tables == {
        "kommunbidrag": 3, "ramforandring": 6, "kommunbidrag-per-omrade": 7, "externa-placeringar": 5,
        "effektiviseringar": 9, "resultatenheter": 5, "flykting-evp-internbudget": 3, "ensamkommande-netto": 7,
        "ensamkommande-antal": 1, "nyanlanda-resultat": 5, "nyanlanda-antal": 1, "investering": 1,
    }  # fmt: skip


def test_grant_its_parts_and_the_bridge():
    grant = {(row["year"], row["part"]): number(row["amount"]) for row in rows(FOLDER, "frames.csv")}
    assert grant == {
        ("2019", ""): 575717, ("2019", "forsorjningsstod"): 116869, ("2019", "exklusive-forsorjningsstod"): 458848,
        ("2020", ""): 600117, ("2020", "forsorjningsstod"): 116869, ("2020", "exklusive-forsorjningsstod"): 483248,
    }  # fmt: skip
    changes = {row["id"]: number(row["amount"]) for row in rows(FOLDER, "frame_changes.csv")}
    assert changes == {
        "lkf-utdelning": 30000, "nya-lokaler": 3000, "pris-lon-effektivisering": 2200, "integrationsanslag": -800,
        "tillfalligt-flykting": -10000,
    }  # fmt: skip
    assert sum(changes.values()) == 600_117 - 575_717 == 24_400


@pytest.mark.parametrize(
    ("table", "columns", "wrong"),
    [
        ("kommunbidrag", ["budget-2019", "budget-2020"], {}),
        ("ramforandring", ["forandring"], {}),
        ("kommunbidrag-per-omrade", ["budget-2019", "budget-2020", "forandring"], {}),
        ("externa-placeringar", ["budget-2020"], {}),
        ("effektiviseringar", ["ar-2020"], {"ar-2020": (Decimal(23_000), Decimal(23_056))}),
        ("flykting-evp-internbudget", ["evp", "internbudget", "forandring"], {}),
        ("ensamkommande-netto", ["belopp"], {"belopp": (Decimal(-9), Decimal("-8.5"))}),
        ("nyanlanda-resultat", ["belopp"], {}),
    ],
)
def test_printed_sums(table, columns, wrong):
    assert misfits(FOLDER, table, columns) == wrong


@pytest.mark.parametrize(
    ("table", "before", "after"),
    [("kommunbidrag-per-omrade", "budget-2019", "budget-2020"), ("flykting-evp-internbudget", "evp", "internbudget")],
)
def test_change_columns(table, before, after):
    first, last, change = (cells(FOLDER, table, column) for column in (before, after, "forandring"))
    assert {row: last[row] - first[row] for row in change} == change


def test_result_units_net_to_zero():
    income, cost, net = (cells(FOLDER, "resultatenheter", c) for c in ("intakter", "kostnader", "netto"))
    assert all(income[row] + cost[row] == net[row] for row in net)
    assert (income["flykting"], net["ensamkommande"], net["nyanlanda"]) == (78_328, -9000, 9000)


def test_volumes():
    [unaccompanied] = rows(FOLDER, "budget/ensamkommande-antal.csv")
    assert [unaccompanied[day] for day in ("1-januari", "1-juli", "31-december")] == ["69", "52", "40"]
    [arrivals] = rows(FOLDER, "budget/nyanlanda-antal.csv")
    assert [arrivals[column] for column in ("anvisade", "ovriga", "mottagande")] == ["149", "105", "254"]


def test_contradictions_are_told_and_lead_somewhere(lund):
    stated = {row["id"]: (row["stated"], row["computed"]) for row in rows(FOLDER, "contradictions.csv")}
    assert stated == {
        "effektiviseringar-summa": ("23000", "23056"),
        "ensamkommande-netto-summa": ("-9", "-8,5"),
        "nyanlanda-intakter": ("39", "44,532"),
        "prognos-placeringar-enhet": ("-39", "-39000"),
        "mal-langvarigt-forsorjningsstod": ("612", "614"),
    }
    for contradiction in lund.contradictions:
        assert resolve(lund, contradiction.refs[0]).value == contradiction.stated
        assert all(resolve(lund, ref).value is not None for ref in contradiction.refs)


def test_goals_and_indicators(lund):
    parents = {goal.id: goal.parents for goal in lund.goals if goal.parents}
    assert parents == {
        "tidigt-stod-missbruk": ("kvalitet-bemotande",),
        "fler-sjalvforsorjande": ("kvalitet-bemotande",),
        "mottagande-nyanlanda": ("samhallsengagemang",),
    }
    assert {goal.change for goal in lund.goals if goal.parents} == {"unchanged"}
    assert Counter(indicator.goal for indicator in lund.indicators) == {
        "tidigt-stod-missbruk": 3, "fler-sjalvforsorjande": 4, "mottagande-nyanlanda": 2,
    }  # fmt: skip


def test_published_outcomes_and_targets():
    outcomes = {row["indicator"]: (row["value"], row["mark"]) for row in rows(FOLDER, "outcomes.csv")}
    assert list(outcomes.values()) == [
        ("", "■"), ("40", ""), ("70", ""), ("639", ""), ("211", ""), ("", "■"), ("37", ""), ("95", ""), ("ja", ""),
    ]  # fmt: skip
    awaiting = [row["indicator"] for row in rows(FOLDER, "outcomes.csv") if row["awaiting"]]
    assert awaiting == ["forbattrad-situation-missbruk", "forbattrad-situation-forsorjningsstod"]
    targets = {year: [row["value"] for row in rows(FOLDER, "targets.csv") if row["year"] == year]
               for year in ("2019", "2020")}  # fmt: skip
    assert targets["2019"] == ["90", "45", "80", "612", "190", "80", "40", "100", "ja"]
    assert targets["2020"] == ["90", "45", "80", "612", "190", "80", "45", "100", "ja"]


def test_removed_indicator_is_remembered_in_the_life_log(lund):
    [removed] = [entry for entry in lund.life_log if entry.event == "removed"]
    assert removed.indicator not in lund.indicator_by_id
    assert removed.name


def test_the_board_is_the_same_as_in_2023(lund):
    later = loaded("lund-2023")
    assert lund.board.id == later.board.id == "lund"
    assert lund.board.name in later.board.former_names
    # No measure of 2020 is left in 2023: the counts of households differ in kind (long-term against all).
    assert not set(lund.indicator_by_id) & set(later.indicator_by_id)
    shared = {"kommunbidrag-per-omrade", "externa-placeringar", "resultatenheter", "investering"}
    assert set(lund.table_by_id) & set(later.table_by_id) == shared


def test_every_reference_leads_to_a_figure(lund):
    assert follow_all(lund) > 50


def test_no_private_details():
    assert forbidden(FOLDER) == []
