"""A total in running text that its parts do not give."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import ClaimKind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "sum-in-text-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for claim in examined.claims:
        if claim.kind is ClaimKind.SUM and not claim.holds:
            yield claimed(
                claim, ID,
                msg("The parts in the text add up to {computed}, but the total is given as {stated}.",
                    computed=computed(claim), stated=stated(claim)),
                msg("Correct the total or the part that is wrong, or name the part that is left out."),
            )  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Total in the text differs from its parts"),
    what=msg("A sentence or a list divides a total into parts, and the parts do not add up to it."),
    why=msg("Money that is handed out in the text must be the money that there is."),
    example=msg("“9,0 mnkr is divided into 4,0 mnkr, 3,0 mnkr and 1,0 mnkr.”"),
    check=check,
)  # fmt: skip
