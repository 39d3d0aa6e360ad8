"""Pictures without alternative text."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "alt-text-missing"


def check(examined: Examined) -> Iterator[Finding]:
    pictures = examined.reading.build.pictures
    without = [picture for picture in pictures if picture.alt is None]
    if without:
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, without[0].place,
            msg("{count} of {total} pictures have no alternative text.", count=len(without), total=len(pictures)),
            msg("Write in words what each picture or diagram shows, or mark it as decoration."),
            related=tuple(picture.place for picture in without[1:]),
        )  # fmt: skip


RULE = Rule(
    ID,
    Severity.WARNING,
    Confidence.CERTAIN,
    title=msg("Pictures without alternative text"),
    what=msg("A picture or diagram has no text that says what it shows."),
    why=msg(
        "Whoever does not see the picture gets nothing of what it says "
        "(lag 2018:1937 om tillgänglighet till digital offentlig service, EN 301 549, WCAG 2.1 1.1.1)."
    ),
    example=msg("A diagram of net costs without a sentence on what it shows."),
    check=check,
)
