"""A sum whose difference tells what went wrong: a line left out or counted twice, or digits that changed places."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.explained import Cause, Explanation
from styrhus.review.relations.relation import CellRef, Relation
from styrhus.review.relations.told import explanation_of, name, name_of_result, place
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "difference-equals-line"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in examined.faults:
        found = explanation_of(fault)
        if found is not None and found.cause in {Cause.LEFT_OUT, Cause.TWICE, Cause.DIGITS_SWAPPED}:
            yield _finding(fault.relation, found)


def _finding(relation: Relation, found: Explanation) -> Finding:
    at: CellRef = found.cell or relation.target
    return Finding(
        ID, Severity.NOTE, Confidence.LIKELY, place(relation.grid, at), _message(relation, found),
        msg("Look at this first when the sum is corrected."), relation.expression, relation.stated, relation.computed,
        relation.grid.unit_written(at.row, at.column), (relation.place,) if found.cell else (),
    )  # fmt: skip


def _message(relation: Relation, found: Explanation) -> Text:
    result = name_of_result(relation)
    if found.cell is None:
        return msg(
            "{stated} and {computed} differ in two digits that have changed places, in {result}.",
            stated=format_number(relation.stated), computed=format_number(relation.computed), result=result,
        )  # fmt: skip
    line = name(found.cell, relation.kind)
    difference = format_number(abs(relation.difference))
    if found.cause is Cause.LEFT_OUT:
        return msg("{difference}, which is lacking in {result}, is exactly {line}.",
                   difference=difference, result=result, line=line)  # fmt: skip
    return msg("{difference}, which is too much in {result}, is exactly {line}.",
               difference=difference, result=result, line=line)  # fmt: skip


RULE = Rule(
    ID, Severity.NOTE, Confidence.LIKELY,
    title=msg("The difference is exactly one line"),
    what=msg("A sum does not hold, and what differs is exactly one of its lines or two digits that changed places."),
    why=msg("It tells where to look: the line was added after the sum was made, or is counted twice."),
    example=msg("Rows of 120, 345 and 210 with the total 465: the row of 210 is not in it."),
    check=check,
)  # fmt: skip
