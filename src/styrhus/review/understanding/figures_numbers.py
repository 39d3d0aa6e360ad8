"""The figures of running text: amounts, shares and counts, with unit, hedge and how exactly they are printed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.review.understanding.figures_words import EMPTY_STEMS, WORD, stem
from styrhus.values.unit import KRONOR, Unit


class Hedge(StrEnum):
    """What the words before a figure say about it: `drygt` is OVER, `knappt` UNDER, `cirka` ABOUT."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Kind(StrEnum):
    """Figures of one kind can be compared: money, percent, percentage points, or counts of one noun."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"


@dataclass(frozen=True)
class Figure:
    """A figure in running text, or a table's figure made comparable.

    `value` is as printed with its sign; `amount` the same in kronor for money, else the value. `step` is what one
    in the last printed place is worth and `coarse` what one in the last place that is not a zero is worth, both in
    the unit of `amount`. `noun` is the stem of what a count counts. `start` and `end` are the place in the text.
    """

    value: Decimal
    amount: Decimal
    step: Decimal
    coarse: Decimal
    kind: Kind
    unit: Unit | None
    unit_text: str
    noun: str = ""
    hedge: Hedge = Hedge.NONE
    start: int = 0
    end: int = 0
    signed: bool = False
    price: bool = False
    text: str = ""

    @property
    def size(self) -> Decimal:
        return abs(self.amount)

    @property
    def digits(self) -> int:
        """How many digits the value is printed with, leading zeros apart."""
        return len(str(abs(self.value)).replace(".", "").lstrip("0"))

    def like(self, other: "Figure") -> bool:
        """Whether the two can be compared at all."""
        return self.kind is other.kind and (self.kind is not Kind.COUNT or self.noun == other.noun)


_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d])|\d{{1,3}}(?:\.\d{{3}})+(?![\d.])|\d+"
_WORDS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12,
}  # fmt: skip
_NUMBER = re.compile(
    rf"(?<![\w,./:§])(?:(?<=[\s(])(?P<sign>[-\u2212\u2013+]){_SPACE}?|(?P<first>^[-\u2212\u2013+]))?"
    rf"(?P<digits>{_DIGITS})(?P<decimals>[.,]\d{{1,3}})?(?![\d]|[.,/:-]\d|[^\W\d_](?<!t)(?<!k)(?<!m))"
    rf"|\b(?P<word>{'|'.join(_WORDS)})(?= (?:miljon|procent|tkr|mnkr|mkr|tusen))",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"{_SPACE}?(?:(?P<mdr>miljarder|miljard|mdkr|mdr|mrd)(?:{_SPACE}(?:kronor|kroner|kr|euro\w*))?"
    rf"|(?P<mnkr>miljoner|miljon|milj\.?|mnkr|mkr|msek|mn|mill\.|millioner|miljoonaa|meur|m€)"
    rf"(?:{_SPACE}(?:kronor|kroner|kr|euro\w*|€))?"
    rf"|(?P<tkr>tusen{_SPACE}(?:kronor|kroner|kr)|tkr|kkr|tsek|tkr\.|t€|teur|tuhatta{_SPACE}euroa)"
    rf"|(?P<kr>kronor|kroner|kr|sek|euroa?|€)|(?P<points>procentenheter|procentenhet|prosentpoeng|%-enheter)"
    rf"|(?P<percent>%|procent|prosent|prosenttia))(?![\wåäö])",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\s*(?:/|per |i )(?:dygn|dag|månad|mån\b|timme|vecka|person|brukare|elev|barn|plats|invånare|hushåll|pr )",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:mellan|mellom|between)\s[^.]{1,24}\s(?:och|og|and)\s*$|\d\s?[-\u2013]\s?$", re.IGNORECASE)
_OVER = {"drygt", "över", "minst", "mer", "runsas", "yli", "vel", "reilu", "överstiger"}
_UNDER = {"knappt", "nästan", "närmare", "under", "högst", "maximalt", "vajaa", "lähes", "knapt", "nesten"}
_ABOUT = {"ca", "cirka", "omkring", "ungefär", "runt", "circa", "kring", "noin", "lag", "rundt", "storleksordningen"}
_HEDGES = {**dict.fromkeys(_OVER, Hedge.OVER), **dict.fromkeys(_UNDER, Hedge.UNDER)}
_HEDGES |= dict.fromkeys(_ABOUT, Hedge.ABOUT)
_BEFORE = re.compile(r"(\w+)\.?(?: än)?[\s(]*$")
_NOT_COUNTED = re.compile(
    r"(?:kapitel|kap|avsnitt|tabell|diagram|figur|bilaga|sida?|sid|punkt|mål|nr|nummer|paragraf|§§?|dnr|rad|"
    r"version|steg|nivå|fas|område|delår|tertial|kvartal|år|åk|årskurs)\.?\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\s*(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|kap\.|§)",
    re.IGNORECASE,
)
# `Driftbudget (1 000 €)` tells what the figures are in, and is none itself.
_SCALES = {Decimal(1000), Decimal(1_000_000)}
_SCALE_BEFORE = re.compile(r"(?:^|[,(:;\n]|\b(?:i|in|hele|hela))\s?\Z")
_SCALE_AFTER = re.compile(r"\s?(?:[).,]|\n|$)")
_MONEY = {"mnkr": Unit.MNKR, "tkr": Unit.TKR, "kr": Unit.KR}


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure of a text that has a unit or counts something; dates, years and numbers of chapters are none."""
    return tuple(f for match in _NUMBER.finditer(text) if (f := _figure(text, match)) is not None)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    unit = _UNIT.match(text, match.end())
    if _is_range(text, match) or (unit is None and (match["word"] or _is_label(text, match))):
        return None
    value = _value(match)
    if unit is None:
        return _count(text, match, value)
    if value in _SCALES and _SCALE_BEFORE.search(text, 0, match.start()) and _SCALE_AFTER.match(text, unit.end()):
        return None
    group = unit.lastgroup or ""
    scale = KRONOR[Unit.MNKR] * 1000 if group == "mdr" else KRONOR[_MONEY[group]] if group in _MONEY else Decimal(1)
    kind = {"percent": Kind.PERCENT, "points": Kind.POINTS}.get(group, Kind.MONEY)
    known = {"percent": Unit.PERCENT, "mdr": None, "points": None}.get(group, _MONEY.get(group))
    step, coarse = (place * scale for place in steps(value))
    return Figure(
        value, value * scale, step, coarse, kind, known, unit[0].strip(), "", _hedge(text, match.start()),
        match.start(), unit.end(), bool(match["sign"] or match["first"]),
        _PRICE.match(text, unit.end()) is not None, text[match.start() : unit.end()].strip(),
    )  # fmt: skip


