"""A number that lacks its minus."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.explained import Cause
from styrhus.review.relations.likeness import Outlier, lone_signs
from styrhus.review.relations.told import column_name, explanation_of, name_of_result, place, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "missing-minus"


def check(examined: Examined) -> Iterator[Finding]:
    told = set()
    for fault in examined.faults:
        found = explanation_of(fault)
        if found is None or found.cause is not Cause.SIGN or found.cell is None:
            continue
        relation, at = fault.relation, found.cell
        told.add((relation.grid.table.number, at.key))
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, place(relation.grid, at),
            msg("{row}, {column}: {value} seems to have the wrong sign; with it turned, {result} holds.",
                row=row_name(at), column=column_name(at), value=format_number(found.value),
                result=name_of_result(relation)),
            msg("Check the sign in the accounts and correct the line or the total."), relation.expression, found.value,
            -found.value, relation.grid.unit_written(at.row, at.column), (relation.place,),
        )  # fmt: skip
    for grid in examined.grids:
        for outlier in lone_signs(grid):
            if (grid.table.number, outlier.cell.key) not in told:
                yield _alone(outlier)


def _alone(outlier: Outlier) -> Finding:
    at = outlier.cell
    return Finding(
        ID, Severity.WARNING, Confidence.LIKELY, place(outlier.grid, at),
        msg("{row}, {column}: {value} is printed without minus, but the row's other numbers have one.",
            row=row_name(at), column=column_name(at), value=format_number(outlier.value)),
        msg("Put the minus in, or tell why the amount is positive here."), "", outlier.value, outlier.meant,
        outlier.grid.unit_written(at.row, at.column),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Minus is missing"),
    what=msg("A number has another sign than its row, or its sum holds only with the sign turned."),
    why=msg("A lost minus doubles the error in every total above it."),
    example=msg("Staff −410 in the outcome, −420 in the budget and 430 in the forecast."),
    check=check,
)  # fmt: skip
