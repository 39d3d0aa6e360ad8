"""A total row that is not the sum of its rows."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, column_name, of_kind, rounding_findings, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "sum-row-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.ROW_SUM):
        relation = fault.relation
        message = msg(
            "{row}, {column}: the rows add up to {computed}, but {stated} is printed.",
            row=row_name(relation.target), column=column_name(relation.target),
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        yield arithmetic_finding(ID, fault, message, msg("Correct the total or the row that is wrong."))
    yield from rounding_findings(ID, examined.relations, RelationKind.ROW_SUM)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Total row differs from its rows"),
    what=msg("A row that is printed as a total or a subtotal is not the sum of the rows that it adds up."),
    why=msg("A total that does not add up is the first thing an auditor sees, and one of the rows is wrong."),
    example=msg("Rows of 100 and 200 with the total 310."),
    check=check,
)  # fmt: skip
