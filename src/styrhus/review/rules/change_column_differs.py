"""A change column that is not the difference of the two columns that it compares."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, column_name, of_kind, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "change-column-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.CHANGE):
        relation = fault.relation
        message = msg(
            "{row}: {column} is printed as {stated}, but the columns that it compares give {computed}.",
            row=row_name(relation.target), column=column_name(relation.target),
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        advice = msg("Work the change out again; it may have been left from an earlier version.")
        yield arithmetic_finding(ID, fault, message, advice)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Change column differs from what it compares"),
    what=msg("A column of changes or deviations is not the difference of the two columns that it compares."),
    why=msg("The change is what is discussed and decided on; one that was left from last year misleads."),
    example=msg("Budget 2023 of 500 and budget 2024 of 520 with the change 40."),
    check=check,
)  # fmt: skip
