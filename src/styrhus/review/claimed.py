"""A claim that does not hold, as a finding."""

from styrhus.review.understanding.figures_claims import Claim
from styrhus.values.finding import Finding
from styrhus.values.number import format_number
from styrhus.values.place import Place
from styrhus.values.text import Text, msg


def claimed(claim: Claim, rule: str, message: Text, advice: Text) -> Finding:
    """The claim at its place, with its arithmetic and the other places that it is about."""
    return Finding(
        rule, claim.severity, claim.confidence, claim.place, message, advice, claim.expression,
        claim.stated, claim.computed, claim.unit, claim.related,
    )  # fmt: skip


def stated(claim: Claim) -> str:
    """What is printed, with its unit."""
    return f"{format_number(claim.stated)} {claim.unit}".strip()


def computed(claim: Claim) -> str:
    """What follows from the rest of the document, with the unit of what is printed."""
    return f"{format_number(claim.computed)} {claim.unit}".strip()


def where(place: Place) -> Text:
    """A place in words: the cell of a table, else the line or the page."""
    if place.table is not None:
        return msg("table {table}, {row}, {column}", table=place.table, row=place.row, column=place.column)
    if place.page is not None:
        return msg("page {page}", page=place.page)
    return msg("line {line}", line=place.line or 0)
