"""The same fact with two different figures."""

from collections.abc import Iterator

from styrhus.review.claimed import claimed, computed, stated, where
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures_claims import Claim, ClaimKind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "figure-restated-differently"


def check(examined: Examined) -> Iterator[Finding]:
    for claim in examined.claims:
        if claim.kind is ClaimKind.RESTATED and not claim.holds:
            advice = msg("Find out which of the two is right and use it in both places.")
            yield claimed(claim, ID, _message(claim), advice)


def _message(claim: Claim) -> Text:
    figures = {"stated": stated(claim), "other": computed(claim), "place": where(claim.related[0])}
    if claim.subject:
        return msg("{subject}: {stated} here, but {other} in {place}.", subject=claim.subject, **figures)
    return msg("{stated} here, but {other} where the same is said in {place}.", **figures)


RULE = Rule(
    ID, Severity.ERROR, Confidence.LIKELY,
    title=msg("Figure restated differently"),
    what=msg("The same figure is given in two places, in text or in tables, and the two differ by more than rounding."),
    why=msg("Figures are copied between text, summary and tables; when one is corrected, the other is left behind."),
    example=msg("The summary says net costs of 412,6 mnkr, the budget table 421 600 tkr."),
    check=check,
)  # fmt: skip
