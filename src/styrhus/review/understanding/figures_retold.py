"""Figures that prose states twice, as in a summary and in the body: whether they agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrhus.review.understanding.figures import Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit
from styrhus.review.understanding.figures_near import slip
from styrhus.review.understanding.figures_numbers import Hedge, Kind
from styrhus.review.understanding.figures_words import stems
from styrhus.values.number import format_number

_ALIKE = 0.6
_KEYS = 2
_MOST = 20
_FEWEST_WORDS = 2
_FEWEST_DIGITS = 2
_GENERIC = 4
"""A wording that is used with so many different figures is a phrase, not a fact."""
_SUMMARY = stems(
    "sammanfattning inledning sammandrag ekonomi överblick inledande beslut förslag översikt sammendrag tiivistelmä"
)


@dataclass(frozen=True)
class _Told:
    """A figure with the stems that tell what it is about."""

    sentence: Sentence
    mention: Mention
    words: frozenset[str]


def retold_claims(all_sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Every figure of prose that an earlier sentence states about the same; the later one is the claim."""
    told = [
        _Told(s, m, m.before) for s in all_sentences for m in s.mentions
        if m.figure.kind is not Kind.COUNT and len(m.before) >= _FEWEST_WORDS and m.figure.digits >= _FEWEST_DIGITS
    ]  # fmt: skip
    counts = Counter(word for one in told for word in one.words)
    by_key: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for one in told:
        rarest = sorted(one.words, key=lambda word: (counts[word], word))
        by_key[tuple(sorted(rarest[:_KEYS]))].append(one)
    for group in by_key.values():
        if len(group) > 1 and len({one.mention.figure.size for one in group}) < _GENERIC:
            yield from _compared(group[:_MOST])


def _compared(group: Sequence[_Told]) -> Iterator[Claim]:
    for number, later in enumerate(group):
        earlier = [one for one in group[:number] if _same_fact(one, later)]
        if not earlier:
            continue
        agreeing = next((one for one in earlier if _agree(one, later)), None)
        if agreeing is not None:
            yield _made(agreeing, later, holds=True)
        elif not any(_states(one, later) or _states(later, one) for one in earlier):
            near = next((one for one in earlier if _is_slip(one, later)), None)
            if near is not None:
                yield _made(near, later, holds=False)


def _same_fact(one: _Told, other: _Told) -> bool:
    a, b = one.mention, other.mention
    if one.sentence is other.sentence or a.measure is not b.measure or not a.figure.like(b.figure):
        return False
    if a.figure.price != b.figure.price or (a.years and b.years and a.years != b.years) or a.versions != b.versions:
        return False
    shared, either = one.words & other.words, one.words | other.words
    return len(shared) >= _ALIKE * len(either) and _placed(one.sentence, other.sentence)


def _placed(one: Sentence, other: Sentence) -> bool:
    """Under the same heading, or one of them in a summary; two units may have the same wording under their headings."""
    if one.headings == other.headings:
        return True
    return any(stems(heading) & _SUMMARY for sentence in (one, other) for heading in sentence.headings[-2:])


def _agree(one: _Told, other: _Told) -> bool:
    a, b = one.mention.figure, other.mention.figure
    finer, coarser = (a, b) if a.step < b.step else (b, a)
    return agree(coarser, finer.amount, (finer,)) and (a.step != b.step or a.size == b.size or a.hedge != b.hedge)


def _states(one: _Told, other: _Told) -> bool:
    """The sentence of the one states the figure of the other as well, so that both may be right."""
    told = other.mention.figure
    return any(agree(m.figure, told.amount) for m in one.sentence.mentions if m.figure.like(told))


def _is_slip(one: _Told, other: _Told) -> bool:
    a, b = one.mention.figure, other.mention.figure
    hedged = Hedge.NONE in {a.hedge, b.hedge} and a.hedge is b.hedge
    finer, coarser = (a, b) if a.step < b.step else (b, a)
    return hedged and slip(coarser, finer.amount) is not None


def _made(earlier: _Told, later: _Told, *, holds: bool) -> Claim:
    stated, first = later.mention.figure, earlier.mention.figure
    expression = (
        f"{format_number(abs(stated.value))} {stated.unit_text} ≠ {format_number(abs(first.value))} {first.unit_text}"
    )
    return Claim(
        ClaimKind.RESTATED, later.sentence.place(stated), abs(stated.value), in_unit(first.size, stated),
        stated.unit_text, holds, "" if holds else expression, "", related=(earlier.sentence.place(first),),
    )  # fmt: skip
