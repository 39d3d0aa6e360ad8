"""Parts that prose names with *of which*: together they are at most the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, in_unit, shown, tolerance
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind

_OF_WHICH = re.compile(
    r"^[^.;\d]{0,60}?\b(?:varav|därav|herav|hvorav|av vilka|av vilket|joista|josta)\b", re.IGNORECASE
)
_STOP = re.compile(
    r"[;.:]|\b(?:varav|därav|herav|hvorav|av vilka|av vilket|joista|josta|inklusive|exklusive|inkl|exkl|utöver|medan|"
    r"men|dessutom|därtill|jämfört|mot|budget\w*|prognos\w*|motsvara\w*|vilket|än|totalt|sammanlagt|tillsammans|"
    r"minus|plus|överskott\w*|underskott\w*|från|till|ök\w*|minsk\w*|samtidigt|övriga delar|per)\b",
    re.IGNORECASE,
)
_SEXES = (re.compile(r"kvinn|flick|jent|nais|tyttö", re.IGNORECASE), re.compile(r"män\b|pojk|menn|gutt|mieh|poik"))
_NETTED = re.compile(r"\bnetto|intäkt|inntekt|tuoto|\bbidrag\b", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:och|samt|og|ja|sekä)\b", re.IGNORECASE)
_A_LITTLE = Decimal("1.5")
"""Parts that are far more than the whole are rather the next items of a list that the whole is an item of."""
_MOST = 9
_FAR = 60


def of_which_claims(all_sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Every whole with the parts that a word for *of which* brings after it; less than the whole is as it should be."""
    for sentence in all_sentences:
        for number, mention in enumerate(sentence.mentions[:-1]):
            between = sentence.text[mention.figure.end : sentence.mentions[number + 1].figure.start]
            found = _OF_WHICH.match(between)
            if found is not None and _is_whole(mention) and not _NETTED.search(sentence.text):
                yield from _claim(sentence, mention, _parts(sentence, number, between[found.end() :]))


def _is_whole(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind in {Kind.MONEY, Kind.COUNT} and not figure.price and figure.hedge is Hedge.NONE


def _parts(sentence: Sentence, number: int, first: str) -> list[Figure]:
    """The figures of the list, until a word that ends it; empty when one of them is of another kind."""
    whole, text = sentence.mentions[number], first
    parts: list[Figure] = []
    for mention in sentence.mentions[number + 1 : number + 2 + _MOST]:
        figure = mention.figure
        if parts:
            text = sentence.text[parts[-1].end : figure.start]
        if _STOP.search(text) or len(text) > _FAR:
            break
        if figure.kind is not whole.figure.kind or figure.price or figure.hedge is not Hedge.NONE:
            return []
        lower = mention.measure is Measure.CHANGE and whole.measure is not Measure.DEVIATION
        if lower or figure.signed != whole.figure.signed:
            return []
        parts.append(figure)
    return parts


def _claim(sentence: Sentence, mention: Mention, parts: Sequence[Figure]) -> Iterator[Claim]:
    whole = mention.figure
    if not parts or (whole.kind is Kind.COUNT and not _by_sex(sentence, parts)):
        return
    if len(parts) == 1 and mention.measure is not Measure.LEVEL:
        # A part of a deviation may be greater than the whole when another goes the other way.
        return
    computed = sum((part.size for part in parts), Decimal(0))
    if len(parts) > 1 and not _is_list_of(sentence, mention, parts, computed):
        return
    room = Decimal(0) if whole.kind is Kind.COUNT else tolerance(whole, parts)
    over = computed - whole.size
    terms = " + ".join(shown(part.size, whole) for part in parts)
    holds = over <= 0 or over < room
    yield Claim(
        ClaimKind.SUM, sentence.place(whole), abs(whole.value), in_unit(computed, whole), whole.unit_text or whole.noun,
        holds, f"{terms} = {shown(computed, whole)} > {shown(whole.size, whole)}" if not holds else "",
    )  # fmt: skip


def _is_list_of(sentence: Sentence, mention: Mention, parts: Sequence[Figure], summed: Decimal) -> bool:
    """Whether the figures are one closed list of parts, and the whole no item of a longer list."""
    first = not any(m.figure.like(mention.figure) for m in sentence.mentions[: sentence.mentions.index(mention)])
    last = sentence.text[parts[-2].end : parts[-1].start]
    near = summed <= mention.figure.size * _A_LITTLE
    return first and near and _CLOSED.search(last) is not None and ", och" not in last


def _by_sex(sentence: Sentence, parts: Sequence[Figure]) -> bool:
    """Counted parts may overlap, but women and men do not."""
    if len(parts) != 2 or any(part.step != 1 for part in parts):
        return False
    text = sentence.text[parts[0].start : parts[1].end + 20]
    nouns = [part.noun for part in parts]
    return all(nouns) and all(sex.search(text) for sex in _SEXES)
