"""Amounts of prose that fit what stands around them only a thousand times greater or smaller."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, in_unit
from styrhus.review.understanding.figures_index import Index
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.values.number import format_number
from styrhus.values.unit import Unit

_MOST = Decimal(100_000_000_000)
"""No municipality has a budget of a hundred thousand million kronor; the figure is in thousands."""
_SHARED = 2
_FAR = 50
_NEAR = 3
_SCALE = 1000


def unit_claims(all_sentences: Sequence[Sentence], index: Index) -> Iterator[Claim]:
    """Amounts whose unit is wrong by a thousand as far as their neighbours in the same paragraph can tell."""
    for number, sentence in enumerate(all_sentences):
        for mention in sentence.mentions:
            figure = mention.figure
            if figure.kind is not Kind.MONEY or figure.price:
                continue
            if figure.unit is Unit.MNKR and figure.size >= _MOST and figure.step == figure.coarse:
                yield _claim(sentence, figure, figure.size / _SCALE, sentence)
            elif _is_total(mention) and not index.holds(figure, any_unit=False):
                near = [s for s in all_sentences[max(0, number - 2) : number + 3] if s.block is sentence.block]
                peer = _peer(sentence, mention, near)
                if peer is not None:
                    yield _claim(sentence, figure, figure.size * _SCALE, peer)


def _is_total(mention: Mention) -> bool:
    """A small amount in kronor or thousands that is said to be a budget, a forecast or an outcome."""
    figure = mention.figure
    small = figure.unit in {Unit.KR, Unit.TKR} and abs(figure.value) < _SCALE // 5 and figure.value != 0
    return small and bool(mention.versions) and mention.measure is not Measure.CHANGE and figure.hedge is Hedge.NONE


def _peer(sentence: Sentence, mention: Mention, near: Sequence[Sentence]) -> Sentence | None:
    """A neighbour about the same; every such neighbour must be far greater, and one just a thousand times greater."""
    peers = [
        (s, m.figure.size) for s in near for m in s.mentions
        if m is not mention and m.figure.kind is Kind.MONEY and not m.figure.price
        and len((s.stems & sentence.stems) if s is not sentence else mention.before & m.before) >= _SHARED
    ]  # fmt: skip
    size = mention.figure.size
    if not peers or any(other < size * _FAR for _, other in peers):
        return None
    meant = size * _SCALE
    return next((s for s, other in peers if other / _NEAR <= meant <= other * _NEAR), None)


def _claim(sentence: Sentence, figure: Figure, meant: Decimal, peer: Sentence) -> Claim:
    related = () if peer is sentence else (peer.place(peer.mentions[0].figure if peer.mentions else None),)
    value = in_unit(meant, figure)
    return Claim(
        ClaimKind.UNIT, sentence.place(figure), abs(figure.value), value, figure.unit_text, False,
        f"{format_number(abs(figure.value))} {figure.unit_text} → {format_number(value)} {figure.unit_text}",
        related=related,
    )  # fmt: skip
