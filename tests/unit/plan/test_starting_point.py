"""Where the indicators of the published plans stand when their year begins."""

from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.plan.starting_point import starting_point

LUND = read_folder(Path(__file__).parents[3] / "examples" / "lund-2023")[0]


def start(key: str, year: int = 2023):
    return starting_point(LUND.indicator_by_id[key], year, targets=LUND.targets_of(key), outcomes=LUND.outcomes_of(key))


@pytest.mark.parametrize(
    ("key", "word", "words"),
    [
        ("hushall-forsorjningsstod", "not_reached", "1 068 hushåll 2022; 118 hushåll kvar till årets målvärde."),
        ("jobbspar", "not_reached", "1 2022; 3 kvar till årets målvärde."),
    ],
)
def test_what_is_left_to_the_target(key, word, words):
    found = start(key)
    assert (found.word, found.words.render("sv").replace("\u00a0", " ")) == (word, words)


def test_a_limit_that_is_already_met():
    found = next(start(i.id) for i in LUND.indicators if i.unit == "days")
    assert (found.word, found.left) == ("reached", 0)
    assert "138\u00a0dagar 2022" in found.words.render("sv")


def test_nothing_measured_before_gives_no_starting_point():
    never = [i.id for i in LUND.indicators if not LUND.outcomes_of(i.id)]
    assert never
    assert [start(key) for key in never] == [None] * len(never)


def test_a_year_without_target_has_none():
    assert start("hushall-forsorjningsstod", 2030) is None
