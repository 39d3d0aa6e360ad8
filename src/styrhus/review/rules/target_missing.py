"""An indicator without a target for the year where others have one."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.grid import GridColumn
from styrhus.review.understanding.indicators import Indicator, IndicatorTable
from styrhus.review.understanding.targets import is_empty, is_explained, is_honest, is_in_label, target_column
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "target-missing"


def check(examined: Examined) -> Iterator[Finding]:
    only_followed: list[tuple[IndicatorTable, Indicator, GridColumn]] = []
    for table in examined.indicator_tables:
        column = target_column(table, examined.about.year)
        if column is None:
            continue
        only_followed += [(table, i, column) for i in table.indicators if is_honest(i.text(column), i.label)]
        missing = [i for i in table.indicators if _lacks(i, column) and not is_explained(table, i.label)]
        if missing:
            forgotten = any(not i.text(column) for i in missing)
            yield _finding(table, column, missing, Severity.WARNING if forgotten else Severity.NOTE)
        yield from _later(table, column)
    if only_followed:
        yield _followed(only_followed)


def _lacks(indicator: Indicator, column: GridColumn) -> bool:
    text = indicator.text(column)
    return is_empty(text) and not is_honest(text, indicator.label) and not is_in_label(indicator.label)


def _later(table: IndicatorTable, own: GridColumn) -> Iterator[Finding]:
    """Targets of later years that lack in a row which has one for the first year."""
    for column in table.targets:
        if own.year and column.year and column.year > own.year:
            missing = [i for i in table.indicators if _lacks(i, column) and not is_empty(i.text(own))]
            if missing and 2 * len(missing) <= len(table.indicators):
                yield _finding(table, column, missing, Severity.NOTE)


def _finding(table: IndicatorTable, column: GridColumn, missing: list[Indicator], severity: Severity) -> Finding:
    """A dash says that there is no target; an empty cell may have been forgotten."""
    return Finding(
        ID, severity, Confidence.CERTAIN, table.place(missing[0], column),
        msg("{count} of {total} indicators have no target in {column}: {names}.",
            count=len(missing), total=len(table.indicators), column=f"”{column.heading}”",
            names=listed([i.label for i in missing])),
        msg("Set a target, or say why there is none this year."),
        related=tuple(table.place(i, column) for i in missing[1:]),
    )  # fmt: skip


def _followed(held: list[tuple[IndicatorTable, Indicator, GridColumn]]) -> Finding:
    table, first, column = held[0]
    return Finding(
        ID, Severity.NOTE, Confidence.CERTAIN, table.place(first, column),
        msg("{count} indicators are only measured or under development, without a target: {names}.",
            count=len(held), names=listed([i.label for _, i, _ in held])),
        msg("Say from which year each of them gets a target."),
        related=tuple(t.place(i, c) for t, i, c in held[1:]),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Target is missing"),
    what=msg("An indicator has no target for the year although the table has a column for it. Indicators that are "
             "said to be only measured, followed or under development are a note."),
    why=msg("Without a target nobody can say at the end of the year whether the goal was reached."),
    example=msg("An indicator with the outcome of last year and an empty cell under Target 2025."),
    check=check,
)  # fmt: skip
