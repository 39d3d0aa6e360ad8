"""The years that a steering document covers, as the plans write them: 2022-2023, 2014-, 2019."""

import re
from dataclasses import dataclass

_PERIOD = re.compile(r"(?P<first>\d{4})(?P<dash>\s*[-–]\s*(?P<last>\d{4})?)?")


@dataclass(frozen=True)
class OriginPeriod:
    """First and last year, both counted; an open end is None."""

    first: int
    last: int | None

    def __contains__(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)


def origin_period(text: str) -> OriginPeriod | None:
    """The period written in a text; None when it is empty or written in another way."""
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        return None
    first = int(found["first"])
    if found["dash"] is None:
        return OriginPeriod(first, first)
    return OriginPeriod(first, int(found["last"]) if found["last"] else None)
