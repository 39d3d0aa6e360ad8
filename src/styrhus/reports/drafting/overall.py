"""Drafted sentences on the result as a whole, what it is made of, and how sure it is."""

from collections.abc import Iterator

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.reports.drafting.ground import Ground, is_level, joined
from styrhus.reports.months import YEAR_END, month_name
from styrhus.values.text import msg


def result(ground: Ground) -> str:
    """What the net cost is, against budget and against last year."""
    return joined(_result(ground))


def _result(ground: Ground) -> Iterator[str]:
    line = ground.whole.accumulated
    told = {"month": ground.month_name, "actual": ground.figure("actual-to-date")}
    if line.actual is None:
        return
    if line.budget is None:
        yield ground.say(msg("To the end of {month} the net cost is {actual}. There is no budget to hold it against.",
                             **told))  # fmt: skip
    elif is_level(line.variance, line.budget):
        variance = ground.figure("variance-to-date", "mnkr 1 signed")
        yield ground.say(msg(
            "To the end of {month} the net cost is {actual}, which is level with budget (deviation {variance}).",
            **told, variance=variance,
        ))  # fmt: skip
    else:
        side = ground.figure("variance-to-date", "mnkr 1 over")
        yield ground.say(msg("To the end of {month} the net cost is {actual}, which is {side}.", **told, side=side))
    if line.last_year is not None:
        last = ground.figure("last-year-to-date")
        yield ground.say(msg("In the same months of last year it was {last}.", last=last))


def cost_types(ground: Ground) -> str:
    """The cost types with the largest deviations; income is better or worse, costs are over or under."""
    found = [(kind, ground.view.line(ALL, kind).accumulated) for kind in ground.view.cost_types()]
    told = [(kind, held.variance) for kind, held in found if held.variance and not is_level(held.variance, held.budget)]
    told.sort(key=lambda pair: -abs(pair[1]))
    parts = [_cost_type(ground, kind) for kind, _ in told[:3]]
    if not found:
        return ""
    if not parts:
        return ground.say(msg("No cost type deviates from its budget to speak of."))
    return ground.say(msg("By cost type the largest deviations are {parts}.", parts=ground.listed(parts)))


def _cost_type(ground: Ground, kind: str) -> str:
    form = "mnkr 1 better" if kind == CostType.INCOME.value else "mnkr 1 over"
    side = ground.figure("variance-to-date", form, kind=kind)
    return ground.say(msg("{name} ({side})", name=ground.cost_type(kind), side=side))


def season(ground: Ground) -> str:
    """A caution when last year's costs fell otherwise over the months than this year's budget does."""
    budget, last = ground.value("season-budget"), ground.value("season-last-year")
    if budget is None or last is None or ground.month == YEAR_END or abs(budget - last) < 1:
        return ""
    return ground.say(msg(
        "The deviation to date is partly a matter of timing: last year {last} of the cost had fallen by the end of "
        "{month}, while the budget counts on {budget}.",
        last=ground.outlook("season-last-year", "1"), budget=ground.outlook("season-budget", "1"),
        month=ground.month_name,
    ))  # fmt: skip


def caveats(ground: Ground) -> str:
    """What a reader must know of the ledger: missing months, loose codes, accruals, made-up data."""
    return joined(_caveats(ground))


def _caveats(ground: Ground) -> Iterator[str]:
    if ground.view.missing:
        months = [ground.say(month_name(month)) for month in ground.view.missing]
        yield ground.say(msg("The ledger lacks {months}: the outcome to date is without them.",
                             months=ground.listed(months)))  # fmt: skip
    loose = ground.view.line(UNMAPPED).accumulated.actual if UNMAPPED in ground.view.children() else None
    if loose:
        amount = ground.figure("actual-to-date", "tkr 0", unit=UNMAPPED)
        yield ground.say(msg("{amount} is booked on codes that belong to no unit.", amount=amount))
    if ground.value("accrued"):
        amount = ground.outlook("accrued", "tkr 0 signed")
        yield ground.say(msg("Estimated costs that are not yet invoiced are part of the outcome with {amount}.",
                             amount=amount))  # fmt: skip
    held = ground.dossier.ledger_months
    if any(month.synthetic and month.year == ground.dossier.plan.year for month in held):
        yield ground.say(msg("The ledger is made up as an example and is not the board's own."))
