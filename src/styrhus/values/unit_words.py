"""Units as they are worded in documents: Swedish, Finland-Swedish, Finnish, Norwegian and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from styrhus.values.unit import Unit


@dataclass(frozen=True)
class UnitWord:
    """A unit found in a text; a value printed with it is value × 10^`exponent` in `unit`.

    `currency` is a code other than Swedish kronor, for which `unit` gives the scale alone.
    """

    unit: Unit
    text: str
    start: int
    end: int
    exponent: int = 0
    currency: str = ""


_KR = r"(?:kronor|kr\b|sek\b)"
_NOK = r"(?:kroner|nok\b)"
_EURO = r"(?:euroa?\b|eur\b|€|e\b)"
_PER_DAY = r"(?:/| ?per | pr\.? )(?:vård)?(?:dygn|dag|døgn)\b"
_PER_MONTH = r"(?:/| ?per | pr\.? )(?:månad|måned|mån)\b"

# Longest first: the first that fits is taken. A space in a pattern is any white space.
_WORDS: tuple[tuple[str, Unit, int, str], ...] = (
    (rf"(?:miljard(?:er)?|mdr|mrd\.?|milliard(?:er)?|miljardia) ?{_EURO}|mdeur", Unit.MNKR, 3, "EUR"),
    (rf"(?:miljon(?:er)?|miljoonaa|milj\.?|mill\.?|mn) ?{_EURO}|m ?€|meur", Unit.MNKR, 0, "EUR"),
    (rf"(?:tusen(?:tals?)?|tuhat(?:ta)?|1 ?000) ?{_EURO}|[tk] ?€|[tk]eur", Unit.TKR, 0, "EUR"),
    (rf"(?:milliard(?:er)?|mrd\.?) ?{_NOK}|mrd\. ?kr\b", Unit.MNKR, 3, "NOK"),
    (rf"(?:millioner|million|mill\.?) ?{_NOK}|mnok|millioner kr\b", Unit.MNKR, 0, "NOK"),
    (rf"(?:tusen|1 ?000|hele tusen) ?{_NOK}|tnok", Unit.TKR, 0, "NOK"),
    (rf"(?:miljard(?:er)?|mdr\.?|mrd\.?) ?{_KR}|mdkr|mdsek|miljard(?:er)?|mdr\b|mrd\b", Unit.MNKR, 3, ""),
    (rf"(?:miljon(?:er)?|milj\.?|mn|mill\.?|miljontals?) ?{_KR}|mnkr|mkr|mnsek|msek|miljon(?:er)?|mill\.? ?kr",
     Unit.MNKR, 0, ""),
    (r"(?:sek|kr|nok) millions?|millions? (?:of )?(?:sek|kronor|nok)", Unit.MNKR, 0, ""),
    (r"(?:sek|kr|nok) thousands?|thousands? (?:of )?(?:sek|kronor|nok)", Unit.TKR, 0, ""),
    (rf"t(?:usen )?kr{_PER_MONTH}", Unit.TKR_PER_MONTH, 0, ""),
    (rf"(?:tusen(?:tals?)?|hela tusental|1 ?000(?:-tal)?) ?{_KR}|t ?kr|kkr|tsek|ksek|1 ?000 kr", Unit.TKR, 0, ""),
    (rf"(?:{_KR}|{_NOK}){_PER_DAY}", Unit.KR_PER_DAY, 0, ""),
    (rf"(?:{_KR}|{_NOK}){_PER_MONTH}", Unit.KR_PER_MONTH, 0, ""),
    (r"euroa?\b|eur\b|€", Unit.KR, 0, "EUR"),
    (r"kroner|nok\b", Unit.KR, 0, "NOK"),
    (r"kronor|kr\b\.?|sek\b|:-", Unit.KR, 0, ""),
    (r"%-enhet(?:er)?|procentenhet(?:er)?|prosentpoeng|prosentenhet(?:er)?|prosenttiyksikköä|%-yksikköä",
     Unit.PERCENT, 0, ""),
    (r"%|procent|prosent(?:tia)?|percent|per cent|pct\b", Unit.PERCENT, 0, ""),
    ((r"årsarbet(?:are|en|skrafter|e)|årsverke?n?|helårstjänster|heltidstjänster|heltider|tjänst(?:er)?|stillinger"
     r"|årsv\b|htv\b|åa\b|fte\b|henkilötyövuotta|htv"), Unit.FTE, 0, ""),
    (r"hushåll|husholdninger|kotitaloutta", Unit.HOUSEHOLDS, 0, ""),
    (r"ärenden?|anmälningar|utredningar|saker|orosanmälningar|förhandsbedömningar", Unit.CASES, 0, ""),
    (r"(?:vård)?dygn|(?:kalender|vård|arbets)?dagar|dag\b|døgn|dager|päivää|vuorokautta", Unit.DAYS, 0, ""),
    (r"månader|månad|mån\b\.?|måneder|måned|kuukautta|kk\b", Unit.MONTHS, 0, ""),
    ((r"personer|individer|invånare|innbyggere|barn|elever|brukare|klienter|kunder|ungdomar|medarbetare|anställda"
     r"|deltagare|ansatte|henkilöä|asukasta|st\. pers|pers\b\.?"), Unit.PERSONS, 0, ""),
    ((r"år\b|veckor|vecka|timmar|timmer|tim\b|vuotta|platser|plasser|lägenheter|enheter|bostäder|gånger|st\b\.?|kpl\b"
     r"|stk\b\.?|ggr\b|besök|insatser|placeringar"), Unit.NUMBER, 0, ""),
)  # fmt: skip


def _compiled() -> re.Pattern[str]:
    # Written spaces are any white space, since a unit may be parted from its scale by a line break.
    # As a class: a list of letters beyond Latin takes a hundred times as long to compile, half a hundred times over.
    spaced = (pattern.replace(" ", r"[^\S\t]") for pattern, *_ in _WORDS)
    parts = [f"(?P<w{index}>{pattern})" for index, pattern in enumerate(spaced)]
    # Within a word no unit begins but a sign, which spares nearly all tries.
    return re.compile(rf"(?:(?<![^\W\d_])|(?=[%€]))(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


_UNIT = _compiled()
_SPACE = re.compile(r"[ \u00a0\u202f\u2009]?\n?")
MONEY = {Unit.KR, Unit.TKR, Unit.MNKR, Unit.KR_PER_DAY, Unit.KR_PER_MONTH, Unit.TKR_PER_MONTH}


def unit_after(text: str, position: int) -> UnitWord | None:
    """The unit that stands at a position, a space or a line break before it allowed."""
    space = _SPACE.match(text, position)
    start = space.end() if space else position
    first = text[start : start + 1]
    # Most numbers have no unit: the long pattern is tried only where one can begin.
    if not (first.isalpha() or first in "%€:") or not first:
        return None
    found = _UNIT.match(text, start)
    return None if found is None else _word(found)


def units_in(text: str) -> Iterator[UnitWord]:
    """Every unit word in a caption or a heading, in order."""
    for found in _UNIT.finditer(text):
        before = text[found.start() - 1] if found.start() else " "
        if not (before.isalnum() and found[0][0].isalnum()):
            yield _word(found)


def money_unit(text: str) -> UnitWord | None:
    """The unit of money that a caption or a heading tells (`Belopp i tkr`, `(1 000 €)`); None when none or several."""
    found = {(word.unit, word.currency): word for word in units_in(text) if word.unit in MONEY and not word.exponent}
    return next(iter(found.values())) if len(found) == 1 else None


def _word(found: re.Match[str]) -> UnitWord:
    index = int((found.lastgroup or "w0")[1:])
    _, unit, exponent, currency = _WORDS[index]
    return UnitWord(unit, found[0], found.start(), found.end(), exponent, currency)
