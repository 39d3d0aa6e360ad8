"""Sums in prose: a total with its parts in the same sentence, the next one, or the list under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from styrhus.paper.reading import TextKind
from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit, shown
from styrhus.review.understanding.figures_near import slip
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.values.finding import Confidence
from styrhus.values.problem import Severity

_PARTED = re.compile(
    r"\b(?:fördela[sdt]\w*|fördelning\w*|uppdela[dt]\w*|delas upp|består av|bestående av|utgörs av|disponera\w*|"
    r"fordele[sr]\w*|består av|jakautu\w*|koostu\w*|muodostu\w*)\b|\bdels\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:dessa|denna summa|detta belopp|beloppet|budget(?:en)?|medlen|summan|de|anslaget|dette|disse|beløpet)\b"
    r"[^\d]{0,60}(?:fördela|disponera|används|består|utgörs|delas|avser|fordele|består)",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"\b(?:totalt|sammanlagt|tillsammans|summa|sammantaget|till sammen|i alt|yhteensä)\b[^\d,.;]{0,30}$", re.IGNORECASE
)
_OF_WHICH = re.compile(
    r"\b(?:varav|därav|inklusive|inkl|inkluderat|herav|av vilka|joista|exklusive|exkl|utöver)\b", re.IGNORECASE
)
_EQUALS = re.compile(r"^\s*=\s*(?:ca\.?\s*|cirka\s*)?$")
_ITEM = re.compile(r"^\s*(?:[-\u2013\u2022\u25cf*]|\d{1,2}[.)])\s+")
_OF_THEM = re.compile(
    r"^\s*(?:Av|Utav|Av de|Av totalt|Av nämndens|Av kommunens|Av målens)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_THE_CHANGE = re.compile(
    r"\s*(?:ökningen|minskningen|förändringen|tillskottet|höjningen|sänkningen|besparingen|økningen|reduksjonen)\b"
    r"[^\d]{0,40}(?:fördela|består|utgörs|delas|fordele)",
    re.IGNORECASE,
)
PARTS = 9
FEWEST_OF_THEM = 3
_LITTLE_MORE = Decimal("1.2")


def sum_claims(all_sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Every total of prose whose parts can be told."""
    for number, sentence in enumerate(all_sentences):
        money = [m for m in sentence.mentions if m.figure.kind in {Kind.MONEY, Kind.COUNT}]
        if not money:
            continue
        yield from _equations(sentence)
        following = all_sentences[number + 1] if number + 1 < len(all_sentences) else None
        found = _parted(sentence, following) or _totalled(sentence) or _of_them(sentence)
        if found is not None:
            yield found
        elif sentence.text.rstrip().endswith(":"):
            listed = _listed(sentence, all_sentences[number + 1 : number + 40])
            if listed is not None:
                yield listed


def _equations(sentence: Sentence) -> Iterator[Claim]:
    """`1,0 + 0,3 = 1,3 mnkr`, written out in the text; a unit may stand once."""
    figures = [m.figure for m in sentence.mentions]
    for last in range(1, len(figures) - 1):
        total = figures[last + 1]
        if not _EQUALS.match(_between(sentence, figures[last], total)) or not total.value:
            continue
        first = last
        while first > 0 and _added(sentence, figures[first - 1], figures[first]):
            first -= 1
        if first < last:
            yield _summed(sentence, total, figures[first : last + 1], values=True)


def _added(sentence: Sentence, one: Figure, other: Figure) -> bool:
    return other.signed and not _between(sentence, one, other).strip()


def _between(sentence: Sentence, one: Figure, other: Figure) -> str:
    return sentence.text[one.end : other.start]


def _parted(sentence: Sentence, following: Sentence | None) -> Claim | None:
    """A total, then words of parting, then the parts."""
    for number, mention in enumerate(sentence.mentions):
        total = mention.figure
        rest = sentence.mentions[number + 1 :]
        if not rest or (total.kind is Kind.COUNT and not total.noun):
            continue
        if _PARTED.search(_between(sentence, total, rest[0].figure)):
            return _made(sentence, total, sentence, rest)
    totals = [m.figure for m in sentence.mentions if m.figure.kind is not Kind.PERCENT]
    if not totals or following is None or following.block is not sentence.block or len(following.mentions) < 2:
        return None
    if _THE_CHANGE.match(following.text):
        totals = [m.figure for m in sentence.mentions if m.measure is Measure.CHANGE and m.figure.kind is Kind.MONEY]
    elif not _GOES_ON.match(following.text):
        return None
    made = [_made(sentence, total, following, following.mentions) for total in totals]
    claims = [claim for claim in made if claim is not None]
    return next((claim for claim in claims if claim.holds), claims[0] if len(totals) == len(claims) else None)


