"""What the forecast says that savings give, beside what is claimed: each alone, and all of them together."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.references import LiveFigure
from styrhus.finance.rounding import rounded_to_total
from styrhus.finance.savings.planned import year_effect
from styrhus.finance.savings.saving import Saving
from styrhus.forecast.kept import SavingLever
from styrhus.paper.blocks import Align, Block, Column, Row, RowKind, Table
from styrhus.reports.parts.money_cells import in_thousands, money_cell
from styrhus.reports.sentences import paragraph, signed, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

Pair = tuple[Saving, SavingLever]


def lever_blocks(setting: Setting) -> Iterator[Block]:
    """A sentence and a table; nothing while no saving has levers whose effect has been computed."""
    rows = {row.saving: row for row in setting.dossier.saving_levers if row.computed_effect is not None}
    held = [(saving, rows[saving.id]) for saving in setting.dossier.savings if saving.id in rows]
    if not held:
        return
    yield from (paragraph(text, setting.language) for text in _overlap(held))
    yield _table(setting, held)


def _overlap(held: list[Pair]) -> Iterator[Text]:
    """How much less (or more) the counted ones give together than added one by one."""
    counted = [row for _, row in held if row.joint_effect is not None]
    if len(counted) < 2:
        return
    added = sum((row.computed_effect or Decimal(0) for row in counted), Decimal(0))
    together = sum((row.joint_effect or Decimal(0) for row in counted), Decimal(0))
    yield msg(
        "Together the savings with levers give {together}; added one by one they would be {added}. The difference, "
        "{difference}, is what one takes off that another has taken off already, and is counted once.",
        together=_tkr(together), added=_tkr(added), difference=signed(_tkr(together - added).figure),
    )  # fmt: skip


def _tkr(amount: Decimal) -> LiveFigure:
    (rounded,) = rounded_to_total([amount / 1000], 0)
    return LiveFigure(Figure(rounded, Unit.TKR))


def _table(setting: Setting, held: list[Pair]) -> Table:
    say, year = setting.say, setting.dossier.plan.year
    claimed = in_thousands([year_effect(saving, year, setting.dossier.saving_effects).this_year for saving, _ in held])
    alone = in_thousands([row.computed_effect for _, row in held])
    joint = in_thousands([row.joint_effect for _, row in held])
    rows = [
        Row((
            text_cell(saving.name), text_cell("; ".join(row.levers)), money_cell(setting, claim),
            money_cell(setting, mine), money_cell(setting, ours),
            text_cell(row.computed_on.isoformat() if row.computed_on else ""),
        ))
        for (saving, row), claim, mine, ours in zip(held, claimed, alone, joint, strict=True)
    ]  # fmt: skip
    known = [amount for amount in joint if amount is not None]
    if len(known) == len(joint) > 1:
        sums = [sum((a for a in column if a is not None), Decimal(0)) for column in (claimed, alone, joint)]
        cells = (text_cell(say(msg("Together"))), text_cell(""), *(money_cell(setting, a) for a in sums), text_cell(""))
        rows.append(Row(cells, RowKind.TOTAL))
    heads = (
        Column(say(msg("Measure")), width=3),
        Column(say(msg("Levers")), width=4),
        Column(say(msg("Claimed {year}", year=year)), Align.RIGHT, width=2),
        Column(say(msg("Computed alone")), Align.RIGHT, width=2),
        Column(say(msg("Counted together")), Align.RIGHT, width=2),
        Column(say(msg("Computed on")), width=2),
    )
    caption = say(msg("Savings with levers of the forecast: claimed and computed effect of the year, tkr"))
    return Table(caption, heads, tuple(rows), "savings-levers")
