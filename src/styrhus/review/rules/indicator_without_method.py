"""An indicator that nobody can measure yet."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import TextBlock
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.indicators import IndicatorTable
from styrhus.review.understanding.outline import UNCOUNTED
from styrhus.review.understanding.targets import is_empty
from styrhus.review.understanding.wording import listed, plain, short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "indicator-without-method"
_ADMITTED = re.compile(
    r"(?:indikator\w*|mått(?:et|en)?|mätetal\w*|nyckeltal\w*|antal(?:et)?|andel(?:en)?|mätning\w*|"
    r"uppföljning\w*)\b[^.]{0,160}?"
    r"(?:behöver (?:följas upp|mätas) på (?:ett )?annat sätt|(?:kan|går) (?:ännu )?(?:inte|ej) (?:att )?(?:mäta|"
    r"följa)s?\b|"
    r"saknar (?:\w+ )?(?:mätmetod|metod|källa)|(?:mätmetod|metod för (?:mätning|uppföljning)) saknas|"
    r"(?:metod|rutin|uppföljningsrapport|mätmetod)\w*[^.]{0,60}behöver (?:tas fram|utvecklas))"
    r"|\b(?:mätmetod|uppföljningsrapport|metod för att mäta)\w*[^.]{0,80}(?:saknas|behöver tas fram)",
    re.IGNORECASE,
)

_COMING = re.compile(r"\bunder (?:utveckling|framtagande|arbeid|utarbeidelse)\b|\bkehitteillä\b", re.IGNORECASE)
"""That the indicator is being developed is said openly."""


def check(examined: Examined) -> Iterator[Finding]:
    for table in examined.indicator_tables:
        yield from _without_source(table)
    for block in examined.reading.blocks:
        if isinstance(block, TextBlock) and block.kind not in UNCOUNTED and _ADMITTED.search(block.text):
            severity = Severity.NOTE if _COMING.search(block.text) else Severity.WARNING
            yield Finding(
                ID, severity, Confidence.LIKELY, block.place.quoting(plain(block.text)),
                msg("An indicator cannot be measured as it stands; the text says that the method is still to come: "
                    "{text}",
                    text=f"”{short(block.text, 140)}”"),
                msg("Say who develops the method and when, or take the indicator out until it can be measured."),
            )  # fmt: skip


def _without_source(table: IndicatorTable) -> Iterator[Finding]:
    column = table.method
    if column is None:
        return
    missing = [i for i in table.indicators if is_empty(i.text(column))]
    if missing and len(missing) < len(table.indicators) / 2:
        yield Finding(
            ID, Severity.NOTE, Confidence.CERTAIN, table.place(missing[0], column),
            msg("{count} of {total} indicators have nothing in {column}: {names}.",
                count=len(missing), total=len(table.indicators), column=f"”{column.heading}”",
                names=listed([i.label for i in missing])),
            msg("Write where the figure comes from and how it is measured."),
            related=tuple(table.place(i, column) for i in missing[1:]),
        )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Indicator without method"),
    what=msg("The text says that an indicator cannot be measured yet, or the table gives a source or method for the "
             "others "
             "and none for this one."),
    why=msg("An indicator that nobody can measure has no outcome at the end of the year."),
    example=msg("“A method for following up the indicator remains to be developed.”"),
    check=check,
)  # fmt: skip