def steps(value: Decimal) -> tuple[Decimal, Decimal]:
    """What one in the last printed place is worth, and one in the last place that is not a zero: 23 000 is 1, 1000."""
    _, digits, exponent = value.as_tuple()
    last = exponent if isinstance(exponent, int) else 0
    step = Decimal(1).scaleb(last)
    if last < 0 or not value:
        return step, step
    zeros = next(place for place, digit in enumerate(reversed(digits)) if digit)
    return step, step.scaleb(zeros)


def _value(match: re.Match[str]) -> Decimal:
    if match["word"]:
        return Decimal(_WORDS[match["word"].lower()])
    digits = re.sub(r"\D", "", match["digits"])
    value = Decimal(digits + (match["decimals"] or "").replace(",", "."))
    return -value if (match["sign"] or match["first"] or "+") != "+" else value


def _is_label(text: str, match: re.Match[str]) -> bool:
    """A year, a date, a chapter, a list's number or a range, which are no counts."""
    whole, next_sign = match["digits"], text[match.end() : match.end() + 1]
    year = len(whole) == 4 and whole[:2] in {"19", "20"}
    dated = _DATE.match(text, match.end()) is not None
    ranged = next_sign in {"-", "\u2013", ")"} and len(whole) <= 2
    listed = next_sign == "." and not text[: match.start()].strip(" -\u2022")
    named = _NOT_COUNTED.search(text, max(0, match.start() - 14), match.start()) is not None
    return year or dated or ranged or listed or named


def _is_range(text: str, match: re.Match[str]) -> bool:
    """The end of `2-5 %` or `mellan 1 000 och 1 500`, which states no one figure."""
    return _BETWEEN.search(text, max(0, match.start() - 40), match.start()) is not None


def _count(text: str, match: re.Match[str], value: Decimal) -> Figure | None:
    following = WORD.match(text, match.end() + 1)
    noun = stem(following[0]) if following else ""
    noun = "" if noun in EMPTY_STEMS else noun
    step, coarse = steps(value)
    return Figure(
        value, value, step, coarse, Kind.COUNT, None, "", noun, _hedge(text, match.start()),
        match.start(), match.end(), bool(match["sign"]), False, match[0].strip(),
    )  # fmt: skip


def _hedge(text: str, start: int) -> Hedge:
    before = _BEFORE.search(text, max(0, start - 24), start)
    return _HEDGES.get(before[1].lower(), Hedge.NONE) if before else Hedge.NONE
