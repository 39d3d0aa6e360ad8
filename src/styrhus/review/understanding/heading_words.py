"""What a column holds, from the words of its heading: Swedish, Norwegian, Finnish, Finland-Swedish and English."""

import re
from dataclasses import dataclass
from functools import lru_cache

from styrhus.review.understanding.grid import ColumnRole, Flow

_DIFFERENCE = (
    r"avvik\w*|\bavv\b\.?|\w+avvikelse\w*|differens\w*|\bdiff\b\.?|poikkeama\w*|\bero\b|variance|deviation"
    r"|över-? ?/ ?underskott|under-? ?/ ?överskott|(?:mer|mindre)forbruk\w*|skillnad\w*|budgetdiff\w*"
    r"|\bkvar\b|återst\w+|jäljellä|gjenstår|(?:utfall|prognos|resultat) "
    r"(?:mot|minus|jmf(?:rt)?(?: med)?|jämfört med|vs\.?|-|\u2013|\u2212) (?:budget|prognos|plan)\w*"
)
_CHANGE = (
    r"förändr\w*|\bföränd\b\.?|budgetändr\w*|ändring\w*|\bendring\w*|muuto(?:s|kset)\b|change"
    r"|ökning\w*|minskning\w*|økning|utveckling(?= *(?:\d|%|i |från|$))|\bjmf\b|jämförelse\w*"
    r"|^\+ ?/ ?[-\u2013\u2212]$|\bändr\b\.?|\bförä\b\.?|tillägg(?:sbudget|sanslag)?\b|omdisponering\w*|\bkasvu\b"
)
_TO_LAST_YEAR = (
    r"(?:mot|från|jämfört med|jmf(?:rt)?\.?(?: med)?|sedan|fra) (?:föregående|förra|tidigare|forrige) år"
    r"|(?:mot|från) fjol|edelli"
)
_PERCENT = r"%|procent|prosent|percent|\bpct\b"
_AFTER_CHANGE = (
    r"muuto(?:sten|ksen) jälkeen|efter (?:budget)?ändring|\+ ?muutos|\+ ?ändr|efter revider|efter endring"
    r"|inkl\w*\.? (?:till|ändr|omdisp)|muutettu|justerad budget|ändrad budget"
)
_FORECAST = (
    r"\w*prognos\w*|progn\b\.?|\w*ennuste\w*|forecast|beräknat utfall|årsbedömning|bedömt (?:hel)?årsutfall|estimat\w*"
)
_OUTCOME = (
    r"\w*utfall\w*|utf\b\.?|\w*bokslut\w*|bokf\b\.?|bsl\b|regnskap\w*|rekneskap\w*|toteuma\w*|tot\b\.|tilinpäätös\w*"
    r"|tp\b|tp ?\d\d|bs\b|utf?\.? ?\d{2,4}|u ?(?:20)?\d\d\b|^ack\w*\.?$|redovisat|actual\w*|outcome|nuläge\w*|nuvärde"
    r"|basvärde|utgångsvärde|mätvärde|senaste värde|faktisk\w*|förbruk(?:at|ning)\b|forbruk\b"
)
_BUDGET = (
    r"\w*budget\w*|budg\b\.?|bud\b\.?|bg\b|talousarvio\w*|tae?\b|tae? ?\d\d|ts\b ?\d|ts ?\d\d|taloussuunnitelma\w*"
    r"|\w*budsjett\w*|bu\b|b ?20\d\d\b|(?:budget|kostnads|utgifts|investerings|drift)?ram(?:ar)?\b|anslag\b"
    r"|\w*plan ?(?:20)?\d\d|ekonomiplan|økonomiplan|evp\b|vep\b|mrp\b|kf-?beslut|fastställd|äskande\w*|määräraha\w*"
    r"|bevilling\w*|plan\b|förslag\b|forslag\b|[\w-]*esitys\b|ehdotus\b"
)
_VERSIONS = ((ColumnRole.FORECAST, _FORECAST), (ColumnRole.OUTCOME, _OUTCOME), (ColumnRole.BUDGET, _BUDGET))
_TARGET = (
    r"målvärde\w*|målnivå\w*|måltal\w*|\bmål\b|delmål|resultatmål|gränsvärde\w*|riktvärde\w*|target\w*"
    r"|tavoite\w*|ambisjon"
)
_SUM = (
    r"^(?:del)?summa\b|^total(?:t|en)?(?: summa| sof)?$|\btotalt$|^totalt\b|totalsumma|yhteensä|\bsum\b|i alt\b"
    r"|sammanlagt"
    r"|^s:a\b|^samtliga$|^alla$|^total(?= \d|$)"
)
_RESULT = (
    r"^(?:\w+ens )?netto\w*|\bresultat\b|(?:års|period|netto)resultat\w*|toimintakate|vuosikate|årsbidrag"
    r"|verksamhetsbidrag|över-? ?/ ?underskott|överskott|underskott|\bnet\b"
)
_PRICE = (
    r"^pris\w*\b(?!-? och)|\bpris(?:et)? ?(?:/|per)|\w+pris\b|(?:snitt|genomsnitts|styck|enhets|dygns|plats"
    r"|medel)kostnad\w*"
    r"|kostnad\w* (?:snitt|per\b)|kostnad\w* ?/ ?(?:dygn|mån|plats|person|elev|hushåll|timme|st|år|inv|ärende"
    r"|brukare)|à-?pris"
    r"|(?:\bkr|kronor|kroner|€|euroa?) ?(?:/|per) ?\w+|\byksikköhinta|\b(?:snitt|genomsnitt\w*|medel\w*) per\b"
    r"|(?:medel|snitt|grund|median)lön\w*|timpris|unit cost|snitt ?kostnad"
)
_VOLUME = (
    r"\bantal\w*|\bvolym\w*|^personer\b|^dygn\b|vårddygn|platser\b|^hushåll\b|årsarbet\w*|årsverk\w*"
    r"|\btjänster\b|heltid\w*"
    r"|\blkm\b|^st\b|timmar\b|^elever\b|^brukare\b|^ärenden\b|^deltagare\b|placeringar\b|henkilö\w*|\båa\b|\bhtv\b"
    r"|number of|barn och unga$|invånare$|^individer\b"
)
_SHARE = (
    r"\bandel\w*|osuus\b|\bshare\b|förbr(?:ukat)?\.? ?i? ?%|förbrukning\w*,? ?(?:i )?(?:%|procent)|utnyttja\w*"
    r"|upparbetning\w*|forbruk ?(?:i )?%|käyttö ?-?%"
    r"|av (?:budget|total\w*),? ?(?:i )?%|(?:%|procent) av\b|fördelning,? ?(?:i )?(?:%|procent)|toteuma ?-? ?%"
    r"|\btot ?\.? ?-?%"
)
_FACTOR = (
    r"^sannolikhet\w*|^konsekvens(?!er|besk)\w*|^väsentlighet\w*|^allvarlighet\w*|todennäköisyys|^vaikutus\w*"
    r"|^sannsynlighet"
    r"|likelihood|probability|^impact|^påverkan$"
)
_PRODUCT = (
    r"risk ?värde\w*|risk ?poäng|risk ?tal\b|risk ?luku|risiko ?verdi|risk ?nivå|risk ?faktor|risk (?:score|value)"
    r"|\bs ?[x*×·] ?k\b|samlad risk\w*|riskbedömning$|risk ?summa|produkt$|riskklass"
)
_DATE = (
    r"datum|\bklar(?:t|datum)?\b|tidplan|tidsplan|deadline|^när\b|\bslut\b|\bstart\b|tidpunkt|frist\b|määräaika|\bpvm\b"
    r"|\bdato\b|aikataulu|färdig\w*|senast$"
)
_STATUS = r"\bstatus\b|\bläge\b|bedömning\b|måluppfyllelse|\btrend\b|\btila\b|\bfärg\b|uppfyllt|utfört|riktning|tilanne"
_AMOUNT = (
    r"belopp\w*|beløp\w*|kostnad\w*|intäkt\w*|inkomst\w*|utgift\w*|\w*bidrag\b|\w*anslag\b|\w*medel\b|\btkr\b|\bmnkr\b"
    r"|\bmkr\b|\bkr\b|tuotot|kulut|menot|tulot|euro\w*|€|inntekt\w*|effekt\b|avskrivning\w*|investering\w*"
    r"|^disp\b.*|värde$"
)
# In `2023 Personer` the year stands over the heading.
LEADING_YEAR = re.compile(r"^(?:19|20)\d\d (?=[^\W\d])")
_NET_AGAINST = re.compile(r"netto\w* ?/", re.IGNORECASE)
_FULFILMENT = re.compile(r"måluppfyllelse", re.IGNORECASE)
_INCOME = re.compile(r"intäkt|inkomst|tuotot|tulot|inntekt|income|revenue", re.IGNORECASE)
_COST = re.compile(r"kostnad|utgift|utbetalning|kulut|menot|expense|\bcosts?\b|utbetaling", re.IGNORECASE)
_NET = re.compile(r"\bnetto|nettokostn|\bnet\b|toimintakate|\bresultat\b", re.IGNORECASE)


