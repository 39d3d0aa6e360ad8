"""A sum column that is not the sum of its columns."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, column_name, of_kind, rounding_findings, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "sum-column-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.COLUMN_SUM):
        relation = fault.relation
        message = msg(
            "{row}, {column}: the columns give {computed}, but {stated} is printed.",
            row=row_name(relation.target), column=column_name(relation.target),
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        yield arithmetic_finding(ID, fault, message, msg("Correct the sum or the column that is wrong in this row."))
    yield from rounding_findings(ID, examined.relations, RelationKind.COLUMN_SUM)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Sum column differs from its columns"),
    what=msg("A column that adds up other columns, such as a total or a net of income and costs, is wrong in a row."),
    why=msg("Who reads the row cannot know which of its numbers to trust."),
    example=msg("Women 40 and men 50 with the total 100."),
    check=check,
)  # fmt: skip
