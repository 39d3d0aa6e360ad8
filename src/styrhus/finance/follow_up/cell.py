"""What is known of one unit's own money of one cost type, month by month."""

from dataclasses import dataclass, field
from decimal import Decimal

ALL = "all"
"""The whole: every unit, or every cost type."""
UNMAPPED = "-"
"""Codes that no rule maps to a unit, or accounts that none knows."""

Twelve = tuple[Decimal | None, ...]
NOTHING: Twelve = (None,) * 12


@dataclass(frozen=True)
class Cell:
    """Net cost in kr by month, January first; None where a month is not known.

    `actual` holds what the ledger has and `accrued` what is estimated beside it; `forecast` and `previous` are the
    full year as it was last entered and as it was entered before that.
    """

    budget: Twelve = NOTHING
    actual: Twelve = NOTHING
    accrued: Twelve = NOTHING
    last_year: Twelve = NOTHING
    forecast: Decimal | None = None
    previous: Decimal | None = None

    @property
    def has_money(self) -> bool:
        """Whether anything is budgeted, booked or estimated, and not only forecast."""
        return any(value is not None for part in self.parts for value in part)

    @property
    def parts(self) -> tuple[Twelve, ...]:
        return self.budget, self.actual, self.accrued, self.last_year


@dataclass
class Building:
    """A cell while its amounts are being gathered."""

    budget: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    actual: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    accrued: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    last_year: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    forecast: Decimal | None = None
    previous: Decimal | None = None

    def built(self) -> Cell:
        return Cell(
            tuple(self.budget), tuple(self.actual), tuple(self.accrued), tuple(self.last_year),
            self.forecast, self.previous,
        )  # fmt: skip


def added(to: list[Decimal | None], month: int, amount: Decimal) -> None:
    """Add an amount to a month (1–12) of twelve."""
    to[month - 1] = (to[month - 1] or Decimal(0)) + amount
