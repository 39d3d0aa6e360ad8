"""A change that is right but for its sign."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import SEVERITY, column_name, place, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "sign-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in examined.faults:
        relation, at = fault.relation, fault.relation.target
        if relation.kind is not RelationKind.CHANGE or not relation.turned:
            continue
        yield Finding(
            ID, SEVERITY[relation.confidence], relation.confidence, place(relation.grid, at),
            msg("{row}: {column} is printed as {stated}, but as the other rows are counted it is {computed}.",
                row=row_name(at), column=column_name(at), stated=format_number(relation.stated, signed=True),
                computed=format_number(relation.computed, signed=True)),
            msg("Turn the sign, or explain why an increase is shown the other way in this row."),
            relation.expression, relation.stated, relation.computed, relation.grid.unit_written(at.row, at.column),
        )  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Sign differs from the other rows"),
    what=msg("A change or deviation has the right amount but the opposite sign to all other rows of its column."),
    why=msg("An increase is read as a decrease, and a saving as an overrun."),
    example=msg("Budget 500 and outcome 520 shown as −20 where all other rows show outcome less budget."),
    check=check,
)  # fmt: skip
