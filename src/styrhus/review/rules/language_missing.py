"""A document that does not say its language."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "language-missing"
# Formats in which a document without language simply has none declared.
_ALWAYS_TELL = frozenset({"docx", "html", "odt"})


def check(examined: Examined) -> Iterator[Finding]:
    language, form = examined.reading.build.language, examined.reading.format
    if language == "" or (language is None and form in _ALWAYS_TELL):
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, Place(quote=examined.reading.file),
            msg("The document does not say which language it is in."),
            msg("Set the language of the document in the word processor and save again."),
        )  # fmt: skip


RULE = Rule(
    ID,
    Severity.WARNING,
    Confidence.CERTAIN,
    title=msg("Language is missing"),
    what=msg("The file does not say which language it is written in."),
    why=msg(
        "A screen reader reads Swedish with English pronunciation "
        "(lag 2018:1937 om tillgänglighet till digital offentlig service, EN 301 549, WCAG 2.1 3.1.1)."
    ),
    example=msg("A PDF printed from a web browser without language."),
    check=check,
)
