"""How well a unit's forecasts have held: their bias and how often they hit."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.forecast import UnitForecast

HIT = Decimal("0.01")
"""A forecast hits when it is within one percent of what the year came to."""
ZERO = Decimal(0)


@dataclass(frozen=True)
class Past:
    """What a unit forecast after a month, and what it came to: both in kr and of the same cost types."""

    year: int
    month: int
    forecast: Decimal
    outcome: Decimal
    final: bool

    @property
    def error(self) -> Decimal:
        """Forecast − outcome: negative when the cost was thought too low."""
        return self.forecast - self.outcome

    @property
    def is_hit(self) -> bool:
        return abs(self.error) <= HIT * abs(self.outcome)


@dataclass(frozen=True)
class TrackRecord:
    """`bias` is the mean error in kr, `share` the same in percent of the outcome (None when that is zero).

    Definition: error = forecast − outcome. The outcome is the ledger's whole year when all its months are in; of a
    year that goes on it is the unit's latest forecast, and the record is not `final`.
    """

    past: tuple[Past, ...]

    @property
    def bias(self) -> Decimal:
        return sum((row.error for row in self.past), ZERO) / len(self.past)

    @property
    def share(self) -> Decimal | None:
        outcome = sum((row.outcome for row in self.past), ZERO)
        return 100 * sum((row.error for row in self.past), ZERO) / abs(outcome) if outcome else None

    @property
    def hits(self) -> int:
        return sum(row.is_hit for row in self.past)

    @property
    def final(self) -> bool:
        return all(row.final for row in self.past)


Outcome = Callable[[int, str, CostType | None], Decimal | None]
"""Year, unit and cost type (None: the whole) to what it came to."""


def track_record(
    forecasts: Sequence[UnitForecast], unit: str, outcome: Outcome, *, complete: frozenset[int]
) -> TrackRecord | None:
    """The record of a unit's forecasts; of a year that is not `complete` without the latest, None without any."""
    by_month: dict[tuple[int, int], list[UnitForecast]] = defaultdict(list)
    for row in forecasts:
        if row.unit == unit:
            by_month[row.year, row.month].append(row)
    latest = {year: max(month for held, month in by_month if held == year) for year, _ in by_month}
    past = []
    for (year, month), rows in sorted(by_month.items()):
        came_to = [outcome(year, unit, row.cost_type) for row in rows]
        known = [amount for amount in came_to if amount is not None]
        if len(known) == len(rows) and (year in complete or month < latest[year]):
            forecast = sum((row.amount for row in rows), ZERO)
            past.append(Past(year, month, forecast, sum(known, ZERO), year in complete))
    return TrackRecord(tuple(past)) if past else None
