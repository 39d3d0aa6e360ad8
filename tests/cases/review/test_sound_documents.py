"""Whole tables of the kinds that budgets, interim and annual reports hold: nothing is wrong in them.

And when one of their numbers is changed, that is told in its row or its column.
"""

import re
from pathlib import Path

import pytest
from review_accuracy import JUDGED

from styrhus.paper.readers.text import read
from styrhus.review.examined import Examined
from styrhus.review.rules import rules
from styrhus.values.finding import Finding
from styrhus.values.problem import Severity

FOLDER = Path(__file__).parent / "sound"
RULES = [rule for rule in rules() if rule.id in JUDGED]
NUMBER = re.compile(r"(-?)([1-9][\d ]*)(,\d+)?( %)?")
# Tables whose numbers hang together, so that a changed one must be told.
TIGHT = {
    "resultatrakning-kommun", "namnd-delar", "sjukfranvaro", "ram-bridge", "internkontroll", "norsk", "finsk",
    "finlandssvensk", "tva-tabeller-i-en", "prognos-lika-budget", "summa-per-del", "dubbla-nivaer-med-delsummor",
    "periodiserad", "kostnadsslag-positivt", "ram-per-namnd", "jan-aug", "forbrukat", "varav-kolumner", "prognoser",
    "heltal-mnkr", "investering-netto", "befolkning", "delsumma-utan-ord", "index", "norsk-avvik", "kapacitet",
    "overforing", "helar-vs-period", "minskning-positiv", "balansrakning", "investeringar", "timmar",
}  # fmt: skip


def told(text: str) -> list[Finding]:
    """The errors and warnings of the arithmetic rules."""
    examined = Examined(read(text.encode(), "sound.txt"))
    return [f for rule in RULES for f in rule.check(examined) if f.severity is not Severity.NOTE]


def documents() -> list[Path]:
    return sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_nothing_is_called_wrong(path: Path) -> None:
    found = told(path.read_text(encoding="utf-8"))
    assert [(f.rule, f.place.row, f.place.column, f.expression) for f in found] == []


@pytest.mark.parametrize("path", [p for p in documents() if p.stem in TIGHT], ids=lambda path: path.stem)
def test_most_changed_numbers_are_told_where_they_stand(path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    places = [(r, c) for r in range(1, len(rows)) for c in range(1, len(rows[r])) if NUMBER.fullmatch(rows[r][c])]
    places = places[:: max(1, len(places) // 6)]
    found = [any(_is_at(f, r, c) for f in told(_changed(rows, r, c))) for r, c in places]
    assert sum(found) >= 0.75 * len(found)


def _is_at(finding: Finding, row: int, column: int) -> bool:
    return finding.place.row_number == row + 1 or finding.place.column_number == column + 1


def _changed(rows: list[list[str]], row: int, column: int) -> str:
    """The table with a number a tenth larger, and larger than rounding explains."""
    found = NUMBER.fullmatch(rows[row][column])
    assert found is not None
    value = int(found[2].replace(" ", ""))
    new = f"{value + max(7, value // 9):,}".replace(",", " ")
    changed = f"{found[1]}{new}{found[3] or ''}{found[4] or ''}"
    lines = ["\t".join(changed if (r, c) == (row, column) else text for c, text in enumerate(cells))
             for r, cells in enumerate(rows)]  # fmt: skip
    return "\n".join(lines) + "\n"
