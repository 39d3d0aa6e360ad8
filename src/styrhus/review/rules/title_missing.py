"""A document without a title of its own."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "title-missing"


def check(examined: Examined) -> Iterator[Finding]:
    if examined.reading.build.title == "":
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, Place(quote=examined.reading.file),
            msg("The document has no title among its properties."),
            msg("Write the name of the document as its title under properties and save again."),
        )  # fmt: skip


RULE = Rule(
    ID,
    Severity.WARNING,
    Confidence.CERTAIN,
    title=msg("Title is missing"),
    what=msg("The properties of the file have no title."),
    why=msg(
        "The window and the list of files show a file name instead of what the document is "
        "(lag 2018:1937 om tillgänglighet till digital offentlig service, EN 301 549, WCAG 2.1 2.4.2)."
    ),
    example=msg("A PDF that shows as “Microsoft Word - final2.docx”."),
    check=check,
)
