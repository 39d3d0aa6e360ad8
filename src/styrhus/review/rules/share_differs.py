"""A share in percent that its numbers do not give."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, column_name, of_kind, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "share-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.SHARE):
        relation = fault.relation
        message = msg(
            "{row}: {column} is printed as {stated} percent, but the part and the whole give {computed} percent.",
            row=row_name(relation.target), column=column_name(relation.target),
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        yield arithmetic_finding(ID, fault, message, msg("Work the share out again, or correct the part or the whole."))


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Share differs from part and whole"),
    what=msg("A share in percent is not what the part and the whole of the row give, whatever they were rounded from."),
    why=msg("A share that is wrong turns the order between areas around."),
    example=msg("30 of 120 with the share 30 %."),
    check=check,
)  # fmt: skip
