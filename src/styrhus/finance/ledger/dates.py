"""SQL that reads dates and periods; NULL for what is none."""

from datetime import date

from styrhus.finance.ledger.mapping import DateOrder

_FORMS = {
    DateOrder.YEAR_FIRST: ("%Y%m%d", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"),
    DateOrder.DAY_FIRST: ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d%m%Y"),
    DateOrder.MONTH_FIRST: ("%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y", "%m%d%Y"),
}
MONTH_NAMES = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
CLOSING_PERIODS = (13, 14)
"""Periods after December that close the year; their rows are December's."""


def day(text: str, order: DateOrder) -> str:
    """The expression for a column of dates; a time of day after the date is passed over."""
    bare = f"regexp_replace(trim({text}), '[T ][0-9:.]+$', '')"
    forms = ", ".join(f"'{form}'" for form in _FORMS[order])
    slow = f"CAST(try_strptime({bare}, [{forms}]) AS DATE)"
    if order is not DateOrder.YEAR_FIRST:
        return slow
    return f"CASE WHEN length({text}) = 10 AND {text}[5] = '-' THEN TRY_CAST({text} AS DATE) ELSE {slow} END"


def period_forms(year: int) -> dict[str, tuple[int, int]]:
    """Every way in which a month of the year, or of those beside it, is written: in lower case, to (year, month)."""
    forms: dict[str, tuple[int, int]] = {}
    for each in (year + 1, year - 1, year):
        for month in range(1, 13):
            forms |= dict.fromkeys(_written(each, month), (each, month))
        for closing in CLOSING_PERIODS:
            forms |= dict.fromkeys(_numeric(each, closing), (each, 12))
    for month in range(1, 13):
        forms |= dict.fromkeys(_bare(month), (year, month))
    return forms


def _written(year: int, month: int) -> list[str]:
    name = MONTH_NAMES[month - 1]
    words = {name, name[:3], f"{name[:3]}."}
    first = date(year, month, 1).isoformat()
    return [
        *_numeric(year, month), first,
        *(f"{word}{gap}{year}" for word in words for gap in (" ", "-")), *(f"{year} {word}" for word in words),
        *(f"{word}{gap}{year % 100:02d}" for word in words for gap in (" ", "-")),
    ]  # fmt: skip


def _numeric(year: int, month: int) -> list[str]:
    return [
        f"{year}{month:02d}", f"{year}-{month:02d}", f"{year}/{month:02d}", f"{year}.{month:02d}",
        f"{year}p{month:02d}", f"{month:02d}-{year}", f"{month:02d}/{year}", f"{month:02d}.{year}",
    ]  # fmt: skip


def _bare(month: int) -> list[str]:
    name = MONTH_NAMES[month - 1]
    return [str(month), f"{month:02d}", f"p{month:02d}", f"p{month}", name, name[:3]]
