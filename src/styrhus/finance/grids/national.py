"""Dated national figures that ship with the application: the norm's rise by year and the grant for a new arrival."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class National:
    """A figure of one year with the source that says it."""

    year: int
    value: Decimal
    source: str


@cache
def _held() -> dict[str, list[dict[str, str | int]]]:
    text = files("styrhus.finance.grids").joinpath("national.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def norm_index(year: int) -> National | None:
    """The national norm (riksnorm) of a year as an index of the year before (108.6); None when it is not known."""
    return _found("norm", year, "percent", Decimal(100))


def grant_per_person(year: int) -> National | None:
    """The whole grant in kr, paid over two years, for one received in the year who is under 65."""
    return _found("grant", year, "amount", Decimal(0))


def _found(kind: str, year: int, field: str, base: Decimal) -> National | None:
    for held in _held()[kind]:
        if held["year"] == year:
            return National(year, base + Decimal(str(held[field])), str(held["source"]))
    return None
