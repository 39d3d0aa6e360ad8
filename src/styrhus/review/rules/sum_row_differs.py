"""A total row that is not the sum of its rows."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import Agreement, RelationKind
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "sum-row-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for relation in examined.relations:
        if relation.kind is not RelationKind.ROW_SUM or relation.agreement is not Agreement.DIFFERS:
            continue
        unit = relation.grid.unit_at(relation.target.row, relation.target.column)
        yield Finding(
            ID, Severity.ERROR, relation.confidence, relation.place,
            msg("{row}, {column}: the rows add up to {computed}, but {stated} is printed.",
                row=relation.target.row.label, column=relation.target.column.heading,
                computed=format_number(relation.computed), stated=format_number(relation.stated)),
            msg("Correct the total or the row that is wrong."),
            relation.expression, relation.stated, relation.computed, unit.value if unit else "",
        )  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Total row differs from its rows"),
    what=msg("A row that is printed as a total or a subtotal is not the sum of the rows that it adds up."),
    why=msg("A total that does not add up is the first thing an auditor sees, and one of the rows is wrong."),
    example=msg("Rows of 100 and 200 with the total 310."),
    check=check,
)  # fmt: skip
