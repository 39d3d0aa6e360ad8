"""The same fact in two tables: whether the tables agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit
from styrhus.review.understanding.figures_index import FEWEST_DIGITS, Cell, Index
from styrhus.review.understanding.figures_near import slip
from styrhus.review.understanding.grid import ColumnRole, RowRole
from styrhus.values.number import format_number

_VERSIONS = {ColumnRole.BUDGET, ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.TARGET}
_MOST_TABLES = 4
_AGREEING = 2
_Key = tuple[frozenset[str], frozenset[str], ColumnRole, int, str]


@dataclass
class _Pair:
    """Two tables with the cells that state the same, as far as labels and headings tell."""

    agreeing: list[tuple[Cell, Cell]] = field(default_factory=list)
    differing: list[tuple[Cell, Cell]] = field(default_factory=list)


def table_claims(index: Index) -> Iterator[Claim]:
    """Every figure that two tables state with the same label, version and year.

    Tables that share a label may still be about different things (the costs of the board and those of a unit), so
    that a difference counts only where other rows show that the tables are about the same.
    """
    for pair in _pairs(index):
        for one, other in pair.agreeing:
            yield _made(one, other, holds=True)
        for one, other in pair.differing:
            finer, coarser = _finer(one, other)
            known = len(pair.agreeing) >= _AGREEING and len(pair.agreeing) > len(pair.differing)
            if known and coarser.figure.digits >= FEWEST_DIGITS and slip(coarser.figure, finer.figure.amount):
                yield _made(one, other, holds=False)


def _pairs(index: Index) -> Sequence[_Pair]:
    by_key: dict[_Key, list[Cell]] = defaultdict(list)
    for row in index.rows:
        for cell in row.cells:
            key = _key(cell)
            if key is not None:
                by_key[key].append(cell)
    pairs: dict[tuple[int, int], _Pair] = defaultdict(_Pair)
    for cells in by_key.values():
        tables = [cell.row.grid.table.number for cell in cells]
        if not 2 <= len(tables) <= _MOST_TABLES or len(set(tables)) < len(tables):
            continue
        for one, other in combinations(cells, 2):
            pair = pairs[one.row.grid.table.number, other.row.grid.table.number]
            finer, coarser = _finer(one, other)
            same = agree(coarser.figure, finer.figure.amount, (finer.figure,))
            (pair.agreeing if same else pair.differing).append((one, other))
    return tuple(pairs.values())


def _key(cell: Cell) -> _Key | None:
    """What the cell is about; None when its version or year is not told, or its unit."""
    row, column = cell.row.row, cell.column
    year = column.year or row.year
    if not cell.unit_known or column.role not in _VERSIONS or year is None or not cell.figure.value:
        return None
    if row.role is RowRole.HEADING or not cell.row.label or cell.figure.price:
        return None
    return cell.row.label, frozenset({row.group}), column.role, year, f"{cell.figure.kind}{column.period}{column.group}"


def _finer(one: Cell, other: Cell) -> tuple[Cell, Cell]:
    return (one, other) if one.figure.step <= other.figure.step else (other, one)


def _made(one: Cell, other: Cell, *, holds: bool) -> Claim:
    """The later table's figure is the claim."""
    stated, first = other.figure, one.figure
    expression = (
        f"{format_number(abs(stated.value))} {stated.unit_text} ≠ {format_number(abs(first.value))} {first.unit_text}"
    )
    return Claim(
        ClaimKind.RESTATED, other.place, abs(stated.value), in_unit(first.size, stated), stated.unit_text, holds,
        "" if holds else expression, other.row.row.label, related=(one.place,),
    )  # fmt: skip
