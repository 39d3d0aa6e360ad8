"""A value that cannot be."""

from collections import defaultdict
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.impossible import Impossible, Reason, impossible_values
from styrhus.review.relations.relation import Relation
from styrhus.review.relations.told import SEVERITY, column_name, place, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "value-impossible"


def check(examined: Examined) -> Iterator[Finding]:
    by_table: dict[int, list[Relation]] = defaultdict(list)
    for relation in examined.relations:
        by_table[relation.grid.table.number].append(relation)
    for grid in examined.grids:
        for found in impossible_values(grid, by_table[grid.table.number]):
            yield _finding(found)


def _finding(found: Impossible) -> Finding:
    at = found.cell
    confidence = Confidence.CERTAIN if found.sure else Confidence.LIKELY
    computed = -found.value if found.reason is Reason.NEGATIVE else None
    return Finding(
        ID, SEVERITY[confidence], confidence, place(found.grid, at), _message(found),
        msg("Correct the number, or name the row so that it is seen what it measures."), "", found.value, computed,
        found.grid.unit_written(at.row, at.column), tuple(place(found.grid, part) for part in found.parts),
    )  # fmt: skip


def _message(found: Impossible) -> Text:
    names = {
        "row": row_name(found.cell), "column": column_name(found.cell), "value": format_number(found.value),
    }  # fmt: skip
    if found.reason is Reason.NEGATIVE:
        return msg(
            "{row}, {column}: {value} is printed, but what is counted here cannot be less than nothing.", **names
        )
    if found.reason is Reason.ABOVE_ALL:
        return msg(
            "{row}, {column}: {value} percent is printed, but a share of persons or cases is at most 100.", **names
        )
    numbers = [part.row.value(part.column.index) for part in found.parts]
    women, men = (format_number(number.value) if number else "" for number in numbers)
    return msg(
        "{row}, {column}: {value} is printed, but a mean of all lies between that of women ({women}) and that of men "
        "({men}).", **names, women=women, men=men,
    )  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Value cannot be"),
    what=msg("A single number of persons, days, hours, a share, an age or a risk is negative, a share of persons is "
             "above 100 percent, or a mean of all is not between those of women and men. Changes, deviations and "
             "money are never looked at."),
    why=msg("A slip of the pen in an indicator is not caught by any sum, and goes on into comparisons and steering."),
    example=msg("Sick leave of 7,8 and 8,4 percent in two years and −7,6 in the third."),
    check=check,
)  # fmt: skip
