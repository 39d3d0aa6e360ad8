"""Everything that prose and tables claim about figures, gathered from one pass over sentences and tables."""

from collections.abc import Iterator, Sequence

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind
from styrhus.review.understanding.figures_compared import compared_claims
from styrhus.review.understanding.figures_counted import counted_claims
from styrhus.review.understanding.figures_deviations import deviation_claims
from styrhus.review.understanding.figures_goal_tables import goal_table_claims
from styrhus.review.understanding.figures_goals import goal_claims
from styrhus.review.understanding.figures_growth import growth_claims
from styrhus.review.understanding.figures_index import Index
from styrhus.review.understanding.figures_of_which import of_which_claims
from styrhus.review.understanding.figures_restated import restated_claims
from styrhus.review.understanding.figures_retold import retold_claims
from styrhus.review.understanding.figures_shares import share_claims
from styrhus.review.understanding.figures_sums import sum_claims
from styrhus.review.understanding.figures_tables import table_claims
from styrhus.review.understanding.figures_units import unit_claims
from styrhus.review.understanding.grid import Grid


def claims(all_sentences: Sequence[Sentence], grids: Sequence[Grid], about: About) -> tuple[Claim, ...]:
    """Every claim of a document, each place and figure once.

    What a table tells goes before what prose tells, and arithmetic that fails before a mere difference.
    """
    found: dict[tuple[object, ...], Claim] = {}
    for claim in _all(all_sentences, Index(grids), about):
        found.setdefault((claim.kind, claim.place, claim.stated, claim.holds), claim)
    reckoned = {(c.place, c.stated) for c in found.values() if not c.holds and c.kind is not ClaimKind.RESTATED}
    return tuple(
        c for c in found.values() if c.holds or c.kind is not ClaimKind.RESTATED or (c.place, c.stated) not in reckoned
    )


def _all(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    yield from table_claims(index)
    yield from restated_claims(all_sentences, index, about)
    yield from counted_claims(all_sentences, index, about)
    yield from compared_claims(all_sentences, index, about)
    yield from retold_claims(all_sentences)
    yield from growth_claims(all_sentences)
    yield from sum_claims(all_sentences)
    yield from of_which_claims(all_sentences)
    yield from deviation_claims(all_sentences, index, about)
    yield from share_claims(all_sentences)
    yield from goal_claims(all_sentences, index)
    yield from goal_table_claims(all_sentences, index, about)
    yield from unit_claims(all_sentences, index)
