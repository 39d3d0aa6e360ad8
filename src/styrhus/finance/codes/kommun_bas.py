"""The national account classes of municipalities as dated rules, read from kommun_bas.toml."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from styrhus.finance.codes.rules import AccountRule

MOST_DIGITS = 8
"""Municipalities add digits of their own to the national ones; accounts longer than this are not expanded to."""


@cache
def national_rules() -> tuple[AccountRule, ...]:
    """The rules in the order of the file, one for every length of account that a class can have."""
    text = files(__package__).joinpath("kommun_bas.toml").read_text(encoding="utf-8")
    return tuple(rule for entry in tomllib.loads(text)["rules"] for rule in _rules(entry))


def _rules(entry: dict[str, Any]) -> Iterator[AccountRule]:
    """`45` of three digits is 450–459, of four 4500–4599 and so on."""
    first, last = entry["first"], entry.get("last", entry["first"])
    for length in range(max(len(first), 2), MOST_DIGITS + 1):
        yield AccountRule(
            id=f"kommun-bas-{first}-{length}",
            first=first.ljust(length, "0"),
            last=last.ljust(length, "9"),
            cost_type=entry["cost_type"],
            valid_from=entry.get("valid_from"),
            valid_to=entry.get("valid_to"),
            source=entry["source"],
        )
