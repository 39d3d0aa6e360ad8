"""Helsingborg 2015 holds what the board published: a scorecard with target paths and an internal budget."""

from collections import Counter
from decimal import Decimal

from styrhus.plan.target import TargetKind
from tests.cases.example_folder import cells, counts, follow_all, forbidden, loaded, rows

NAME = "helsingborg-2015"
UNITS = ("ledning-och-namnd", "gemensamma-resurser", "barn-och-unga", "vuxen")
COLUMNS = ("bokslut-2013", "prognos-2014", "kf-budget-2015", "internbudget-2015")
MEASURES = {
    "arbete-bostad-utbildning": 6, "barn-och-unga": 2, "halsa-och-utveckling": 2, "foreningsliv": 2, "krogare": 1,
    "skane-nordvast": 1, "attraktiv-arbetsgivare": 3, "frivillig-kontakt": 1, "miljopaverkan": 1,
    "kostnadseffektiva-losningar": 2,
}  # fmt: skip
MOVING = {"ekologiska-livsmedel": (40, 45, 50)}
STILL = {
    "akutboende-sex-manader": 100, "aterkommer-inte": 80, "narmare-arbetsmarknaden": 10, "skolresultat": 100,
    "fullfoljer-vuxen": 60, "forhandsbedomningar": 100, "lagstadgad-utredningstid": 100, "fullfoljer-barn": 80,
    "nki-klienter": 75, "psykiskt-valbefinnande": 50, "bidrag-barn-och-ungdom": 20, "bidrag-egen-malgrupp": 15,
    "nki-tillstand": 70, "nojda-uppdragsgivare": 100, "medarbetarindex": 100, "ledarindex": 100, "sjukfranvaro": 100,
    "serviceuppdrag": 1620, "oppenvard": 65, "insatstid-heldygnsvard": 120,
}  # fmt: skip


def test_everything_is_there() -> None:
    files = ("targets", "life_log", "assignments", "organisation", "frames", "facts", "contradictions")
    assert counts(NAME, files) == {
        "targets": 63, "life_log": 2, "assignments": 1, "organisation": 12, "frames": 3, "facts": 12,
        "contradictions": 2,
    }  # fmt: skip
    dossier = loaded(NAME)
    assert Counter(goal.level for goal in dossier.goals) == {"perspektiv": 4, "namndens-mal": 10}
    assert Counter(indicator.goal for indicator in dossier.indicators) == MEASURES
    assert dossier.outcomes == ()
    assert (dossier.plan.kind, dossier.plan.registry_number) == ("scorecard", "61/2014")
    assert follow_all(dossier) > 40


def test_perspectives_hold_four_two_three_and_one_goals() -> None:
    parents = Counter(parent for goal in loaded(NAME).goals for parent in goal.parents)
    assert parents == {"invanare": 4, "omvarld": 2, "organisation": 3, "ekonomi": 1}


def test_target_paths() -> None:
    paths: dict[str, list[Decimal | None]] = {}
    for target in loaded(NAME).targets:
        paths.setdefault(target.indicator, []).append(target.value)
        wanted = TargetKind.AT_MOST if target.indicator == "insatstid-heldygnsvard" else TargetKind.AT_LEAST
        assert target.kind is wanted
    assert paths == {key: list(path) for key, path in MOVING.items()} | {key: [v] * 3 for key, v in STILL.items()}


def test_income_statement_adds_up() -> None:
    printed = {"bokslut-2013": (454028, 18352), "prognos-2014": (463900, 0), "kf-budget-2015": (473789, 0),
               "internbudget-2015": (482560, 0)}  # fmt: skip
    for column in COLUMNS:
        of = cells(NAME, "resultatrakning", column)
        assert (of["summa-intakter"], of["resultat"]) == printed[column]
        assert of["kommunbidrag"] + of["disposition"] + of["intakter"] == of["summa-intakter"]
        assert of["kostnader"] == of["summa-kostnader"]
        assert of["summa-intakter"] + of["summa-kostnader"] == of["resultat"]


def test_economy_by_unit_adds_up_both_ways() -> None:
    columns = ("kommunbidrag", "disposition", "verksamhetsintakter", "totalt")
    of = {column: cells(NAME, "ekonomi-per-verksamhet", column) for column in columns}
    assert [of[column]["totalt"] for column in columns] == [423163, 8771, 50626, 482560]
    for column in columns:
        assert sum(of[column][unit] for unit in UNITS) == of[column]["totalt"]
    for row in (*UNITS, "totalt"):
        assert sum(of[column][row] for column in columns[:3]) == of["totalt"][row]


def test_surplus_projects_are_one_short_of_the_budget() -> None:
    projects = cells(NAME, "projekt-ur-overskott", "tkr")
    assert projects.pop("summa") == sum(projects.values()) == 8770
    assert sum(cells(NAME, "resultatoverforing", "belopp").values()) == 8771
    assert sum(cells(NAME, "boendelosningar-tjanster", "tkr").values()) == projects["boendelosningar"] == 5570
    assert sum(cells(NAME, "boendelosningar-tjanster", "tjanster").values()) == 12
    noted = {row["id"]: (row["stated"], row["computed"]) for row in rows(NAME, "contradictions.csv")}
    assert noted == {"overskott-8770": ("8770", "8771"), "harbarge-datum": ("", "")}


def test_the_guarantee_went_from_ten_days_to_fourteen() -> None:
    dossier = loaded(NAME)
    (guarantee,) = dossier.guarantees
    assert (guarantee.previous_limit_days, guarantee.limit_days) == (10, 14)
    assert len(guarantee.pauses) == 1
    assert [entry.event for entry in dossier.life_log] == ["moved", "redefined"]


def test_nobody_can_be_traced() -> None:
    assert forbidden(NAME) == []
