"""A target that the budget does not pay for."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import Claim, ClaimKind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "goal-against-budget"


def check(examined: Examined) -> Iterator[Finding]:
    for claim in examined.claims:
        if claim.kind is ClaimKind.GOAL and not claim.holds and claim.computed > claim.stated:
            yield claimed(claim, ID, _message(claim), _advice(claim))


def _message(claim: Claim) -> Text:
    figures = {"need": computed(claim), "budget": stated(claim), "line": claim.subject,
               "gap": f"{format_number(claim.computed - claim.stated)} {claim.unit}".strip()}  # fmt: skip
    if claim.severity is Severity.NOTE:
        return msg("The target costs {need}, the budget for {line} is {budget}: {gap} are lacking, as the text says "
                   "itself.", **figures)  # fmt: skip
    return msg("The target costs {need}, the budget for {line} is {budget}: {gap} are lacking.", **figures)


def _advice(claim: Claim) -> Text:
    if claim.severity is Severity.NOTE:
        return msg("Say how what is lacking is to be met.")
    return msg("Give the target or the budget another level, or say how what is lacking is to be met.")


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("The budget does not pay for the target"),
    what=msg("The target volume times the stated mean cost is more than the budget that is said to pay for the "
             "volume."),
    why=msg("A board that sets a target and a budget that exclude each other has decided to miss one of them."),
    example=msg("The budget pays for 400 households, the target is 450 at the same mean cost."),
    check=check,
)  # fmt: skip
