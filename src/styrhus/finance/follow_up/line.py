"""A line of the follow-up: what a unit and cost type had, has and is heading for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from styrhus.values.missing import difference


def plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The sum of what is known of two; None when neither is."""
    if one is None:
        return other
    return one if other is None else one + other


@dataclass(frozen=True)
class Amounts:
    """Budget, actual and last year's actual of the same stretch of months, in kr.

    `actual` is ledger and accruals together, `accrued` how much of it is estimated; None where there is none.
    """

    budget: Decimal | None = None
    actual: Decimal | None = None
    last_year: Decimal | None = None
    accrued: Decimal | None = None

    @property
    def variance(self) -> Decimal | None:
        """Budget − actual: positive is favourable."""
        return difference(self.budget, self.actual)

    @property
    def booked(self) -> Decimal | None:
        """What the ledger alone has."""
        return self.actual if self.accrued is None else difference(self.actual, self.accrued)

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            plus(self.budget, other.budget), plus(self.actual, other.actual),
            plus(self.last_year, other.last_year), plus(self.accrued, other.accrued),
        )  # fmt: skip


@dataclass(frozen=True)
class Money:
    """What lines are added up from: a month, the months up to it, and the whole year."""

    month: Amounts = Amounts()
    accumulated: Amounts = Amounts()
    budget: Decimal | None = None
    last_year: Decimal | None = None

    def __add__(self, other: "Money") -> "Money":
        return Money(
            self.month + other.month, self.accumulated + other.accumulated,
            plus(self.budget, other.budget), plus(self.last_year, other.last_year),
        )  # fmt: skip


@dataclass(frozen=True)
class Outlook:
    """A full-year forecast and the one before it; `entered` when units entered all of it, `revised` when any before."""

    now: Decimal | None = None
    before: Decimal | None = None
    entered: bool = True
    revised: bool = False

    def __add__(self, other: "Outlook") -> "Outlook":
        return Outlook(
            plus(self.now, other.now), plus(self.before, other.before),
            self.entered and other.entered, self.revised or other.revised,
        )  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One unit (or all) and cost type (or all), in kr; `entered` when the forecast is what units entered throughout.

    Where a unit has not entered any, its forecast is actual so far + budget of the months that are left.
    """

    unit: str
    cost_type: str
    month: Amounts
    accumulated: Amounts
    budget: Decimal | None
    last_year: Decimal | None
    forecast: Decimal | None
    previous: Decimal | None
    entered: bool

    @property
    def variance(self) -> Decimal | None:
        """Budget of the year − full-year forecast."""
        return difference(self.budget, self.forecast)

    @property
    def change(self) -> Decimal | None:
        """Forecast − previous forecast: positive is dearer than was thought."""
        return difference(self.forecast, self.previous)


def total_money(parts: Iterable[Money]) -> Money:
    """All of them together."""
    return sum(parts, Money())


def total_outlook(parts: Iterable[Outlook]) -> Outlook:
    """All of them together; nothing at all has not been entered."""
    held = list(parts)
    return sum(held, Outlook()) if held else Outlook(entered=False)
