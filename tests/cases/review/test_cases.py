"""Every rule against its own small documents: what it must find, and where it must be silent.

A rule's cases are in the Markdown file beside this one that is called after it (`sum_row_differs.md` for the rule
`sum-row-differs`). A case is a heading `## name`, a fenced document whose language is the reader's name (`text`
with tabs between cells; also `markdown`, `html`, `csv`, and `built` for how a file
is made, see built.py), and then what the rule must say about it: lines
`- finding: row=Summa column=Budget 2024 stated=310 computed=300 severity=error`, or the line `- none`.
Everything that the rule finds must be expected. What a line does not name is not compared. Names are `row`,
`column`, `line`, `page`, `table`, `quote`, `unit`, `expression`, `stated`, `computed`, `difference`, `severity`,
`confidence`, and `says` for a part of the Swedish message.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

from styrhus.review.examined import Examined
from styrhus.review.rules import rules
from styrhus.values.finding import Finding
from styrhus.values.number import parse_typed
from tests.cases.review import built

FOLDER = Path(__file__).parent
PLACES = ("row", "column", "line", "page", "table", "quote")
AMOUNTS = ("stated", "computed", "difference")
NAMES = (*PLACES, *AMOUNTS, "unit", "expression", "severity", "confidence", "says")
NAME = re.compile(rf"(?:^| )({'|'.join(NAMES)})=")
FENCED = r"```(?P<reader>\w+)\n(?P<document>.*?)\n```\n"
CASE = re.compile(rf"^## (?P<name>[^\n]+)\n+{FENCED}(?P<expected>.*?)(?=^## |\Z)", re.M | re.S)


@dataclass(frozen=True)
class Case:
    """A document with the findings that are expected, each as the names and texts of its line."""

    rule: str
    name: str
    reader: str
    document: str
    expected: tuple[dict[str, str], ...]


def cases(path: Path) -> list[Case]:
    """The cases of a file; AssertionError for one that expects nothing or that is not understood."""
    text = path.read_text(encoding="utf-8")
    found = [_case(path.stem.replace("_", "-"), match) for match in CASE.finditer(text)]
    headings = re.findall(r"^## ", re.sub(FENCED, "", text, flags=re.S), re.M)
    assert len(found) == len(headings), f"{path.name}: a case without document"
    return found


def _case(rule: str, match: re.Match[str]) -> Case:
    lines = [line[2:] for line in match["expected"].splitlines() if line.startswith("- ")]
    assert lines, f"{match['name']}: neither findings nor `- none`"
    expected = tuple(_fields(line.removeprefix("finding:").strip()) for line in lines if line != "none")
    return Case(rule, match["name"].strip(), match["reader"], match["document"], expected)


def _fields(line: str) -> dict[str, str]:
    _, *parts = NAME.split(line)
    assert parts, f"not understood: {line}"
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def agrees(finding: Finding, expected: dict[str, str]) -> bool:
    """Whether a finding is what a line expects."""
    return all(_agrees(finding, name, text) for name, text in expected.items())


def _agrees(finding: Finding, name: str, text: str) -> bool:
    if name in AMOUNTS:
        return getattr(finding, name) == _amount(text)
    if name == "says":
        return text in _plain(finding.message.render("sv"))
    held = getattr(finding.place if name in PLACES else finding, name)
    return _plain(str(held)) == _plain(text)


def _amount(text: str) -> Decimal:
    return parse_typed(text)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2212", "-")


def found_by(rule: str, examined: Examined) -> list[Finding]:
    """What one rule finds."""
    return list(next(r for r in rules() if r.id == rule).check(examined))


def shown(findings: list[Finding]) -> str:
    """Findings for a failing test's message."""
    return "\n".join(
        f"line={f.place.line} row={f.place.row} column={f.place.column} stated={f.stated} computed={f.computed} "
        f"severity={f.severity} confidence={f.confidence} {f.expression} {f.message.render('sv')}"
        for f in findings
    )


ALL = [case for path in sorted(FOLDER.glob("*.md")) for case in cases(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case: Case) -> None:
    reader = built if case.reader == "built" else import_module(f"styrhus.paper.readers.{case.reader}")
    reading = reader.read(case.document.encode(), f"case.{case.reader}")
    found = found_by(case.rule, Examined(reading))
    left = list(found)
    for expected in case.expected:
        match = next((f for f in left if agrees(f, expected)), None)
        assert match is not None, f"expected {expected}, found:\n{shown(found)}"
        left.remove(match)
    assert not left, f"not expected:\n{shown(left)}"


@pytest.mark.parametrize("rule", [rule.id for rule in rules()])
def test_every_rule_has_faulty_and_sound_cases(rule: str) -> None:
    own = [case for case in ALL if case.rule == rule]
    assert any(case.expected for case in own), f"{rule} has no case that it must find"
    assert any(not case.expected for case in own), f"{rule} has no case where it must be silent"


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {case.rule for case in ALL} <= {rule.id for rule in rules()}
