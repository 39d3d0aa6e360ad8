"""A change in percent that its numbers do not give."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, column_name, of_kind, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "percent-change-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.PERCENT_CHANGE):
        relation = fault.relation
        message = msg(
            "{row}: {column} is printed as {stated} percent, but the amounts give {computed} percent.",
            row=row_name(relation.target), column=column_name(relation.target),
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        advice = msg("Work the percentage out again, or correct the amount that it is worked out from.")
        yield arithmetic_finding(ID, fault, message, advice)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Change in percent differs from its amounts"),
    what=msg("A change in percent is not what the two amounts of the row give, whatever they were rounded from."),
    why=msg("Percentages are what is remembered and repeated, also outside the document."),
    example=msg("From 200 to 210 with the change 10 %."),
    check=check,
)  # fmt: skip
