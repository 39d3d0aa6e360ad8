"""A document whose headings are only bold text."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "heading-styles-missing"


def check(examined: Examined) -> Iterator[Finding]:
    build = examined.reading.build
    if build.heading_styles == 0 and len(examined.outline.headings) + _pages(examined) >= 3:
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, Place(quote=examined.reading.file),
            msg("The document has no heading styles, so that its headings are only bold text."),
            msg("Give the headings the styles Heading 1, 2 and 3 in the word processor and save again."),
        )  # fmt: skip


def _pages(examined: Examined) -> int:
    """A short letter needs no headings."""
    return examined.reading.pages or 0


RULE = Rule(
    ID,
    Severity.WARNING,
    Confidence.CERTAIN,
    title=msg("No heading styles"),
    what=msg("The file declares no heading; what looks like one is only larger or bold text."),
    why=msg(
        "Whoever listens to the document cannot jump between its sections "
        "(lag 2018:1937 om tillgänglighet till digital offentlig service, EN 301 549, WCAG 2.1 1.3.1)."
    ),
    example=msg("A chapter name that is written in bold 14 points instead of in the style Heading 1."),
    check=check,
)
