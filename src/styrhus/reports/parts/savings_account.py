"""The gap account as chart and tables: month by month, accumulated, and unit by unit."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from styrhus.dossier.savings import SavingsYear
from styrhus.finance.savings.gap import GapMonth
from styrhus.paper.blocks import Align, Cell, Chart, Column, Row, RowKind, Table, plain
from styrhus.paper.charts.line import LineChart, Point, Series, chart
from styrhus.paper.words import MONTHS
from styrhus.reports.parts.money_cells import in_thousands, money_cell
from styrhus.reports.sentences import text_cell
from styrhus.reports.setting import Setting
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit, convert

ADDED = ("required", "planned", "realised", "to_come", "unconfirmed")
"""The fields that are shown beside each other; the gap is reckoned from them as shown."""
BEFORE, AHEAD = ("to_come",), ("realised", "unconfirmed")
"""What a month that is over and one that lies ahead cannot have."""


def gap_chart(setting: Setting, held: SavingsYear) -> Chart | None:
    """Requirement, identified and realised, accumulated over the year; None when there is nothing to see."""
    levels = held.account.accumulated
    if not any(level.required or level.planned for level in levels):
        return None
    say = setting.say
    given = [level.realised if month <= held.month else None for month, level in enumerate(levels, start=1)]
    drawn: list[tuple[Text, Sequence[Decimal | None]]] = [
        (msg("Realised"), given),
        (msg("Identified"), [level.planned for level in levels]),
        (msg("Requirement"), [level.required for level in levels]),
    ]
    series = [Series(say(word), _points(held, amounts)) for word, amounts in drawn if any(amounts)]
    data = LineChart(tuple(series), Unit.TKR)
    caption = say(msg("Savings {year}, accumulated by month, tkr", year=held.year))
    return chart(data, caption=caption, language=setting.language, anchor="chart-savings")


def _points(held: SavingsYear, amounts: Sequence[Decimal | None]) -> tuple[Point, ...]:
    """A point a month in tkr; none where the amount is not known."""
    return tuple(
        Point(f"{held.year}-{month:02d}", round_half_up(convert(amount, Unit.KR, Unit.TKR), 0))
        for month, amount in enumerate(amounts, start=1) if amount is not None
    )  # fmt: skip


def gap_table(setting: Setting, held: SavingsYear) -> Table:
    """A row a month and the year, with the gap so far after each month."""
    say = setting.say
    shown = _shown(held.account.months)
    rows, reached = [], GapMonth()
    for month, amounts in enumerate(shown, start=1):
        reached += amounts
        name = say(MONTHS[month - 1]).capitalize()
        without = BEFORE if month <= held.month else AHEAD
        cells = _amounts(setting, amounts, without=without)
        rows.append(Row((text_cell(name), *cells, money_cell(setting, reached.gap))))
    whole = _amounts(setting, reached, f"gap.{held.year}-{held.month:02d}.all")
    rows.append(Row((text_cell(say(msg("Sum of the year"))), *whole, Cell()), RowKind.TOTAL))
    caption = say(msg("The gap account {year}, tkr", year=held.year))
    heads = (Column(say(msg("Month")), width=2), *_heads(setting), Column(say(msg("Gap so far")), Align.RIGHT))
    return Table(caption, heads, tuple(rows), "table-gap-account", description=say(EXPLAINED))


EXPLAINED = msg(
    "The gap is what is required less what is realised less what is identified and still to come. "
    "A planned effect that nobody has measured or stated after its month is not counted."
)


def unit_gap_table(setting: Setting, held: SavingsYear) -> Table | None:
    """A row a unit for the whole year; None when everything belongs to one place."""
    if len(held.by_unit) < 2:
        return None
    say = setting.say
    units = list(held.by_unit)
    shown = _shown([held.by_unit[unit].whole for unit in units])
    rows = [
        Row((text_cell(_unit_name(setting, unit)),
             *_amounts(setting, amounts, f"gap.{held.year}-{held.month:02d}.{unit or '-'}")))
        for unit, amounts in zip(units, shown, strict=True)
    ]  # fmt: skip
    whole = sum(shown, GapMonth())
    ref = f"gap.{held.year}-{held.month:02d}.all"
    rows.append(Row((text_cell(say(msg("The board"))), *_amounts(setting, whole, ref)), RowKind.TOTAL))
    caption = say(msg("The gap {year} by unit, tkr", year=held.year))
    heads = (Column(say(msg("Unit of the organisation")), width=3), *_heads(setting))
    notes = (plain(say(CONTRIBUTED)),) if any(not part.whole.required for part in held.by_unit.values()) else ()
    return Table(caption, heads, tuple(rows), "table-gap-units", notes)


CONTRIBUTED = msg("Where a unit has no requirement of its own, minus is what it contributes to the board's.")


def _unit_name(setting: Setting, unit: str | None) -> str:
    if unit is None:
        return setting.say(msg("Not divided among units"))
    held = setting.dossier.unit_by_id.get(unit)
    return held.name if held else unit


def _shown(months: Sequence[GapMonth]) -> tuple[GapMonth, ...]:
    """The months in tkr, rounded field by field so that each column adds up; the gap follows from what is shown."""
    columns = {name: in_thousands([getattr(month, name) for month in months]) for name in ADDED}
    return tuple(
        GapMonth(**{name: column[index] or Decimal(0) for name, column in columns.items()})
        for index in range(len(months))
    )


def _heads(setting: Setting) -> tuple[Column, ...]:
    words: tuple[Text, ...] = (
        msg("Required"), msg("Identified"), msg("Realised"), msg("Still to come"), msg("Not confirmed"), msg("Gap"),
    )  # fmt: skip
    return tuple(Column(setting.say(word), Align.RIGHT) for word in words)


def _amounts(setting: Setting, amounts: GapMonth, base: str = "", *, without: Collection[str] = ()) -> tuple[Cell, ...]:
    """The cells of a row; those of the fields in `without` hold nothing."""
    names = (*ADDED, "gap")
    refs = [f"{base}.{name.replace('_', '-')}" if base else "" for name in names]
    return tuple(
        Cell() if name in without else money_cell(setting, getattr(amounts, name), ref)
        for name, ref in zip(names, refs, strict=True)
    )
