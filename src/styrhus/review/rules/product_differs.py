"""An amount that is not volume times price."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.told import arithmetic_finding, column_name, of_kind, row_name
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "product-differs"


def check(examined: Examined) -> Iterator[Finding]:
    for fault in of_kind(examined.faults, RelationKind.PRODUCT):
        relation = fault.relation
        message = msg(
            "{row}: {column} is printed as {stated}, but {factors} gives {computed}.",
            row=row_name(relation.target), column=column_name(relation.target),
            factors=relation.expression.partition(" = ")[0],
            computed=format_number(relation.computed), stated=format_number(relation.stated),
        )  # fmt: skip
        advice = msg("Correct the volume, the price or the amount; a mean price must be weighted by volume.")
        yield arithmetic_finding(ID, fault, message, advice)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Product differs from its factors"),
    what=msg("An amount is not what its factors give: persons × price × days or months, hours × rate, likelihood × "
             "consequence. All that the numbers may have been rounded from is allowed for."),
    why=msg("The budget then rests on another volume or another price than the one that is shown."),
    example=msg("10 persons at 2 000 kr a day are 7,3 mnkr a year, but 6,5 mnkr is printed."),
    check=check,
)  # fmt: skip
