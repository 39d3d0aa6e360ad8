"""The course of the year: budget, actual and forecast accumulated month by month."""

from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.follow_up.line import Amounts
from styrhus.finance.follow_up.view import FollowUp

ZERO = Decimal(0)


@dataclass(frozen=True)
class Step:
    """The end of a month, in kr accumulated; None where nothing is known."""

    month: int
    budget: Decimal | None
    actual: Decimal | None
    forecast: Decimal | None
    last_year: Decimal | None


def course(view: FollowUp, unit: str, cost_type: str) -> tuple[Step, ...]:
    """Twelve steps; the forecast starts at the latest actual and ends at the full-year forecast.

    What the forecast leaves of the year is laid on the months that are left as their budget is, or evenly when
    they have none: the units forecast the year and not its months.
    """
    months = view.months(unit, cost_type)
    known = [month for month in range(1, view.month + 1) if month in view.imported]
    last = known[-1] if known else 0
    budget, previous = _running([month.budget for month in months]), _running([month.last_year for month in months])
    actual = _running([month.actual if number <= last else None for number, month in enumerate(months, start=1)])
    forecast = _path(months, view.line(unit, cost_type).forecast, actual[last - 1] if last else None, last)
    return tuple(
        Step(number, budget[number - 1], actual[number - 1] if number <= last else None, forecast[number - 1],
             previous[number - 1])
        for number in range(1, 13)
    )  # fmt: skip


def _running(amounts: list[Decimal | None]) -> list[Decimal | None]:
    """Sums up to each month; None until the first amount that is known."""
    found: list[Decimal | None] = []
    reached: Decimal | None = None
    for amount in amounts:
        reached = reached if amount is None else (reached or ZERO) + amount
        found.append(reached)
    return found


def _path(
    months: tuple[Amounts, ...], forecast: Decimal | None, start: Decimal | None, last: int
) -> list[Decimal | None]:
    """None before the latest month, then from its actual to the forecast of the year."""
    if forecast is None or last == 12:
        return [None] * 12
    left = [month.budget or ZERO for month in months[last:]]
    weight, rest = sum(left, ZERO), forecast - (start or ZERO)
    reached = start or ZERO
    found: list[Decimal | None] = [*[None] * max(last - 1, 0), *([start] if last else [])]
    for number, budget in enumerate(left, start=1):
        reached += rest * budget / weight if weight else rest / len(left)
        found.append(forecast if number == len(left) else reached)
    return found
