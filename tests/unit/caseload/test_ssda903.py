"""Episodes in the columns of SSDA903 become placements; dates of birth give age groups and are dropped."""

import csv

import pytest

from styrhus.caseload import read_material
from styrhus.caseload.ssda903 import convert
from styrhus.values.problem import ProblemsError
from tests.unit.caseload.files import told, warned, written

HEAD = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
EPISODES = HEAD + (
    "7,15/02/2016,L,C2,N3,U4,PR1,14/08/2016,X1,,AB1 2CD,,1\n"
    "7,14/08/2016,L,C1,N3,U4,PR1,01/10/2016,X1,,,,1\n"
    "7,01/10/2016,P,C1,N3,K2,PR4,,,,,,1\n"
    "8,01/03/2016,S,C1,N3,H5,PR2,01/04/2016,E3,,,,2\n"
)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,2,27/03/2003,WROM,D051910639385,,\n8,1,29/02/2000,X,Y,,\n"


def converted(tmp_path, episodes=EPISODES, header=HEADER):
    beside = written(tmp_path, header, "birth.csv") if header else None
    target = tmp_path / "out.csv"
    convert(written(tmp_path, episodes, "episodes.csv"), target, header=beside)
    return target


def rows(path):
    return [tuple(row.values())[:6] for row in csv.DictReader(path.read_text("utf-8").splitlines())]


def test_consecutive_episodes_in_the_same_care_are_one(tmp_path):
    assert rows(converted(tmp_path)) == [
        ("p1", "0-12", "foster_home", "own", "2016-02-15", "2016-10-01"),
        ("p2", "13-17", "supported_housing", "external", "2016-03-01", "2016-04-01"),
        ("p1", "13-17", "institution", "external", "2016-10-01", "2021-03-27"),
    ]


def test_without_dates_of_birth_there_is_no_group_and_no_planned_end(tmp_path):
    assert rows(converted(tmp_path, header=""))[-1] == ("p1", "", "institution", "external", "2016-10-01", "")


def test_nothing_of_the_child_is_written(tmp_path):
    text = converted(tmp_path).read_text("utf-8")
    assert not any(word in text for word in ("2003", "AB1", "D0519"))


def test_recognised_by_its_headings_and_found_beside_its_header(tmp_path):
    written(tmp_path, HEADER, "header.csv")
    found = read_material(written(tmp_path, EPISODES, "episodes.csv"))
    assert found.errors == ()
    assert len(found.material) == 3
    assert warned(found, "joined to 3 placements")
    assert {stream.group for stream in found.material.streams} == {"0-12", "13-17"}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("7,31/02/2016,L,,,U4,PR1,,", (2, "DECOM", "31/02/2016")),
        ("7,,L,,,U4,PR1,,", (2, "DECOM", "")),
        ("7,15/02/2016,L,,,U4,PR1,14/02/2016,", (2, "DEC", "14/02/2016")),
        ("7,15/02/2016,L,,,XX,PR1,,", (2, "PLACE", "XX")),
        ("7,15/02/2016,L,,,U4,PR9,,", (2, "PLACE_PROVIDER", "PR9")),
        (",15/02/2016,L,,,U4,PR1,,", (2, "CHILD", "")),
    ],
)
def test_faults_have_their_rows(tmp_path, row, fault):
    text = HEAD.split(",REASON", maxsplit=1)[0] + "\n" + row + "\n"
    assert told(read_material(written(tmp_path, text, "episodes.csv"))) == [fault]


def test_a_personal_number_is_refused_here_too(tmp_path):
    found = read_material(written(tmp_path, EPISODES.replace("\n7,", "\n850709-9805,"), "episodes.csv"))
    assert found.refused


def test_no_episodes(tmp_path):
    with pytest.raises(ProblemsError):
        converted(tmp_path, HEAD)
