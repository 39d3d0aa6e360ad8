"""Files of spells as people and systems write them, and every fault told with its place."""

from datetime import date

import numpy as np
import pytest

from styrhus.caseload import CaseMapping, read_material, read_spells
from styrhus.forecast.material import OPEN, Stream
from styrhus.forecast.material.horizon import day_number, day_of
from tests.unit.caseload.files import HEAD, spells, told, warned, written


def days(found):
    """(start, end) of each spell as dates; None for an open one."""
    material = found.told
    return [
        (str(day_of(start)), None if end == OPEN else str(day_of(end)))
        for start, end in zip(material.start, material.end, strict=True)
    ]


def test_the_columns_of_the_format(tmp_path):
    found = spells(
        tmp_path,
        "a,Barn,institution,external,2023-01-10,2023-03-01,4500,day",
        "b,Barn,foster_home,own,2023-02-01,,20000.50,month",
        "a,Barn,foster_home,own,2023-03-01,,,",
    )
    material = found.material
    assert material.streams == (Stream("Barn", "foster_home", "own"), Stream("Barn", "institution", "external"))
    assert days(found) == [("2023-01-10", "2023-03-01"), ("2023-02-01", None), ("2023-03-01", None)]
    assert material.person.tolist() == [1, 2, 1]
    assert material.stream.tolist() == [1, 0, 0]
    np.testing.assert_array_equal(material.price, [4500, 20000.5, np.nan])
    assert material.monthly.tolist() == [False, True, False]
    assert found.errors == ()


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_swedish_exports(tmp_path, delimiter, encoding):
    text = (
        "Löpnr;Målgrupp;Insatsform;Utförare;Fr o m;T o m;Dygnskostnad\r\n"
        "7;Barn;HVB;Köpt;2023-01-01;2023-01-31;1 234,50\r\n"
        "8;Unga;Familjehem;Egen regi;2023-02-01;;900 kr\r\n"
    )
    found = read_material(written(tmp_path, text.replace(";", delimiter), encoding=encoding))
    assert found.errors == ()
    assert found.material.streams == (Stream("Barn", "HVB", "external"), Stream("Unga", "Familjehem", "own"))
    # "T o m" is the last day of care: who leaves does so the day after.
    assert days(found) == [("2023-01-01", "2023-02-01"), ("2023-02-01", None)]
    assert found.material.price.tolist() == [1234.5, 900]
    assert not found.material.monthly.any()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-01-31", "2024-01-31"), ("20240131", "2024-01-31"), ("2024/01/31", "2024-01-31"),
        ("2024-01-31T00:00", "2024-01-31"), ("2024-01-31 13:45:00", "2024-01-31"),
        ("2024-01-31T23:00:00Z", "2024-01-31"), ("2024-01-31T00:00:00+01:00", "2024-01-31"),
    ],
)  # fmt: skip
def test_dates(tmp_path, cell, day):
    assert days(spells(tmp_path, f"a,,,,{cell},,,"))[0][0] == day


def test_days_before_months_are_recognised(tmp_path):
    found = spells(tmp_path, "a,01/02/2023,28/02/2023", "b,15/03/2023,", head="person,start,end")
    assert days(found) == [("2023-02-01", "2023-02-28"), ("2023-03-15", None)]


@pytest.mark.parametrize("cell", ["", "--", "9999-12-31", "2999-12-31", "NULL"])
def test_ends_that_are_none(tmp_path, cell):
    assert days(spells(tmp_path, f"a,,,,2023-01-01,{cell},,")) == [("2023-01-01", None)]


FAULTS = [
    ("a,,,,2023-13-01,,,", (2, "start", "2023-13-01")),
    ("a,,,,0204-01-01,,,", (2, "start", "0204-01-01")),
    ("a,,,,,,,", (2, "start", "")),
    ("a,,,,2023-01-01,soon,,", (2, "end", "soon")),
    ("a,,,,2023-02-01,2023-01-01,,", (2, "end", "2023-02-01 – 2023-01-01")),
    ("a,,,,2023-01-01,,-5,day", (2, "price", "-5")),
    ("a,,,,2023-01-01,,much,day", (2, "price", "much")),
    ("a,,,,2023-01-01,,5,week", (2, "price_unit", "week")),
    ("a,,,,2023-01-01,,5,", (2, "price_unit", "5")),
    ("a,,,somebody,2023-01-01,,,", (2, "provider", "somebody")),
    (",,,,2023-01-01,,,", (2, "person", "")),
]


