"""Personal data in a document that everyone may read."""

from collections.abc import Iterator
from dataclasses import replace

from styrhus.paper.reading import ReadTable
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.personal import PersonalKind, masked, may_be_personal, personal
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "personal-data"
_SAID = {
    PersonalKind.NUMBER: msg("A personal number stands in the document."),
    PersonalKind.BIRTH: msg("A name with a date of birth stands in the document."),
    PersonalKind.MAIL: msg("An e-mail address at a private provider stands in the document."),
    PersonalKind.PHONE: msg("A private telephone number stands in the document."),
}


def check(examined: Examined) -> Iterator[Finding]:
    if not may_be_personal(examined.letters):
        return
    for text, place in _texts(examined):
        for kind in sorted({found.kind for found in personal(text)}):
            is_number = kind is PersonalKind.NUMBER
            yield Finding(
                ID, Severity.ERROR if is_number else Severity.WARNING,
                Confidence.CERTAIN if is_number else Confidence.LIKELY,
                replace(place, row=masked(place.row), column=masked(place.column), quote=short(masked(text), 120)),
                _SAID[kind],
                msg("Take it out, also from earlier versions and from the properties of the file, and tell the data "
                    "protection officer if the document has been published."),
            )  # fmt: skip


def _texts(examined: Examined) -> Iterator[tuple[str, Place]]:
    for block in examined.reading.blocks:
        if isinstance(block, ReadTable):
            for row in block.rows:
                for cell in row.cells:
                    yield cell.text, replace(row.place, row=row.text(0))
            for note in block.notes:
                yield note, block.place
        else:
            yield block.text, block.place


RULE = Rule(
    ID, Severity.ERROR, Confidence.CERTAIN,
    title=msg("Personal data"),
    what=msg("A personal number or co-ordination number with a valid check digit, a name with a date of birth, or a "
             "private "
             "address or telephone number stands in the document. The finding never repeats it."),
    why=msg("A plan is published. Personal numbers may only be handled where it is clearly justified (lag 2018:218, "
            "3 kap. "
            "10 §), and what concerns a client is secret (OSL 26 kap. 1 §)."),
    example=msg("A cell with ten digits that are somebody's personal number."),
    check=check,
)  # fmt: skip