def _totalled(sentence: Sentence) -> Claim | None:
    """The parts, then the total with a word for it: `… 12,3 mnkr, … 8,1 mnkr, totalt 20,4 mnkr`."""
    for number, mention in enumerate(sentence.mentions):
        if number < 2 or not _TOTAL_AFTER.search(sentence.text[: mention.figure.start][-50:]):
            continue
        return _made(sentence, mention.figure, sentence, sentence.mentions[:number])
    return None


def _of_them(sentence: Sentence) -> Claim | None:
    """`Av 31 mål är 18 uppfyllda, 9 delvis uppfyllda och 4 inte`; more than all is told, fewer may be the rest."""
    total, *rest = (m.figure for m in sentence.mentions)
    parts = [replace(f, noun=total.noun) for f in rest if f.kind is Kind.COUNT]
    alone = len(parts) == len(rest) and len(parts) >= FEWEST_OF_THEM and total.kind is Kind.COUNT
    if not alone or not _OF_THEM.search(sentence.text[: total.start]):
        return None
    summed = sum((part.size for part in parts), Decimal(0))
    whole = all(figure.hedge is Hedge.NONE and figure.step == 1 for figure in (total, *parts))
    if not whole or not total.size <= summed <= total.size * _LITTLE_MORE:
        return None
    claim = _summed(sentence, total, parts)
    return claim if summed == total.size else replace(claim, holds=False)


def _listed(sentence: Sentence, following: Sequence[Sentence]) -> Claim | None:
    """A total that ends in a colon, then a list in which every item has an amount."""
    total = sentence.mentions[-1].figure if len(sentence.mentions) == 1 else None
    items: list[Mention] = []
    for item in following:
        if item.position != sentence.position + len(items) + 1 or not _is_item(item):
            break
        alike = [m for m in item.mentions if total is not None and m.figure.like(total)]
        if len(alike) != 1:
            return None
        items.append(alike[0])
    if total is None or len(items) < 2:
        return None
    return _made(sentence, total, following[0], items, listed=True)


def _is_item(sentence: Sentence) -> bool:
    return sentence.block.kind is TextKind.ITEM or _ITEM.match(sentence.block.text) is not None


def _made(
    sentence: Sentence, total: Figure, held: Sentence, mentions: Sequence[Mention], *, listed: bool = False
) -> Claim | None:
    parts = [m.figure for m in mentions if m.figure.like(total) and not m.figure.price]
    if not 2 <= len(parts) <= PARTS or total.price or not _plausible(total, parts):
        return None
    claim = _summed(sentence, total, parts)
    if claim.holds:
        return claim
    changes = any(m.measure is Measure.CHANGE for m in mentions)
    loose = total.hedge is not Hedge.NONE or any(part.hedge is not Hedge.NONE for part in parts)
    nested = not listed and _OF_WHICH.search(held.text) is not None
    return None if changes or loose or nested or _subset(total, parts) else claim


def _plausible(total: Figure, parts: Sequence[Figure]) -> bool:
    """The parts nearly reach the total, and none is the total itself; or the total has one digit that is wrong."""
    summed = sum((part.size for part in parts), Decimal(0))
    if total.digits > 1 and all(part.size != total.size for part in parts) and slip(total, summed) is not None:
        return True
    return (
        total.size > 0
        and all(0 < part.size < total.size for part in parts)
        and (abs(summed - total.size) * 5 <= total.size)
    )


def _subset(total: Figure, parts: Sequence[Figure]) -> bool:
    """Some of the parts make the total: the others are parts of parts."""
    return any(
        agree(total, sum((part.size for part in some), Decimal(0)), some)
        for size in range(2, len(parts))
        for some in combinations(parts, size)
    )


def _summed(sentence: Sentence, total: Figure, parts: Sequence[Figure], *, values: bool = False) -> Claim:
    if values:
        scale = total.size / abs(total.value)
        computed = sum((part.value for part in parts), Decimal(0)) * scale
        terms = " + ".join(shown(part.value * scale, total) for part in parts).replace("+ \u2212", "\u2212 ")
    else:
        computed = sum((part.size for part in parts), Decimal(0))
        terms = " + ".join(shown(part.size, total) for part in parts)
    expression = f"{terms} = {shown(computed, total)}"
    return Claim(
        ClaimKind.SUM, sentence.place(total), abs(total.value), in_unit(computed, total),
        total.unit_text or total.noun, agree(total, computed, () if values else parts), expression, "",
        Severity.ERROR if values else Severity.WARNING, Confidence.CERTAIN if values else Confidence.LIKELY,
    )  # fmt: skip
