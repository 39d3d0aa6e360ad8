"""Sums that know their holes: missing is never zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Sum:
    """A sum of the values that exist; `missing` counts those that do not, so that it can be called partial."""

    value: Decimal | None
    counted: int
    missing: int

    @property
    def is_partial(self) -> bool:
        return self.missing > 0


def total(values: Iterable[Decimal | None]) -> Sum:
    """Add exactly; the value is None when nothing at all is known."""
    held = list(values)
    known = [value for value in held if value is not None]
    return Sum(sum(known, Decimal(0)) if known else None, len(known), len(held) - len(known))


def difference(later: Decimal | None, earlier: Decimal | None) -> Decimal | None:
    """`later − earlier`, or None when either is missing."""
    return None if later is None or earlier is None else later - earlier
