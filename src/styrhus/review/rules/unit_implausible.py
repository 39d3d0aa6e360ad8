"""Figures that fit their neighbours only in another unit."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated, where
from styrhus.review.examined import Examined
from styrhus.review.relations.explained import Cause
from styrhus.review.relations.likeness import Outlier, Pair, lone_units, unlike_columns
from styrhus.review.relations.relation import CellRef
from styrhus.review.relations.told import column_name, explanation_of, name_of_result, place, row_name
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import Claim, ClaimKind
from styrhus.review.understanding.grid import Grid
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "unit-implausible"
ADVICE = msg("State the unit that the figures are in, or convert them to the unit of the table.")


def check(examined: Examined) -> Iterator[Finding]:
    told = set()
    for fault in examined.faults:
        found = explanation_of(fault)
        if found is None or found.cause is not Cause.UNIT or found.cell is None or found.meant is None:
            continue
        relation, at = fault.relation, found.cell
        told.add((relation.grid.table.number, at.key))
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, place(relation.grid, at),
            msg("{row}, {column}: {value} seems to be in another unit; as {meant}, {result} holds.",
                row=row_name(at), column=column_name(at), value=format_number(found.value),
                meant=format_number(found.meant), result=name_of_result(relation)),
            ADVICE, relation.expression, found.value, found.meant, relation.grid.unit_written(at.row, at.column),
            (relation.place,),
        )  # fmt: skip
    yield from (_in_text(claim) for claim in examined.claims if claim.kind is ClaimKind.UNIT and not claim.holds)
    for grid in examined.grids:
        columns = list(unlike_columns(grid))
        yield from (_column(pair) for pair in columns[:1])
        if not columns:
            yield from (_cell(o) for o in lone_units(grid) if (grid.table.number, o.cell.key) not in told)


def _in_text(claim: Claim) -> Finding:
    if claim.related:
        message = msg("The text says {stated}; from {place} it should be about {meant}.",
                      stated=stated(claim), place=where(claim.related[0]), meant=computed(claim))  # fmt: skip
    else:
        message = msg("The text says {stated}, which is more than any municipality has.", stated=stated(claim))
    return claimed(claim, ID, message, ADVICE)


def _column(pair: Pair) -> Finding:
    grid: Grid = pair.grid
    first = CellRef(pair.rows[0], pair.right)
    return Finding(
        ID, Severity.WARNING, Confidence.LIKELY, place(grid, first),
        msg("The columns {first} and {second} seem to be in different units: every row of one is about a thousand "
            "times the other.", first=column_name(CellRef(pair.rows[0], pair.left)), second=column_name(first)),
        ADVICE, unit=grid.unit_written(first.row, first.column),
        related=(place(grid, CellRef(pair.rows[0], pair.left)),),
    )  # fmt: skip


def _cell(outlier: Outlier) -> Finding:
    at = outlier.cell
    return Finding(
        ID, Severity.WARNING, Confidence.LIKELY, place(outlier.grid, at),
        msg("{row}, {column}: {value} is about a thousand times more or less than the row's other numbers.",
            row=row_name(at), column=column_name(at), value=format_number(outlier.value)),
        ADVICE, unit=outlier.grid.unit_written(at.row, at.column),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Unit is implausible"),
    what=msg("A number or a column is about a thousand times more or less than what stands beside it, in the same "
             "declared unit."),
    why=msg("tkr that are mnkr make every sum and comparison meaningless, and are copied on from there."),
    example=msg("12 400 and 12 600 tkr, and then 12,5 in the same row."),
    check=check,
)  # fmt: skip
