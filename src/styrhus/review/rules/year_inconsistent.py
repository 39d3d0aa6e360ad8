"""A year that the rest of the document contradicts."""

from collections.abc import Iterator
from itertools import chain

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.document import DocumentKind
from styrhus.review.understanding.figures_years import (
    OddYear,
    caption_years,
    past_dates,
    plan_periods,
    planned_years,
    repeated_years,
)
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "year-inconsistent"


def check(examined: Examined) -> Iterator[Finding]:
    year = examined.about.year if examined.about.kind is DocumentKind.PLAN else None
    for odd in chain(
        caption_years(examined.grids), repeated_years(examined.grids), planned_years(examined.sentences, year),
        plan_periods(examined.sentences), past_dates(examined.reading, examined.sentences),
    ):  # fmt: skip
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, odd.place, _message(odd),
            msg("Check the year; it may be left from an earlier document."), related=odd.related,
        )  # fmt: skip


def _message(odd: OddYear) -> Text:
    if odd.kind == "caption":
        return msg("The caption says {year}, but the columns are of {fitting}.", year=odd.year, fitting=odd.fitting)
    if odd.kind == "series":
        return msg("Two columns side by side say {year}; the series lacks {fitting}.",
                   year=odd.year, fitting=odd.fitting)  # fmt: skip
    if odd.kind == "period":
        return msg("The period is {year} here and {fitting} elsewhere.", year=odd.year, fitting=odd.fitting)
    if odd.kind == "past":
        return msg("{year} is told as past, but the document is dated {fitting}.", year=odd.year, fitting=odd.fitting)
    return msg("The text says what is to be done in {year}, but the plan is for {fitting}.",
               year=odd.year, fitting=odd.fitting)  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Year does not fit"),
    what=msg("A year in a caption, a heading or the text contradicts the columns, the plan's year or the other places "
             "where the same is named."),
    why=msg("Texts and tables are carried over from year to year; a stale year makes "
            "figures be read as something else."),
    example=msg("The caption says 2022 and the columns are 2023 and 2024."),
    check=check,
)  # fmt: skip
