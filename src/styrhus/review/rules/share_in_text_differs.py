"""A percentage in running text that its part and its whole do not give."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import ClaimKind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "share-in-text-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for claim in examined.claims:
        if claim.kind is ClaimKind.SHARE and not claim.holds:
            yield claimed(
                claim, ID,
                msg("The text says {stated}, but the part and the whole beside it give {computed}.",
                    stated=stated(claim), computed=computed(claim)),
                msg("Correct the percentage, the part or the whole."),
            )  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Percentage in the text differs"),
    what=msg("A text gives a part, its whole and the percentage, and the three do not agree."),
    why=msg("One of the three is wrong, and nobody can tell which from the text."),
    example=msg("“90 of 120 persons (80 percent) answered.”"),
    check=check,
)  # fmt: skip
