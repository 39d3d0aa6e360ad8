"""A stated growth that the two levels do not give."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import Claim, ClaimKind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "growth-claim-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for claim in examined.claims:
        if claim.kind is ClaimKind.GROWTH and not claim.holds:
            yield claimed(claim, ID, _message(claim), msg("Correct the change, or the level that is wrong."))


def _message(claim: Claim) -> Text:
    if "→" in claim.expression:
        return msg("The text says the one direction and the levels go the other: {levels}.", levels=claim.expression)
    return msg("The text says a change of {stated}, but the levels give {computed}.",
               stated=stated(claim), computed=computed(claim))  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Stated growth differs from its levels"),
    what=msg("A text gives a change in money, number or percent together with the two levels, and they do not agree."),
    why=msg("Growth is what decisions are taken on; a reader who checks it loses trust in the rest."),
    example=msg("“Risen from 80,0 to 92,0 mnkr, an increase of 15,0 mnkr.”"),
    check=check,
)  # fmt: skip
