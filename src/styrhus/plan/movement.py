"""How an indicator has moved since the year before, and whether that is the right way."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.plan.indicator import Direction, Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.status import yearly
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


@dataclass(frozen=True)
class Movement:
    """The step from `year` − 1 to `year` in the indicator's unit; `better` is None where no way is the better one."""

    year: int
    step: Decimal
    better: bool | None

    @property
    def arrow(self) -> str:
        return "→" if not self.step else ("↑" if self.step > 0 else "↓")

    @property
    def words(self) -> Text:
        """What the arrow shows, for those who do not see it."""
        if not self.step:
            return msg("unchanged since {year}", year=self.year - 1)
        moved = (
            msg("up since {year}", year=self.year - 1)
            if self.step > 0
            else msg("down since {year}", year=self.year - 1)
        )
        if self.better is None:
            return moved
        return msg("{moved}, better", moved=moved) if self.better else msg("{moved}, worse", moved=moved)


def movement(indicator: Indicator, outcomes: Sequence[Outcome]) -> Movement | None:
    """From the year before to the latest year with an outcome; None when either is missing, or for yes and no."""
    years = [o.year for o in outcomes if not o.part and o.value is not None]
    if not years or indicator.unit is Unit.YES_NO:
        return None
    now, before = yearly(outcomes, max(years)), yearly(outcomes, max(years) - 1)
    if now is None or before is None or now.value is None or before.value is None:
        return None
    step = now.value - before.value
    return Movement(max(years), step, _better(indicator.direction, step))


def _better(direction: Direction, step: Decimal) -> bool | None:
    if not step or direction not in {Direction.UP, Direction.DOWN}:
        return None
    return (step > 0) == (direction is Direction.UP)
