"""Whole documents of prose and tables: every figure that is at odds with another is told, and nothing else.

The reports in `prose/` are made up: those called `-sund` are consistent though full of figures that look alike, those
called `-fel` have errors planted. Beside each faulty report, and for each published plan, a table names what the rules
about prose must say: rule, line, stated, computed and severity.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.paper.readers import read
from styrhus.review.examined import Examined
from styrhus.review.rules import rules

FOLDER = Path(__file__).parent / "prose"
PLANS = Path(__file__).resolve().parents[4] / "shared" / "plans"
JUDGED = {
    "figure-restated-differently", "growth-claim-differs", "sum-in-text-differs", "share-in-text-differs",
    "goal-against-budget", "deviation-in-text-differs", "split-of-same-total-differs",
    "target-unchanged-though-increase", "request-without-amount", "year-inconsistent",
}  # fmt: skip
Told = tuple[str, int | None, Decimal | None, Decimal | None, str]


def told(path: Path) -> list[Told]:
    """What the rules about prose say of a document."""
    examined = Examined(read(path))
    found = (f for rule in rules() if rule.id in JUDGED for f in rule.check(examined))
    return sorted(((f.rule, f.place.line, f.stated, f.computed, f.severity.value) for f in found), key=str)


def expected(name: str) -> list[Told]:
    """What the table of a document names."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    made = ((r["rule"], int(r["line"]), _amount(r["stated"]), _amount(r["computed"]), r["severity"]) for r in rows)
    return sorted(made, key=str)


def _amount(text: str) -> Decimal | None:
    return Decimal(text.replace(",", ".")) if text else None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*-sund.txt")), ids=lambda path: path.stem)
def test_a_consistent_report_gives_nothing(path: Path) -> None:
    assert told(path) == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*-sund.txt")), ids=lambda path: path.stem)
def test_relations_of_prose_are_tested_and_counted(path: Path) -> None:
    claims = Examined(read(path)).claims
    assert claims
    assert all(claim.holds for claim in claims)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*-fel.txt")), ids=lambda path: path.stem)
def test_planted_errors_are_found(path: Path) -> None:
    assert told(path) == expected(path.stem)


@pytest.mark.parametrize("plan", ["eskilstuna-2019", "helsingborg-2015", "lund-2020", "lund-2023", "orebro-2019"])
def test_published_plans(plan: str) -> None:
    if not PLANS.is_dir():
        pytest.skip("the published plans are not here")
    assert told(PLANS / f"{plan}.txt") == expected(plan)
