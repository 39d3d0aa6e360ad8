"""A read document with everything that rules ask about it, each part worked out when first asked for."""

from dataclasses import dataclass
from functools import cached_property

from styrhus.paper.reading import Reading
from styrhus.review.relations.blame import Fault, faults
from styrhus.review.relations.found import relations
from styrhus.review.relations.relation import Relation
from styrhus.review.understanding.alike import alike
from styrhus.review.understanding.assignments import (
    Assignment,
    AssignmentTable,
    assignment_lists,
    assignment_tables,
)
from styrhus.review.understanding.document import About, about
from styrhus.review.understanding.field_errors import printed_texts
from styrhus.review.understanding.figures import Sentence, sentences
from styrhus.review.understanding.figures_claims import Claim
from styrhus.review.understanding.figures_told import claims
from styrhus.review.understanding.grid import Grid
from styrhus.review.understanding.indicators import IndicatorTable, indicator_tables
from styrhus.review.understanding.outline import Outline, outline
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

    @cached_property
    def about(self) -> About:
        """What kind of document it is and which year it is about."""
        return about(self.reading)

    @cached_property
    def outline(self) -> Outline:
        """Headings, what stands under them, and the list of contents."""
        return outline(self.reading)

    @cached_property
    def indicator_tables(self) -> tuple[IndicatorTable, ...]:
        """The tables of indicators."""
        return indicator_tables(self.grids)

    @cached_property
    def assignment_tables(self) -> tuple[AssignmentTable, ...]:
        """The tables of assignments, activities and measures."""
        return assignment_tables(self.grids)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """All assignments of tables and lists, in order."""
        listed = (a for found in assignment_lists(self.reading) for a in found)
        return (*(a for table in self.assignment_tables for a in table.assignments), *listed)

    @cached_property
    def alike(self) -> tuple[tuple[Assignment, Assignment], ...]:
        """Pairs of assignments that are the same or nearly the same."""
        return tuple(alike(self.assignments))

    @cached_property
    def letters(self) -> str:
        """All that is printed, in lower case, to see in one go whether a rule has anything to look for."""
        return "\n".join(printed_texts(self.reading)).casefold()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The running text's sentences with the figures that they state."""
        return tuple(sentences(self.reading))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What prose and tables claim about figures that stand elsewhere, whether it holds or not."""
        return claims(self.sentences, self.grids, self.about)
