"""Duplicates and contradicting deadlines, tried on the 84 assignments of Lund 2023."""

from datetime import date
from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.plan.assignment import Assignment, AssignmentKind, AssignmentStatus
from styrhus.plan.assignment_checks import Certainty, deadline_findings, duplicates
from styrhus.plan.steering import Decider

LUND = Path(__file__).parents[3] / "examples" / "lund-2023"
PAIRS = {("heder-1-1", "heder-informationsinsatser"), ("heder-1-2", "heder-information-flera-sprak")}


@pytest.fixture(scope="module")
def lund() -> tuple[Assignment, ...]:
    dossier, problems = read_folder(LUND)
    assert dossier is not None, problems
    assert len(dossier.assignments) == 84
    return dossier.assignments


def assignment(key: str, title: str, description: str = "", **fields: object) -> Assignment:
    given = {"kind": AssignmentKind.DECISION, "origin": "Plan", "decided_by": Decider.BOARD, **fields}
    return Assignment(id=key, title=title, description=description, **given)


def test_lund_has_exactly_two_pairs_of_duplicates(lund):
    found = duplicates(lund)
    assert {(f.assignment, f.other) for f in found} == PAIRS
    assert {f.certainty for f in found} == {Certainty.LIKELY}


def test_lund_has_contradicting_deadlines(lund):
    found = deadline_findings(lund, 2023, duplicates(lund))
    by_rule = {rule: {f.assignment for f in found if f.rule == rule} for rule in {f.rule for f in found}}
    assert by_rule == {
        "duplicate-deadline": {"heder-1-1", "heder-1-2"},
        "odd-deadline": {"heder-informationsinsatser", "heder-information-flera-sprak", "barn-samverkan"},
    }
    told = next(f for f in found if f.assignment == "heder-1-1").explanation.render("sv")
    assert told == "Dubbletterna har olika slutdatum: 2023-12-31 och 2023-01-20."


def test_deadlines_of_lund_have_passed_before_a_later_plan_year(lund):
    found = {f.assignment for f in deadline_findings(lund, 2025, ()) if f.rule == "before-plan-year"}
    assert {"familjecentraler", "barn-statistik"} <= found
    assert not found & {"energi-1-1", "avfall-1-2", "oversiktsplan-1-2"}


@pytest.mark.parametrize(
    ("title", "other", "certainty"),
    [
        ("Ta fram en plan för bostadsförsörjning", "Ta fram en plan för bostadsförsörjning", Certainty.CERTAIN),
        ("Ta fram en plan för bostadsförsörjning", "ta fram  en plan för bostadsförsöjning", Certainty.CERTAIN),
        ("Ta fram en plan för bostadsförsörjning", "Planen för bostadsförsörjningen tas fram", Certainty.CERTAIN),
        ("Rapport för 2022 om hemlöshet i kommunen", "Rapport för 2023 om hemlöshet i kommunen", None),
        ("Utbildning", "Utbildning av nyckelpersoner", None),
        ("Utveckla och stärka befintliga hållbarhetsåtgärder", "Utveckla och stärka befintliga hälsoåtgärder", None),
    ],
)
def test_titles_without_descriptions(title, other, certainty):
    found = duplicates([assignment("a", title), assignment("b", other, origin="Annan plan")])
    assert [f.certainty for f in found] == ([certainty] if certainty else [])


def test_the_same_title_with_other_content_is_only_possible():
    found = duplicates([
        assignment("a", "Utbildning", "Chefer lär sig arbetsmiljölagen och hur den tillämpas."),
        assignment("b", "Utbildning", "Medarbetare övar brandsläckning varje höst."),
    ])  # fmt: skip
    assert [f.certainty for f in found] == [Certainty.POSSIBLE]


def test_the_same_long_description_under_another_title_is_possible():
    text = "Kartlägg platser där utsatta ostört kan läsa om rättigheter, hjälp och skydd i kommunens badhus."
    found = duplicates([assignment("a", "Platser", text), assignment("b", "Information om stöd", text)])
    assert [f.certainty for f in found] == [Certainty.POSSIBLE]


def test_both_origins_are_named_when_they_differ():
    found = duplicates([assignment("a", "Öppna två nya familjecentraler"),
                        assignment("b", "Öppna två nya familjecentraler", origin="Annan plan")])  # fmt: skip
    assert found[0].explanation.render("sv") == "Samma uppdrag tycks komma från både Plan och Annan plan."


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({"deadline": date(2023, 1, 1), "start_date": date(2023, 5, 1)}, ["before-start"]),
        ({"deadline": date(2023, 1, 1), "decision_date": date(2023, 5, 1)}, ["before-decision"]),
        ({"deadline": date(2025, 1, 1), "origin_period": "2022-2023"}, ["outside-origin"]),
        ({"deadline": date(2025, 1, 1), "origin_period": "2022–"}, []),
        ({"deadline": date(2024, 1, 1), "origin_period": "2023"}, ["outside-origin"]),
        ({"deadline": date(2024, 1, 1), "origin_period": "tills vidare"}, []),
        ({"deadline": date(2022, 12, 31)}, ["before-plan-year"]),
        ({"deadline": date(2022, 12, 31), "status": AssignmentStatus.DONE}, []),
        ({"deadline": None, "start_date": date(2023, 5, 1)}, []),
        ({"deadline": date(2023, 5, 1), "start_date": date(2023, 5, 1)}, []),
    ],
)
def test_the_dates_of_one_assignment(fields, rules):
    assert [f.rule for f in deadline_findings([assignment("a", "T", **fields)], 2023, ())] == rules


def test_a_duplicate_without_deadline_contradicts_nothing():
    rows = [assignment("a", "Öppna två nya familjecentraler", deadline=date(2023, 1, 1)),
            assignment("b", "Öppna två nya familjecentraler")]  # fmt: skip
    assert deadline_findings(rows, 2023, duplicates(rows)) == ()


def test_one_of_five_that_differs_is_not_odd():
    rows = [assignment(f"a{n}", f"Titel {n}", deadline=date(2023 + (n == 0), 12, 31)) for n in range(5)]
    assert deadline_findings(rows, 2023, ()) == ()
