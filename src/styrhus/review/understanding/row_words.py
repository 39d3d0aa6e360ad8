"""What a row is, from the words of its label: Swedish, Norwegian, Finnish, Finland-Swedish and English."""

import re
from functools import lru_cache

from styrhus.review.understanding.grid import RowRole

LONGEST = 160
_OF_WHICH = re.compile(
    r"[-\u2013\u2022*\s(]*(?:varav|därav|derav|herav|hvorav|josta|joista|of which|thereof|därutav)\b", re.IGNORECASE
)
_RESULT = re.compile(
    r"(?:(?:årets|periodens|verksamhetens|nämndens|räkenskapsperiodens|verksamhetsårets|ordinarie|summa|total|justerat"
    r"|balanskravs|korrigert|netto) ?)?(?:netto(?!(?:löne|ram|lön|debit|invest))\w*|resultat\b(?! (?:enhet|av"
    r"|för|per|vid|i|från|på|inom|hos))"
    r"|(?:balanskravs|drifts?|netto|års|period)resultat\w*)"
    r"|netto drifts?\w*|över-? ?/ ?underskott|(?:årets |beräknat )?(?:överskott|underskott)$|toimintakate\w*|vuosikate"
    r"|tilikauden (?:tulos|yli)|verksamhetsbidrag|årsbidrag|(?:mer|mindre)forbruk|net (?:cost|result)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"(?:procentuell |årlig |budget|prognos)?(?:förändring|avvikelse|differens|skillnad|diff|ökning|minskning|avvik"
    r"|endring|muutos|poikkeama|ökning/minskning|change|variance)(?: i)?(?: (?:%|procent)|-%)?"
    r"(?: (?:mot|från|sedan|jämfört med|fra) .{1,30})?",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:^|.*\s)(?:totalt|totalen|total|totalsumma|summa|sum|sammanlagt|yhteensä|i alt|samtliga)$"
    r"|(?:summa|sum|total|totalt|totala|totalsumma|s:a|sammanlagt|sammanlagda|samtliga|samlade?|yhteensä|i alt"
    r"|all(?:a|t)? (?:totalt|summa))\b(?! ?[.,]?\d).*|total sof.*|hela (?:kommunen|nämnden|förvaltningen|kommun)\b.*",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"(?:delsumma|subtotal|mellansumma|delsum|välisumma)\b", re.IGNORECASE)
_MARKS = re.compile(r"[\s*:¹²³⁴\u00a0]+$|\s\d\)$")
_UNIT_TAIL = re.compile(r"[\s,]*[(\[]?(?:tkr|mnkr|mkr|kr|%|procent|1 ?000 €|t€|msek|tsek)[)\]]?\s*$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def role_of(label: str) -> RowRole:
    """The role that the words of a label tell; LINE when they tell none."""
    plain = _UNIT_TAIL.sub("", _MARKS.sub("", " ".join(label[:LONGEST].split())))
    if _OF_WHICH.match(plain):
        return RowRole.OF_WHICH
    if _SUBTOTAL.match(plain):
        return RowRole.SUBTOTAL
    if _DIFFERENCE.fullmatch(plain):
        return RowRole.DIFFERENCE
    if _RESULT.match(plain):
        return RowRole.RESULT
    return RowRole.TOTAL if _TOTAL.fullmatch(plain) else RowRole.LINE
