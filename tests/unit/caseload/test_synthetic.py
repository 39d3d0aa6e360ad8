"""Made-up spells come to what the boards have published, and are always the same."""

import csv
import itertools
from collections import defaultdict
from decimal import Decimal

import pytest

from styrhus.caseload.synthetic import NOTE, placements, volumes
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import Pricing
from tests.cases.example_folder import EXAMPLES, loaded

BOARDS = ("orebro-2019", "lund-2023")


def content(name: str) -> str:
    return (EXAMPLES / name / "caseload" / "placements.csv").read_text(encoding="utf-8")


def published(name: str, basis: Basis, year: int):
    dossier = loaded(name)
    figures = {f.row: f for f in dossier.placement_figures if (f.basis, f.period) == (basis, str(year))}
    return [(row, figures[row.id]) for row in dossier.placement_rows if row.id in figures]


@pytest.mark.parametrize("name", BOARDS)
def test_the_file_of_the_example_is_what_the_plan_makes(name):
    dossier = loaded(name)
    made = placements(dossier.board.id, dossier.plan.year, dossier.placement_rows, dossier.placement_figures)
    assert made == (EXAMPLES / name / "caseload" / "placements.csv").read_bytes()


@pytest.mark.parametrize("year", [2017, 2018])
def test_persons_of_orebro_are_the_published_ones_to_the_day(year):
    found = volumes(content("orebro-2019"), year)
    rows = [(row, figure) for row, figure in published("orebro-2019", Basis.OUTCOME, year) if figure.persons]
    assert len(rows) == 13
    for row, figure in rows:
        days, _ = found[row.target_group, row.form.value, row.provider.value]
        assert Decimal(days) / 365 == figure.persons, row.id


def test_prices_of_orebro_are_the_published_ones():
    found = volumes(content("orebro-2019"), 2018)
    for row, figure in published("orebro-2019", Basis.OUTCOME, 2018):
        if row.pricing is Pricing.AMOUNT:
            continue
        days, cost = found[row.target_group, row.form.value, row.provider.value]
        units = days * 12 / 365 if row.pricing is Pricing.MONTH else days
        assert cost / units == pytest.approx(float(figure.price), abs=0.05), row.id


@pytest.mark.parametrize(("year", "basis"), [(2021, Basis.OUTCOME), (2022, Basis.FORECAST)])
def test_amounts_of_lund_are_the_published_ones(year, basis):
    found = volumes(content("lund-2023"), year)
    homes = found["Familjehem", "foster_home", "external"][1] if year == 2021 else 0.0
    rows = published("lund-2023", basis, year)
    assert len(rows) == (7 if year == 2021 else 8)
    for row, figure in rows:
        _, cost = found[row.target_group, row.form.value, row.provider.value]
        among_children = homes if row.id == "externa-placeringar-barn" else 0.0
        assert cost + among_children == pytest.approx(float(figure.amount), abs=500), row.id


@pytest.mark.parametrize("name", BOARDS)
def test_nobody_is_in_two_places_and_nobody_leaves_before_coming(name):
    spells = defaultdict(list)
    for row in csv.DictReader(content(name).splitlines()):
        spells[row["person"]].append((row["start"], row["end"] or "9999-12-31"))
    assert 1500 < sum(map(len, spells.values())) < 4000
    assert all(start < end for held in spells.values() for start, end in held)
    for held in spells.values():
        ordered = sorted(held)
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(ordered))


@pytest.mark.parametrize("name", BOARDS)
def test_the_folder_says_that_they_are_made_up(name):
    assert "synthetic" in (EXAMPLES / name / "caseload" / NOTE).read_text(encoding="utf-8").splitlines()[0]


def test_other_plans_have_none():
    dossier = loaded("lund-2020")
    assert placements("lund", 2020, dossier.placement_rows, dossier.placement_figures) is None
