"""The ways in which the chart of an indicator can be split: by sex, or by unit, district and performer."""

from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.plan.outcome import Outcome
from styrhus.reports.indicator_chart import MOST_SERIES
from styrhus.values.text import Text, msg

BY_SEX, BY_PART = "sex", "part"


@dataclass(frozen=True)
class Split:
    """A way to split the chart; `parts` are drawn beside the whole."""

    name: str
    label: Text
    parts: tuple[str, ...]


def splits(outcomes: Sequence[Outcome]) -> tuple[Split, ...]:
    """The splits that the outcomes have: by sex, and by unit, district or performer.

    Parts that are both, such as women in one district, stand in the table only; so do more parts than a chart
    can tell apart.
    """
    parts = tuple(dict.fromkeys(o.part for o in outcomes if o.part and o.value is not None))
    sexes = tuple(part for part in parts if part in {"K", "M"})
    others = tuple(part for part in parts if not part.endswith((" K", " M")) and part not in sexes)
    found = []
    if sexes:
        found.append(Split(BY_SEX, msg("by sex"), sexes))
    if others:
        found.append(Split(BY_PART, msg("by part"), others[: MOST_SERIES - 1]))
    return tuple(found)
