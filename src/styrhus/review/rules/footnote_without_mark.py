"""A footnote mark without note, or a note without mark."""

from collections.abc import Iterator

from styrhus.paper.reading import Block, ReadTable
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.footnotes import Footnote, by_mark, marked, marks, noted, notes
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "footnote-without-mark"
_ABOVE = 4


def check(examined: Examined) -> Iterator[Finding]:
    blocks = examined.reading.blocks
    found_marks, found_notes = list(marks(blocks)), list(notes(blocks))
    noted_at, marked_at = by_mark(found_notes), by_mark(found_marks)
    told: dict[str, list[Footnote]] = {}
    for mark in found_marks:
        if not noted(mark, noted_at):
            told.setdefault(short(mark.text, 60).replace("/ ", "/"), []).append(mark)
    for text, same in told.items():
        yield _finding(
            same,
            msg("{text} has the mark {mark}, but no note explains it.", text=f"”{text}”", mark=same[0].mark),
            msg("Put the note in, or take the mark out."),
        )
    for note in found_notes:
        if not marked(note, marked_at, _words(blocks, note.index)):
            yield _finding(
                [note],
                msg("The note {text} has no mark in the table or text above it.", text=f"”{short(note.text, 90)}”"),
                msg("Put the mark where the note belongs, or take the note out."),
            )


def _finding(same: list[Footnote], message: Text, advice: Text) -> Finding:
    return Finding(
        ID, Severity.WARNING if same[0].in_table or same[0].mark[0] != "*" else Severity.NOTE, Confidence.LIKELY,
        same[0].place, message, advice, related=tuple(footnote.place for footnote in same[1:]),
    )  # fmt: skip


def _words(blocks: tuple[Block, ...], index: int) -> list[str]:
    """What stands just above a note, in which a star may be its mark."""
    above = blocks[max(0, index - _ABOVE) : index]
    return [block.before if isinstance(block, ReadTable) else block.text for block in above]


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Footnote mark and note do not match"),
    what=msg("A star or a raised figure has no note below, or a note begins with a mark that stands nowhere."),
    why=msg("The note is a reservation about a figure; without its mark nobody knows which figure it is about."),
    example=msg("“Unaccompanied minors*” as a heading of a column, and no line that begins with a star."),
    check=check,
)  # fmt: skip
