"""Words that stand twice in a row."""

from collections.abc import Iterator

from styrhus.paper.reading import TextBlock, TextKind
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.dates import MONTHS
from styrhus.review.understanding.outline import UNCOUNTED
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "words-repeated"
# Words that never follow themselves in a right sentence; "det det" and "är är" may.
_NEVER_TWICE = frozenset(
    [
        "och",
        "att",
        "som",
        "för",
        "med",
        "till",
        "från",
        "av",
        "ett",
        "en",
        "på",
        "i",
        "vid",
        "inom",
        "samt",
        "eller",
        "den",
        "ska",
        "kan",
        "enligt",
        "under",
        "og",
        "å",
    ]
)
_LONGEST_PHRASE = 6
_MOST_TOLD = 6


def check(examined: Examined) -> Iterator[Finding]:
    found: list[tuple[str, Place]] = []
    for block in examined.reading.blocks:
        if isinstance(block, TextBlock) and block.kind not in UNCOUNTED and block.kind is not TextKind.TITLE:
            found += [(text, block.place.quoting(quote)) for text, quote in _repeated(block.text)]
    if found:
        yield Finding(
            ID, Severity.NOTE, Confidence.LIKELY, found[0][1],
            msg("Words stand twice in a row in {count} places: {words}.", count=len(found),
                words=", ".join(f"”{text}”" for text, _ in found[:_MOST_TOLD])),
            msg("Strike the repetition."),
            related=tuple(place for _, place in found[1:]),
        )  # fmt: skip


def _repeated(text: str) -> Iterator[tuple[str, str]]:
    """Each repetition with what stands around it; nothing but a space may stand between the words."""
    words = text.split(" ")
    taken = 0
    for size in range(_LONGEST_PHRASE, 0, -1):
        run = 0
        for index, (first, second) in enumerate(zip(words, words[size:], strict=False)):
            run = run + 1 if first == second and first.isalpha() else 0
            if run >= size and index >= taken and _counts(words[index - size + 1 : index + 1]):
                start = index - size + 1
                yield (
                    " ".join(words[start : start + 2 * size]),
                    " ".join(words[max(0, start - 5) : start + 2 * size + 5]),
                )
                taken, run = index + size + 1, 0


def _counts(phrase: list[str]) -> bool:
    if len(phrase) == 1:
        return phrase[0] in _NEVER_TWICE
    # The months under a chart of two years are no repetition.
    months = all(len(word) > 2 and any(m.startswith(word.casefold()) for m in MONTHS) for word in phrase)
    return not months and sum(map(len, phrase)) >= 10 and len(set(phrase)) > 1


RULE = Rule(
    ID, Severity.NOTE, Confidence.LIKELY,
    title=msg("Words stand twice in a row"),
    what=msg("A small word or a phrase is repeated without anything between."),
    why=msg("It is left from cutting and pasting, and often another word is missing where it stands."),
    example=msg("“due to higher costs for higher costs for income support”."),
    check=check,
)  # fmt: skip
