"""An index that is said to have a number of parts which are not there."""

import re
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.counts import PARTS, counted
from styrhus.review.understanding.indicators import Indicator, IndicatorTable
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "index-without-parts"
_INDEX = re.compile(r"\bindex|indeksi", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|[\s,;])[-–•·]\s?(?=[a-zåäö])", re.IGNORECASE)
_COLON = re.compile(r"\b(?:består|utgörs) av:?\s*\Z", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Finding]:
    for table in examined.indicator_tables:
        for position, indicator in enumerate(table.indicators):
            found = PARTS.search(indicator.label)
            stated = counted(found) if found else 1 if _COLON.search(indicator.label) else 0
            if not stated or not _INDEX.search(indicator.label):
                continue
            parts = _parts(table, position)
            if parts < stated:
                yield Finding(
                    ID, Severity.WARNING, Confidence.LIKELY, table.place(indicator),
                    _message(indicator, stated if found else 0, parts),
                    msg("List the parts of the index, or correct their number."),
                )  # fmt: skip


def _message(indicator: Indicator, stated: int, parts: int) -> Text:
    name = f"”{short(indicator.label, 80)}”"
    if not stated:
        return msg("{name} is said to have parts, but none follow.", name=name)
    return msg("{name} is said to have {stated} parts, but {parts} follow.", name=name, stated=stated, parts=parts)


def _parts(table: IndicatorTable, position: int) -> int:
    """The parts in the cell itself, else the rows below up to the next index or the next goal."""
    own = table.indicators[position]
    within = len(_BULLET.findall(own.label))
    if within:
        return within
    below = 0
    for indicator in table.indicators[position + 1 :]:
        if indicator.goal != own.goal or PARTS.search(indicator.label):
            break
        below += 1
    return below


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Index without its parts"),
    what=msg("An index is said to consist of a number of measures, but fewer of them follow."),
    why=msg("Without its parts an index can neither be computed nor understood."),
    example=msg("“The index consists of the 5 measures below” with three measures below it."),
    check=check,
)  # fmt: skip
