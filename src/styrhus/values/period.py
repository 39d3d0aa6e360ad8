"""Periods that a value can belong to: year, tertial, quarter, month."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class PeriodKind(StrEnum):
    YEAR = "year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"


_FORM = re.compile(r"(?P<year>\d{4})(?:-(?P<mark>[TQ]?)(?P<number>\d{1,2}))?")
_KINDS = {"T": (PeriodKind.TERTIAL, 3), "Q": (PeriodKind.QUARTER, 4), "": (PeriodKind.MONTH, 12)}


@dataclass(frozen=True, order=True)
class Period:
    """A calendar period; `number` is 0 for a whole year, else the tertial, quarter or month."""

    year: int
    kind: PeriodKind = PeriodKind.YEAR
    number: int = 0

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "Period":
        """Read `2023`, `2023-T2`, `2023-Q3` or `2023-08`; ValueError for anything else."""
        found = _FORM.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        year = int(found["year"])
        if found["number"] is None:
            return cls(year)
        kind, highest = _KINDS[found["mark"]]
        number = int(found["number"])
        if not 1 <= number <= highest or (kind is PeriodKind.MONTH) != (len(found["number"]) == 2):
            raise ValueError(text)
        return cls(year, kind, number)

    def __str__(self) -> str:
        marks = {PeriodKind.TERTIAL: f"-T{self.number}", PeriodKind.QUARTER: f"-Q{self.number}",
                 PeriodKind.MONTH: f"-{self.number:02d}", PeriodKind.YEAR: ""}  # fmt: skip
        return f"{self.year}{marks[self.kind]}"
