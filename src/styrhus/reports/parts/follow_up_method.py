"""How a report is made: which ledger, how it adds up to the report, accruals, and what the report leaves out."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.follow_up import followed_budget
from styrhus.dossier.follow_up_figures import type_name, unit_name
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import LedgerMonth
from styrhus.paper.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    ListBlock,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    plain,
)
from styrhus.paper.words import date_in_words
from styrhus.reports.months import month_name
from styrhus.reports.parts.follow_up import view_of
from styrhus.reports.sentences import number_cell, sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


def method_blocks(setting: Setting, level: int, *, left_out: list[Text]) -> Iterator[Block]:
    """The method in sentences, the imports, the way from the ledger's total to the report's, and the accruals."""
    yield Heading(level, setting.say(msg("Method")))
    yield ListBlock(tuple(plain(setting.say(text)) for text in _method(setting)))
    yield Heading(level, setting.say(msg("Sources")))
    yield _imports(setting)
    yield reconciliation(setting)
    yield from _accruals(setting)
    if left_out:
        yield Heading(level, setting.say(msg("What the report does not hold")))
        yield ListBlock(tuple(plain(setting.say(text)) for text in left_out))


def method_in_brief(setting: Setting, level: int, *, left_out: list[Text]) -> Iterator[Block]:
    """The method in sentences with the ledger that it rests on, the way to the ledger's total, and the accruals."""
    told = (*_method(setting), *_ledger(setting), ELSEWHERE, *left_out)
    yield ListBlock(tuple(plain(setting.say(text)) for text in told))
    yield reconciliation(setting)
    yield from _accruals(setting)


ELSEWHERE = msg(
    "Goals, assignments, staff, investments and the frame are followed up in the interim and annual reports, as are "
    "the units below those shown here."
)


def _ledger(setting: Setting) -> Iterator[Text]:
    """How many rows of the ledger, and when they were read."""
    held = imported(setting)
    rows = Figure(Decimal(sum(month.rows for month in held)), Unit.NUMBER)
    days = sorted({month.imported for month in held if month.imported})
    if days:
        day = date_in_words(days[-1].isoformat(), setting.language)
        yield msg("Ledger: {months} months, {rows} rows, last imported {day}.", months=len(held), rows=rows, day=day)
    elif held:
        yield msg("Ledger: {months} months, {rows} rows.", months=len(held), rows=rows)


def _method(setting: Setting) -> Iterator[Text]:
    version = followed_budget(setting.dossier)
    if version is None:
        yield msg("There is no budget version of the year to hold the outcome against.")
    else:
        yield msg("Budget: {name}.", name=version.name)
    yield msg("Costs are positive and income negative; the council's grant and balance accounts are no net cost.")
    yield msg("Deviation = budget − outcome or forecast. Plus is better than budget.")
    yield msg(
        "In the texts a deviation within 50 tkr, or within half a percent of the budget, is called level with budget."
    )
    yield msg(
        "Forecast: what the units have entered; where they have not, outcome to date and budget of the months left."
    )
    yield msg("Amounts are reckoned in kr and öre and rounded last, so that the rows of each table add up.")


def imported(setting: Setting) -> tuple[LedgerMonth, ...]:
    """The months of the plan year that the report rests on."""
    held = setting.dossier.ledger_months
    found = (m for m in held if m.year == setting.dossier.plan.year and m.month <= (setting.month or 0))
    return tuple(sorted(found, key=lambda month: month.month))


def _imports(setting: Setting) -> Table:
    """One row a month, with the file it came from and its control total in kr."""
    say, rows = setting.say, []
    for month in imported(setting):
        figure = Figure(month.total, Unit.KR, setting.period)
        marks = [msg("closed")] if month.closed else []
        marks += [msg("made up")] if month.synthetic else []
        rows.append(Row((
            text_cell(say(month_name(month.month)).capitalize()), text_cell(month.source),
            text_cell(month.imported.isoformat() if month.imported else ""),
            number_cell(Figure(Decimal(month.rows), Unit.NUMBER), setting.language),
            number_cell(figure, setting.language), text_cell(", ".join(say(mark) for mark in marks)),
        )))  # fmt: skip
    heads = (
        Column(say(msg("Month")), width=2), Column(say(msg("Imported from")), width=4),
        Column(say(msg("Imported")), width=2), Column(say(msg("Rows")), Align.RIGHT),
        Column(say(msg("Total, kr")), Align.RIGHT, width=2), Column(say(msg("Remark"))),
    )  # fmt: skip
    kept = [index for index in range(len(heads)) if any(row.cells[index].runs for row in rows)]
    shown = tuple(Row(tuple(row.cells[index] for index in kept)) for row in rows)
    return Table(say(msg("The imports of the ledger that the report rests on")),
                 tuple(heads[index] for index in kept), shown, "ledger-imports")  # fmt: skip


