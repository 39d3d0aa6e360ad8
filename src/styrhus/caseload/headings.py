"""What a column's heading tells of what it holds, in Swedish and English."""

import re
from collections.abc import Sequence

from styrhus.caseload.mapping import Unit

_WORDS: dict[str, str] = {
    "person": r"person( ?id)?|klient( ?id)?|id|l(ö|o)p(nr|nummer)|pseudonym|brukare|child|barnid|"
    r"ärende( ?id)?|client( ?id)?",
    "group": r"group|(mål)?grupp|target group|kategori|kind|category",
    "type": r"type|typ|(care|placement) ?(type|form)|insats(typ|form)?|vård ?form|placerings?(form|typ)|form|"
    r"boendeform",
    "provider": r"provider|utförare|regi|driftform|egen/extern|intern/extern",
    "start": r"start( ?date| ?datum)?|från( ?och ?med| ?datum)?|fr\.? ?o\.? ?m\.?|from|startdag|inskriven|insatsstart",
    "end": r"end( ?date)?|slut( ?datum|dag)?|till( ?och ?med)?|t\.? ?o\.? ?m\.?|to|utskriven|insatsslut|stop",
    "price_unit": r"price unit|pris ?(enhet|per)|pris(et)? avser|per (dygn|månad)/?(månad|dygn)?",
    "price": r"price|pris|(dygns|dags|månads)(kostnad|pris|avgift)|avgift|a-pris|à-pris|rate|"
    r"(price|cost|pris|kostnad) per (day|dygn|dag|month|månad)|(daily|monthly|day|month) (price|cost|rate)",
    "month": r"month|månad|mån|period|ref ?date|datum|date|yearmonth|år-?månad|tid",
    "year": r"year|år|årtal",
    "persons": r"persons|personer|antal( ?(personer|hushåll|placerade|brukare|klienter|individer))?|hushåll|households|"
    r"count|number|cases|ärenden|n|value|värde|population|befolkning|"
    r"folkmängd( per( den)? 31 december)?|caseload|placerade",
    "cost": r"cost|kostnad(er)?|utbetalt( ?(ekonomiskt bistånd|belopp))?|belopp|amount|utfall",
    "age": r"age( group)?|ålder(sgrupp)?|åldersklass",
}  # fmt: skip
_KINDS = {field: re.compile(pattern) for field, pattern in _WORDS.items()}
_UNIT = re.compile(r"[ ,]*\(?(?:i )?\b(tkr|mnkr|kr|sek|kronor)\)?$")
_LAST_DAY = re.compile(r".*(och ?med|o\.? ?m\.?)")
_BY_UNIT = {
    "day": r"(dygns|dags)(kostnad|pris|avgift)|.* per (day|dygn|dag)|(daily|day) .*",
    "month": r"månads(kostnad|pris|avgift)|.* per (month|månad)|(monthly|month) .*",
}


def plain(heading: str) -> str:
    """A heading in lower case, without unit, `_` as a space."""
    return _UNIT.sub("", " ".join(heading.strip().lower().replace("_", " ").split()))


def columns(headings: Sequence[str]) -> dict[str, str]:
    """The heading of each field that one tells; the first of several."""
    found: dict[str, str] = {}
    for heading in headings:
        bare = plain(heading)
        for field, pattern in _KINDS.items():
            if field not in found and pattern.fullmatch(bare):
                found[field] = heading
                break
    return found


def unit_of(heading: str) -> Unit:
    """The unit that a heading names; kr where it names none."""
    match = _UNIT.search(heading.strip().lower())
    return Unit(match[1]) if match and match[1] in ("tkr", "mnkr") else Unit.KR


def says_last_day(heading: str) -> bool:
    """Whether a heading calls the end the last day, `t.o.m.`, and not the day of leaving."""
    return bool(_LAST_DAY.fullmatch(heading.strip().lower()))


def price_unit_of(heading: str) -> str:
    """`day` or `month` where the heading of a price says so."""
    return next((unit for unit, pattern in _BY_UNIT.items() if re.fullmatch(pattern, plain(heading))), "")
