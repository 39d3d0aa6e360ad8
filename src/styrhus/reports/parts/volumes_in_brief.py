"""Volumes in one table: placements by target group and income support, budget beside outcome and forecast."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from styrhus.dossier.grid_references import SUPPORT_LABELS, column_id
from styrhus.dossier.grids import placements_of, support_goal, support_of
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement_grid import GridColumn
from styrhus.finance.grids.support import SupportValue
from styrhus.paper.blocks import Align, Block, Cell, Column, Row, RowKind, Runs, Table
from styrhus.reports.parts.grid_cells import in_tkr, known_words, shown, summed
from styrhus.reports.parts.income_support import support_lead
from styrhus.reports.parts.placement_lines import default_pair
from styrhus.reports.parts.placements import placement_lead
from styrhus.reports.sentences import paragraph, text_cell, worded
from styrhus.reports.setting import Setting
from styrhus.values.text import msg
from styrhus.values.unit import Unit

Key = tuple[int, Basis, int]
"""A column: year, basis, and the last month that is known, 12 for a whole year."""
_ORDER = {Basis.BUDGET: 0, Basis.OUTCOME: 1, Basis.FORECAST: 2}


def volumes_in_brief(setting: Setting) -> Iterator[Block]:
    """A sentence on each of placements and income support, and their table; nothing where neither is known."""
    columns = _columns(setting)
    if not columns:
        return
    grid = placements_of(setting.dossier)
    if grid.rows and (pair := default_pair(grid, setting.dossier.plan.year)):
        yield from (paragraph(told, setting.language) for told in islice(placement_lead(setting, pair), 1))
    if support_goal(setting.dossier) is not None:
        yield from (paragraph(told, setting.language) for told in islice(support_lead(setting), 1))
    rows = (*_placements(setting, columns), *_support(setting, columns))
    heads = [Column(setting.say(msg("Volumes")), width=3)]
    heads += [Column(setting.say(known_words(basis, year, last)), Align.RIGHT) for year, basis, last in columns]
    caption = setting.say(msg("Volumes in brief, amounts in tkr"))
    yield Table(caption, tuple(heads), rows, "volumes-in-brief", tuple(_notes(setting, columns)))


def _columns(setting: Setting) -> tuple[Key, ...]:
    """What is known of the plan year, and the outcome or else the forecast of the year before."""
    year, grid = setting.dossier.plan.year, placements_of(setting.dossier)
    known = [column for column in grid.columns if grid.subtotal(None, column).amount.counted]
    found: set[Key] = {(column.year, column.basis, column.last) for column in known}
    found |= {key for key, value in _held(setting).items() if value.households is not None or value.net is not None}
    past = [key for key in found if key[0] == year - 1 and key[1] is not Basis.BUDGET]
    outcomes = [key for key in past if key[1] is Basis.OUTCOME]
    chosen = {key for key in found if key[0] == year} | set(outcomes or past)
    return tuple(sorted(chosen, key=lambda key: (key[0], _ORDER[key[1]], key[2])))


def _held(setting: Setting) -> dict[Key, SupportValue]:
    """Income support of the whole board by column."""
    return {(value.year, value.basis, value.last): value for value in support_of(setting.dossier) if value.unit is None}


def _placements(setting: Setting, columns: tuple[Key, ...]) -> tuple[Row, ...]:
    """A row for each target group and their sum in tkr, rounded as in the whole grid."""
    grid, say = placements_of(setting.dossier), setting.say
    if not grid.rows:
        return ()
    held = [_amounts(setting, _grid_column(setting, key)) for key in columns]
    rows = [Row((text_cell(say(msg("Placements, tkr"))),), RowKind.HEADING)]
    for group in grid.groups:
        ids = [row.id for row in grid.rows_of(group)]
        sums = (summed([amounts.get(row) for row in ids]) for amounts in held)
        cells = (shown(setting, amount, Unit.TKR) for amount in sums)
        rows.append(Row((text_cell(group, indent=1), *cells)))
    totals = (shown(setting, summed(list(amounts.values())), Unit.TKR) for amounts in held)
    return (*rows, Row((text_cell(say(msg("All placements"))), *totals), RowKind.SUBTOTAL))


def _amounts(setting: Setting, column: GridColumn | None) -> dict[str, Decimal | None]:
    if column is None:
        return {}
    grid = placements_of(setting.dossier)
    values = [grid.value(row, column) for row in grid.rows]
    amounts = in_tkr([value.amount if value else None for value in values])
    return dict(zip((row.id for row in grid.rows), amounts, strict=True))


def _grid_column(setting: Setting, key: Key) -> GridColumn | None:
    columns = placements_of(setting.dossier).columns
    return next((column for column in columns if (column.year, column.basis, column.last) == key), None)


def _support(setting: Setting, columns: tuple[Key, ...]) -> tuple[Row, ...]:
    """Households, those that the budget pays for, and what is paid out net in tkr."""
    held = _held(setting)
    values = [held.get(key) for key in columns]
    rows = []
    for name, unit in _SHOWN.items():
        if any(value is not None and getattr(value, name) is not None for value in values):
            words = setting.say(SUPPORT_LABELS[name])
            label = f"{words[0].upper()}{words[1:]}" + (", tkr" if unit is Unit.TKR else "")
            cells = (_cell(setting, value, name) for value in values)
            rows.append(Row((text_cell(label, indent=1), *cells)))
    head = Row((text_cell(setting.say(msg("Income support"))),), RowKind.HEADING)
    return (head, *rows) if rows else ()


_SHOWN = {
    "households": Unit.HOUSEHOLDS,
    "households_at_end": Unit.HOUSEHOLDS,
    "affordable": Unit.HOUSEHOLDS,
    "net": Unit.TKR,
}
"""What is shown of income support, and in which unit."""


def _cell(setting: Setting, value: SupportValue | None, name: str) -> Cell:
    unit = _SHOWN[name]
    if value is None:
        return shown(setting, None, unit)
    ref, amount = f"support.{column_id(value)}.{name}", getattr(value, name)
    if unit is Unit.TKR:
        return shown(setting, in_tkr([amount])[0], unit, ref=ref)
    return shown(setting, amount, unit, decimals=0 if name == "affordable" else 1, ref=ref)


def _notes(setting: Setting, columns: tuple[Key, ...]) -> Iterator[Runs]:
    """Which sums lack rows, so that nobody takes a part for the whole."""
    grid = placements_of(setting.dossier)
    for key in columns:
        column = _grid_column(setting, key)
        if column is None:
            continue
        held = grid.subtotal(None, column).amount
        if held.is_partial and held.counted:
            told = msg(
                "The sum of {what}, {column}, lacks {count} rows that are not known.",
                what=msg("amounts"), column=known_words(column.basis, column.year, column.last), count=held.missing,
            )  # fmt: skip
            yield worded(told, setting.language)
