"""A target that no outcome can be held against."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.grid import GridColumn
from styrhus.review.understanding.indicators import Indicator, IndicatorTable
from styrhus.review.understanding.targets import is_empty, is_honest, is_mark, is_measurable
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "target-unmeasurable"
_DESCRIPTION = 60


def check(examined: Examined) -> Iterator[Finding]:
    for table in examined.indicator_tables:
        found = [(i, c) for c in table.targets if not _describes(table, c) for i in table.indicators if _vague(i, c)]
        if found:
            indicator, column = found[0]
            yield Finding(
                ID, Severity.WARNING, Confidence.LIKELY, table.place(indicator, column),
                msg("{count} targets cannot be measured; they have neither a number, yes or no, nor a direction: "
                    "{names}.",
                    count=len(found), names=listed([f"{i.label}: {i.text(c)}" for i, c in found])),
                msg("Write the target so that the outcome shows whether it is reached."),
                related=tuple(table.place(i, c) for i, c in found[1:]),
            )  # fmt: skip


def _vague(indicator: Indicator, column: GridColumn) -> bool:
    text = indicator.text(column)
    if is_empty(text) or is_mark(text) or is_honest(text, indicator.label):
        return False
    return any(sign.isalpha() for sign in text) and not is_measurable(text)


def _describes(table: IndicatorTable, column: GridColumn) -> bool:
    """A column of sentences describes the goal; the measure of it is then elsewhere."""
    texts = [text for i in table.indicators if (text := i.text(column)) and not is_empty(text)]
    return bool(texts) and sum(map(len, texts)) / len(texts) > _DESCRIPTION


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Target cannot be measured"),
    what=msg("A target is a word without a number, without yes or no and without a direction."),
    why=msg("A target that everyone may read in their own way steers nothing and is always reached."),
    example=msg("The target “Good” for the share of satisfied users, where other rows say 80 %."),
    check=check,
)  # fmt: skip
