"""Months and years as people write them."""

import re
from datetime import date
from functools import lru_cache

from styrhus.finance.ledger.dates import MONTH_NAMES

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NAMES = {name[:length]: place for names in (MONTH_NAMES, _ENGLISH) for place, name in enumerate(names, 1)
          for length in range(3, len(name) + 1)}  # fmt: skip
_YEAR = re.compile(r"(19|20|21)\d\d")
_YEAR_MONTH = re.compile(r"((?:19|20|21)\d\d)[-./ ]?[mMpP]?(0?[1-9]|1[0-2])([-./](\d\d?))?( 00:00(:00)?|t00:00.*)?")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-./ ]((?:19|20|21)\d\d)")
_NAMED = re.compile(r"([a-zåäö]{3,})\.?[- ./]*((?:19|20|21)?\d\d)")
_NAMED_LAST = re.compile(r"((?:19|20|21)?\d\d)[- ./]*([a-zåäö]{3,})\.?")
Period = tuple[int, int]
"""(year, month); month 0 is the whole year."""


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | None:
    """`2019-03`, `201903`, `2019M03`, `03/2019`, `mars 2019`, `19-Mar`, `2019-03-31`, `2019`; None for what is none."""
    bare = " ".join(text.strip().lower().split())
    if _YEAR.fullmatch(bare):
        return int(bare), 0
    if found := _YEAR_MONTH.fullmatch(bare):
        return _in_month(int(found[1]), int(found[2]), found[4])
    if found := _MONTH_YEAR.fullmatch(bare):
        return int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(bare):
        return _named(found[1], found[2])
    if found := _NAMED_LAST.fullmatch(bare):
        return _named(found[2], found[1])
    return None


def month_of(text: str) -> int | None:
    """A month without year: `mars`, `mar`, `3`, `03`, `M03`."""
    bare = (
        text.strip().lower().rstrip(".").lstrip("mp")
        if text.strip()[:1] in "mMpP" and text.strip()[1:].isdigit()
        else text.strip().lower().rstrip(".")
    )
    if bare.isdigit() and 1 <= int(bare) <= 12:
        return int(bare)
    return _NAMES.get(bare)


def _in_month(year: int, month: int, day: str | None) -> Period | None:
    try:
        date(year, month, int(day or 1))
    except ValueError:
        return None
    return year, month


def _named(name: str, year: str) -> Period | None:
    month = _NAMES.get(name)
    if month is None:
        return None
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)
    return full, month
