"""A target for an indicator and a year: a limit, a path, a direction, or honestly none."""

from decimal import Decimal
from enum import StrEnum

from styrhus.values.record import Id, Record


class TargetKind(StrEnum):
    """How an outcome is held against the target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    INCREASE = "increase"
    DECREASE = "decrease"
    KEEP = "keep"
    MEASURE = "measure"
    FOLLOW = "follow"
    DEVELOPING = "developing"
    NONE = "none"

    @property
    def is_judged(self) -> bool:
        """Whether an outcome can reach the target at all; measure, follow, developing and none cannot."""
        return self not in UNJUDGED


UNJUDGED = {TargetKind.MEASURE, TargetKind.FOLLOW, TargetKind.DEVELOPING, TargetKind.NONE}


class Target(Record):
    """The target of one indicator for one year; several years make a path.

    `value` is in the indicator's unit (yes/no: 1 or 0). `change` is the wanted change from the year before for
    increase and decrease. `partly` is the limit that counts as partly reached, `tolerance` the distance from
    the year before within which a level counts as kept. `reference` names a relative target, such as the
    city's average. `printed` is the published wording where it says more than the value.
    """

    indicator: Id
    year: int
    part: str = ""
    kind: TargetKind
    value: Decimal | None = None
    change: Decimal | None = None
    partly: Decimal | None = None
    tolerance: Decimal | None = None
    reference: str = ""
    printed: str = ""
    note: str = ""
