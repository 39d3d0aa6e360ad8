"""An indicator without a target for the year where others have one."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.indicators import Indicator, IndicatorTable
from styrhus.review.understanding.targets import is_empty, is_honest, is_in_label, target_column
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "target-missing"


def check(examined: Examined) -> Iterator[Finding]:
    only_followed: list[tuple[IndicatorTable, Indicator]] = []
    for table in examined.indicator_tables:
        column = target_column(table, examined.about.year)
        if column is None:
            continue
        without = [i for i in table.indicators if is_empty(i.text(column))]
        only_followed += [(table, i) for i in table.indicators if is_honest(i.text(column), i.label)]
        missing = [i for i in without if not is_honest(i.text(column), i.label) and not is_in_label(i.label)]
        if missing:
            yield Finding(
                ID, Severity.WARNING, Confidence.CERTAIN, table.place(missing[0], column),
                msg("{count} of {total} indicators have no target in {column}: {names}.",
                    count=len(missing), total=len(table.indicators), column=f"”{column.heading}”",
                    names=listed([i.label for i in missing])),
                msg("Set a target, or say why there is none this year."),
                related=tuple(table.place(i, column) for i in missing[1:]),
            )  # fmt: skip
    if only_followed:
        table, first = only_followed[0]
        yield Finding(
            ID, Severity.NOTE, Confidence.CERTAIN, table.place(first, target_column(table, examined.about.year)),
            msg("{count} indicators are only measured or under development, without a target: {names}.",
                count=len(only_followed), names=listed([i.label for _, i in only_followed])),
            msg("Say from which year each of them gets a target."),
            related=tuple(t.place(i) for t, i in only_followed[1:]),
        )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Target is missing"),
    what=msg("An indicator has no target for the year although the table has a column for it. Indicators that are "
             "said to "
             "be only measured, followed or under development are a note."),
    why=msg("Without a target nobody can say at the end of the year whether the goal was reached."),
    example=msg("An indicator with the outcome of last year and an empty cell under Target 2025."),
    check=check,
)  # fmt: skip
