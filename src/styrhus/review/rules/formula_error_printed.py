"""A spreadsheet's error value printed as if it were a figure."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.field_errors import FORMULA, printed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "formula-error-printed"


def check(examined: Examined) -> Iterator[Finding]:
    found = list(printed(examined.reading, FORMULA, "#")) if "#" in examined.letters else []
    if found:
        text, place = found[0]
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, place,
            msg("{count} cells show an error value of the spreadsheet instead of a figure, the first is {text}.",
                count=len(found), text=text),
            msg("Mend the formula, or write that the value is missing."),
            related=tuple(place for _, place in found[1:]),
        )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Error value instead of a figure"),
    what=msg("A cell shows #DIV/0!, #REF! or another error value of a spreadsheet."),
    why=msg("The figure that should stand there is not known to the reader, and sums that build on it are wrong too."),
    example=msg("#DIV/0! under “Change, %” where the outcome of last year was zero."),
    check=check,
)  # fmt: skip
