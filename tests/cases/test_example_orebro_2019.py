"""Örebro 2019 holds what the board published, figure by figure."""

from collections import Counter
from decimal import Decimal

from tests.cases.example_folder import cells, counts, follow_all, forbidden, loaded, rows

NAME = "orebro-2019"
D = Decimal
PARTS = {
    "budgetramens-fordelning": {
        "egen-verksamhet": ("intakter", "personalkostnader", "lokalkostnader", "ovriga-kostnader"),
        "externa-kostnader": ("barn", "unga", "vuxna", "jourhem"),
        "summa": ("egen-verksamhet", "externa-kostnader", "ensamkommande", "planerade-effektiviseringar",
                  "ofinansierat-underskott"),
    },
    "externa-insatser": {
        "barn-summa": ("barn-institution", "barn-familjehem-internt", "barn-familjehem-externt",
                       "barn-kontaktperson", "barn-oppenvard-dygn", "barn-oppenvard-ovrig"),
        "unga-summa": ("unga-institution", "unga-familjehem-internt", "unga-familjehem-externt",
                       "unga-kontaktperson", "unga-oppenvard-dygn", "unga-oppenvard-ovrig"),
        "vuxna-summa": ("vuxna-institution", "vuxna-oppenvard", "vuxna-boende", "vuxna-icke-missbruk"),
        "totalt": ("barn-summa", "unga-summa", "jourhem", "vuxna-summa"),
    },
    "enheternas-budgetramar": {
        "forebyggande-och-mottagning": ("fm-ledning", "administrativ-enhet", "mottagning-och-jour", "forebyggande",
                                        "familjecentraler"),
        "vuxna": ("vuxna-ledning", "vuxna-utredning", "vuxna-externa-kop", "vuxna-behandling", "vuxna-boende"),
        "ensamkommande": ("ensamkommande-overgripande", "ensamkommande-utredning", "ensamkommande-externa-kop",
                          "ensamkommande-utforare", "ensamkommande-hvb", "ensamkommande-utlussen"),
        "ungdom-och-familj": ("ungdom-ledning", "ungdom-utredning", "ungdom-externa-kop", "ungdom-behandling",
                              "ungdom-hvb"),
        "barn-och-familj": ("barn-ledning", "barn-utredning", "barn-externa-kop", "barn-behandling",
                            "barn-familjehem", "barn-jourhem", "barn-familjeratt", "barn-vivalla"),
        "summa": ("overgripande", "forebyggande-och-mottagning", "vuxna", "ensamkommande", "ungdom-och-familj",
                  "barn-och-familj", "planerade-effektiviseringar", "ofinansierat-underskott"),
    },
    "effektiviseringar": {
        "summa": ("omstallning-hjorten", "stodboende-unga", "oppenvard-unga", "hvb-lss", "optimal-placering",
                  "effektiv-omplacering", "vakanthalla-tjanster"),
    },
}  # fmt: skip
COLUMNS = {
    "budgetramens-fordelning": ("utfall-2018", "budget-2018", "budget-2019"),
    "externa-insatser": ("personer-utfall-2017", "personer-budget-2018", "personer-utfall-2018",
                         "personer-budget-2019", "belopp-budget-2018", "belopp-utfall-2018", "belopp-budget-2019"),
    "enheternas-budgetramar": ("bokslut-2018", "budget-2018", "budget-2019"),
    "effektiviseringar": ("effekt-2019", "effekt-2020"),
}  # fmt: skip
WITHIN_ROUNDING = {
    ("budgetramens-fordelning", "egen-verksamhet", "utfall-2018"): D("-0.1"),
    ("budgetramens-fordelning", "summa", "utfall-2018"): D("0.1"),
    ("enheternas-budgetramar", "forebyggande-och-mottagning", "bokslut-2018"): D("-0.1"),
    ("enheternas-budgetramar", "forebyggande-och-mottagning", "budget-2018"): D("0.1"),
    ("enheternas-budgetramar", "vuxna", "bokslut-2018"): D("0.1"),
    ("enheternas-budgetramar", "ensamkommande", "bokslut-2018"): D("0.1"),
    ("enheternas-budgetramar", "ungdom-och-familj", "bokslut-2018"): D("0.1"),
    ("enheternas-budgetramar", "barn-och-familj", "bokslut-2018"): D("0.1"),
    ("enheternas-budgetramar", "barn-och-familj", "budget-2018"): D("-0.2"),
    ("enheternas-budgetramar", "summa", "budget-2018"): D("-0.1"),
    ("enheternas-budgetramar", "summa", "budget-2019"): D("0.1"),
}
"""Printed total minus the sum of its rows, where they differ; all that rounding to 0,1 mnkr can explain."""
DAY_PRICED = (
    "barn-institution", "barn-familjehem-externt", "barn-oppenvard-dygn", "unga-institution",
    "unga-familjehem-externt", "unga-oppenvard-dygn", "vuxna-institution", "vuxna-oppenvard", "vuxna-boende",
    "vuxna-icke-missbruk",
)  # fmt: skip
OTHER_CONTRADICTIONS = {
    "snittkostnad-2018", "snittkostnad-2019", "utfall-2018-barn", "utfall-2018-unga", "utfall-2018-vuxna",
    "underskott-2018", "effektiviseringsbehov", "ensamkommande-2019", "merkostnad-konsulentstod",
    "hme-samma-utfall", "anstallningstrygghet-kon",
}  # fmt: skip


