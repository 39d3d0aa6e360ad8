"""A frame that is not the earlier frame with its changes."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, of_kind, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "frame-bridge-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.BRIDGE):
        relation = fault.relation
        message = msg(
            "{row} is printed as {stated}, but {opening} with its changes is {computed}.",
            row=row_name(relation.target), opening=row_name(relation.terms[0]),
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        advice = msg("Correct the amount or the change that is wrong, or show the change that is missing.")
        yield arithmetic_finding(ID, fault, message, advice)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Frame differs from last year's frame with its changes"),
    what=msg("A table goes from one year's frame through its changes to the next year's, and does not arrive there."),
    why=msg("A change is missing or wrong, and nobody can say what the new frame is made of."),
    example=msg("Frame 2023 of 1 000, changes of +50 and −20, and frame 2024 of 1 040."),
    check=check,
)  # fmt: skip
