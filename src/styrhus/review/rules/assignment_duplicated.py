"""The same assignment twice."""

from collections import Counter
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.assignments import Assignment
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "assignment-duplicated"


def check(examined: Examined) -> Iterator[Finding]:
    told: set[int] = set()
    retold = _retold(examined)
    for first, second in examined.alike:
        if id(second) in told or (first.source, second.source) in retold:
            continue
        told.add(id(second))
        yield Finding(
            ID, _severity(first, second), _confidence(first, second), second.place,
            msg("The assignment stands twice: {first} and {second}.",
                first=f"”{short(first.text, 80)}”", second=f"”{short(second.text, 80)}”"),
            msg("Keep one of them, or say what sets them apart."),
            related=(first.place,),
        )  # fmt: skip


def _retold(examined: Examined) -> set[tuple[str, str]]:
    """Pairs of lists of which one tells at least half of the other again, as a summary does."""
    sizes = Counter(assignment.source for assignment in examined.assignments)
    shared = Counter((a.source, b.source) for a, b in examined.alike if a.source != b.source)
    return {(a, b) for (a, b), count in shared.items() if count > 1 and 2 * count >= min(sizes[a], sizes[b])}


def _severity(first: Assignment, second: Assignment) -> Severity:
    """Where the deadlines differ as well, that is the graver finding."""
    differs = first.deadline and second.deadline and first.deadline.disjoint(second.deadline)
    return Severity.NOTE if differs else Severity.WARNING


def _confidence(first: Assignment, second: Assignment) -> Confidence:
    same = first.text.casefold() == second.text.casefold()
    return Confidence.CERTAIN if same else Confidence.LIKELY


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Assignment stands twice"),
    what=msg("Two rows or items of the lists of assignments have the same or nearly the same text."),
    why=msg("An assignment that stands twice is reported twice, or each of two believes that the other does it."),
    example=msg("“Map the need for information in several languages” under two numbers."),
    check=check,
)  # fmt: skip