_SIMPLE: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words, re.IGNORECASE))
    for role, words in (
        (ColumnRole.PRODUCT, _PRODUCT), (ColumnRole.FACTOR, _FACTOR), (ColumnRole.SHARE, _SHARE),
        (ColumnRole.STATUS, _STATUS), (ColumnRole.DATE, _DATE), (ColumnRole.TARGET, _TARGET),
    )
)  # fmt: skip
_MONEY_FORMS: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words, re.IGNORECASE))
    for role, words in (
        (ColumnRole.PRICE, _PRICE), (ColumnRole.VOLUME, _VOLUME), (ColumnRole.SUM, _SUM), (ColumnRole.RESULT, _RESULT),
        (ColumnRole.AMOUNT, _AMOUNT),
    )
)  # fmt: skip
_VERSION_FORMS = tuple((role, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)) for role, words in _VERSIONS)
_DIFFERENCE_FORM, _CHANGE_FORM = re.compile(_DIFFERENCE, re.IGNORECASE), re.compile(_CHANGE, re.IGNORECASE)
_LAST_YEAR_FORM = re.compile(_TO_LAST_YEAR, re.IGNORECASE)
_PERCENT_FORM, _AFTER_FORM = re.compile(_PERCENT, re.IGNORECASE), re.compile(_AFTER_CHANGE, re.IGNORECASE)


