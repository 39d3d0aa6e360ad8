"""A failing relation in the words of a finding."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from styrhus.review.relations.blame import Fault
from styrhus.review.relations.explained import Cause, Explanation, explanation
from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.understanding.grid import Grid
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

SEVERITY = {
    Confidence.CERTAIN: Severity.ERROR,
    Confidence.LIKELY: Severity.WARNING,
    Confidence.ROUNDING: Severity.NOTE,
}
_WHY = {
    Cause.LEFT_OUT: msg("The difference is exactly {line}, which seems to be left out."),
    Cause.TWICE: msg("The difference is exactly {line}, which seems to be counted twice."),
    Cause.SIGN: msg("It adds up if {line} has the other sign."),
    Cause.UNIT: msg("It adds up if {line} is printed in the wrong unit, a thousand times too much or too little."),
    Cause.DIGITS_SWAPPED: msg("Two digits seem to have changed places."),
}
SUMS = {RelationKind.ROW_SUM, RelationKind.COLUMN_SUM, RelationKind.BRIDGE}


def of_kind(faults: Iterable[Fault], *kinds: RelationKind) -> list[Fault]:
    """The faults that a rule tells, which are those whose relation is of its kind."""
    return [fault for fault in faults if fault.kind in kinds and not fault.relation.turned]


def arithmetic_finding(rule: str, fault: Fault, message: Text, advice: Text) -> Finding:
    """A finding at the cell that is wrong; `message` is for the case that it is the result of the relation."""
    relation, at = fault.relation, fault.at
    stated, computed = _amounts(fault)
    if at.key != relation.target.key:
        message = _wrong_term(fault, stated, computed)
    elif (found := explanation_of(fault)) is not None:
        message = msg("{finding} {why}", finding=message, why=why(found, relation))
    return Finding(
        rule, SEVERITY[fault.confidence], fault.confidence, place(relation.grid, at), message, advice,
        relation.expression, stated, computed, relation.grid.unit_written(at.row, at.column), _related(fault),
    )  # fmt: skip


def rounding_findings(rule: str, relations: Iterable[Relation], kind: RelationKind) -> Iterator[Finding]:
    """Sums that rounding can explain but hardly does: each number would have to be rounded the same way."""
    for relation in relations:
        if relation.kind is kind and relation.agreement is Agreement.ROUNDED and _is_much(relation):
            at = relation.target
            yield Finding(
                rule, Severity.NOTE, Confidence.ROUNDING, relation.place,
                msg("{row}, {column}: {stated} is printed and the parts give {computed}. Rounding may explain it, but "
                    "it is more than rounding usually makes.", row=row_name(at), column=column_name(at),
                    stated=format_number(relation.stated), computed=format_number(relation.computed)),
                msg("Check the numbers before they were rounded."), relation.expression, relation.stated,
                relation.computed, relation.grid.unit_written(at.row, at.column),
            )  # fmt: skip


def _is_much(relation: Relation) -> bool:
    """More than three standard deviations of the sum of n + 1 numbers rounded independently, each evenly.

    The tolerance is (n + 1) half units h, the variance of each h² / 3; so three deviations are h √(3 (n + 1)).
    """
    numbers = len(relation.terms) + 1
    return relation.difference**2 * numbers > 3 * relation.tolerance**2


def explanation_of(fault: Fault) -> Explanation | None:
    """What the difference of a sum looks like, unless other relations already tell which cell is wrong."""
    if fault.kind not in SUMS or fault.cell is not None:
        return None
    return explanation(fault.relation)


def why(found: Explanation, relation: Relation) -> Text:
    """The explanation as a sentence."""
    line = name(found.cell, relation.kind) if found.cell else ""
    return Text(_WHY[found.cause].msgid, {"line": line})


def name(cell: CellRef, kind: RelationKind) -> str:
    """What a term is called: its row in a sum of rows, its column in a sum of columns, with its number."""
    number = cell.row.value(cell.column.index)
    label = cell.column.heading if kind is RelationKind.COLUMN_SUM else cell.row.label
    shown = format_number(number.value) if number else ""
    return f"{label} ({shown})" if label else shown


def row_name(cell: CellRef) -> str | Text:
    """The row's label, or its number where it has none."""
    return cell.row.label or msg("row {number}", number=cell.row.index + 1)


def column_name(cell: CellRef) -> str | Text:
    """The column's heading, or its number where it has none."""
    return cell.column.heading or msg("column {number}", number=cell.column.index + 1)


def place(grid: Grid, cell: CellRef) -> Place:
    return grid.place(cell.row, cell.column)


def _amounts(fault: Fault) -> tuple[Decimal, Decimal]:
    relation = fault.relation
    if fault.at.key == relation.target.key:
        return relation.stated, relation.computed
    number = fault.at.row.value(fault.at.column.index)
    stated = number.value if number else Decimal(0)
    return stated, stated + fault.correction


def _wrong_term(fault: Fault, stated: Decimal, computed: Decimal) -> Text:
    results = [name_of_result(r) for r in (fault.relation, *fault.others) if r.is_linear]
    return msg(
        "{row}, {column}: {stated} is printed, but {first} and {second} both hold with {computed}.",
        row=row_name(fault.at), column=column_name(fault.at), stated=format_number(stated), first=results[0],
        second=results[1], computed=format_number(computed),
    )  # fmt: skip


def name_of_result(relation: Relation) -> Text:
    """A relation by its result: the row that sums up, the column that sums up, the change."""
    target = relation.target
    if relation.kind in {RelationKind.ROW_SUM, RelationKind.BRIDGE}:
        return msg("the total {row}", row=row_name(target))
    if relation.kind is RelationKind.COLUMN_SUM:
        return msg("the sum in the column {column}", column=column_name(target))
    return msg("the change in the column {column}", column=column_name(target))


def _related(fault: Fault) -> tuple[Place, ...]:
    """The results that fail; of a lone failing sum the line that explains it."""
    relation, at = fault.relation, fault.at
    targets = [r.target for r in (relation, *fault.others)]
    found = explanation_of(fault)
    if found is not None and found.cell is not None:
        targets.append(found.cell)
    cells = {cell.key: cell for cell in targets if cell.key != at.key}
    return tuple(place(relation.grid, cell) for cell in cells.values())
