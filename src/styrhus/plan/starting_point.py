"""Where an indicator stands when the year begins: the latest outcome held against the year's target."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.status import judge, yearly
from styrhus.plan.status_word import StatusWord
from styrhus.plan.target import Target
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


@dataclass(frozen=True)
class StartingPoint:
    """The latest outcome before the year; `word` is the status it would give if it were the year's own.

    `left` is the distance to the target in the indicator's unit, zero when it is met. It is no status: the
    year's own outcome decides that.
    """

    outcome: Outcome
    target: Target
    word: StatusWord
    left: Decimal
    unit: Unit

    @property
    def words(self) -> Text:
        """One sentence for a reader."""
        assert self.outcome.value is not None
        shown = {"outcome": Figure(self.outcome.value, self.unit), "year": self.outcome.year}
        if self.word is StatusWord.REACHED:
            return msg("{outcome} in {year} already meets this year's target.", **shown)
        if self.unit is Unit.YES_NO:
            return msg("{outcome} in {year}; this year's target is not met yet.", **shown)
        if self.unit is Unit.PERCENT:
            left = Figure(self.left, Unit.NUMBER)
            return msg("{outcome} in {year}; {left} percentage points left to this year's target.", left=left, **shown)
        left = Figure(self.left, self.unit)
        return msg("{outcome} in {year}; {left} left to this year's target.", left=left, **shown)


def starting_point(
    indicator: Indicator, year: int, *, targets: Sequence[Target], outcomes: Sequence[Outcome]
) -> StartingPoint | None:
    """The starting point of `year`, or None when no limit is set in figures or nothing was measured before.

    A target that only says more, less or the same as the year before is met by no earlier outcome, so it has none.
    """
    target = next((t for t in targets if t.year == year and not t.part), None)
    if target is None or not target.kind.is_judged or target.value is None:
        return None
    earlier = [o for y in sorted({o.year for o in outcomes if o.year < year}) if (o := yearly(outcomes, y))]
    if not earlier or earlier[-1].value is None:
        return None
    value = earlier[-1].value
    moved = earlier[-1].model_copy(update={"period": str(year)})
    word = judge(indicator, year, targets=targets, outcomes=(moved,)).word
    left = Decimal(0) if word is StatusWord.REACHED else abs(target.value - value)
    return StartingPoint(earlier[-1], target, word, left, indicator.unit)
