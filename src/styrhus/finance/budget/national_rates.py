"""Payroll overhead (PO-pålägg) and internal interest by year, as SKR proposes them, each with its source."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("national_rates.toml")


@dataclass(frozen=True)
class NationalRate:
    """A rate of a year in percent; municipalities may decide another, which is why it is only proposed."""

    year: int
    percent: Decimal
    source: str


def overhead_rate(year: int) -> NationalRate | None:
    """The proposed payroll overhead for municipalities; None for a year that is not known here."""
    return _rates("overhead").get(year)


def internal_interest(year: int) -> NationalRate | None:
    """The proposed internal interest; None for a year that is not known here."""
    return _rates("internal_interest").get(year)


@cache
def _rates(name: str) -> dict[int, NationalRate]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))[name]
    return {row["year"]: NationalRate(row["year"], Decimal(row["percent"]), row["source"]) for row in rows}
