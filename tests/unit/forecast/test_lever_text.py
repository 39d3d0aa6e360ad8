"""Levers as text are read, written back the same, and refused with what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.forecast import Lever, LeverKind, Stream
from styrhus.forecast.lever_text import described, format_lever, parse_lever, parse_levers
from styrhus.values.problem import Problem

MONTHS = ("2019-01", "2019-02", "2019-03")
STREAMS = (Stream("Barn", "institution", "external"), Stream("Barn", "institution", "own"), Stream("Unga"))


@pytest.mark.parametrize(
    ("text", "lever"),
    [
        ("inflow=-10%", Lever(LeverKind.INFLOW, -0.10)),
        ("inflow:Barn=\u22122,5%", Lever(LeverKind.INFLOW, -0.025, Stream("Barn"))),
        ("stay:Barn/institution=-5%", Lever(LeverKind.STAY, -0.05, Stream("Barn", "institution"))),
        ("price=+3%@2019-07", Lever(LeverKind.PRICE, 0.03, start=6)),
        ("price=3%@2018-11+6", Lever(LeverKind.PRICE, 0.03, start=-2, ramp_months=6)),
        ("home:Barn/institution=20%", Lever(LeverKind.HOME, 0.2, Stream("Barn", "institution"))),
        ("home:Barn/institution=5+3", Lever(LeverKind.HOME_PERSONS, 5, Stream("Barn", "institution"), 0, 3)),
        ("home:Barn>Unga=5", Lever(LeverKind.HOME_PERSONS, 5, Stream("Barn"), to=Stream("Unga"))),
        (
            "capacity:Barn/institution/own=+4+2",
            Lever(LeverKind.CAPACITY, 4, Stream("Barn", "institution", "own"), 0, 2),
        ),
        ("capacity=-4", Lever(LeverKind.CAPACITY, -4)),
    ],
)
def test_what_is_written_is_understood(text, lever):
    assert parse_lever(text, MONTHS, STREAMS) == lever
    assert parse_lever(format_lever(lever, MONTHS), MONTHS, STREAMS) == lever


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("inflow", "cannot be read"),
        ("outflow=-10%", "cannot be read"),
        ("inflow=-10%@2019-13", "cannot be read"),
        ("inflow=many%", "cannot be read"),
        ("home_persons=3", "cannot be read"),
        ("stay=-10", "per cent sign"),
        ("inflow=-110%", "out of bounds"),
        ("stay=-100%", "out of bounds"),
        ("home=120%", "out of bounds"),
        ("home=-2", "out of bounds"),
        ("inflow:Barn/foster=-10%", "no stream Barn/foster"),
        ("inflow:a/b/c/d=-10%", "three parts"),
        ("price=3%+500", "too many months"),
    ],
)
def test_what_cannot_be_is_refused(text, said):
    problem = parse_lever(text, MONTHS, STREAMS)
    assert isinstance(problem, Problem)
    assert said in problem.render("en")
    assert text in problem.render("sv")


def test_good_levers_are_kept_beside_bad_ones():
    levers, problems = parse_levers(["inflow=-10%", "", "nonsense"], MONTHS)
    assert [lever.kind for lever in levers] == [LeverKind.INFLOW]
    assert len(problems) == 1


words = st.sampled_from(["Barn", "Unga vuxna", "ÅÄÖ", "18-24"])
placed = st.builds(Stream, words, st.sampled_from(["", "hvb", "familjehem"]))
shares = st.integers(-95, 300).map(lambda number: round(number / 100, 12))


@given(st.sampled_from(["inflow", "stay", "price"]), shares, placed, st.integers(-30, 40), st.integers(0, 24))
def test_every_lever_comes_back_from_its_text(kind, amount, on, start, ramp):
    lever = Lever(LeverKind(kind), amount, on, start, ramp)
    assert parse_lever(format_lever(lever, MONTHS), MONTHS) == lever


def test_a_lever_is_told_in_words():
    lever = Lever(LeverKind.INFLOW, -0.10, Stream("Barn"), 6, 3)
    assert described(lever, MONTHS).render("sv") == (
        "Inflödet till Barn \u221210\u00a0%, växer under 3 månader från 2019-07"
    )
