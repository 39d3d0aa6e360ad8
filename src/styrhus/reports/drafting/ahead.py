"""Drafted sentences on savings, staff, and what is known of the next year."""

from collections.abc import Iterator

from styrhus.dossier.savings import savings_year
from styrhus.finance.bridge import falling_away
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import ALL
from styrhus.reports.drafting.ground import Ground, is_level, joined, live, plain
from styrhus.values.text import msg


def savings(ground: Ground) -> str:
    """The requirement, what has been realised of it, what is still to come, and what is missing."""
    return joined(_savings(ground))


def _savings(ground: Ground) -> Iterator[str]:
    year = ground.dossier.plan.year
    required = any(held.year == year for held in ground.dossier.savings_requirements)
    if not required:
        return
    account = savings_year(ground.dossier, ground.month).account.whole
    yield ground.say(msg(
        "Of the savings of {required} that the year requires, {realised} are realised to the end of {month} and "
        "{to_come} are identified for the months ahead.",
        required=_gap(ground, "required"), realised=_gap(ground, "realised"), to_come=_gap(ground, "to-come"),
        month=ground.month_name,
    ))  # fmt: skip
    if account.gap > 0:
        yield ground.say(msg("That leaves a gap of {gap}.", gap=_gap(ground, "gap")))
    else:
        yield ground.say(msg("The requirement is met (gap {gap}).", gap=_gap(ground, "gap")))
    if account.unconfirmed > 0:
        yield ground.say(msg("Planned effects of {amount} to date have been neither measured nor stated.",
                             amount=_gap(ground, "unconfirmed")))  # fmt: skip
    if account.at_risk > 0:
        yield ground.say(msg("{amount} of what is to come rests on measures that are paused or abandoned.",
                             amount=_gap(ground, "at-risk")))  # fmt: skip


def _gap(ground: Ground, what: str) -> str:
    return live(f"gap.{ground.period}.all.{what}", "mnkr 1")


def staff(ground: Ground) -> str:
    """The staff cost against budget and the same months of last year."""
    kind = CostType.STAFF.value
    amounts = ground.view.line(ALL, kind).accumulated
    if amounts.actual is None or kind not in ground.view.cost_types():
        return ""
    told = {"month": ground.month_name, "actual": ground.figure("actual-to-date", kind=kind)}
    if amounts.budget is None:
        found = [ground.say(msg("The staff cost to the end of {month} is {actual}.", **told))]
    elif is_level(amounts.variance, amounts.budget):
        variance = ground.figure("variance-to-date", "mnkr 1 signed", kind=kind)
        found = [ground.say(msg(
            "The staff cost to the end of {month} is {actual}, which is level with budget (deviation {variance}).",
            **told, variance=variance,
        ))]  # fmt: skip
    else:
        side = ground.figure("variance-to-date", "mnkr 1 over", kind=kind)
        found = [ground.say(msg("The staff cost to the end of {month} is {actual}, which is {side}.", **told,
                                side=side))]  # fmt: skip
    if amounts.last_year is not None:
        last = ground.figure("last-year-to-date", kind=kind)
        found.append(ground.say(msg("In the same months of last year it was {last}.", last=last)))
    return joined(found)


def next_year(ground: Ground) -> str:
    """What falls away from the frame when the year is over."""
    year = ground.dossier.plan.year
    gone = falling_away(ground.dossier.frame_changes, year)
    parts = [
        ground.say(msg("{name} ({side})", name=plain(change.label), side=live(f"frame.{change.id}", "signed")))
        for change in gone
    ]
    if not parts:
        return ""
    return ground.say(msg("Into {year} these changes of the frame fall away: {parts}.", year=year + 1,
                          parts=ground.listed(parts)))  # fmt: skip
