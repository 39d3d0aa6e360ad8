"""Findings that the plan itself has noted as a contradiction: told, and no obstacle."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from styrhus.finance.fact import Contradiction
from styrhus.review.review import Review
from styrhus.values.finding import Finding
from styrhus.values.unit import Unit, convert

RefAt = Callable[[Finding], str]
"""The address of what a finding is at, such as `table.<table>.<row>.<column>`; empty when there is none."""


def with_noted(review: Review, noted: Sequence[Contradiction], ref_at: RefAt) -> Review:
    """The review with the explanation of the plan at each finding that one of its contradictions is about.

    A contradiction is about a finding when it names the figure, row, text or assignment that the finding is at,
    and states the same amount if both state one. One that names a rule is about findings of that rule alone;
    one that names none is about figures, and so never about a finding without amounts.
    """
    if not noted:
        return review
    return replace(review, findings=tuple(_noted(finding, noted, ref_at) for finding in review.findings))


def _noted(finding: Finding, noted: Sequence[Contradiction], ref_at: RefAt) -> Finding:
    ref = ref_at(finding)
    held = next((note for note in noted if ref and _is_about(note, finding, ref)), None)
    return finding if held is None else replace(finding, noted=held.explanation)


def _is_about(note: Contradiction, finding: Finding, ref: str) -> bool:
    if (note.rule != finding.rule) if note.rule else (finding.stated is None):
        return False
    if ref in note.refs:
        return note.stated is None or finding.stated is None or _same(note, finding)
    near = any(_within(ref, other) for other in note.refs)
    return near and note.stated is not None and finding.stated is not None and _same(note, finding)


def _within(ref: str, other: str) -> bool:
    """Whether one of them is the row, text or table that the other lies in."""
    return ref.startswith(f"{other}.") or other.startswith(f"{ref}.")


def _same(note: Contradiction, finding: Finding) -> bool:
    """Whether both state the same amount, whatever sign costs have and in whichever money unit."""
    assert note.stated is not None
    assert finding.stated is not None
    return abs(_in_unit_of(note, finding)) == abs(finding.stated)


def _in_unit_of(note: Contradiction, finding: Finding) -> Decimal:
    """What the note states, in the unit of the finding where both are money."""
    stated = note.stated or Decimal(0)
    shown = next((unit for unit in Unit if unit.value == finding.unit), None)
    if note.unit is None or shown is None or not (note.unit.is_money and shown.is_money):
        return stated
    return convert(stated, note.unit, shown)
