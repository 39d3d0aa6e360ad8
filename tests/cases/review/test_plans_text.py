"""What the rules on goals, assignments, references and spelling say of the published plans, against a reading of them.

A line of the truth is a fault that a careful reader sees: rule, line, the other lines that it is about, severity, and
whether the review finds it. What it does not find yet stands there with `no`; anything else that it says is false.
"""

import csv
from pathlib import Path

import pytest

from styrhus.paper.readers import read
from styrhus.review.review import review
from styrhus.review.rules import rules

TRUTH = Path(__file__).parent / "plans_text"
PLANS = Path(__file__).parents[3].parent / "shared" / "plans"
JUDGED = frozenset({
    "target-missing", "target-unmeasurable", "outcome-missing", "indicator-without-method",
    "goal-without-indicator", "index-without-parts", "list-count-differs", "assignment-duplicated",
    "deadline-contradicts", "deadline-before-plan-year", "deadline-missing", "reference-broken",
    "formula-error-printed", "section-empty", "heading-not-in-contents", "footnote-without-mark",
    "text-left-from-template", "personal-data", "split-by-sex-missing", "name-spelled-differently",
    "date-impossible", "words-repeated", "numbering-broken",
})  # fmt: skip


def test_the_judged_rules_exist() -> None:
    assert {rule.id for rule in rules()} >= JUDGED


@pytest.mark.parametrize("plan", sorted(path.stem for path in TRUTH.glob("*.csv")))
def test_what_a_reader_sees_is_found_and_nothing_else(plan: str) -> None:
    if not PLANS.is_dir():
        pytest.skip("the published plans are not here")
    with (TRUTH / f"{plan}.csv").open(encoding="utf-8", newline="") as stream:
        facts = [row for row in csv.DictReader(stream, delimiter=";") if row["found"] == "yes"]
    expected = sorted((f["rule"], f["line"], f["also"], f["severity"]) for f in facts)
    found = sorted(
        (f.rule, str(f.place.line), " ".join(str(place.line) for place in f.related), f.severity.value)
        for f in review(read(PLANS / f"{plan}.txt")).findings
        if f.rule in JUDGED
    )
    assert found == expected
