"""Claims of growth in prose: a change with the two levels that it is between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit, rounded_to, shown
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.review.understanding.figures_words import stems
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number, round_half_up
from styrhus.values.problem import Severity

_HEDGE = r"(?:(?:cirka|ca\.?|drygt|knappt|nästan|ungefär|omkring|närmare|totalt|minus|i snitt|noin|om lag)\s+)*"
_FROM = re.compile(rf"\b(?:från|fra)\s+(?:[^\W\d]+\s+){{0,4}}?{_HEDGE}$", re.IGNORECASE)
_TO = re.compile(rf"^[^.;:]{{0,70}}?\b(?:till|til)\s+(?:[^\W\d]+\s+){{0,3}}?{_HEDGE}$", re.IGNORECASE)
_TO_LAST = re.compile(rf"\b(?:till|til)\s+{_HEDGE}$", re.IGNORECASE)
_FROM_BETWEEN = re.compile(rf"^[^.;:]{{0,50}}?\b(?:från|fra)\s+(?:[^\W\d]+\s+){{0,3}}?{_HEDGE}$", re.IGNORECASE)
_AGAINST = re.compile(
    rf"^[^.;:]{{0,40}}\b(?:jämfört med|mot|gentemot|i förhållande till|sammenlignet med)\s+"
    rf"(?:[^\W\d]+\s+){{0,3}}?(?:(?:19|20)\d\d\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^\s*\($")
_MORE = stems("fler färre flere færre")
_CLAUSE = 60
_PART = 4
_ROUND = 100
_OF_WHICH = re.compile(r"\b(?:varav|därav|hvorav|herav|joista)\b", re.IGNORECASE)
_CHANGED_BY = re.compile(
    r"[^.;\d]{0,30}? ?[,(] ?(?:(?:vilket|det|som|dvs\.?|alltså) )?(?:(?:är|var|innebär|motsvarar|ger) )?(?:alltså )?"
    r"(?:en|ett) (?:\w+ )?(?:\w*ökning|\w*minskning|uppgång|nedgång|økning|reduksjon|nedgang) (?:med|på|om)",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"^[^.;]{0,60}\b(?:än|jämfört med|sedan|mot|från|fra|enn|siden)\b[^.;\d]{0,30}"
    r"(?:(?:19|20)\d\d\s*)?(?:\bdå\b[^.;\d]{0,30}|\(\s*)?$",
    re.IGNORECASE,
)
_BOTH_IN_BRACKETS = re.compile(r"^\s*\)\s*(?:och|till|mot|jämfört med)\b[^\d.;()]{0,40}\(\s*$")
_GOES_ON = re.compile(
    r"\s*(?:det(?:ta)? (?:är|var|motsvarar|innebär|utgör|ger)|vilket|(?:en|alltså en|dvs\.? en)\s+(?:\w+\s+)?"
    r"(?:ökning|minskning|försämring|förbättring|höjning|sänkning)|ökningen|minskningen|det er|dette|økningen|"
    r"en økning)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^[^.;]{0,30}?(?:motsvara\w*|eller|alltså|(?:det vill säga|dvs\.?)|\()\s*(?:en \w+ (?:på|med|om) )?[+\-\u2212]?\s*"
    rf"{_HEDGE}$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s*(?:(?:per|om|i) år(?:et)?\b|årlig)", re.IGNORECASE)
_YEARLY_BEFORE = re.compile(r"(?:årlig\w*|i snitt|i genomsnitt|genomsnittlig\w*)[^.]{0,40}$", re.IGNORECASE)
_BY = re.compile(r"(?:[,(] ?|\b)(?:det vill säga|dvs\.?|alltså|det vil si|dvs) (?:en \w+ )?(?:med|på) $", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:genomsnitt|snitt|medel|gjennomsnitt|ca|cirka|omräknat)", re.IGNORECASE)
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s?(?:[-\u2013]|till|och)\s?((?:19|20)\d\d)\b")
_UP = re.compile(r"\b(?:ök(?:a|n)\w*|höj\w*|stig(?:er|it)|växt\w*|vuxit|vokst|økt|økning\w*)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:minsk\w*|sänk\w*|sjunk\w*|sjönk|reducerat?s?|redusert)\b", re.IGNORECASE)
# Words that may stand between two levels and their change without making the change one of something else.
_LINKING = stems(
    "ökning minskning försämring förbättring höjning sänkning innebär ger utgör alltså säga vill marginell kraftig "
    "stor liten betydande tydlig sedan månad kvartal period tertial delårsrapport tidpunkt procentuell antal stycken "
    "ökat minskat ökade minskade kostnadsökning kostnadsminskning volymökning rapport tillfälle mätning därmed "
    "höjts sänkts stigit sjunkit totalt absolut tal redan fjol visar snitt åren innan fler färre högre lägre då "
    "genomsnitt medeltal före dygn nedgång uppgång tillväxt økning reduksjon nedgang vekst snitt forrige gjennomsnitt"
)
_ANY_NOUN = stems("styck stycken personer individer ärenden enheter st personer saker")


@dataclass(frozen=True)
class _Levels:
    """Two levels in time order; `sure` when the sentence says from the one to the other."""

    first: Figure
    last: Figure
    sure: bool
    end: int


def growth_claims(all_sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Every stated change whose two levels stand in the same sentence, or in the one before."""
    for number, sentence in enumerate(all_sentences):
        if number and sentence.mentions:
            yield from _goes_on(all_sentences[number - 1], sentence)
        if len(sentence.mentions) < 2:
            continue
        levels = _levels(sentence) or _around(sentence) or _by_years(sentence)
        if levels is None:
            continue
        yield from _direction(sentence, levels)
        for mention in sentence.mentions:
            if _is_level(mention.figure, levels) or not _is_change(sentence, mention):
                continue
            if _linked(sentence, mention, levels):
                yield from _claim(sentence, mention, levels, sentence)
        following = all_sentences[number + 1] if number + 1 < len(all_sentences) else None
        if following and following.block is sentence.block and _GOES_ON.match(following.text):
            for mention in following.mentions:
                words = stems(following.text[: mention.figure.start])
                if _is_change(following, mention) and words <= _LINKING | sentence.stems:
                    yield from _claim(following, mention, levels, sentence)


