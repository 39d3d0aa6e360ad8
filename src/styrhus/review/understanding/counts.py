"""Numbers of things written as words or digits: `four goals`, `nedanstående 6 mått`."""

import re

WORDS = {
    word: number
    for number, words in {
        2: "två to kaksi two", 3: "tre kolme three", 4: "fyra fire neljä four", 5: "fem viisi five",
        6: "sex seks kuusi six", 7: "sju syv seitsemän seven", 8: "åtta åtte kahdeksan eight",
        9: "nio ni yhdeksän nine", 10: "tio ti kymmenen ten", 11: "elva elleve eleven", 12: "tolv twelve",
    }.items()
    for word in words.split()
}  # fmt: skip
NUMBER = rf"(?P<count>{'|'.join(WORDS)}|\d{{1,2}})"
_THINGS = (
    r"mål|målområden|områden|punkter|delar|uppdrag|åtgärder|aktiviteter|utmaningar|indikatorer|mått|mätetal|nyckeltal|"
    r"perspektiv|steg|risker|kontroller|kontrollmoment|principer|strategier|enheter|avdelningar|nämnder|projekt|"
    r"insatser|beslut|beslutspunkter|frågor|kriterier|faktorer|prioriteringar|satsningar|grupper|kategorier|nivåer|"
    r"processer|delmål|åtaganden|tjänstegarantier|bolag|förvaltningar|utskott|"
    r"mål|områder|tiltak|oppdrag|tavoitetta|toimenpidettä|goals|measures|areas|points"
)
ANNOUNCED = re.compile(rf"\b{NUMBER}\s(?:[\w-]+\s){{0,2}}?\w*?(?:{_THINGS})\b[^:.!?]{{0,60}}:\s*\Z", re.IGNORECASE)
NOT_ALL = re.compile(
    r"\b(?:bland annat|bl\.? ?a\.?|t\.? ?ex\.?|till exempel|exempelvis|främst|däribland|blant annet|av de|av dessa)\b",
    re.IGNORECASE,
)
PARTS = re.compile(
    rf"\b(?:består|utgörs|bygger|muodostuu|består) (?:av|på|på svar på) (?:nedanstående |följande |"
    rf"de )?{NUMBER}\s(?:[\w-]+\s)?"
    r"\w*?(?:mått|frågor|delar|indikatorer|delindex|mätetal|nyckeltal|faktorer|påståenden|delfrågor)\b",
    re.IGNORECASE,
)


def counted(found: re.Match[str]) -> int:
    """The number of a match that has `count`."""
    text = found["count"].casefold()
    return WORDS.get(text) or int(text)