def reconciliation(setting: Setting) -> Table:
    """From the report's net cost to the ledger's own total, in kr and öre."""
    line = view_of(setting).line().accumulated
    accrued = line.accrued or Decimal(0)
    booked = (line.actual or Decimal(0)) - accrued
    grant, balance = (_booked(setting, kind) for kind in (CostType.COUNCIL_GRANT, CostType.BALANCE))
    months = sum((month.total for month in imported(setting)), Decimal(0))
    ref = f"followup.{setting.period}.all.all.actual-to-date"
    lines = [
        (msg("Net cost in the report"), booked + accrued, ref, RowKind.SUBTOTAL),
        (
            msg("less accruals, which the ledger does not have"),
            -accrued,
            f"outlook.{setting.period}.accrued",
            RowKind.LINE,
        ),
        (msg("The council's grant"), grant, "", RowKind.LINE),
        (msg("Balance accounts"), balance, "", RowKind.LINE),
        (msg("Total of the ledger"), booked + grant + balance, "", RowKind.TOTAL),
    ]
    rows = [
        Row((text_cell(setting.say(label)), _kr(setting, amount, source)), kind)
        for label, amount, source, kind in lines
        if amount or kind is not RowKind.LINE
    ]
    differs = booked + grant + balance - months
    note = msg("The imported months have the same total.")
    if differs:
        note = msg("The imported months differ from it by {amount}.", amount=Figure(differs, Unit.KR))
    heads = (Column(setting.say(msg("Item")), width=4), Column(setting.say(msg("kr")), Align.RIGHT))
    caption = setting.say(msg("From the report to the ledger, kr"))
    return Table(caption, heads, tuple(rows), "reconciliation", (plain(setting.say(note)),))


def _kr(setting: Setting, amount: Decimal, ref: str) -> Cell:
    figure = Figure(amount, Unit.KR, setting.period, Source(ref))
    return Cell((Run(figure.number(decimals=2, language=setting.language), figure=figure),))


def _booked(setting: Setting, kind: CostType) -> Decimal:
    year, month = setting.dossier.plan.year, setting.month or 0
    held = setting.dossier.balances
    return sum((b.amount for b in held if b.year == year and b.month <= month and b.cost_type is kind), Decimal(0))


def _accruals(setting: Setting) -> Iterator[Block]:
    """What is estimated in the outcome: each with its reason and when it is taken back."""
    year, month = setting.dossier.plan.year, setting.month or 0
    held = [a for a in setting.dossier.accruals if a.year == year and a.month <= month]
    open_ones = [a for a in held if a.reverses is None or not a.month < a.reverses <= month]
    if not held:
        yield Paragraph(plain(setting.say(msg("There are no accruals."))))
        return
    if not open_ones:
        yield Paragraph(plain(setting.say(msg("All accruals of earlier months have been taken back."))))
        return
    say, rows = setting.say, []
    for accrual in open_ones:
        rows.append(Row((
            text_cell(unit_name(setting.dossier, accrual.unit, setting.language)),
            text_cell(say(type_name(accrual.cost_type.value))), text_cell(sentence(accrual.reason)),
            text_cell(say(month_name(accrual.month))),
            number_cell(Figure(accrual.amount, Unit.KR, setting.period), setting.language),
        )))  # fmt: skip
    heads = (
        Column(say(msg("Unit")), width=3), Column(say(msg("Cost type")), width=2), Column(say(msg("Reason")), width=5),
        Column(say(msg("Month"))), Column(say(msg("Amount, kr")), Align.RIGHT, width=2),
    )  # fmt: skip
    yield Table(say(msg("Accruals in the outcome, kr")), heads, tuple(rows), "accruals")
