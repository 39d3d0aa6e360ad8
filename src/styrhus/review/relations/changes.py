"""Finds change columns."""

from collections.abc import Iterator

from styrhus.review.relations.relation import Relation
from styrhus.review.understanding.grid import Grid


def change_relations(grid: Grid) -> Iterator[Relation]:
    yield from ()