def _levels(sentence: Sentence) -> _Levels | None:
    mentions, text = sentence.mentions, sentence.text
    for one, other in pairwise(mentions):
        a, b = one.figure, other.figure
        before, between = text[: a.start], text[a.end : b.start]
        a, b = _alike(a, b)
        if not a.like(b) or a.price != b.price:
            continue
        if _FROM.search(before[-60:]) and _TO.match(between):
            return _Levels(a, b, True, b.end)
        if _TO_LAST.search(before[-40:]) and _FROM_BETWEEN.match(between):
            return _Levels(b, a, True, b.end)
        if before.endswith("(") and _BOTH_IN_BRACKETS.match(between):
            return _Levels(a, b, False, b.end)
        levelled = Measure.CHANGE not in (one.measure, other.measure)
        if levelled and (_AGAINST.match(between) or _IN_BRACKETS.match(between)):
            return _Levels(b, a, False, b.end)
    return None


def _around(sentence: Sentence) -> _Levels | None:
    """`uppgick till B, en ökning med C från A`: the change stands between the levels."""
    for level, change, other in zip(sentence.mentions, sentence.mentions[1:], sentence.mentions[2:], strict=False):
        a, b = _counting_alike(level.figure, other.figure)
        between = sentence.text[a.end : change.figure.start], sentence.text[change.figure.end : b.start]
        alike = a.like(b) and not a.price and level.measure is not Measure.CHANGE and change.measure is Measure.CHANGE
        named = {level.figure.noun, other.figure.noun, change.figure.noun} | _LINKING
        first, _, last = between[0].rpartition(",")
        close = len(first) < _CLAUSE and "," not in first and stems(last) <= named
        if alike and close and _THAN.match(between[1]) and stems(between[1]) <= named:
            return _Levels(b, a, True, a.end)
    return None


def _by_years(sentence: Sentence) -> _Levels | None:
    """`2022 var antalet 640 och 2023 var det 598, en minskning med 42`: each level has its own year."""
    for one, other, change in zip(sentence.mentions, sentence.mentions[1:], sentence.mentions[2:], strict=False):
        a, b = _alike(one.figure, other.figure)
        levels = Measure.CHANGE not in (one.measure, other.measure) and a.like(b) and not a.price
        dated = len(one.years) == len(other.years) == 1 and one.years != other.years
        if not levels or not dated or change.measure is not Measure.CHANGE:
            continue
        after = " ".join(sentence.text[b.end : change.figure.start].split())
        if len(after) <= _CLAUSE + _CLAUSE and other.before <= one.before | _LINKING and _CHANGED_BY.fullmatch(after):
            first, last = (a, b) if min(one.years) < min(other.years) else (b, a)
            return _Levels(first, last, False, b.end)
    return None


