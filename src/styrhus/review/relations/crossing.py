"""Sums of rows and sums of columns held against each other where they cross.

A corner total belongs to both. When it is the sum of the lines that have a total of their own, while other lines have
none (an object without total budget), the other direction cannot hold, and nothing is wrong.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from styrhus.review.relations.blame import Key
from styrhus.review.relations.relation import Agreement, Relation
from styrhus.values.finding import Confidence


def crossed(rows: list[Relation], columns: list[Relation]) -> Iterator[Relation]:
    """All of them, those excused that differ only because a line has nothing where they cross."""
    by_row, by_column = {r.target.key: r for r in rows}, {r.target.key: r for r in columns}
    yield from (_excused(r, by_column, turned=True) for r in rows)
    repeated = {_values(r) for r in columns if r.holds}
    yield from (_less_sure(_excused(r, by_row, turned=False), repeated) for r in columns)


def _less_sure(relation: Relation, repeated: set[tuple[Decimal, ...]]) -> Relation:
    """A row that repeats the parts of another whose sum holds may have a sum that takes in what is not divided.

    A result is often the net cost with financial items that no department answers for.
    """
    if relation.agreement is Agreement.DIFFERS and any(_values(relation)) and _values(relation) in repeated:
        return replace(relation, confidence=Confidence.LIKELY)
    return relation


def _values(relation: Relation) -> tuple[Decimal, ...]:
    held = (cell.row.value(cell.column.index) for cell in relation.terms)
    return tuple(number.value for number in held if number is not None and number.value)


def _excused(relation: Relation, others: dict[Key, Relation], *, turned: bool) -> Relation:
    crossing = others.get(relation.target.key)
    if relation.agreement is not Agreement.DIFFERS or crossing is None or not crossing.holds:
        return relation
    lines = _lines(crossing, turned=turned)
    for cell in relation.terms:
        other = others.get(cell.key)
        if other is not None and other.holds and _lines(other, turned=turned) - lines:
            return replace(relation, agreement=Agreement.PARTIAL, confidence=Confidence.LIKELY)
    return relation


def _lines(relation: Relation, *, turned: bool) -> set[int]:
    """The lines that a crossing sum adds up."""
    return {cell.column.index if turned else cell.row.index for cell in relation.terms}
