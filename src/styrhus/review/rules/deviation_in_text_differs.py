"""A deficit or a surplus in running text that outcome and budget do not give."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import ClaimKind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "deviation-in-text-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for claim in examined.claims:
        if claim.kind is ClaimKind.DEVIATION and not claim.holds:
            yield claimed(
                claim, ID,
                msg("The text says a deviation of {stated}, but outcome and budget beside it give {computed}.",
                    stated=stated(claim), computed=computed(claim)),
                msg("Correct the deviation, the outcome or the budget."),
            )  # fmt: skip


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Deviation in the text differs"),
    what=msg("A text gives a deficit, a surplus or a deviation together with the outcome or the forecast and the "
             "budget, and the three do not agree."),
    why=msg("The deviation is the figure that is quoted; when it is not the difference of the two, one of the three is "
            "wrong."),
    example=msg("“A deficit of 3,6 mnkr: net costs were 412,3 mnkr against a budget of 406,0 mnkr.”"),
    check=check,
)  # fmt: skip
