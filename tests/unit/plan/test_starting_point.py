"""Where the indicators of the published plans stand when their year begins."""

from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.plan.starting_point import starting_point

EXAMPLES = Path(__file__).parents[3] / "examples"
LUND = read_folder(EXAMPLES / "lund-2023")[0]


def start(key: str, year: int = 2023):
    return starting_point(LUND.indicator_by_id[key], year, targets=LUND.targets_of(key), outcomes=LUND.outcomes_of(key))


@pytest.mark.parametrize(
    ("key", "word", "words"),
    [
        (
            "hushall-forsorjningsstod",
            "not_reached",
            "Utfall 2022: 1 068 hushåll; 118 hushåll kvar till årets målvärde.",
        ),
        ("jobbspar", "not_reached", "Utfall 2022: 1; 3 kvar till årets målvärde."),
    ],
)
def test_what_is_left_to_the_target(key, word, words):
    found = start(key)
    assert (found.word, found.words.render("sv").replace("\u00a0", " ")) == (word, words)


def test_a_limit_that_is_already_met():
    found = next(start(i.id) for i in LUND.indicators if i.unit == "days")
    assert (found.word, found.left) == ("reached", 0)
    assert "Utfall 2022: 138\u00a0dagar; klarar" in found.words.render("sv")


def test_a_difference_of_percent_is_in_percentage_points():
    orebro = read_folder(EXAMPLES / "orebro-2019")[0]
    target, outcomes = orebro.targets_of("hme-78"), orebro.outcomes_of("hme-78")
    found = starting_point(orebro.indicator_by_id["hme-78"], 2019, targets=target, outcomes=outcomes)
    told = "Utfall 2018: 36,8\u00a0%; 5,2 procentenheter kvar till årets målvärde."
    assert found.words.render("sv") == told


def test_nothing_measured_before_gives_no_starting_point():
    never = [i.id for i in LUND.indicators if not LUND.outcomes_of(i.id)]
    assert never
    assert [start(key) for key in never] == [None] * len(never)


def test_a_year_without_target_has_none():
    assert start("hushall-forsorjningsstod", 2030) is None
