"""Counts by month or year and population, long and wide; what is missing stays missing."""

from decimal import Decimal

import numpy as np
import pytest
import xlsxwriter

from styrhus.caseload import CaseMapping, MaterialKind, read_material
from styrhus.caseload.months import period_of
from styrhus.forecast.material import OPEN, Stream
from tests.unit.caseload.files import told, warned, written

NAN = np.nan


def counts(tmp_path, text, mapping=None):
    return read_material(written(tmp_path, text, "counts.csv"), mapping)


def test_the_columns_of_the_format(tmp_path):
    found = counts(
        tmp_path,
        "month,group,type,provider,persons,price\n"
        "2023-01,Barn,institution,external,10.5,80000\n2023-03,Barn,institution,external,12,\n2023-02,Unga,,,--,\n",
    )
    material = found.material
    assert found.errors == ()
    assert material.first == (2023, 1)
    assert material.streams == (Stream("Barn", "institution", "external"), Stream("Unga", "", ""))
    np.testing.assert_array_equal(material.persons, [[10.5, NAN, 12], [NAN, NAN, NAN]])
    np.testing.assert_array_equal(material.price, [[80000, NAN, NAN], [NAN, NAN, NAN]])
    assert warned(found, "2023-02")


def test_zero_is_zero_and_missing_is_missing(tmp_path):
    material = counts(tmp_path, "month;antal\n2023-01;0\n2023-02;--\n2023-03;\n2023-04;..\n2023-05;3\n").material
    np.testing.assert_array_equal(material.persons, [[0, NAN, NAN, NAN, 3]])


def test_what_is_not_yet_published_ends_the_series(tmp_path):
    assert len(counts(tmp_path, "month,value\n2023-01,1\n2023-02,2\n2023-03,--\n").material) == 2


def test_months_as_columns(tmp_path):
    material = counts(tmp_path, "grupp;jan 2023;feb 2023;mar 2023\nBarn;10;;12,5\nUnga;1;2;1 300\n").material
    np.testing.assert_array_equal(material.persons, [[10, NAN, 12.5], [1, 2, 1300]])


def test_years_with_cost(tmp_path):
    material = counts(tmp_path, "year,group,persons,cost\n2022,Barn,10,1200000\n2023,Barn,0,0\n").material
    assert (material.first, material.months_each) == ((2022, 1), 12)
    np.testing.assert_array_equal(material.price, [[10000, NAN]])


def test_a_workbook_with_a_title_year_and_month_apart_and_payments_in_thousands(tmp_path):
    path = tmp_path / "bistand.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tabell")
        sheet.write_row(0, 0, ["Ekonomiskt bistånd, länet"])
        sheet.write_row(1, 0, ["År", "Månad", "Antal hushåll", "Utbetalt ekonomiskt bistånd tkr"])
        sheet.write_row(2, 0, ["2023", "Januari", 100, 950])
        sheet.write_row(3, 0, ["2023", "Februari", "--", "--"])
        sheet.write_row(4, 0, ["2023", "Mars", 110, 1100])
    material = read_material(path).material
    np.testing.assert_array_equal(material.persons, [[100, NAN, 110]])
    np.testing.assert_array_equal(material.price, [[9500, NAN, 10000]])


def test_serial_days_of_a_workbook(tmp_path):
    path = tmp_path / "placeringar.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["person", "start", "end"])
        sheet.write_row(1, 0, [7, 44927, ""])
        sheet.write_row(2, 0, [8, 44927, 44958])
    material = read_material(path).material
    assert material.start.tolist() == [19358, 19358]
    assert material.end.tolist() == [OPEN, 19389]


def test_rows_parted_by_words(tmp_path):
    text = 'title line,,,\nRef_Date,Kind,Measure, Value \n05-Apr,a,x," 1,500 "\n05-Apr,a,y,2\n05-May,b,x, 3 \n'
    material = counts(tmp_path, text).material
    assert material.first == (2005, 4)
    assert [stream.key for stream in material.streams] == ["a/x", "a/y", "b/x"]
    assert material.persons[0, 0] == 1500


def test_only_some_rows_by_the_mapping(tmp_path):
    mapping = CaseMapping(
        kind=MaterialKind.COUNTS, delimiter=",", columns={"month": "m", "persons": "n"}, only={"k": ("Total",)},
        group="Alla",
    )  # fmt: skip
    material = counts(tmp_path, "m,k,n\n2023-01,Total,5\n2023-01,Part,3\n", mapping).material
    assert material.streams == (Stream("Alla"),)
    assert material.persons.tolist() == [[5]]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("month,persons\n2023-01,-5\n", (2, "persons", "-5")),
        ("month,persons\n2023-01,many\n", (2, "persons", "many")),
        ("month,persons\nsoon,5\n", (2, "month", "soon")),
        ("month,persons\n2023-13,5\n", (2, "month", "2023-13")),
        ("month,persons,provider\n2023-01,5,nobody\n", (2, "provider", "nobody")),
        ("month,persons\n2023-01,5\n2023-01,6\n", (3, "persons", "2023-01")),
    ],
)
def test_faults(tmp_path, text, fault):
    found = counts(tmp_path, text)
    assert found.material is None
    assert told(found) == [fault]


def test_months_and_years_are_not_mixed(tmp_path):
    assert counts(tmp_path, "month,persons\n2023-01,5\n2023,6\n").errors


@pytest.mark.parametrize("text", ["month,persons\n", "month,persons\n2023-01,--\n"])
def test_no_numbers_at_all(tmp_path, text):
    assert counts(tmp_path, text).errors


@pytest.mark.parametrize(
    ("text", "period"),
    [("2024-03", (2024, 3)), ("202403", (2024, 3)), ("2024M03", (2024, 3)), ("03/2024", (2024, 3)),
     ("mars 2024", (2024, 3)), ("Mar-24", (2024, 3)), ("24-Mar", (2024, 3)), ("May 2024", (2024, 5)),
     ("2024-03-31", (2024, 3)), ("2024", (2024, 0)), ("2024-02-31", None), ("12", None), ("majs 2024", None)],
)  # fmt: skip
def test_periods(text, period):
    assert period_of(text) == period


def test_population(tmp_path):
    text = "år;ålder;kön;folkmängd\n2023;0-17;K;500\n2023;0-17;M;520\n2023;18+;K;1000\n2024;18+;K;--\n2023;Totalt;;9\n"
    people = counts(tmp_path, text).population
    assert people.ages == ((0, 17), (18, 200))
    np.testing.assert_array_equal(people.persons, [[1020, NAN], [1000, NAN]])
    assert people.between(0, 8)[0] == pytest.approx(float(Decimal(1020) / 2))


def test_population_by_columns_of_years(tmp_path):
    people = counts(tmp_path, "ålder;2023;2024;2025\n0 år;10;11;12\n1 år;9;;11\n").population
    assert (people.first, people.ages) == (2023, ((0, 0), (1, 1)))
    np.testing.assert_array_equal(people.persons, [[10, 11, 12], [9, NAN, 11]])


def test_an_age_that_is_none(tmp_path):
    assert told(counts(tmp_path, "year,age,persons\n2023,old,5\n")) == [(2, "age", "old")]
