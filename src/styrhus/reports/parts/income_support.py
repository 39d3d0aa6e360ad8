"""Income support as blocks: volumes and money by year, what the frame pays for, the way to the target, and the norm."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.grid_references import SUPPORT_FIELDS, SUPPORT_LABELS, column_id
from styrhus.dossier.grids import NormGap, SupportGoal, norm_gap_of, support_goal, support_of, support_value
from styrhus.dossier.references import LiveFigure
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.support import SupportValue
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Runs, Table
from styrhus.paper.words import MONTHS
from styrhus.reports.parts.grid_cells import in_tkr, known_words, shown
from styrhus.reports.sentences import paragraph, text_cell, worded
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

LABEL_SHARE = 4
_MONEY = {"paid", "repaid", "net"}
_TOTALS = {"net": RowKind.SUBTOTAL, "affordable": RowKind.SUBTOTAL}


def income_support_blocks(setting: Setting) -> Blocks:
    """What answers first in words, then the tables; nothing for a plan without income support."""
    values = support_of(setting.dossier)
    if not values:
        return ()
    leads = tuple(paragraph(text, setting.language, lead=not n) for n, text in enumerate(support_lead(setting)))
    goal = support_goal(setting.dossier)
    path = () if goal is None else (path_table(setting, goal),)
    return (*leads, by_year(setting, values), *path)


def support_lead(setting: Setting) -> Iterator[Text]:
    """The goal against the budget with its arithmetic, else the budget against the year before; then the norm."""
    goal = support_goal(setting.dossier)
    if goal is not None:
        yield from goal_sentences(goal)
    else:
        yield from _change(setting)
    gap = norm_gap_of(setting.dossier)
    if gap is not None:
        yield _norm_sentence(gap)


def goal_sentences(goal: SupportGoal) -> Iterator[Text]:
    """What the frame pays for, what the way to the target costs, and what is lacking or left, with the arithmetic."""
    path, year = goal.path, goal.budget.year
    target = Figure(path.goal, Unit.HOUSEHOLDS, str(year), Source(goal.goal_ref), goal.indicator.name)
    if path.budget is None or path.affordable is None or path.gap is None:
        yield msg(
            "The way to the target of {target} costs {cost}; there is no budget to hold it against.",
            target=target, cost=_tkr(path.cost),
        )  # fmt: skip
        return
    column = column_id(goal.budget)
    words = {
        "target": target, "budget": _tkr(path.budget, f"support.{column}.paid"), "gap": _tkr(abs(path.gap)),
        "affordable": _whole(path.affordable, f"support.{column}.affordable"), "average": _whole(path.average),
        "cost": _tkr(path.cost),
    }  # fmt: skip
    if path.gap < 0:
        yield msg(
            "The budget of {budget} pays for {affordable} a month, but the way to the target of {target} means "
            "{average} on average and costs {cost}: {gap} are lacking.", **words,
        )  # fmt: skip
    else:
        yield msg(
            "The budget of {budget} pays for {affordable} a month, and the way to the target of {target} means "
            "{average} on average and costs {cost}: {gap} are left.", **words,
        )  # fmt: skip
    yield _reckoned(goal)
    if path.level_within_budget is not None and path.gap < 0:
        yield _within(path.level_within_budget, path.goal_gap)


def _reckoned(goal: SupportGoal) -> Text:
    """The arithmetic in bare numbers, money in tkr."""
    path = goal.path
    start = Figure(path.start, Unit.HOUSEHOLDS, str(goal.budget.year - 1), Source(goal.start_ref))
    mean = Figure(path.mean_cost / 1000, Unit.TKR_PER_MONTH)
    return msg(
        "Reckoned in tkr: {budget} / ({mean} × 12) = {affordable}; ({start} + {target}) / 2 = {average}; {average} × "
        "{mean} × 12 = {cost}.",
        budget=_bare(_tkr(path.budget or Decimal(0))), affordable=_bare(_whole(path.affordable or Decimal(0))),
        start=_bare(start), target=_bare(Figure(path.goal, Unit.HOUSEHOLDS)), average=_bare(_whole(path.average)),
        mean=_bare(LiveFigure(mean, 1)), cost=_bare(_tkr(path.cost)),
    )  # fmt: skip


def _bare(figure: Figure | LiveFigure) -> LiveFigure:
    """The number alone, still leading to where it comes from."""
    live = figure if isinstance(figure, LiveFigure) else LiveFigure(figure)
    return LiveFigure(live.figure, live.decimals, live.signed, True)


def _within(level: Decimal, goal_gap: Decimal | None) -> Text:
    if level < 0:
        return msg("No level at the end of the year would keep the year within the budget.")
    if goal_gap is not None and goal_gap < 0:
        return msg(
            "To keep within the budget the year would have to end at {level}. A whole year at the target would still "
            "cost {gap} more than the budget.", level=_whole(level), gap=_tkr(-goal_gap),
        )  # fmt: skip
    return msg("To keep within the budget the year would have to end at {level}.", level=_whole(level))


def _change(setting: Setting) -> Iterator[Text]:
    """The budget of the year beside what was last known of the year before."""
    year = setting.dossier.plan.year
    budget = support_value(setting.dossier, Basis.BUDGET, year)
    before = [
        support_value(setting.dossier, basis, year - 1) for basis in (Basis.OUTCOME, Basis.FORECAST, Basis.BUDGET)
    ]
    known = next((value for value in before if value is not None and value.net is not None), None)
    if budget is not None and budget.net is not None and known is not None and known.net is not None:
        yield msg(
            "Income support is budgeted at {budget} net for {year}, {change} against {before}.",
            budget=_tkr(budget.net), year=year, before=_words(known),
            change=LiveFigure(Figure(budget.net - known.net, Unit.KR).to(Unit.TKR), 0, True),
        )  # fmt: skip
    yield msg(
        "There is no target to hold against the budget: link the budget of the year to an indicator of households, and "
        "give the mean cost."
    )


def _norm_sentence(gap: NormGap) -> Text:
    words = {"year": gap.year, "frame": Figure(gap.frame, Unit.INDEX)}
    if gap.norm is None or gap.amount is None:
        return msg(
            "The frame is counted up by index {frame} for {year}; the national norm of the year is not known.", **words
        )
    words |= {"norm": Figure(gap.norm, Unit.INDEX), "gap": _tkr(abs(gap.amount))}
    if gap.amount > 0:
        return msg(
            "The norm of {year} has index {norm}, the frame is counted up by {frame}: {gap} are not compensated.",
            **words,
        )
    return msg("The norm of {year} has index {norm}, the frame is counted up by {frame}: the norm is covered.", **words)


def by_year(setting: Setting, values: Sequence[SupportValue]) -> Table:
    """Measures down, bases and years across; money in tkr."""
    rows = []
    for name, unit in SUPPORT_FIELDS.items():
        held = [getattr(value, name) for value in values]
        if any(value is not None for value in held):
            words = setting.say(SUPPORT_LABELS[name])
            head = f"{words}, {setting.say(unit.label)}" if unit is Unit.KR_PER_MONTH else words
            cells = [_cell(setting, value, name) for value in values]
            rows.append(Row((text_cell(head), *cells), _TOTALS.get(name, RowKind.LINE)))
    columns = (
        Column(setting.say(msg("Measure")), width=LABEL_SHARE),
        *(Column(setting.say(_words(value)), Align.RIGHT) for value in values),
    )
    caption = setting.say(msg("Income support by year: households, and money in tkr"))
    return Table(caption, columns, tuple(rows), "income-support-by-year", tuple(_notes(setting, values)))


def _cell(setting: Setting, value: SupportValue, name: str) -> Cell:
    amount = getattr(value, name)
    ref = f"support.{column_id(value)}.{name}" if value.unit is None else ""
    if name in _MONEY:
        return shown(setting, in_tkr([amount])[0], Unit.TKR, ref=ref)
    decimals = 1 if name in {"households", "households_at_end", "norm"} else 0
    return shown(setting, amount, SUPPORT_FIELDS[name], decimals=decimals, ref=ref)


def _notes(setting: Setting, values: Sequence[SupportValue]) -> Iterator[Runs]:
    yield worded(
        msg("Net is paid out less paid back. The budget pays for paid out / (mean cost × months) households a month."),
        setting.language,
    )
    for value in values:
        if value.computed is not None and value.paid is not None:
            difference = value.computed - value.paid
            told = msg(
                "{column}: households × mean cost × months is {computed}, {difference} against what is paid out.",
                column=_words(value), computed=_tkr(value.computed),
                difference=LiveFigure(Figure(difference, Unit.KR).to(Unit.TKR), 0, True),
            )  # fmt: skip
            yield worded(told, setting.language)
        if value.missing:
            told = msg("{column}: {count} months are not reported.", column=_words(value), count=value.missing)
            yield worded(told, setting.language)


def path_table(setting: Setting, goal: SupportGoal) -> Table:
    """The straight way to the target month by month, with what is reported beside it where anything is."""
    path, year = goal.path, goal.budget.year
    months = [f"{year}-{month.month:02d}" for month in path.months]
    outcome = {f.period: f.households for f in setting.dossier.income_support if _is_outcome(f)}
    is_reported = any(outcome.get(month) is not None for month in months)
    costs = in_tkr([month.cost for month in path.months])
    twelfths = in_tkr([None if path.budget is None else path.budget / 12] * 12)
    rows, total, room = [], Decimal(0), Decimal(0)
    for month, period, cost, twelfth in zip(path.months, months, costs, twelfths, strict=True):
        total, room = total + (cost or 0), room + (twelfth or 0)
        budget = None if path.budget is None else room
        reported = [shown(setting, outcome.get(period), Unit.HOUSEHOLDS, decimals=1)] if is_reported else []
        cells = (
            shown(setting, month.at_end, Unit.HOUSEHOLDS),
            shown(setting, month.households, Unit.HOUSEHOLDS, decimals=1),
            *reported,
            *(shown(setting, amount, Unit.TKR) for amount in (cost, total, budget)),
            shown(setting, None if budget is None else budget - total, Unit.TKR, signed=True),
        )
        rows.append(Row((text_cell(setting.say(MONTHS[month.month - 1])), *cells)))
    words = (
        msg("Households at the end"), msg("On average"), *((msg("Reported"),) if is_reported else ()), msg("Cost"),
        msg("Cost to date"), msg("Budget to date"), msg("Difference"),
    )  # fmt: skip
    columns = (Column(setting.say(msg("Month"))), *(Column(setting.say(word), Align.RIGHT) for word in words))
    caption = setting.say(msg("The way to the target {year}, money in tkr", year=year))
    return Table(caption, columns, tuple(rows), "income-support-path", (worded(_PATH_NOTE, setting.language),))


_PATH_NOTE = msg(
    "The same change of households each month; a month is the mean of its beginning and its end. The budget is spread "
    "in twelfths."
)


def _is_outcome(figure: IncomeSupportFigure) -> bool:
    return figure.basis is Basis.OUTCOME and figure.unit is None


def _words(value: SupportValue) -> Text:
    return known_words(value.basis, value.year, value.last)


def _tkr(amount: Decimal, ref: str = "") -> LiveFigure:
    return LiveFigure(Figure(amount, Unit.KR, source=Source(ref)).to(Unit.TKR), 0)


def _whole(households: Decimal, ref: str = "") -> Figure:
    return Figure(round_half_up(households, 0), Unit.HOUSEHOLDS, source=Source(ref))
