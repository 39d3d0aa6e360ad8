"""The folder lund-2023 against the figures that were published, counted here by hand."""

from collections import Counter
from decimal import Decimal

import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import resolve
from styrhus.plan.assignment_checks import duplicates
from tests.cases.example_folder import EXAMPLES, cells, follow_all, forbidden, loaded, number, rows
from tests.cases.printed_sums import misfits

FOLDER = "lund-2023"
VERSIONS = ["bokslut-2021", "prognos-2022", "budget-2022", "budget-2023", "forandring"]
ORIGINS = {
    "Handlingsplan mot hedersrelaterat våld och förtryck": 21,
    "Kostpolicy": 13,
    "Plan barnets bästa": 13,
    "Ungdomspolitiskt program": 11,
    "Överenskommelse mellan Lunds kommun och idéburen sektor": 9,
    "Lunds kommuns avfallsplan": 8,
    "Energiplan": 3,
    "Strategi och handlingsplan för nationella minoriteter": 3,
    "Ekonomi- och verksamhetsplan": 2,
    "Lunds kommuns översiktsplan": 1,
}
TOTALS_2023 = {
    "externa-placeringar": ("totalt", 165_000),
    "skyddat-boende": ("totalt", 10_000),
    "forsorjningsstod": ("netto", 117_000),
    "arbetsmarknad": ("totalt", 40_010),
    "boendeverksamhet": ("totalt", 132_447),
    "ovrig-verksamhet": ("ovrig-verksamhet", 248_067),
}


@pytest.fixture(scope="module")
def lund() -> Dossier:
    return loaded(FOLDER)


def test_rows_of_every_file():
    counted = {path.name: len(rows(FOLDER, path.name)) for path in (EXAMPLES / FOLDER).glob("*.csv")}
    assert counted == {
        "assignments.csv": 84, "contradictions.csv": 6, "facts.csv": 28, "frame_changes.csv": 9, "frames.csv": 2,
        "life_log.csv": 6, "organisation.csv": 18, "outcomes.csv": 17, "targets.csv": 15,
    }  # fmt: skip


def test_rows_of_every_table():
    files = (EXAMPLES / FOLDER / "budget").glob("*.csv")
    tables = {path.stem: len(rows(FOLDER, f"budget/{path.name}")) for path in files}
    assert tables == {
        "kommunbidrag-per-omrade": 7, "investering": 1, "upprakning": 6, "nya-behov": 5, "externa-placeringar": 6,
        "skyddat-boende": 4, "forsorjningsstod": 3, "arbetsmarknad": 4, "boendeverksamhet": 4, "ungdomsboendet": 3,
        "ovrig-verksamhet": 1, "resultatenheter": 5, "arligt-mottagande": 2, "samlat-mottagande": 4,
    }  # fmt: skip


def test_grant_and_its_change():
    grant = {row["year"]: row["amount"] for row in rows(FOLDER, "frames.csv")}
    assert grant == {"2022": "675373", "2023": "712524"}
    assert cells(FOLDER, "kommunbidrag-per-omrade", "forandring") == {
        "ledning-och-stab": 7246, "barn-unga-familj": -45460, "vuxen": 71280, "socialpsykiatri": 7685,
        "flykting": -1820, "tillstandsenheten": -1780, "totalt": 37151,
    }  # fmt: skip
    assert misfits(FOLDER, "kommunbidrag-per-omrade", ["budget-2022", "budget-2023", "forandring"]) == {}


def test_frame_changes_are_those_of_the_text():
    in_tkr = {row["id"]: number(row["amount"]) * (1000 if row["unit"] == "mnkr" else 1)
              for row in rows(FOLDER, "frame_changes.csv")}  # fmt: skip
    assert in_tkr == {
        "pris-lon-po": 30470, "demografi": 6203, "nya-behov": 4397, "odisponerad-ramokning": 2979,
        "arbetsmarknad-permanent": 20000, "arbetsmarknad-tillfalligt": -11500, "forsorjningsstod-tillfalligt": -6000,
        "hvb-delarskonsekvens": 1000, "resurstillskott": 5460,
    }  # fmt: skip
    compensated = ("pris-lon-po", "demografi", "nya-behov", "odisponerad-ramokning")
    assert sum(in_tkr[change] for change in compensated) == 44_049
    assert 37_151 - sum(in_tkr.values()) == -15_858  # not explained by the plan; no row makes up for it


def test_parts_make_up_the_grant_of_2023_but_not_of_2022():
    parts = [(table, row) for table, (row, _) in TOTALS_2023.items()]
    for table, (row, total) in TOTALS_2023.items():
        assert cells(FOLDER, table, "budget-2023")[row] == total
    assert sum(cells(FOLDER, table, "budget-2023")[row] for table, row in parts) == 712_524
    assert sum(cells(FOLDER, table, "budget-2022")[row] for table, row in parts) == 670_866
    assert sum(cells(FOLDER, table, "forandring")[row] for table, row in parts) == 41_658


@pytest.mark.parametrize(
    ("table", "columns", "wrong"),
    [
        ("upprakning", ["pris-po", "demografi", "summa"], {}),
        ("nya-behov", ["antal-tjanster", "budget-2023"], {}),
        ("externa-placeringar", VERSIONS, {"prognos-2022": (Decimal(156_000), Decimal(160_000))}),
        ("skyddat-boende", VERSIONS, {}),
        ("arbetsmarknad", VERSIONS, {}),
        ("boendeverksamhet", VERSIONS, {}),
        ("ungdomsboendet", ["ar-2022", "ar-2023", "ar-2024"], {}),
    ],
)
def test_printed_sums(table, columns, wrong):
    assert misfits(FOLDER, table, columns) == wrong


