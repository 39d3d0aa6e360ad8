"""Drafted sentences on the full-year forecast: against budget and frame, and how it has changed and by whom."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.finance.follow_up.cell import UNMAPPED
from styrhus.reports.drafting.ground import LEVEL_AMOUNT, Ground, is_level, joined, live
from styrhus.values.text import msg

MOST = 3


def forecast(ground: Ground) -> str:
    """The forecast against the budget of the year, and against the previous forecast."""
    return joined(_forecast(ground))


def _forecast(ground: Ground) -> Iterator[str]:
    line = ground.whole
    if line.forecast is None:
        return
    now = ground.figure("forecast")
    if line.budget is None:
        yield ground.say(msg("The full-year forecast is {forecast}.", forecast=now))
    elif is_level(line.variance, line.budget):
        yield ground.say(msg(
            "The full-year forecast is {forecast}, which is level with budget (deviation {variance}).",
            forecast=now, variance=ground.figure("variance", "mnkr 1 signed"),
        ))  # fmt: skip
    else:
        yield ground.say(msg(
            "The full-year forecast is {forecast} against a budget of {budget}: {side}.",
            forecast=now, budget=ground.figure("budget"), side=ground.figure("variance", "mnkr 1 over"),
        ))  # fmt: skip
    if line.change is not None:
        change = ground.figure("forecast-change", "mnkr 1 signed")
        yield ground.say(msg("It has changed by {change} since the previous forecast.", change=change))


def changed(ground: Ground) -> str:
    """The units that have changed their forecasts most."""
    found: list[tuple[str, Decimal]] = []
    for unit in ground.areas:
        change = ground.line(unit).change
        if change is not None and abs(change) > LEVEL_AMOUNT:
            found.append((unit, change))
    found.sort(key=lambda pair: -abs(pair[1]))
    if not found:
        return ""
    parts = [
        ground.say(msg("{name} ({side})", name=ground.unit(unit),
                       side=ground.figure("forecast-change", "mnkr 1 signed", unit=unit)))
        for unit, _ in found[:MOST]
    ]  # fmt: skip
    if len(parts) == 1:
        return ground.say(msg("The forecast has been changed by {parts}.", parts=parts[0]))
    return ground.say(msg("The forecasts that have changed most are those of {parts}.", parts=ground.listed(parts)))


def entered(ground: Ground) -> str:
    """Which units have not entered a forecast, and what stands in its place."""
    silent = [unit for unit in ground.areas if unit != UNMAPPED and not ground.line(unit).entered]
    if not silent:
        return ""
    if len(silent) == len([unit for unit in ground.areas if unit != UNMAPPED]):
        return ground.say(msg(
            "No unit has entered all of its forecast: what is missing is reckoned as the outcome to date and the "
            "budget of the months that are left.",
        ))  # fmt: skip
    return ground.say(msg(
        "{units} have not entered all of their forecasts: what is missing is reckoned as the outcome to date and the "
        "budget of the months that are left.",
        units=ground.listed([ground.unit(unit) for unit in silent]),
    ))  # fmt: skip


def against_frame(ground: Ground) -> str:
    """The forecast against the frame that the council has given."""
    if ground.value("frame-variance") is None:
        return ""
    return ground.say(msg(
        "The frame of the year is {frame}; the forecast is {side}.",
        frame=live(f"grant.{ground.dossier.plan.year}", "mnkr 1"),
        side=ground.outlook("frame-variance", "mnkr 1 framed"),
    ))  # fmt: skip
