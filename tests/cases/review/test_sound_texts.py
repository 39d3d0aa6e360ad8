"""Whole plans and reports in which the rules on goals, assignments, references and spelling must say nothing."""

from pathlib import Path

import pytest

from styrhus.paper.readers import read
from styrhus.review.review import review
from tests.cases.review.test_plans_text import JUDGED

FOLDER = Path(__file__).parent / "sound_texts"
# Advice that a sound document may still get.
ADVICE = {"split-by-sex-missing"}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_nothing_is_said_of_a_sound_document(path: Path) -> None:
    found = [f for f in review(read(path)).findings if f.rule in JUDGED - ADVICE]
    assert [(f.rule, f.place.line, f.message.render("sv")) for f in found] == []
