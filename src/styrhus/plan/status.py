"""The status of an indicator in a year: one rule per kind of target, told in words beside the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome, StatusOverride
from styrhus.plan.status_word import StatusWord
from styrhus.plan.target import Target, TargetKind
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class Judgement:
    """A status with the rule that gave it; `computed` is what the rule says where a person has overridden it."""

    word: StatusWord
    reason: Text
    target: Target | None = None
    outcome: Outcome | None = None
    computed: StatusWord | None = None

    @property
    def is_overridden(self) -> bool:
        return self.computed is not None


def judge(
    indicator: Indicator,
    year: int,
    *,
    targets: Sequence[Target],
    outcomes: Sequence[Outcome],
    override: StatusOverride | None = None,
) -> Judgement:
    """Judge the total outcome of `year` against the target of `year`.

    Only a whole-year outcome counts as the year's; of several the last reported wins, final before preliminary.
    """
    target = next((t for t in targets if t.year == year and not t.part), None)
    outcome = yearly(outcomes, year)
    word, reason = _compared(indicator, target, outcome, yearly(outcomes, year - 1))
    if override is None:
        return Judgement(word, reason, target, outcome)
    told = msg("Set by hand: {reason} (the rule says: {rule})", reason=override.reason, rule=word.label)
    return Judgement(override.status, told, target, outcome, computed=word)


def yearly(outcomes: Sequence[Outcome], year: int) -> Outcome | None:
    """The total outcome of a whole year with a value; a final one before a preliminary, a later before an earlier."""
    found = [o for o in outcomes if o.period == str(year) and not o.part and o.value is not None]
    return max(enumerate(found), key=lambda item: (not item[1].preliminary, item[0]))[1] if found else None


def _compared(
    indicator: Indicator, target: Target | None, outcome: Outcome | None, previous: Outcome | None
) -> tuple[StatusWord, Text]:
    """The rule itself: what cannot be judged first, then the comparison that the target asks for."""
    if target is None:
        return StatusWord.NOT_JUDGED, msg("There is no target for the year.")
    if not target.kind.is_judged:
        return StatusWord.NOT_JUDGED, NO_TARGET_REASONS[target.kind]
    if outcome is None or outcome.value is None:
        return StatusWord.NOT_JUDGED, msg("There is no outcome for the year yet.")
    limit = _limit(target, previous)
    if limit is None:
        return StatusWord.NOT_JUDGED, _why_no_limit(target)
    return _against_limit(indicator, target, outcome.value, limit)


def _limit(target: Target, previous: Outcome | None) -> Decimal | None:
    """The value to reach; increase, decrease and keep count from the year before when they name no value."""
    before = previous.value if previous else None
    if target.value is not None:
        return target.value
    if before is None or target.kind not in {TargetKind.INCREASE, TargetKind.DECREASE, TargetKind.KEEP}:
        return None
    step = abs(target.change) if target.change is not None else Decimal(0)
    return before - step if target.kind is TargetKind.DECREASE else before + step


def _why_no_limit(target: Target) -> Text:
    if target.reference:
        return msg("The target is relative to {reference}, whose value is not entered.", reference=target.reference)
    return msg("The target counts from the year before, which has no outcome.")


def _against_limit(indicator: Indicator, target: Target, value: Decimal, limit: Decimal) -> tuple[StatusWord, Text]:
    shown = {"outcome": Figure(value, indicator.unit), "target": Figure(limit, indicator.unit)}
    if _reached(target, value, limit):
        return StatusWord.REACHED, Text(REACHED_REASONS[_rule(target)], shown)
    if target.partly is not None and _reached_partly(target, value, limit):
        shown["limit"] = Figure(target.partly, indicator.unit)
        return StatusWord.PARTLY, Text(PARTLY_REASON, shown)
    return StatusWord.NOT_REACHED, Text(NOT_REACHED_REASONS[_rule(target)], shown)


def _rule(target: Target) -> TargetKind:
    """The comparison that a target asks for.

    Increase and decrease to a stated level or by a stated amount are reached at the level; without either they
    ask for a real change, so equality does not reach them.
    """
    stated = target.value is not None or target.change is not None
    if stated and target.kind is TargetKind.INCREASE:
        return TargetKind.AT_LEAST
    return TargetKind.AT_MOST if stated and target.kind is TargetKind.DECREASE else target.kind


def _reached(target: Target, value: Decimal, limit: Decimal) -> bool:
    match _rule(target):
        case TargetKind.AT_LEAST:
            return value >= limit
        case TargetKind.AT_MOST:
            return value <= limit
        case TargetKind.INCREASE:
            return value > limit
        case TargetKind.LESS_THAN | TargetKind.DECREASE:
            return value < limit
        case TargetKind.KEEP:
            return abs(value - limit) <= (target.tolerance or Decimal(0))
        case _:
            return value == limit


def _reached_partly(target: Target, value: Decimal, limit: Decimal) -> bool:
    """Between the partly limit and the target, whichever side of it the limit lies on."""
    assert target.partly is not None
    low, high = sorted((target.partly, limit))
    return low <= value <= high


_ABOVE = msg("The outcome {outcome} is at or above the target {target}.").msgid
_BELOW = msg("The outcome {outcome} is at or below the target {target}.").msgid
REACHED_REASONS = {
    TargetKind.AT_LEAST: _ABOVE,
    TargetKind.AT_MOST: _BELOW,
    TargetKind.LESS_THAN: msg("The outcome {outcome} is below the limit {target}.").msgid,
    TargetKind.EXACTLY: msg("The outcome {outcome} equals the target.").msgid,
    TargetKind.INCREASE: msg("The outcome {outcome} is higher than {target} the year before.").msgid,
    TargetKind.DECREASE: msg("The outcome {outcome} is lower than {target} the year before.").msgid,
    TargetKind.KEEP: msg("The outcome {outcome} keeps the level {target}.").msgid,
}
NOT_REACHED_REASONS = {
    TargetKind.AT_LEAST: msg("The outcome {outcome} is below the target {target}.").msgid,
    TargetKind.AT_MOST: msg("The outcome {outcome} is above the target {target}.").msgid,
    TargetKind.LESS_THAN: msg("The outcome {outcome} is not below the limit {target}.").msgid,
    TargetKind.EXACTLY: msg("The outcome {outcome} differs from the target {target}.").msgid,
    TargetKind.INCREASE: msg("The outcome {outcome} is not higher than {target} the year before.").msgid,
    TargetKind.DECREASE: msg("The outcome {outcome} is not lower than {target} the year before.").msgid,
    TargetKind.KEEP: msg("The outcome {outcome} does not keep the level {target}.").msgid,
}
PARTLY_REASON = msg("The outcome {outcome} lies between the limit {limit} and the target {target}.").msgid
NO_TARGET_REASONS = {
    TargetKind.MEASURE: msg("The indicator is only measured this year."),
    TargetKind.FOLLOW: msg("The indicator is followed without a target."),
    TargetKind.DEVELOPING: msg("The indicator is under development."),
    TargetKind.NONE: msg("The plan gives no target."),
}
