"""What a proposal is made from, and the proposal."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.values.text import Text, msg

LEAST_MONTHS = 3
"""Fewer say nothing about how a year goes."""
SEASONS = 24
"""Two whole years of months are needed to tell a season from a change."""
COVERAGE = Decimal("0.80")
"""How often the outcome is to be inside the interval."""


class Method(StrEnum):
    SEASONAL = "seasonal"
    DAMPED = "damped"
    SEASONAL_NAIVE = "seasonal_naive"
    BUDGET_SHAPE = "budget_shape"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Adjustment:
    """A known change of the year's cost that the months so far do not show, in kr."""

    name: Text
    amount: Decimal


@dataclass(frozen=True)
class Material:
    """Net cost in kr of consecutive months up to the latest (`months`, oldest first), the last `of_year` this year's.

    `budget` has the twelve months of this year, None where there is none.
    """

    months: tuple[Decimal, ...]
    of_year: int
    budget: tuple[Decimal | None, ...] = (None,) * 12
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """The full year in kr with an interval that the outcome is inside four times of five, and how it was made.

    `method` is the one that weighs most, `methods` all that were taken together, the heaviest first.
    `so_far` is what the ledger has, `rest` what is reckoned for the months that are left, without `adjustments`.
    """

    amount: Decimal
    low: Decimal
    high: Decimal
    method: Method
    months: int
    so_far: Decimal
    rest: Decimal
    left: int
    adjustments: tuple[Adjustment, ...] = ()
    methods: tuple[Method, ...] = ()

    @property
    def made_of(self) -> Text:
        """How it was made, for a reader."""
        if len(self.methods) > 1:
            return msg(
                "The months that are left are the mean of methods that have been about equally good on earlier months; "
                "most by this: {method}", method=_WORDS[self.method],
            )  # fmt: skip
        return _WORDS[self.method]


_WORDS = {
    Method.SEASONAL: msg(
        "The months that are left follow the season of the earlier years at the level of the latest months."
    ),
    Method.DAMPED: msg(
        "The months that are left follow the season of the earlier years, and the latest change of level goes on, less "
        "each month."
    ),
    Method.SEASONAL_NAIVE: msg("The months that are left are taken to be as the same months last year."),
    Method.BUDGET_SHAPE: msg(
        "The months that are left follow the budget, and the mean deviation so far goes on; there are too few months "
        "to know the season."
    ),
    Method.COMPLETE: msg("All months of the year are in the ledger."),
}


@dataclass(frozen=True)
class TooShort:
    """No proposal: the ledger has too few months of the year."""

    months: int

    @property
    def reason(self) -> Text:
        return msg("The ledger has {months} months of the year; a proposal needs at least three.", months=self.months)
