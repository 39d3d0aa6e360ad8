"""A date that no calendar has."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import ReadTable
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.dates import WrittenDate, dates
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "date-impossible"
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(_DAYS)})(?:en)?(?: den)? \Z", re.IGNORECASE)
_MAY_BE_DATE = re.compile(r"\d")


def check(examined: Examined) -> Iterator[Finding]:
    for text, place in _texts(examined):
        for found in dates(text) if _MAY_BE_DATE.search(text) else ():
            message = _wrong(text, found)
            if message is not None:
                yield Finding(
                    ID, Severity.WARNING, Confidence.CERTAIN,
                    place.quoting(text[max(0, found.start - 60) : found.end + 30].strip()), message,
                    msg("Correct the date."),
                )  # fmt: skip


def _wrong(text: str, found: WrittenDate) -> Text | None:
    if found.impossible:
        return msg("There is no date {date}.", date=f"”{found.text}”")
    if found.first is None or found.first != found.last:
        return None
    said = _WEEKDAY.search(text[max(0, found.start - 20) : found.start])
    if said is None or said["day"].casefold() == _DAYS[found.first.weekday()]:
        return None
    return msg("{date} is a {right}, not a {said}.", date=found.text, right=_DAYS[found.first.weekday()],
               said=said["day"].casefold())  # fmt: skip


def _texts(examined: Examined) -> Iterator[tuple[str, Place]]:
    for block in examined.reading.blocks:
        if isinstance(block, ReadTable):
            yield from ((cell.text, row.place) for row in block.rows for cell in row.cells if len(cell.text) >= 8)
        else:
            yield block.text, block.place


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Impossible date"),
    what=msg("A date does not exist, or its day of the week is another."),
    why=msg("Whoever is to be ready or to meet on that day cannot know which day is meant."),
    example=msg("“31 November 2025”, or a Monday that was a Tuesday."),
    check=check,
)  # fmt: skip
