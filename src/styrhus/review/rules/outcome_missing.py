"""An indicator without an outcome where others have one."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.document import DocumentKind
from styrhus.review.understanding.grid import GridColumn
from styrhus.review.understanding.indicators import Indicator, IndicatorTable
from styrhus.review.understanding.targets import is_empty, is_explained, is_honest, is_mark, outcome_column
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "outcome-missing"


def check(examined: Examined) -> Iterator[Finding]:
    report = examined.about.kind is DocumentKind.REPORT
    for table in examined.indicator_tables:
        column = outcome_column(table)
        if column is None or all(is_empty(i.text(column)) for i in table.indicators):
            continue
        missing = [i for i in table.indicators if _missing(table, i, column, report=report)]
        if missing:
            yield Finding(
                ID, _severity(missing, column, report=report), Confidence.CERTAIN, table.place(missing[0], column),
                msg("{count} of {total} indicators have no outcome in {column}: {names}.",
                    count=len(missing), total=len(table.indicators), column=f"”{column.heading}”",
                    names=listed([i.label for i in missing])),
                msg("Fill in the outcome, or say when it comes or why it is missing."),
                related=tuple(table.place(i, column) for i in missing[1:]),
            )  # fmt: skip


def _severity(missing: list[Indicator], column: GridColumn, *, report: bool) -> Severity:
    """A dash says that there is none; an empty cell in a report was forgotten."""
    return Severity.WARNING if report and any(not i.text(column) for i in missing) else Severity.NOTE


def _missing(table: IndicatorTable, indicator: Indicator, column: GridColumn, *, report: bool) -> bool:
    """A plan may have new indicators without history; there only an outcome that was lost counts."""
    text = indicator.text(column)
    if is_explained(table, indicator.label):
        return False
    if is_mark(text):
        return True
    if not is_empty(text) or is_honest(text, indicator.label):
        return False
    earlier = [indicator.text(c) for c in table.outcomes if c.index < column.index]
    return report or any(not is_empty(text) for text in earlier)


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Outcome is missing"),
    what=msg("An indicator has no outcome in the latest column of outcomes although others have one. In a plan only an "
             "indicator that had an outcome before counts, and only as a note."),
    why=msg("A gap in the row leaves the reader to guess whether the goal was missed, forgotten or never measured."),
    example=msg("An annual report with five indicators, of which one has an empty cell under Outcome 2024."),
    check=check,
)  # fmt: skip
