"""Shares in prose: so many of so many, with the percentage beside them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.review.understanding.figures import Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, shown
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.values.finding import Confidence
from styrhus.values.number import decimals_of, format_number, round_half_up
from styrhus.values.problem import Severity

_HEDGE = r"(?:(?:de|totalt|sammanlagt|alla|samtliga|drygt|knappt|cirka|ca\.?|i alt|yhteensä|nämndens|budgeterade)\s+)*"
_OF = re.compile(rf"^(?:\s+[^\W\d]+){{0,2}}\s*(?:\(\s*)?\s*(?:av|utav|of)\s+{_HEDGE}$", re.IGNORECASE)
_OF_BEFORE = re.compile(rf"(?:^|[\s(])av\s+{_HEDGE}$", re.IGNORECASE)
_BESIDE = re.compile(
    rf"^[^.;:\d]{{0,45}}?(?:\(\s*|,?\s*(?:vilket|som|det)?\s*motsvara\w*\s+|"
    rf",?\s*(?:det vill säga|dvs\.?|eller|alltså)\s+){_HEDGE}$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^\s*[^\W\d]*\s*\(\s*(?:cirka |ca\.? )?$", re.IGNORECASE)
_CLAUSE = re.compile(r"^[^.;:()\d]{0,90}$")
_GROWTH = re.compile(r"\b(?:ök|minsk|höj|sänk|växt|stig|sjunk)\w*", re.IGNORECASE)


def share_claims(all_sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Every percentage that stands beside a part and its whole."""
    for sentence in all_sentences:
        figures = [m.figure for m in sentence.mentions]
        if len(figures) < 3 or not any(f.kind is Kind.PERCENT for f in figures):
            continue
        for number in range(len(figures) - 2):
            found = _share(sentence, figures[number : number + 3])
            if found is not None:
                part, whole, percent, sure = found
                yield _claim(sentence, (part, whole, percent), sure=sure)


def _share(sentence: Sentence, three: Sequence[Figure]) -> tuple[Figure, Figure, Figure, bool] | None:
    a, b, c = three
    text = sentence.text
    first, second = text[a.end : b.start], text[b.end : c.start]
    if _GROWTH.search(first) or _GROWTH.search(second):
        return None
    if c.kind is Kind.PERCENT and _comparable(a, b) and _OF.match(first) and _BESIDE.match(second):
        return a, b, c, True
    if b.kind is Kind.PERCENT and _comparable(a, c) and _BRACKET.match(first) and _closed_of(second):
        return a, c, b, True
    before = _OF_BEFORE.search(text[: a.start][-40:])
    if c.kind is Kind.PERCENT and _comparable(b, a) and before and _CLAUSE.match(first) and _BRACKET.match(second):
        return b, a, c, False
    return None


def _closed_of(between: str) -> bool:
    return between.lstrip().startswith(")") and _OF.match(between.lstrip()[1:]) is not None


def _comparable(part: Figure, whole: Figure) -> bool:
    """The part is not more than the whole, and both count the same or are money; a noun may stand once."""
    if part.kind is not whole.kind or part.kind not in {Kind.MONEY, Kind.COUNT} or part.price or whole.price:
        return False
    return 0 < part.size <= whole.size


def _claim(sentence: Sentence, three: tuple[Figure, Figure, Figure], *, sure: bool) -> Claim:
    part, whole, percent = three
    low = (part.size - _room(part)) / (whole.size + _over(whole)) * 100
    high = (part.size + _room(part)) / (whole.size - _under(whole)) * 100
    room = percent.step if percent.hedge is Hedge.NONE else max(percent.coarse, percent.size / 10)
    holds = low - room < percent.size < high + room
    computed = round_half_up(part.size / whole.size * 100, max(1, decimals_of(percent.value)))
    expression = f"{shown(part.size, whole)} / {shown(whole.size, whole)} = {format_number(computed)} %"
    certain = sure and all(figure.hedge is Hedge.NONE for figure in three)
    return Claim(
        ClaimKind.SHARE, sentence.place(percent), percent.size, computed, "%", holds, expression, "",
        Severity.ERROR if certain else Severity.WARNING, Confidence.CERTAIN if certain else Confidence.LIKELY,
    )  # fmt: skip


def _room(figure: Figure) -> Decimal:
    """Counts are exact, other figures within half of their last place; a hedge gives a tenth."""
    exact = Decimal(0) if figure.kind is Kind.COUNT else figure.step / 2
    return exact if figure.hedge is Hedge.NONE else max(exact, figure.size / 10)


def _over(figure: Figure) -> Decimal:
    return Decimal(0) if figure.hedge is Hedge.UNDER else _room(figure)


def _under(figure: Figure) -> Decimal:
    return Decimal(0) if figure.hedge is Hedge.OVER else min(_room(figure), figure.size / 2)
