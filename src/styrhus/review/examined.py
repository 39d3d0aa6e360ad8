"""A read document with everything that rules ask about it, each part worked out when first asked for."""

from dataclasses import dataclass
from functools import cached_property

from styrhus.paper.reading import Reading
from styrhus.review.relations.blame import Fault, faults
from styrhus.review.relations.found import relations
from styrhus.review.relations.relation import Relation
from styrhus.review.understanding.grid import Grid
from styrhus.review.understanding.tables import grids


@dataclass(frozen=True)
class Examined:
    """What rules look at."""

    reading: Reading

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables understood, in order."""
        return grids(self.reading)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation found between printed numbers of a table, those that hold too."""
        return tuple(relation for grid in self.grids for relation in relations(grid))

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """The relations that fail, those with a common cause together."""
        return faults(self.relations)
