"""Years and parts of years as headings, labels and captions name them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from styrhus.values.printed import year_of

_MONTHS = (
    r"jan(?:uari|uar|\.)?|tammi(?:kuu)?",
    r"feb(?:ruari|ruar|r|\.)?|helmi(?:kuu)?",
    r"mar(?:s|\.)?|maalis(?:kuu)?",
    r"apr(?:il|\.)?|huhti(?:kuu)?",
    r"maj|mai|touko(?:kuu)?|may",
    r"jun(?:i|e|\.)?|kesä(?:kuu)?",
    r"jul(?:i|y|\.)?|heinä(?:kuu)?",
    r"aug(?:usti|ust|\.)?|elo(?:kuu)?",
    r"sep(?:tember|t|\.)?|syys(?:kuu)?",
    r"o[kc]t(?:ober|\.)?|loka(?:kuu)?",
    r"nov(?:ember|\.)?|marras(?:kuu)?",
    r"de[cs](?:ember|\.)?|joulu(?:kuu)?",
)
_MONTH = "|".join(f"(?:{month})" for month in _MONTHS)
_MONTH_FORMS = tuple(re.compile(month, re.IGNORECASE) for month in _MONTHS)
_RANGE = re.compile(rf"\b({_MONTH})\s?(?:[-\u2013\u2212/]|till|t\.?o\.?m\.?)\s?({_MONTH})(?![^\W\d])", re.IGNORECASE)
_ONE = re.compile(rf"(?<!\d )(?<!\d)\b({_MONTH})(?![^\W\d])(?!\s?[-\u2013])", re.IGNORECASE)
_TO = re.compile(rf"\b(?:t\.?o\.?m\.?|till och med|per|per den \d\d?|ack\.?(?:umulerat)?)\s({_MONTH})(?![^\W\d])", re.I)
_SPAN = re.compile(
    r"(?<!\d)(20[0-4]\d)-?(0[1-9]|1[0-2])\s?[-\u2013]{1,2}\s?(20[0-4]\d)-?(0[1-9]|1[0-2])(?![\d-])"
    r"|(?<!\d)(2\d)(0[1-9]|1[0-2])\s?[-\u2013]\s?(2\d)(0[1-9]|1[0-2])(?!\d)"
)
_MONTH_YEAR = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])/(20[0-4]\d)(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20[0-4]\d)(0[1-9]|1[0-2])(?!\d)")
_DASHED = re.compile(r"(?<!\d)(20[0-4]\d)-(0[1-9]|1[0-2])(?![\d-])")
_FINNISH = re.compile(r"(?<![\d/.])1\s?[-\u2013]\s?(1[0-2]|[1-9])\s?/\s?(20[0-4]\d)(?!\d)")
_DATED = re.compile(r"(?<!\d)0?1[./]0?1[.]?\s?[-\u2013]\s?(\d\d)[./]([01]?\d)[.]?\s?(20[0-4]\d)?")
_DAY = re.compile(r"(?<!\d)(?:(20[0-4]\d)-(\d\d)-(\d\d)|(\d\d?)[./](\d\d?)[./](20[0-4]\d))(?!\d)")
_SHORT_DAY = re.compile(r"(?<!\d)(2\d)(0[1-9]|1[0-2])(?:2[89]|3[01])(?!\d)")
_SHORT_MONTH = re.compile(r"(?<![\d.,])(2[1-9]|3\d)(0[1-9]|1[0-2])(?![\d.,])")
_FLOW = re.compile(r"utfall|utf\b|budget|toteuma|regnskap|talousarvio|resultat|bokf|redovisat", re.IGNORECASE)
_TERTIAL = re.compile(r"\b(?:t|tertial|delår)\s?([1-3])(?!\d)|\b([1-3])\s?tertial", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:q|kv\.?|kvartal)\s?([1-4])(?!\d)", re.IGNORECASE)
_SHORT = re.compile(
    r"\b(?:tp|tae?|ts|bu|b|u|utf|utfall|bokslut|budget|prognos|p|ram|kf|plan|mål|toteuma|regnskap|budsjett)\.?\s?"
    r"[-'\u2019\u2013]?(\d\d)(?!\d)(?![.,]\d)(?!\s?[%/-])", re.IGNORECASE,
)  # fmt: skip
_PAIR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-\u2013\u2212/\u2192]\s?((?:19|20)?\d\d)(?!\d)")
_SINGLE = re.compile(r"(?<!\d)((?:19|20)\d\d|2[ \u00a0]0\d\d)(?!\d)")
_SHORT_PAIR = re.compile(r"(?<!\d)(\d\d)\s?[-\u2013/]\s?(\d\d)(?!\d)")
_TO_DATE = re.compile(
    r"\back(?:\.|umulera[td]e?|um\.)?(?=\W|$)|\bhittills|\bt\.?o\.?m\b|\bytd\b|hittil|kertymä", re.IGNORECASE
)


@dataclass(frozen=True)
class When:
    """A year and a part of it as a heading names them; see GridColumn for the form of `period`."""

    year: int | None = None
    period: str = ""
    to_date: bool = False


@lru_cache(maxsize=2048)
def when(heading: str) -> When:
    """The year and the part of a year that a heading names; empty where it names none or several."""
    heading = heading[:160]
    to_date = _TO_DATE.search(heading) is not None
    if not any(map(str.isdigit, heading)) and not _RANGE.search(heading) and not _ONE.search(heading):
        return When(to_date=to_date)
    return _numbered(heading, to_date) or _worded(heading, to_date)


def _numbered(heading: str, to_date: bool) -> When | None:
    span = _SPAN.search(heading)
    if span:
        first, month, last, end = [int(group) for group in span.groups() if group]
        return _months(month, end, 2000 + last % 100, to_date) if first == last else When(to_date=to_date)
    compact = _COMPACT.search(heading) or _DASHED.search(heading)
    if compact:
        return When(int(compact[1]), f"{compact[1]}-{compact[2]}", to_date)
    month_year = _MONTH_YEAR.search(heading)
    if month_year:
        return When(int(month_year[2]), f"{month_year[2]}-{int(month_year[1]):02d}", to_date)
    finnish = _FINNISH.search(heading)
    if finnish:
        return _months(1, int(finnish[1]), int(finnish[2]), to_date)
    dated = _DATED.search(heading)
    if dated and 1 <= int(dated[2]) <= 12:
        return _months(1, int(dated[2]), int(dated[3]) if dated[3] else year_of(heading), to_date)
    day = _DAY.search(heading)
    if day:
        return _up_to_day(heading, int(day[1] or day[6]), int(day[2] or day[5]), to_date)
    short = _SHORT_DAY.search(heading) or (_SHORT_MONTH.search(heading) if _FLOW.search(heading) else None)
    return _up_to_day(heading, 2000 + int(short[1]), int(short[2]), to_date) if short else None


def _up_to_day(heading: str, year: int, month: int, to_date: bool) -> When:
    """A day in the heading of an outcome is the end of a part of the year; of a balance it is just a day."""
    if 1 <= month < 12 and (to_date or _FLOW.search(heading)):
        return _months(1, month, year, True)
    return When(year, to_date=to_date)


def _worded(heading: str, to_date: bool) -> When:
    year = year_of(heading) or _short_year(heading)
    span = _RANGE.search(heading)
    if span:
        return _months(_month(span[1]), _month(span[2]), year, to_date)
    up_to = _TO.search(heading)
    if up_to:
        return _months(1, _month(up_to[1]), year, True)
    for pattern, letter in ((_TERTIAL, "T"), (_QUARTER, "Q")):
        part = pattern.search(heading)
        if part:
            mark = f"{letter}{part[part.lastindex or 1]}"
            return When(year, f"{year}-{mark}" if year else mark, to_date)
    one = _ONE.search(heading)
    if one:
        month = f"{_month(one[1]):02d}"
        return When(year, f"{year}-{month}" if year else month, to_date)
    return When(year, to_date=to_date)


def _months(first: int, last: int, year: int | None, to_date: bool) -> When:
    if (first, last) == (1, 12):
        return When(year)
    names = [f"{year}-{month:02d}" if year else f"{month:02d}" for month in (first, last)]
    return When(year, "/".join(names), to_date or first == 1)


def _month(text: str) -> int:
    return next(i for i, form in enumerate(_MONTH_FORMS, 1) if form.fullmatch(text))


def _short_year(heading: str) -> int | None:
    found = _SHORT.search(heading)
    return 2000 + int(found[1]) if found and 5 <= int(found[1]) <= 49 else None


def years_named(heading: str) -> tuple[int, ...]:
    """Every year that a heading names, in printed order (`Förändring 2022/2023`, `22/23`)."""
    heading = heading[:160]
    pair = _PAIR.search(heading)
    if pair:
        second = int(pair[2] if len(pair[2]) == 4 else pair[1][:2] + pair[2])
        if abs(second - int(pair[1])) <= 6:
            return int(pair[1]), second
    found = tuple(int(re.sub(r"\D", "", match[1])) for match in _SINGLE.finditer(heading))
    short = None if found else _SHORT_PAIR.search(heading)
    if short and abs(int(short[1]) - int(short[2])) == 1:
        return 2000 + int(short[1]), 2000 + int(short[2])
    return found