def test_everything_is_there() -> None:
    files = ("targets", "outcomes", "life_log", "assignments", "observations", "organisation", "frames",
             "frame_changes", "facts", "contradictions")  # fmt: skip
    assert counts(NAME, files) == {
        "targets": 28, "outcomes": 58, "life_log": 4, "assignments": 2, "observations": 31, "organisation": 27,
        "frames": 2, "frame_changes": 8, "facts": 26, "contradictions": 26,
    }  # fmt: skip
    dossier = loaded(NAME)
    assert Counter(goal.level for goal in dossier.goals) == {"strategiskt-omrade": 4, "mal": 11}
    assert len(dossier.undertakings) == 10
    assert Counter(seen.kind for seen in dossier.observations) == {"positive": 18, "improve": 13}
    assert (dossier.plan.paragraph, str(dossier.plan.meeting_date)) == ("§ 32", "2019-02-14")
    assert len(dossier.plan.decision_points) == 5
    assert follow_all(dossier) > 150


def test_tables_have_all_their_rows() -> None:
    names = (*PARTS, "forandringar-i-kostnadsramen")
    assert {name: len(rows(NAME, f"budget/{name}.csv")) for name in names} == {
        "budgetramens-fordelning": 14, "externa-insatser": 24, "enheternas-budgetramar": 38, "effektiviseringar": 8,
        "forandringar-i-kostnadsramen": 10,
    }  # fmt: skip


def test_indicators_by_level_and_index() -> None:
    indicators = {indicator.id: indicator for indicator in loaded(NAME).indicators}
    assert len(indicators) == 30
    published = [i for i in indicators.values() if i.part_of != "anstallningstrygghet"]
    assert Counter(i.board_level for i in published) == {"PN": 10, "DN": 16}
    assert {key: len(i.parts) for key, i in indicators.items() if i.parts} == {
        "anstallningstrygghet": 4, "medarbetarforutsattningar": 6, "ekonomisk-effektivitet": 4, "stod-index": 5,
    }  # fmt: skip
    assert all(indicators[part].part_of == i.id for i in indicators.values() for part in i.parts)


def test_outcomes_by_district_sex_and_performer() -> None:
    dossier = loaded(NAME)
    found = {(o.indicator, o.period, o.part): o.value for o in dossier.outcomes}
    security = [o for o in dossier.outcomes_of("anstallningstrygghet") if o.period == "2017"]
    assert {o.part: o.value for o in security} == {
        "": D("80.8"), "K": D("81.2"), "M": D("75.6"), "Väster": D("83.1"), "Väster K": D("82.4"),
        "Väster M": D("84.7"), "Öster": D("78.3"), "Öster K": D("79.5"), "Öster M": D("71.5"),
    }  # fmt: skip
    assert found["dygnskostnad", "2018", "Internt"] == 2654
    assert found["dygnskostnad", "2018", "Externt"] == 2470
    assert found["ramavvikelse", "2018", ""] == D("-17.9")
    assert found["kostnad-jamforbara", "2018", ""] == -566
    assert found["socialsekreterare-4-ar", "2018", ""] is None


def test_the_frame_bridge_closes() -> None:
    changes = [D(row["amount"]) for row in rows(NAME, "frame_changes.csv")]
    assert 509639 + sum(changes) == 518681
    assert cells(NAME, "forandringar-i-kostnadsramen", "belopp")["ram-2019"] == 518681
    assert [row["amount"] for row in rows(NAME, "frames.csv")] == ["509639", "518681"]


def test_published_totals() -> None:
    external = {column: cells(NAME, "externa-insatser", column)["totalt"] for column in COLUMNS["externa-insatser"]}
    assert list(external.values()) == [353, 364, 396, 413, D("254.5"), D("279.6"), D("297.0")]
    assert [cells(NAME, "enheternas-budgetramar", c)["summa"] for c in COLUMNS["enheternas-budgetramar"]] == [
        D("-528.1"), D("-509.6"), D("-518.7")
    ]  # fmt: skip
    assert cells(NAME, "effektiviseringar", "effekt-2019")["summa"] == D("4.0")


def test_totals_add_up_but_for_rounding() -> None:
    differences = {}
    for table, totals in PARTS.items():
        for column in COLUMNS[table]:
            values = cells(NAME, table, column)
            for total, parts in totals.items():
                difference = values[total] - sum(values[part] for part in parts if part in values)
                if difference:
                    differences[table, total, column] = difference
    assert differences == WITHIN_ROUNDING


def test_volume_times_price_contradicts_the_amount_exactly_where_noted() -> None:
    half = D("0.5")
    wrong = set()
    for year, version in (("2018", "utfall-2018"), ("2019", "budget-2019")):
        persons, price, amount = (cells(NAME, "externa-insatser", f"{c}-{version}")
                                  for c in ("personer", "kostnad", "belopp"))  # fmt: skip
        for row in DAY_PRICED:
            low, high = ((persons[row] + s) * (price[row] + s) * 365 / 1_000_000 for s in (-half, half))
            if not low - D("0.05") <= amount[row] <= high + D("0.05"):
                wrong.add(f"volym-pris-{row}-{year}")
    assert len(wrong) == 15
    assert {row["id"] for row in rows(NAME, "contradictions.csv")} == wrong | OTHER_CONTRADICTIONS


def test_districts_became_one_board() -> None:
    units = {unit.id: unit for unit in loaded(NAME).organisation}
    assert [units[key].successors for key in ("vaster", "oster")] == [("socialnamnden",)] * 2


def test_nobody_can_be_traced() -> None:
    assert forbidden(NAME) == []
