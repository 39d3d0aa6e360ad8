"""One measure month by month, and the requirements, as tables."""

from decimal import Decimal

from styrhus.dossier.savings import SavingsYear
from styrhus.finance.labels import label
from styrhus.finance.rounding import rounded_to_total
from styrhus.finance.savings.saving import Saving
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table
from styrhus.paper.words import MONTHS
from styrhus.reports.parts.money_cells import added, in_thousands, money_cell
from styrhus.reports.sentences import number_cell, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg
from styrhus.values.unit import Unit


def requirements_table(setting: Setting) -> Table:
    """Every requirement with its year, unit, amount and decision."""
    say, held = setting.say, setting.dossier.savings_requirements
    shown = in_thousands([requirement.amount for requirement in held])
    units = {unit.id: unit.name for unit in setting.dossier.organisation}
    rows = [
        Row(
            (
                text_cell(r.name),
                text_cell(str(r.year)),
                text_cell(units.get(r.unit or "", say(msg("The board as a whole")))),
                money_cell(setting, amount),
                text_cell(say(MONTHS[r.first_month - 1]).capitalize()),
                text_cell(r.decision),
                text_cell(r.note),
            )
        )
        for r, amount in zip(held, shown, strict=True)
    ]
    heads = (
        Column(say(msg("Requirement")), width=3),
        Column(say(msg("Year"))),
        Column(say(msg("Unit of the organisation")), width=2),
        Column(say(msg("tkr")), Align.RIGHT),
        Column(say(msg("From month"))),
        Column(say(msg("Decision")), width=2),
        Column(say(msg("Remark")), width=3),
    )
    return Table(say(msg("Savings requirements, tkr")), heads, tuple(rows), "table-requirements")


def months_table(setting: Setting, held: SavingsYear, found: Saving) -> Table:
    """A row a month in kr: planned, realised, how that is known and on what evidence; then the year."""
    stated = {
        e.month: e for e in held.measures.effects if (e.saving, e.year, e.planned) == (found.id, held.year, False)
    }
    say, given = setting.say, held.given(found)
    plan = rounded_to_total(held.plan(found), 0)
    shown = iter(rounded_to_total([month.amount for month in given if month.amount is not None], 0))
    realised = [None if month.amount is None else next(shown) for month in given]
    rows = []
    for month in range(1, 13):
        ref = f"saving.{found.id}.{held.year}-{month:02d}"
        known, effect = given[month - 1], stated.get(month)
        late = known.amount is None and month > held.month
        word = "" if late else say(label(known.known))
        if effect is not None and effect.synthetic:
            word = say(msg("{known} (synthetic)", known=word))
        said = ", ".join(part for part in (effect.stated_by, effect.evidence) if part) if effect else ""
        rows.append(
            Row(
                (
                    text_cell(say(MONTHS[month - 1]).capitalize()),
                    _kr(setting, plan[month - 1], f"{ref}.planned"),
                    Cell() if late else _kr(setting, realised[month - 1], f"{ref}.realised"),
                    text_cell(word),
                    text_cell(said),
                )
            )
        )
    sums = _kr(setting, added(plan), f"saving.{found.id}.{held.year}.planned")
    gave = _kr(setting, added(realised), "")
    rows.append(Row((text_cell(say(msg("The year"))), sums, gave, Cell(), Cell()), RowKind.TOTAL))
    heads = (
        Column(say(msg("Month")), width=2),
        Column(say(msg("Planned")), Align.RIGHT),
        Column(say(msg("Realised")), Align.RIGHT),
        Column(say(msg("How it is known")), width=3),
        Column(say(msg("Evidence")), width=4),
    )
    caption = say(msg("Effect month by month {year}, kr", year=held.year))
    return Table(caption, heads, tuple(rows), "table-effects")


def _kr(setting: Setting, amount: Decimal | None, ref: str) -> Cell:
    if amount is None:
        return text_cell("–")
    return number_cell(Figure(amount, Unit.KR, source=Source(ref)), setting.language)
