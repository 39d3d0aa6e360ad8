"""The same assignment with two deadlines."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "deadline-contradicts"


def check(examined: Examined) -> Iterator[Finding]:
    for first, second in examined.alike:
        if first.deadline and second.deadline and first.deadline.disjoint(second.deadline):
            yield Finding(
                ID, Severity.WARNING, Confidence.LIKELY, second.place,
                msg("The assignment {name} has two deadlines: {first} and {second}.",
                    name=f"”{short(second.text, 80)}”",
                    first=first.deadline.text, second=second.deadline.text),
                msg("Decide which deadline is right and keep one row."),
                related=(first.place,),
            )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Two deadlines for the same assignment"),
    what=msg("The same assignment stands twice in the document with dates that cannot both be right."),
    why=msg("The later date is met and the earlier one missed, and nobody can say which was decided."),
    example=msg("An assignment due on 30 June in one list and on 31 December in the other."),
    check=check,
)  # fmt: skip
