"""Files from which somebody can be told are refused; ordinary numbers of one's own are not."""

from random import Random

import pytest

from styrhus.caseload import read_material
from tests.unit.caseload.files import spells, told, warned, written

# Numbers that the tax agency gives out for testing, and a co-ordination number made in the same way.
HYPHEN, PLUS, CENTURY, BARE, COORDINATION = "850709-9805", "121212+1212", "198507099805", "8507099805", "701063-2391"


def of(tmp_path, *persons, head="person", extra=""):
    rows = [f'"{person}",2023-01-01,{extra}' for person in persons]
    return spells(tmp_path, *rows, head=f"{head},start,other")


@pytest.mark.parametrize(
    "person",
    [HYPHEN, PLUS, CENTURY, BARE, COORDINATION, "19850709-9805", "850709 9805", "19701063-2391", "19850709-TF01",
     "Anna Svensson", "Svensson, Anna", "ANNA SVENSSON", "Anna-Lisa Öberg", "anna@example.org", "070-123 45 67",
     "+46701234567", "0701234567"],
)  # fmt: skip
def test_who_tells_of_a_person_is_refused_wherever_it_stands(tmp_path, person):
    found = of(tmp_path, "P1", person, "P3")
    assert found.material is None
    assert found.refused
    assert [place[:2] for place in told(found)] == [(3, "person")]
    assert person not in found.errors[0].render("en")


def test_one_in_a_column_that_is_not_read(tmp_path):
    found = of(tmp_path, "P1", extra=HYPHEN)
    assert found.refused
    assert found.errors[0].column == "other"


@pytest.mark.parametrize("text", [f"pnr {HYPHEN}; ring", "(skickat till anna@example.org)"])
def test_one_within_a_text(tmp_path, text):
    found = of(tmp_path, "P1", "P2", extra=f'"{text}"')
    assert found.refused
    assert [problem.column for problem in found.errors] == ["other"]


@pytest.mark.parametrize(
    "head", ["namn", "Förnamn", "EFTERNAMN", "name", "Personnummer", "person_nr", "Adress", "E-post", "telefon", "DOB"]
)
def test_headings_that_tell(tmp_path, head):
    found = spells(tmp_path, "a,x,2023-01-01", head=f"person,{head},start")
    assert found.refused
    assert found.errors[0].column == head


def test_wrong_checksums_and_days_are_ordinary_numbers(tmp_path):
    assert not of(tmp_path, "850709-9806", "851309-9805", "19850732-9805").refused


def test_ids_of_ten_digits_are_not_refused_by_chance(tmp_path):
    random = Random(1)
    assert not of(tmp_path, *(str(random.randrange(10**9, 10**10)) for _ in range(2000))).refused
    assert not of(tmp_path, *(f"{number:010d}" for number in range(1000))).refused
    assert not of(tmp_path, *(f"20190101{number:04d}" for number in range(500))).refused


@pytest.mark.parametrize(
    "person",
    [
        "P1",
        "01-12345",
        "012-345678",
        "Person 1",
        "Alfa",
        "P A",
        "2019-123456",
        "001-12345",
        "a1b2c3d4-e5f6-47a8-9b0c-d1e2f3a4b5c6",
    ],
)
def test_ordinary_pseudonyms(tmp_path, person):
    assert not of(tmp_path, person).refused


def test_groups_and_types_may_be_words(tmp_path):
    found = spells(tmp_path, "a,Barn Och Unga,Stöd Boende,,2023-01-01,,,")
    assert not found.refused


def test_counts_are_searched_too(tmp_path):
    text = f"month,persons,note\n2023-01,5,{HYPHEN}\n"
    found = read_material(written(tmp_path, text))
    assert found.refused
    assert not warned(found, HYPHEN)