# What is longer is a text, and patterns must not be tried along all of it.
LONGEST = 160


@dataclass(frozen=True)
class Words:
    """What a heading's words tell: `role` None when nothing; `version` of a price or a volume column."""

    role: ColumnRole | None = None
    version: ColumnRole | None = None
    of_roles: tuple[ColumnRole, ...] = ()
    flow: Flow | None = None


@lru_cache(maxsize=2048)
def words_of(heading: str) -> Words:
    """The role that a heading's words tell, the most telling word first."""
    text = LEADING_YEAR.sub("", " ".join(heading[:LONGEST].split()))
    if not text:
        return Words()
    if _FULFILMENT.search(text):
        return Words(ColumnRole.STATUS)
    versions = versions_in(text)
    # `Nettokostnad/ram` says what the net is measured against, not which version it is.
    version = versions[0] if versions and not _NET_AGAINST.match(text) else None
    difference = _difference(text)
    if difference is not None:
        return Words(difference, None, tuple(dict.fromkeys(versions)), flow_of(text))
    if len(set(versions)) > 1 and _PERCENT_FORM.search(text):
        return Words(ColumnRole.SHARE, version)
    for role, form in _SIMPLE:
        if form.search(text) and not (role in {ColumnRole.STATUS, ColumnRole.DATE, ColumnRole.TARGET} and version):
            return Words(role, version)
    for role, form in _MONEY_FORMS:
        if role in {ColumnRole.PRICE, ColumnRole.VOLUME} and form.search(text):
            # `Personer snitt per dygn` counts persons; `Kostnad per plats` is a price although places are named.
            counted = role is ColumnRole.PRICE and re.match(_VOLUME, text, re.IGNORECASE)
            return Words(ColumnRole.VOLUME if counted else role, version)
    if version is not None:
        return Words(version, version, (), flow_of(text))
    named = next((role for role, form in _MONEY_FORMS if form.search(text)), None)
    return Words(named, None, (), flow_of(text))


def versions_in(text: str) -> tuple[ColumnRole, ...]:
    """The versions (outcome, forecast, budget) that a text names, in printed order."""
    found = [(match.start(), -match.end(), role) for role, form in _VERSION_FORMS for match in form.finditer(text)]
    result: list[ColumnRole] = []
    last_end = -1
    for start, end, role in sorted(found, key=lambda item: item[:2]):
        if start >= last_end:
            result.append(role)
            last_end = -end
    return tuple(result)


def _difference(text: str) -> ColumnRole | None:
    after = _AFTER_FORM.search(text)
    variance, change = _DIFFERENCE_FORM.search(text), _CHANGE_FORM.search(text)
    if after or not (variance or change):
        return None
    if _PERCENT_FORM.search(text):
        return ColumnRole.PERCENT_CHANGE
    return ColumnRole.VARIANCE if variance and not _LAST_YEAR_FORM.search(text) else ColumnRole.CHANGE


@lru_cache(maxsize=4096)
def flow_of(text: str) -> Flow | None:
    """Which way money runs according to the words; None when they tell nothing or both ways."""
    if _NET.search(text):
        return Flow.NET
    income, cost = _INCOME.search(text), _COST.search(text)
    if bool(income) == bool(cost):
        return None
    return Flow.INCOME if income else Flow.COST


def is_percent(heading: str) -> bool:
    """Whether a heading tells percent."""
    return _PERCENT_FORM.search(heading[:LONGEST]) is not None