@pytest.mark.parametrize(("row", "fault"), FAULTS)
def test_each_fault_has_its_place_and_nothing_is_read(tmp_path, row, fault):
    found = spells(tmp_path, row)
    assert told(found) == [fault]
    assert found.material is None
    problem = found.errors[0]
    assert problem.file == "placements.csv"
    assert problem.remedy.msgid


def test_faults_are_in_the_order_of_the_file_also_after_blank_lines_and_are_counted(tmp_path):
    found = spells(tmp_path, "a,,,,2023-01-01,,,", "", "b,,,,x,,,", *["c,,,,y,,,"] * 80)
    assert told(found)[0] == (4, "start", "x")
    assert len(found.errors) == 51
    assert "31" in found.errors[-1].render("en")


def test_missing_columns_are_told_of_and_others_passed_over(tmp_path):
    found = spells(tmp_path, "1,2023-01-01,2023-02-01,x", head="nr,start,end,note")
    assert found.errors == ()
    assert warned(found, "no column of persons")
    assert warned(found, "no column of target groups")
    assert warned(found, "no prices")
    assert found.material.streams == (Stream("", "", ""),)


def test_without_a_start_the_headings_are_told(tmp_path):
    found = spells(tmp_path, "1,2,3", head="a,b,c")
    assert "a, b, c" in found.errors[0].render("en")


def test_a_mapping_names_columns_translates_words_and_chooses_rows(tmp_path):
    mapping = CaseMapping(
        delimiter=";", decimal=",",
        columns={"person": "nr", "group": "Sort", "provider": "Vem", "start": "dag", "price": "kr"},
        words={"provider": {"Ksl": "own"}, "group": {"B": "Barn"}}, only={"Status": ("Beslut",)}, price_unit="month",
    )  # fmt: skip
    text = "nr;Sort;Vem;dag;kr;Status\n1;B;Ksl;2023-01-01;9,5;Beslut\n2;B;Ksl;nej;x;Utkast\n"
    found = read_material(written(tmp_path, text), mapping)
    assert found.errors == ()
    assert found.material.streams == (Stream("Barn", "", "own"),)
    assert found.material.price.tolist() == [9.5]
    assert found.material.monthly.tolist() == [True]


def test_a_column_that_the_mapping_names_and_the_file_lacks(tmp_path):
    found = read_material(written(tmp_path, "a,b\n1,2\n"), CaseMapping(delimiter=",", columns={"start": "dag"}))
    assert found.errors[0].column == "dag"


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04 cut off", b"hej\n", b"\x00" * 50])
def test_what_is_no_table_is_told_so(tmp_path, content):
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    found = read_material(path)
    assert found.material is None
    assert found.errors


def test_headings_alone(tmp_path):
    assert "no spells" in spells(tmp_path).errors[0].render("en")


def test_read_spells_is_the_same(tmp_path):
    path = written(tmp_path, f"{HEAD}\na,Barn,,,2023-01-01,,,\n")
    assert read_spells(path).spells.streams == (Stream("Barn", "", ""),)


def test_the_last_day_is_given_or_found(tmp_path):
    row = "a,,,,2023-01-10,2023-03-01,,"
    assert spells(tmp_path, row, as_of=date(2023, 2, 5)).material.as_of == day_number(date(2023, 2, 5))
    found = spells(tmp_path, row)
    assert warned(found, "taken to tell of days up to")


def test_pseudonyms_become_numbers_in_the_order_of_their_first_days(tmp_path):
    found = spells(tmp_path, "z,,,,2023-01-01,,,", "a,,,,2023-02-01,,,", "m,,,,2023-01-15,,,", "z,,,,2023-03-01,,,")
    assert found.told.person.tolist() == [1, 2, 3, 1]


@pytest.mark.parametrize(
    ("heading", "monthly"), [("price_per_day", False), ("Månadskostnad", True), ("daily rate", False)]
)
def test_prices_whose_heading_tells_the_unit(tmp_path, heading, monthly):
    found = spells(tmp_path, "1,2023-01-01,5", head=f"person_id,start_date,{heading}")
    assert (found.material.price.tolist(), found.material.monthly.tolist()) == ([5], [monthly])