@pytest.mark.parametrize("table", [*TOTALS_2023, "kommunbidrag-per-omrade", "investering"])
def test_change_columns(table):
    before, after = (cells(FOLDER, table, f"budget-{year}") for year in (2022, 2023))
    printed = cells(FOLDER, table, "forandring")
    wrong = {row: value for row, value in printed.items() if value != after.get(row, 0) - before.get(row, 0)}
    assert wrong == ({"inventarier": 2470} if table == "investering" else {})


def test_income_support_is_payments_less_income():
    for column in VERSIONS:
        found = cells(FOLDER, "forsorjningsstod", column)
        assert found["utbetalningar"] - found["intakter"] == found["netto"]


def test_result_units_net_to_zero():
    income, cost, net = (cells(FOLDER, "resultatenheter", c) for c in ("intakter", "kostnader", "netto"))
    assert all(income[row] + cost[row] == net[row] for row in net)
    assert (net["ensamkommande"], net["nyanlanda"], net["flykting"]) == (-4800, 4800, 0)


def test_contradictions_are_told_and_lead_somewhere(lund):
    stated = {row["id"]: (row["stated"], row["computed"]) for row in rows(FOLDER, "contradictions.csv")}
    assert stated == {
        "investering-forandring": ("2470", "0"),
        "externa-placeringar-prognos": ("156000", "160000"),
        "delar-mot-kommunbidrag-2022": ("675373", "670866"),
        "delar-mot-kommunbidragets-forandring": ("37151", "41658"),
        "forsorjningsstod-upprakning": ("-491", "1509"),
        "hushallsmal-mot-budget": ("950", "850"),
    }
    for contradiction in lund.contradictions:
        assert resolve(lund, contradiction.refs[0]).value == contradiction.stated
        assert all(resolve(lund, ref).value is not None for ref in contradiction.refs)


def test_goals_and_indicators(lund):
    parents = {goal.id: goal.parents for goal in lund.goals if goal.level == "utvecklingsmal"}
    assert sorted(parents.values()) == [("fler-lundabor-i-arbete",), *[("sveriges-tryggaste-kommun",)] * 3]
    assert Counter(indicator.goal for indicator in lund.indicators) == {
        "sjalvstandighet-skadligt-bruk": 3, "trygga-barn": 3, "fritt-fran-vald": 3, "sjalvforsorjning": 5,
    }  # fmt: skip


def test_published_outcomes_and_targets():
    outcomes = {(row["indicator"], row["period"]): row["value"] for row in rows(FOLDER, "outcomes.csv")}
    assert [outcomes["barn-i-akuta-boenden", year] for year in ("2020", "2021", "2022")] == ["54", "40", "42"]
    assert outcomes["dagar-till-bostad", "2022"] == "138"
    assert outcomes["hushall-forsorjningsstod", "2022"] == "1068"
    assert Counter(value for value in outcomes.values() if value in {"ja", "nej"}) == {"nej": 6, "ja": 2}
    targets = {row["indicator"]: row["value"] for row in rows(FOLDER, "targets.csv") if row["year"] == "2023"}
    assert len(targets) == 14
    assert {name: value for name, value in targets.items() if value != "ja"} == {
        "barn-i-akuta-boenden": "20", "hederssamordnare-konsultativt": "100", "dagar-till-bostad": "180",
        "utbildning-kompetenscentrum": "", "samhallsorientering-godkanda": "90", "arbetsmarknadsaktivitet": "540",
        "hushall-forsorjningsstod": "950", "jobbspar": "4",
    }  # fmt: skip


def test_life_log_has_four_new_one_moved_level_and_one_redefined():
    events = Counter(row["event"] for row in rows(FOLDER, "life_log.csv"))
    assert events == {"new": 4, "level_changed": 1, "redefined": 1}


def test_assignments_by_origin_decider_and_deadline():
    found = rows(FOLDER, "assignments.csv")
    assert Counter(row["origin"] for row in found) == ORIGINS
    assert Counter(row["decided_by"] for row in found) == {"KF": 60, "KS": 24}
    assert Counter(row["deadline"] for row in found) == {
        "2023-12-31": 46, "2024-12-31": 21, "2026-12-31": 11, "2023-12-01": 3, "2023-01-20": 2, "2025-12-31": 1,
    }  # fmt: skip
    assert Counter(row["reporting_required"] for row in found) == {"ja": 2, "nej": 82}
    special = [row["responsible"].split("|")[1] for row in found if row["kind"] == "special"]
    assert special == ["Barn- och skolnämnden", "Utbildningsnämnden"]
    assert Counter(row["number"] for row in found)["1.2"] == 4  # unique only within its origin


def test_the_two_assignments_listed_twice_are_recognised(lund):
    assert [(pair.assignment, pair.other) for pair in duplicates(lund.assignments)] == [
        ("heder-1-1", "heder-informationsinsatser"),
        ("heder-1-2", "heder-information-flera-sprak"),
    ]


def test_reorganisation_keeps_its_successors():
    moved = {row["id"]: (row["valid_to"], row["successors"]) for row in rows(FOLDER, "organisation.csv")}
    assert moved["enheten-18-24-barn-unga"] == ("2022-12-31", "enheten-18-24")
    assert moved["samordnare-barn-unga"] == ("2022-12-31", "samordnare")


def test_every_reference_leads_to_a_figure(lund):
    assert follow_all(lund) > 70


def test_no_private_details():
    assert forbidden(FOLDER) == []
