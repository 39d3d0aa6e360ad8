"""A reference that leads nowhere."""

from collections.abc import Iterator

from styrhus.paper.reading import Reading
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.announced import unkept
from styrhus.review.understanding.field_errors import FIELD_WORDS, REFERENCE, printed
from styrhus.review.understanding.references import Reference, Target, labels, references
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "reference-broken"
_NEAR = 6


def check(examined: Examined) -> Iterator[Finding]:
    said = any(word in examined.letters for word in FIELD_WORDS)
    for text, place in printed(examined.reading, REFERENCE, "!", "irhe.") if said else ():
        yield Finding(
            ID, Severity.ERROR, Confidence.CERTAIN, place,
            msg("A cross-reference is broken; the document prints {text}.", text=f"”{text.strip()}”"),
            msg("Mend the reference in the word processor and update the fields before the document is saved again."),
        )  # fmt: skip
    yield from _numbers(examined)
    pictures = [picture.place for picture in examined.reading.build.pictures]
    for block in () if _hides_tables(examined.reading) else unkept(examined.reading.blocks):
        if any(_is_near(place, block.place) for place in pictures):
            continue  # the table may be a picture
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, block.place.quoting(block.text),
            msg("The text announces a table below, but none comes: {text}", text=f"”{short(block.text, 120)}”"),
            msg("Put the table in, or take the sentence out."),
        )  # fmt: skip


def _hides_tables(reading: Reading) -> bool:
    """Whether tables may be there though none was recognised: a PDF that does not say what its tables are."""
    return reading.format == "pdf" and not reading.build.tagged


def _is_near(picture: Place, text: Place) -> bool:
    if picture.page is not None and text.page is not None:
        return 0 <= picture.page - text.page <= 1
    return picture.line is not None and text.line is not None and 0 <= picture.line - text.line <= _NEAR


def _numbers(examined: Examined) -> Iterator[Finding]:
    known = labels(examined.outline)
    told: set[tuple[Target, str]] = set()
    for reference in references(examined.outline):
        if (reference.target, reference.number) in told or not _is_broken(reference, known):
            continue
        told.add((reference.target, reference.number))
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, reference.place,
            msg("The text refers to {printed}, which the document does not have.", printed=f"”{reference.printed}”"),
            msg("Correct the number, or put in what the text refers to."),
        )  # fmt: skip


def _is_broken(reference: Reference, known: dict[Target, set[str]]) -> bool:
    """Only where the document numbers such things itself; appendices are often files of their own."""
    numbers = known[reference.target]
    if reference.number in numbers:
        return False
    if reference.target in {Target.TABLE, Target.FIGURE}:
        return bool(numbers) or (reference.sure and reference.target is Target.TABLE)
    if reference.target is Target.NOTE:
        return reference.sure and len(numbers) > 2
    return reference.sure and len(numbers) > 1 and not _is_parent(reference.number, numbers)


def _is_parent(number: str, numbers: set[str]) -> bool:
    """A chapter whose own number is not printed but whose sections' are."""
    return any(known.startswith(number + ".") for known in numbers)


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Broken reference"),
    what=msg("The word processor printed that a reference has no target, or the text refers to a table, section or "
             "appendix that the document does not have, or announces a table that does not come."),
    why=msg("The reader looks for something that is not there, and a printed error message says that nobody read the "
            "document before it was decided."),
    example=msg("“See table 7” in a document whose last table is table 6."),
    check=check,
)  # fmt: skip
