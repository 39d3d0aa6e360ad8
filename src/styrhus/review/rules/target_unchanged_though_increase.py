"""A target that stands still though its text says that it is to rise or fall."""

import re
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.grid import GridColumn
from styrhus.review.understanding.indicators import Indicator, IndicatorTable
from styrhus.review.understanding.targets import outcome_column, target_column
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import format_number
from styrhus.values.printed import Printed
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "target-unchanged-though-increase"
_MOVES = re.compile(
    r"\b(?:(?:ska|skall|bör|skal|behöver)\s+(?:\w+\s+){0,2}?(?:öka|minska|höjas|sänkas|förbättras|stiga|sjunka|øke|reduseres|"
    r"minske)|ökar|minskar|ökas|minskas|ökad|minskad|ökande|minskande|øker|kasvaa|vähenee|lisääntyy|nousee|laskee)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:till|til|upp till|minst|högst|nå|enn|än)\s+(?:\w+ )?\d", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Finding]:
    for table in examined.indicator_tables:
        target = target_column(table, examined.about.year)
        if target is None:
            continue
        for indicator in table.indicators:
            if _MOVES.search(indicator.label) and not _LEVEL.search(indicator.label):
                found = _finding(table, indicator, target)
                if found is not None:
                    yield found


def _finding(table: IndicatorTable, indicator: Indicator, target: GridColumn) -> Finding | None:
    held = indicator.row.value(target.index)
    if held is None:
        return None
    outcome, before = _latest(table, indicator, target), _before(table, indicator, target)
    if outcome is not None and _same(held, indicator.row.value(outcome.index)) and not _at_end(held):
        return _made(table, indicator, (target, outcome), Severity.WARNING)
    if before is not None and _same(held, indicator.row.value(before.index)) and not _at_end(held):
        return _made(table, indicator, (target, before), Severity.NOTE)
    return None


def _latest(table: IndicatorTable, indicator: Indicator, target: GridColumn) -> GridColumn | None:
    column = outcome_column(table)
    return column if column is not None and indicator.row.value(column.index) and column is not target else None


def _before(table: IndicatorTable, indicator: Indicator, target: GridColumn) -> GridColumn | None:
    earlier = [
        c for c in table.targets
        if c is not target and (c.year or 0) < (target.year or 0) and indicator.row.value(c.index)
    ]  # fmt: skip
    return max(earlier, key=lambda column: column.year or 0) if earlier else None


def _same(one: Printed, other: Printed | None) -> bool:
    return other is not None and one.value == other.value


def _at_end(target: Printed) -> bool:
    """A hundred percent or nought cannot be passed."""
    return target.value in {0, 100}


def _made(
    table: IndicatorTable, indicator: Indicator, columns: tuple[GridColumn, GridColumn], severity: Severity
) -> Finding:
    target, other = columns
    printed = indicator.row.value(target.index)
    value = printed.value if printed else None
    return Finding(
        ID, severity, Confidence.LIKELY, table.place(indicator, target),
        _message(indicator, target, other),
        msg("Raise or lower the target, or write that the level is to be kept."),
        f"{other.heading}: {indicator.text(other)}; {target.heading}: {indicator.text(target)}",
        value, None, printed.unit_text if printed else "", (table.place(indicator, other),),
    )  # fmt: skip


def _message(indicator: Indicator, target: GridColumn, other: GridColumn) -> Text:
    printed = indicator.row.value(target.index)
    value = format_number(printed.value) if printed else ""
    return msg("The indicator says that the value is to change, but {target} is the same as {other}: {value}.",
               target=target.heading, other=other.heading, value=value)  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Target unchanged though it is to change"),
    what=msg("The indicator's text says that the value is to rise or fall, but the target is the last outcome or the "
             "last target."),
    why=msg("A target that is already reached, or was carried over, steers nothing."),
    example=msg("“The share is to increase”: outcome 45 %, target 45 %."),
    check=check,
)  # fmt: skip
