"""Finds the relations between the printed numbers of a grid."""

from collections.abc import Iterator

from styrhus.review.relations.board import column_board, row_board
from styrhus.review.relations.changes import change_relations
from styrhus.review.relations.crossing import crossed
from styrhus.review.relations.paired import paired_relations
from styrhus.review.relations.percents import percent_relations
from styrhus.review.relations.products import product_relations
from styrhus.review.relations.relation import Relation
from styrhus.review.relations.running import running_relations
from styrhus.review.relations.totals import sum_relations
from styrhus.review.understanding.grid import Grid, GridKind

NO_ARITHMETIC = {GridKind.ASSIGNMENTS}
MOST_CELLS = 60_000


def relations(grid: Grid) -> Iterator[Relation]:
    """Every relation that a number of the grid is the result of; none in a sheet that is a list of data."""
    if grid.kind in NO_ARITHMETIC or len(grid.rows) * len(grid.columns) > MOST_CELLS:
        return
    changes = list(change_relations(grid, worded=True))
    differences = frozenset(relation.target.column.index for relation in changes)
    sums = list(sum_relations(column_board(grid, differences)))
    added = {cell.column.index for relation in sums for cell in (relation.target, *relation.terms)}
    yield from changes
    yield from paired_relations(grid, {r.target.column.index for r in sums} | differences)
    yield from crossed(list(sum_relations(row_board(grid))), sums)
    known = {relation.target.key for relation in sums}
    yield from (relation for relation in running_relations(grid) if relation.target.key not in known)
    yield from change_relations(grid, worded=False, without=differences | added)
    yield from percent_relations(grid)
    yield from product_relations(grid)
