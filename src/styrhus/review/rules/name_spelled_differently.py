"""The same name written in two ways."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.names import Variant, label_variants, name_variants, word_variants
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "name-spelled-differently"
_MOST_TOLD = 8


def check(examined: Examined) -> Iterator[Finding]:
    for variant in label_variants(examined.outline, examined.grids)[:_MOST_TOLD]:
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, variant.place,
            msg("{rare} is elsewhere in the document written {usual}.",
                rare=f"”{variant.rare}”", usual=f"”{variant.usual}”"),
            msg("Write the name in one way everywhere."),
            related=(variant.other,),
        )  # fmt: skip
    words = [*name_variants(examined.reading), *word_variants(examined.reading)]
    if words:
        yield _words(words)


def _words(words: list[Variant]) -> Finding:
    pairs = ", ".join(f"{variant.rare} ({variant.usual})" for variant in words[:_MOST_TOLD])
    return Finding(
        ID, Severity.NOTE, Confidence.LIKELY, words[0].place,
        msg("{count} words are written in two ways; rarer form first: {pairs}.", count=len(words), pairs=pairs),
        msg("Choose one spelling; search and replace in the whole document."),
        related=tuple(variant.place for variant in words[1:]),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Name written in two ways"),
    what=msg("The name of a unit, a goal or a row is written in two ways that differ by a letter or two. "
             "Inflections are "
             "left out, and single words are a note."),
    why=msg("A name that differs between a table and the text is missed by a search, and two rows are not seen to "
            "be the "
            "same when figures are put together."),
    example=msg("“Price and wage compensation” in the text and “Price and wage compenation” in the table."),
    check=check,
)  # fmt: skip
