"""The same total split differently in two tables."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import CellRef, Relation, RelationKind
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_words import stems
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg
from styrhus.values.unit import KRONOR

ID = "split-of-same-total-differs"
_FEWEST = 2
_DIGITS = 3
_Parts = dict[frozenset[str], tuple[CellRef, Decimal]]


@dataclass(frozen=True)
class _Split:
    """A total with its parts by the stems of their labels, in kronor where the unit is known; signs left aside."""

    relation: Relation
    total: Decimal
    parts: _Parts
    scale: Decimal


def check(examined: Examined) -> Iterator[Finding]:
    by_total: dict[tuple[Decimal, int | None], list[_Split]] = defaultdict(list)
    for relation in examined.relations:
        if relation.kind is RelationKind.ROW_SUM and relation.holds:
            split = _split(relation)
            if len(split.parts) >= _FEWEST and _is_telling(relation.stated):
                by_total[split.total, relation.target.column.year].append(split)
    told: set[tuple[int, int]] = set()
    for splits in by_total.values():
        for first, second in _of_two_tables(splits):
            tables = first.relation.grid.table.number, second.relation.grid.table.number
            differing = _differing(first, second)
            if len(differing) >= _FEWEST and tables not in told:
                told.add(tables)
                yield _finding(first, second, differing)


def _split(relation: Relation) -> _Split:
    parts: _Parts = {}
    scale = _scale(relation, relation.target)
    for term in relation.terms:
        number = term.row.value(term.column.index)
        label = stems(term.row.label) or stems(term.row.group)
        if number is not None and label:
            parts[label] = (term, abs(number.value) * scale)
    return _Split(relation, abs(relation.stated) * scale, parts, scale)


def _scale(relation: Relation, cell: CellRef) -> Decimal:
    unit = relation.grid.unit_at(cell.row, cell.column)
    return KRONOR.get(unit, Decimal(1)) if unit is not None else Decimal(1)


def _is_telling(total: Decimal) -> bool:
    """A total with few digits is met by chance."""
    return len(str(abs(total)).replace(".", "").strip("0")) >= _DIGITS


def _of_two_tables(splits: Sequence[_Split]) -> Iterator[tuple[_Split, _Split]]:
    """Splits of different tables and the same version; few tables have the same total."""
    for number, first in enumerate(splits[:6]):
        for second in splits[number + 1 : 6]:
            roles = first.relation.target.column.role, second.relation.target.column.role
            if first.relation.grid is not second.relation.grid and roles[0] is roles[1]:
                yield first, second


def _differing(first: _Split, second: _Split) -> list[frozenset[str]]:
    """The parts that both have and that differ by more than their last place; empty when the parts are not the same."""
    shared = [label for label in first.parts if label in second.parts]
    if len(shared) * 2 <= min(len(first.parts), len(second.parts)):
        return []
    return [label for label in shared if _differs(first, second, label)]


def _differs(first: _Split, second: _Split, label: frozenset[str]) -> bool:
    one, other = first.parts[label][1], second.parts[label][1]
    room = sum((_place(split, label) for split in (first, second)), Decimal(0))
    return abs(one - other) > room


def _place(split: _Split, label: frozenset[str]) -> Decimal:
    number = split.parts[label][0].row.value(split.parts[label][0].column.index)
    return Decimal(1).scaleb(-number.decimals) * split.scale if number else Decimal(0)


def _finding(first: _Split, second: _Split, differing: Sequence[frozenset[str]]) -> Finding:
    label = max(differing, key=lambda held: abs(first.parts[held][1] - second.parts[held][1]))
    at, other = second.parts[label][0], first.parts[label][0]
    stated, computed = second.parts[label][1] / second.scale, first.parts[label][1] / second.scale
    grid = second.relation.grid
    return Finding(
        ID, Severity.WARNING, Confidence.LIKELY, grid.place(at.row, at.column),
        msg("{total} is split differently here and in table {table}: {label} is {stated} here and {other} there; "
            "{count} parts differ.",
            total=format_number(abs(second.relation.stated)), table=first.relation.grid.table.number,
            label=at.row.label if stems(at.row.label) else at.row.group, stated=format_number(stated),
            other=format_number(computed), count=len(differing)),
        msg("Find out which split is right, or say what the two are by."),
        f"{first.relation.expression}; {second.relation.expression}", stated, computed,
        grid.unit_written(at.row, at.column),
        (first.relation.grid.place(other.row, other.column),),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("The same total split differently"),
    what=msg("Two tables give the same total with the same parts, but the parts have different figures."),
    why=msg("At least one split is wrong, and both may be used for decisions."),
    example=msg("A total of 300 is 120 + 180 in one table and 140 + 160 in the next."),
    check=check,
)  # fmt: skip