def _counting_alike(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """`412 personer, 23 fler än året innan då 389`: what is counted is said once."""
    if a.kind is Kind.COUNT and b.kind is Kind.COUNT and not b.noun:
        return a, replace(b, noun=a.noun)
    return a, b


def _goes_on(before: Sentence, sentence: Sentence) -> Iterator[Claim]:
    """`… är B. Det är en ökning med C från A.`"""
    if len(sentence.mentions) < 2 or before.block is not sentence.block or not _GOES_ON.match(sentence.text):
        return
    change, first = sentence.mentions[0], sentence.mentions[1].figure
    between = sentence.text[change.figure.end : first.start]
    levels = [m.figure for m in before.mentions if m.measure is not Measure.CHANGE and m.figure.like(first)]
    if change.measure is Measure.CHANGE and len(levels) == 1 and _FROM.search(between) and stems(between) <= _LINKING:
        yield from _claim(sentence, change, _Levels(first, levels[0], False, 0), before)


def _alike(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """`från 159,2 till 229,6 mnkr`: the unit is printed once."""
    if a.kind is Kind.COUNT and not a.noun and b.kind is not Kind.COUNT and b.value:
        scale = b.size / abs(b.value)
        a = replace(a, amount=a.value * scale, step=a.step * scale, coarse=a.coarse * scale, kind=b.kind, unit=b.unit)
    if a.kind is Kind.COUNT and b.kind is Kind.COUNT and "" in (a.noun, b.noun):
        noun = a.noun or b.noun
        a, b = replace(a, noun=noun), replace(b, noun=noun)
    return a, b


def _is_level(figure: Figure, levels: _Levels) -> bool:
    return figure.start in {levels.first.start, levels.last.start}


def _linked(sentence: Sentence, mention: Mention, levels: _Levels) -> bool:
    """Whether nothing between the levels and the change tells that the change is one of something else."""
    figure = mention.figure
    if figure.end <= min(levels.first.start, levels.last.start):
        between = stems(sentence.text[figure.end : min(levels.first.start, levels.last.start)])
        return between <= _LINKING | {figure.noun}
    if _OF_WHICH.search(sentence.text, levels.end, figure.start):
        return False
    subject = stems(sentence.text[: min(levels.first.start, levels.last.start)])
    return stems(sentence.text[levels.end : figure.start]) <= _LINKING | subject | {levels.first.noun, levels.last.noun}


def _is_change(sentence: Sentence, mention: Mention) -> bool:
    figure = mention.figure
    if _BY.search(sentence.text[max(0, figure.start - 40) : figure.start]):
        return True
    if mention.measure is Measure.CHANGE or (figure.kind is Kind.PERCENT and _YEARLY.match(sentence.text, figure.end)):
        return True
    before = next((m.figure for m in reversed(sentence.mentions) if m.figure.end <= figure.start), None)
    changed = before is not None and any(m.figure is before and m.measure is Measure.CHANGE for m in sentence.mentions)
    return changed and _ADDED.match(sentence.text[before.end : figure.start]) is not None if before else False


def _claim(sentence: Sentence, mention: Mention, levels: _Levels, origin: Sentence) -> Iterator[Claim]:
    stated = mention.figure
    first, last = levels.first, levels.last
    change = last.amount - first.amount
    if stated.kind is Kind.PERCENT and first.kind is not Kind.PERCENT:
        yield from _percent(sentence, mention, levels)
        return
    if stated.kind is Kind.COUNT and first.kind is Kind.MONEY:
        return
    if not (stated.kind is first.kind or {stated.kind, first.kind} == {Kind.POINTS, Kind.PERCENT}):
        return
    if stated.kind is Kind.COUNT and not _same_noun(stated, last, origin):
        return
    exact = all(_is_exact(figure, origin) for figure in (stated, first, last)) and stated.size * 10 > abs(change)
    holds = (stated.size == abs(change) if exact else agree(stated, change, (first, last))) or (
        stated.kind is Kind.PERCENT and first.amount != 0 and agree(stated, change / first.amount * 100, (first, last))
    )
    expression = f"{shown(last.amount, stated)} − {shown(first.amount, stated)} = {shown(change, stated)}"
    expression = expression.replace("− \u2212", "+ ")
    sure = levels.sure and origin is sentence
    yield _made(sentence, stated, in_unit(abs(change), stated), holds=holds, expression=expression, sure=sure)


def _is_exact(figure: Figure, origin: Sentence) -> bool:
    """A count that is no mean, not rounded and not hedged has no room for rounding."""
    whole = figure.kind is Kind.COUNT and figure.hedge is Hedge.NONE and figure.step == 1 and figure.coarse < _ROUND
    return whole and _MEAN.search(origin.text) is None


def _same_noun(stated: Figure, level: Figure, origin: Sentence) -> bool:
    """The change counts what the levels count; a compound may be said by its last part."""
    known = {level.noun} if level.noun else stems(origin.text[: level.start])
    noun = stated.noun
    return noun in {"", *_ANY_NOUN, *_MORE, *known} or (len(noun) >= _PART and any(w.endswith(noun) for w in known))


def _percent(sentence: Sentence, mention: Mention, levels: _Levels) -> Iterator[Claim]:
    stated, first, last = mention.figure, levels.first, levels.last
    if first.size == 0:
        return
    text = sentence.text
    if _YEARLY.match(text, stated.end) or _YEARLY_BEFORE.search(text[: stated.start][-60:]):
        yield from _per_year(sentence, stated, levels)
        return
    growth = (abs(last.amount) - first.size) / first.size * 100
    least, most = sorted(abs(_growth(first, last, sign)) for sign in (-1, 1))
    room = stated.step if stated.hedge == "" else max(stated.coarse, stated.size / 10)
    holds = least - room < stated.size < most + room or abs(stated.size - abs(growth)) * 2 <= stated.coarse
    shown_growth = format_number(round_half_up(growth, max(1, -_exponent(stated))))
    expression = (
        f"({shown(last.amount, last)} − {shown(first.amount, last)}) / {shown(first.amount, last)} = {shown_growth} %"
    )
    computed = round_half_up(abs(growth), max(1, -_exponent(stated)))
    yield _made(sentence, stated, computed, holds=holds, expression=expression, sure=levels.sure)


def _per_year(sentence: Sentence, stated: Figure, levels: _Levels) -> Iterator[Claim]:
    """Growth per year, compound or as a plain mean; the sentence must name the two years."""
    span = _SPAN.search(sentence.text)
    years = {int(span[1]), int(span[2])} if span else set(sentence.years)
    first, last = levels.first, levels.last
    if len(years) != 2 or not last.size:
        return
    count = max(years) - min(years)
    compound = ((last.size / first.size) ** (Decimal(1) / count) - 1) * 100
    plain = (last.size - first.size) / first.size * 100 / count
    holds = agree(stated, compound) or agree(stated, plain)
    computed = round_half_up(abs(compound), max(1, -_exponent(stated)))
    low, high = shown(first.amount, last), shown(last.amount, last)
    expression = f"({high} / {low})^(1/{count}) − 1 = {format_number(computed)} %"
    yield _made(sentence, stated, computed, holds=holds, expression=expression, sure=False)


def _growth(first: Figure, last: Figure, sign: int) -> Decimal:
    low = first.size - sign * first.step / 2
    return (last.size + sign * last.step / 2 - low) / low * 100 if low else Decimal(0)


def _exponent(figure: Figure) -> int:
    exponent = figure.value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _direction(sentence: Sentence, levels: _Levels) -> Iterator[Claim]:
    """`minskat från 42 till 45`: the word and the levels go different ways."""
    first, last = levels.first, levels.last
    text = sentence.text[: min(first.start, last.start)][-60:]
    up, down = _UP.search(text), _DOWN.search(text)
    if not levels.sure or first.signed or last.signed or (up is None) == (down is None):
        return
    holds = last.amount > first.amount if up else last.amount < first.amount
    if holds or last.amount == first.amount:
        return
    expression = f"{shown(first.amount, last)} → {shown(last.amount, last)}"
    yield _made(sentence, last, in_unit(first.amount, last), holds=False, expression=expression, sure=False)


def _is_rounded(stated: Figure, computed: Decimal) -> bool:
    """A round figure such as 200 for 242, which a reader can take for rounding."""
    per = stated.size / abs(stated.value) if stated.value else Decimal(1)
    return rounded_to(stated, computed * per, 1)


def _made(sentence: Sentence, stated: Figure, computed: Decimal, *, holds: bool, expression: str, sure: bool) -> Claim:
    certain = sure and stated.hedge == ""
    rounded = not holds and _is_rounded(stated, computed)
    if rounded:
        return Claim(
            ClaimKind.GROWTH, sentence.place(stated), abs(stated.value), computed, stated.unit_text or stated.noun,
            False, expression, "", Severity.NOTE, Confidence.ROUNDING,
        )  # fmt: skip
    return Claim(
        ClaimKind.GROWTH, sentence.place(stated), abs(stated.value), computed, stated.unit_text or stated.noun, holds,
        expression, "", Severity.ERROR if certain else Severity.WARNING,
        Confidence.CERTAIN if certain else Confidence.LIKELY,
    )  # fmt: skip
