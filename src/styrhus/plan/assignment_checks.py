"""What does not hang together among assignments: the same one listed twice, deadlines that contradict."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from styrhus.plan.assignment import Assignment, AssignmentStatus
from styrhus.plan.likeness import contained, same_but_for_a_slip, telling_words
from styrhus.plan.origin_period import origin_period
from styrhus.values.text import Text, msg

SAME_DESCRIPTION = 0.75
"""Share of the shorter description's telling words that stand in the longer one."""
FEWEST_WORDS = 3
"""A title with fewer telling words says too little to be recognised by them alone."""
STANDS_OUT_OF = 5
"""An origin needs at least so many deadlines before one of them can be called the odd one."""


class Certainty(StrEnum):
    """How sure a check is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def label(self) -> Text:
        return _CERTAINTY_LABELS[self]


_CERTAINTY_LABELS = {
    Certainty.CERTAIN: msg("certain"),
    Certainty.LIKELY: msg("likely"),
    Certainty.POSSIBLE: msg("possible"),
}


@dataclass(frozen=True)
class Finding:
    """One thing found about an assignment; `other` is the assignment it is held against, or empty."""

    rule: str
    assignment: str
    certainty: Certainty
    explanation: Text
    other: str = ""


def duplicates(assignments: Sequence[Assignment]) -> tuple[Finding, ...]:
    """Pairs that are the same assignment, each once, the earlier in the list first.

    A title must be the same, but for a slip, or one must hold all telling words of the other; then descriptions
    that say the same, or are missing, make it certain or likely. Long descriptions that are the same make it
    possible whatever the titles say.
    """
    return tuple(
        Finding("duplicate", first.id, certainty, _duplicate_words(first, second), second.id)
        for first, second in combinations(assignments, 2)
        if (certainty := _same(first, second)) is not None
    )


def _same(first: Assignment, second: Assignment) -> Certainty | None:
    one, other = telling_words(first.title), telling_words(second.title)
    texts = telling_words(first.description), telling_words(second.description)
    described = contained(*texts)
    if contained(one, other) < 0.5 and described < 1:
        return None
    same_title = one == other or same_but_for_a_slip(first.title, second.title)
    if same_title or (contained(one, other) == 1 and min(len(one), len(other)) >= FEWEST_WORDS):
        if described >= SAME_DESCRIPTION or (same_title and not (texts[0] and texts[1])):
            return Certainty.CERTAIN if same_title else Certainty.LIKELY
        return Certainty.POSSIBLE if same_title or not (texts[0] and texts[1]) else None
    return Certainty.POSSIBLE if described == 1 and min(map(len, texts)) >= 2 * FEWEST_WORDS else None


def _duplicate_words(first: Assignment, second: Assignment) -> Text:
    if first.origin == second.origin:
        return msg("The same assignment seems to be listed twice in {origin}.", origin=first.origin)
    return msg("The same assignment seems to come from both {one} and {other}.", one=first.origin, other=second.origin)


def deadline_findings(
    assignments: Sequence[Assignment], plan_year: int, found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Deadlines that contradict a duplicate, the assignment's own dates, its origin's period or the plan year.

    `found` are the duplicates of the same assignments.
    """
    return (
        *_between_duplicates(assignments, found),
        *(finding for a in assignments for finding in _own_dates(a, plan_year)),
        *_odd_ones(assignments),
    )


def _between_duplicates(assignments: Sequence[Assignment], found: Sequence[Finding]) -> Iterator[Finding]:
    by_id = {assignment.id: assignment for assignment in assignments}
    for pair in found:
        first, second = by_id[pair.assignment].deadline, by_id[pair.other].deadline
        if first is not None and second is not None and first != second:
            told = msg("The duplicates have different deadlines: {one} and {other}.", one=first, other=second)
            yield Finding("duplicate-deadline", pair.assignment, pair.certainty, told, pair.other)


def _own_dates(assignment: Assignment, plan_year: int) -> Iterator[Finding]:
    """One deadline against the other dates of the same assignment."""
    deadline = assignment.deadline
    if deadline is None:
        return
    if assignment.start_date is not None and deadline < assignment.start_date:
        yield _finding("before-start", assignment, Certainty.CERTAIN,
                       msg("The deadline {deadline} is before the start {start}.",
                           deadline=deadline, start=assignment.start_date))  # fmt: skip
    if assignment.decision_date is not None and deadline < assignment.decision_date:
        yield _finding("before-decision", assignment, Certainty.CERTAIN,
                       msg("The deadline {deadline} is before the decision {decision}.",
                           deadline=deadline, decision=assignment.decision_date))  # fmt: skip
    period = origin_period(assignment.origin_period)
    if period is not None and deadline.year not in period:
        yield _finding("outside-origin", assignment, Certainty.LIKELY,
                       msg("The deadline {deadline} is outside the period {period} of the origin.",
                           deadline=deadline, period=assignment.origin_period))  # fmt: skip
    if deadline.year < plan_year and assignment.status not in {AssignmentStatus.DONE, AssignmentStatus.CANCELLED}:
        yield _finding("before-plan-year", assignment, Certainty.LIKELY,
                       msg("The deadline {deadline} had passed before the plan year, and the assignment is not done.",
                           deadline=deadline))  # fmt: skip


def _odd_ones(assignments: Sequence[Assignment]) -> Iterator[Finding]:
    """A deadline that differs where all but one in ten of the same origin, and at least five, share another."""
    for origin in dict.fromkeys(a.origin for a in assignments):
        dated = [a for a in assignments if a.origin == origin and a.deadline is not None]
        if not dated:
            continue
        usual, count = Counter(a.deadline for a in dated).most_common(1)[0]
        if count < STANDS_OUT_OF or count == len(dated) or count < 0.9 * len(dated):
            continue
        for odd in (a for a in dated if a.deadline != usual):
            told = msg("The deadline is {deadline}, while {count} of {total} from {origin} have {usual}.",
                       deadline=odd.deadline, count=count, total=len(dated), origin=origin, usual=usual)  # fmt: skip
            yield Finding("odd-deadline", odd.id, Certainty.POSSIBLE, told)


def _finding(rule: str, assignment: Assignment, certainty: Certainty, told: Text) -> Finding:
    return Finding(rule, assignment.id, certainty, told)
