"""A target in words: at least 80 %, at most 180 days, keep the level, only measured."""

from collections.abc import Callable
from decimal import Decimal

from styrhus.plan.target import Target, TargetKind
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


def target_words(target: Target | None, unit: Unit, *, bare: bool = False) -> Text:
    """The target as a phrase within a sentence or a cell; `bare` leaves out a unit that the sentence has said.

    A relative target without a value of its own names what it is relative to.
    """
    if target is None:
        return msg("no target")
    if not target.kind.is_judged:
        return WITHOUT_VALUE[target.kind]
    shown_unit = Unit.NUMBER if bare and unit not in _ALWAYS_WRITTEN else unit
    if target.kind in _MOVES:
        return _move(target, shown_unit)
    if target.value is not None:
        return _limit(target, target.value, shown_unit)
    if target.reference:
        return Text(_WITH_VALUE[target.kind], {"value": target.reference})
    return msg("a target without value")


def _limit(target: Target, value: Decimal, unit: Unit) -> Text:
    if unit is Unit.YES_NO:
        return msg("yes") if value else msg("no")
    return Text(_WITH_VALUE[target.kind], {"value": Figure(value, unit)})


def _move(target: Target, unit: Unit) -> Text:
    """Increase, decrease and keep: to a value, by an amount, against a reference, or simply so."""
    to, by, alone = _MOVES[target.kind]
    if target.value is not None:
        return Text(to, {"value": Figure(target.value, unit)})
    if target.change is not None and by:
        return Text(by, {"change": Figure(abs(target.change), unit)})
    if target.reference:
        return msg("{words}, compared with {reference}", words=alone(), reference=target.reference)
    return alone()


_ALWAYS_WRITTEN = {Unit.PERCENT, Unit.YES_NO}
_WITH_VALUE = {
    TargetKind.AT_LEAST: msg("at least {value}").msgid,
    TargetKind.AT_MOST: msg("at most {value}").msgid,
    TargetKind.LESS_THAN: msg("less than {value}").msgid,
    TargetKind.EXACTLY: msg("exactly {value}").msgid,
}
_MOVES: dict[TargetKind, tuple[str, str, Callable[[], Text]]] = {
    TargetKind.INCREASE: (
        msg("increase to {value}").msgid,
        msg("increase by {change}").msgid,
        lambda: msg("increase"),
    ),
    TargetKind.DECREASE: (
        msg("decrease to {value}").msgid,
        msg("decrease by {change}").msgid,
        lambda: msg("decrease"),
    ),
    TargetKind.KEEP: (msg("keep the level {value}").msgid, "", lambda: msg("keep the level")),
}
WITHOUT_VALUE = {
    TargetKind.MEASURE: msg("only measured"),
    TargetKind.FOLLOW: msg("followed"),
    TargetKind.DEVELOPING: msg("under development"),
    TargetKind.NONE: msg("no target"),
}
