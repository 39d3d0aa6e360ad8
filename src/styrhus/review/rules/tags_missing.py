"""A PDF without tags."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "tags-missing"


def check(examined: Examined) -> Iterator[Finding]:
    if examined.reading.build.tagged is False:
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, Place(quote=examined.reading.file),
            msg("The PDF is not tagged: it does not tell headings, lists and tables apart."),
            msg("Save it again from the word processor as a tagged PDF (PDF/UA), not through the printer."),
        )  # fmt: skip


RULE = Rule(
    ID,
    Severity.WARNING,
    Confidence.CERTAIN,
    title=msg("PDF without tags"),
    what=msg("The PDF has no structure that tells headings, lists and tables and the order of reading."),
    why=msg(
        "A screen reader reads the page in any order and its tables as single words "
        "(lag 2018:1937 om tillgänglighet till digital offentlig service, EN 301 549, WCAG 2.1 1.3.1)."
    ),
    example=msg("A PDF that was made by printing to a file."),
    check=check,
)
