"""Dates as they are written in documents, each as the stretch of days that it may mean."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan tammikuu tammikuuta january januar", "februari feb helmikuu helmikuuta february februar",
            "mars maaliskuu maaliskuuta march", "april apr huhtikuu huhtikuuta", "maj mai toukokuu toukokuuta may",
            "juni jun kesäkuu kesäkuuta june", "juli jul heinäkuu heinäkuuta july",
            "augusti aug elokuu elokuuta august", "september sep sept syyskuu syyskuuta",
            "oktober okt lokakuu lokakuuta october", "november nov marraskuu marraskuuta",
            "december dec joulukuu joulukuuta desember",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<iso_year>20\d\d)-(?P<iso_month>\d\d)(?:-(?P<iso_day>\d\d))?(?![\w-])
    |(?P<day>\d{{1,2}})(?:\.|:e)?\ (?P<month>{_MONTH})\b\.?(?:\ (?P<year>20\d\d)\b)?
    |(?P<dot_day>\d{{1,2}})\.(?P<dot_month>\d{{1,2}})\.(?P<dot_year>20\d\d)(?!\d)
    |(?P<slash_day>\d{{1,2}})/(?P<slash_month>\d{{1,2}})[-\ ](?P<slash_year>20\d\d)(?!\d)
    |(?P<month_only>{_MONTH})\.?\ (?P<month_year>20\d\d)\b
    |(?:q|kvartal\ |kv\ ?)(?P<quarter>[1-4])[,\ -]{{0,2}}(?P<quarter_year>20\d\d)\b
    |(?P<year_quarter>20\d\d)[,\ -]{{0,2}}(?:q|kvartal\ |kv\ ?)(?P<quarter_after>[1-4])\b
    |(?P<only_year>20[0-4]\d)(?![\w/-]|\ \d{{3}})
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class WrittenDate:
    """`first` and `last` day that the text may mean (a month, a quarter, a year); `start` and `end` in the text.

    Both days are None for a date that no calendar has (31 November), and for one without a year.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    impossible: bool = False

    @property
    def known(self) -> bool:
        return self.last is not None

    @property
    def is_year(self) -> bool:
        return len(self.text) == len("2024")

    def disjoint(self, other: "WrittenDate") -> bool:
        """Whether no day is meant by both; False where one is not known."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.last < other.first or other.last < self.first


def dates(text: str) -> Iterator[WrittenDate]:
    """Every date in a text, in order."""
    for found in _DATE.finditer(text):
        first, last, impossible = _stretch(found)
        yield WrittenDate(found[0], found.start(), found.end(), first, last, impossible)


def _stretch(found: re.Match[str]) -> tuple[date | None, date | None, bool]:
    if found["only_year"]:
        return _days(int(found["only_year"]), 1, 12)
    if quarter := found["quarter"] or found["quarter_after"]:
        year = int(found["quarter_year"] or found["year_quarter"])
        return _days(year, 3 * int(quarter) - 2, 3 * int(quarter))
    if found["month_only"]:
        month = MONTHS[found["month_only"].casefold()]
        return _days(int(found["month_year"]), month, month)
    if found["iso_year"] and not found["iso_day"]:
        month = int(found["iso_month"])
        # 2023-24 is a school year or a span, not a month.
        return _days(int(found["iso_year"]), month, month) if 1 <= month <= 12 else (None, None, False)
    return _day(found)


def _day(found: re.Match[str]) -> tuple[date | None, date | None, bool]:
    day = int(found["iso_day"] or found["day"] or found["dot_day"] or found["slash_day"])
    name = found["month"]
    month = MONTHS[name.casefold()] if name else int(found["iso_month"] or found["dot_month"] or found["slash_month"])
    year = found["iso_year"] or found["year"] or found["dot_year"] or found["slash_year"]
    # Without a year the 29th of February may be right.
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(int(year) if year else 2024, month)[1]:
        # A journal number may look like a date; a slip is near to a date.
        return None, None, month <= 13 and day <= 39
    only = date(int(year), month, day) if year else None
    return only, only, False


def _days(year: int, first_month: int, last_month: int) -> tuple[date, date, bool]:
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1]), False
