"""Which cell is wrong where relations fail, so that one wrong number is told once and at its own place.

A sum and a change that both fail by the same amount and meet in one cell point at that cell. A total that fails only
because one of its subtotals is wrong is told with the subtotal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.values.finding import Confidence

Key = tuple[int, int]
# What a wrong result is told as, when it is the result of several relations; and a wrong term.
AS_RESULT = (
    RelationKind.CHANGE, RelationKind.BRIDGE, RelationKind.ROW_SUM, RelationKind.COLUMN_SUM,
    RelationKind.PERCENT_CHANGE, RelationKind.SHARE, RelationKind.PRODUCT,
)  # fmt: skip
AS_TERM = (
    RelationKind.BRIDGE, RelationKind.ROW_SUM, RelationKind.COLUMN_SUM, RelationKind.CHANGE,
    RelationKind.PERCENT_CHANGE, RelationKind.SHARE, RelationKind.PRODUCT,
)  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """A relation that fails, the other relations that fail for the same reason, and the cell that explains them all.

    `cell` is None when only one relation fails, so that any of its numbers may be wrong. `correction` is what must be
    added to the cell.
    """

    relation: Relation
    others: tuple[Relation, ...] = ()
    cell: CellRef | None = None
    correction: Decimal = Decimal(0)

    @property
    def kind(self) -> RelationKind:
        return self.relation.kind

    @property
    def at(self) -> CellRef:
        """Where it is told."""
        return self.cell or self.relation.target

    @property
    def confidence(self) -> Confidence:
        """Relations that agree on one cell make each other certain, unless none of them is."""
        sure = any(r.confidence is Confidence.CERTAIN for r in (self.relation, *self.others))
        return Confidence.CERTAIN if sure else self.relation.confidence


def faults(relations: Iterable[Relation]) -> tuple[Fault, ...]:
    """Every failing relation once, those with a common cause together."""
    by_table: dict[int, list[Relation]] = defaultdict(list)
    for relation in relations:
        by_table[relation.grid.table.number].append(relation)
    return tuple(fault for held in by_table.values() for fault in _of_table(held))


def _of_table(relations: list[Relation]) -> Iterator[Fault]:
    failing = [r for r in relations if r.agreement is Agreement.DIFFERS]
    if not failing:
        return
    sound = _sound_cells(relations)
    told: set[int] = set()
    for key, group in _suspects([r for r in failing if r.is_linear and not r.turned], sound):
        left = [(r, correction) for r, correction in group if id(r) not in told]
        if len(left) >= 2:
            told |= {id(r) for r, _ in left}
            spoiled = [r for r in failing if not r.is_linear and _touches(r, key) and id(r) not in told]
            told |= {id(r) for r in spoiled}
            yield _fault(key, left, spoiled)
    yield from (Fault(r) for r in failing if id(r) not in told)


def _sound_cells(relations: list[Relation]) -> set[Key]:
    """Cells in a relation that holds and says something: these are right, or wrong twice."""
    held = (r for r in relations if r.is_linear and r.holds and len(r.terms) >= 2)
    return {cell.key for r in held for cell in (r.target, *r.terms)}


def _suspects(failing: list[Relation], sound: set[Key]) -> list[tuple[Key, list[tuple[Relation, Decimal]]]]:
    """Cells that two or more failing relations point at with the same correction; those of most relations first."""
    pointing: dict[Key, list[tuple[Relation, Decimal]]] = defaultdict(list)
    for relation in failing:
        pointing[relation.target.key].append((relation, -relation.difference))
        for cell, sign in zip(relation.terms, relation.signs, strict=True):
            pointing[cell.key].append((relation, sign * relation.difference))
    agreeing = ((key, _agreeing(held)) for key, held in pointing.items() if key not in sound)
    found = [(key, held) for key, held in agreeing if len(held) >= 2]
    return sorted(found, key=lambda item: -len(item[1]))


def _agreeing(held: list[tuple[Relation, Decimal]]) -> list[tuple[Relation, Decimal]]:
    """The relations that ask for the first one's correction, as far as rounding allows; all must."""
    first, correction = held[0]
    near = [(r, c) for r, c in held if abs(c - correction) <= r.tolerance + first.tolerance]
    return near if len(near) == len(held) else []


def _touches(relation: Relation, key: Key) -> bool:
    return any(cell.key == key for cell in (relation.target, *relation.terms))


def _fault(key: Key, group: list[tuple[Relation, Decimal]], spoiled: list[Relation]) -> Fault:
    results = [r for r, _ in group if r.target.key == key]
    order = AS_RESULT if results else AS_TERM
    first = min(results or [r for r, _ in group], key=lambda r: (order.index(r.kind), len(r.terms)))
    cells = (first.target, *first.terms)
    cell = next(cell for cell in cells if cell.key == key)
    correction = next(c for r, c in group if r is first)
    return Fault(first, (*(r for r, _ in group if r is not first), *spoiled), cell, correction)
