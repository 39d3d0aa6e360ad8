"""A column that is another column again."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.likeness import copied_columns
from styrhus.review.relations.relation import CellRef
from styrhus.review.relations.told import column_name, place
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "column-copied"


def check(examined: Examined) -> Iterator[Finding]:
    for grid in examined.grids:
        for pair in copied_columns(grid):
            left, right = CellRef(pair.rows[0], pair.left), CellRef(pair.rows[0], pair.right)
            yield Finding(
                ID, Severity.WARNING, Confidence.LIKELY, place(grid, right),
                msg("The columns {first} and {second} are the same in all {count} rows.",
                    first=column_name(left), second=column_name(right), count=len(pair.rows)),
                msg("Check that one of them was not copied from the other."), related=(place(grid, left),),
            )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Column is a copy of another"),
    what=msg("An outcome is the same as the budget, or as another year's outcome, in every row of a table."),
    why=msg("It is easily left from a template, and then a year's result is missing from the document."),
    example=msg("Budget and outcome that are both 12 345, 6 789 and 4 321."),
    check=check,
)  # fmt: skip
