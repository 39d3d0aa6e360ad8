"""The first thing to know about an indicator, in one sentence: where it stands and where it should be."""

from collections.abc import Sequence

from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target, TargetKind
from styrhus.plan.target_words import target_words
from styrhus.values.figure import Figure
from styrhus.values.period import Period
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


def indicator_sentence(
    indicator: Indicator, year: int, *, targets: Sequence[Target], outcomes: Sequence[Outcome]
) -> Text:
    """`138 days in 2022; the target for 2023 is at most 180.` for the plan year `year`."""
    latest = latest_outcome(outcomes)
    target = next((t for t in targets if t.year == year and not t.part), None)
    if latest is None:
        return msg("{missing}; {target}.", missing=_why_missing(outcomes), target=_target(indicator, target, year=year))
    held = {
        "outcome": Figure(latest.value, indicator.unit),
        "period": msg("{period} (preliminary)", period=latest.period) if latest.preliminary else latest.period,
        "target": _target(indicator, target, year=year, bare=True),
    }
    if indicator.unit in _WITHOUT_WORD:
        return msg("The value is {outcome} for {period}; {target}.", **held)
    return msg("{outcome} in {period}; {target}.", **held)


def latest_outcome(outcomes: Sequence[Outcome]) -> Outcome | None:
    """The latest total with a value; of one year the whole year, of one period the final value."""
    found = [o for o in outcomes if not o.part and o.value is not None]
    return max(found, key=_age, default=None)


def _age(outcome: Outcome) -> tuple[int, int, bool]:
    period = Period.parse(outcome.period)
    return period.year, period.number or 99, not outcome.preliminary


def _why_missing(outcomes: Sequence[Outcome]) -> Text:
    """Nothing at all is something else than parts without a total."""
    split = [o.period for o in outcomes if o.part and o.value is not None]
    if split:
        return msg("Outcomes for {period} exist only for parts", period=max(split))
    return msg("No outcome yet")


def _target(indicator: Indicator, target: Target | None, *, year: int, bare: bool = False) -> Text:
    kind = TargetKind.NONE if target is None else target.kind
    if kind in _WITHOUT:
        return Text(_WITHOUT[kind], {"year": year})
    return msg("the target for {year} is {target}", year=year, target=target_words(target, indicator.unit, bare=bare))


_WITHOUT_WORD = {Unit.NUMBER, Unit.INDEX, Unit.FTE, Unit.MIXED}
"""Units that are not written after a number; two bare numbers side by side could not be told apart."""
_WITHOUT = {
    TargetKind.NONE: msg("there is no target for {year}").msgid,
    TargetKind.MEASURE: msg("it is only measured in {year}").msgid,
    TargetKind.FOLLOW: msg("it is followed without a target in {year}").msgid,
    TargetKind.DEVELOPING: msg("it is under development in {year}").msgid,
}
