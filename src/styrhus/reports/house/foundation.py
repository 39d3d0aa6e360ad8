"""The foundation: the volumes of the statutory task that the plan's own data hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.standing import yearly_outcomes
from styrhus.finance.table import Column, ColumnKind, Row, RowKind, Table, TableKind
from styrhus.plan.indicator import Indicator
from styrhus.values.figure import Figure, Source
from styrhus.values.unit import Unit

COUNTED = {Unit.PERSONS, Unit.HOUSEHOLDS, Unit.CASES}
SHOWN = 4


@dataclass(frozen=True)
class Volume:
    """A number of people, households or cases; `before` is the same for an earlier period, `target` the plan's own."""

    label: str
    now: Figure
    before: Figure | None = None
    target: Figure | None = None


def volumes(dossier: Dossier, most: int = SHOWN) -> tuple[Volume, ...]:
    """The volumes to show: from tables first, then indicators, then key figures and figures in prose."""
    found: dict[str, Volume] = {}
    sources = (_from_tables, _from_indicators, _from_key_figures, _from_facts)
    for volume in (volume for source in sources for volume in source(dossier)):
        found.setdefault(volume.label, volume)
    return tuple(found.values())[:most]


def _from_tables(dossier: Dossier) -> Iterator[Volume]:
    year = dossier.plan.year
    for table in dossier.tables:
        if table.kind in {TableKind.CARE, TableKind.VOLUME}:
            yield from _by_column_year(table, year)
            yield from _by_row_year(table, year)


def _counted_columns(table: Table) -> list[Column]:
    return [c for c in table.columns if (c.unit or table.unit) in COUNTED and c.kind is not ColumnKind.CHANGE]


def _by_column_year(table: Table, year: int) -> Iterator[Volume]:
    """A table with a column for each year and version: its total, this year's plan beside last year's outcome."""
    only = table.rows[0] if len(table.rows) == 1 else None
    total = next((row for row in table.rows if row.kind is RowKind.TOTAL), only)
    columns = [column for column in _counted_columns(table) if column.year]
    now = next((c for c in reversed(columns) if c.year == year), None)
    if total is None or now is None:
        return
    earlier = [c for c in columns if c.year == year - 1]
    before = next((c for c in earlier if c.kind is ColumnKind.OUTCOME), next(reversed(earlier), None))
    held = _cell(table, total, now, now.label)
    if held.value is not None:
        yield Volume(table.caption, held, None if before is None else _cell(table, total, before, before.label))


def _by_row_year(table: Table, year: int) -> Iterator[Volume]:
    """A table with a row for each year: its largest column, this year's row beside the one before."""
    rows = {int(m[0]): row for row in table.rows if (m := re.match(r"\d{4}", row.label))}
    if year not in rows:
        return
    columns = [c for c in _counted_columns(table) if rows[year].cells[table.column_index[c.id]].value is not None]
    if columns:
        now, earlier = rows[year], rows.get(year - 1)
        column = max(columns, key=lambda c: _cell(table, now, c, "").value or 0)
        before = None if earlier is None else _cell(table, earlier, column, earlier.label)
        yield Volume(f"{table.caption}: {column.label}", _cell(table, now, column, now.label), before)


def _cell(table: Table, row: Row, column: Column, period: str) -> Figure:
    cell = table.cell(row.id, column.id)
    source = Source(f"table.{table.id}.{row.id}.{column.id}", f"{table.caption}: {row.label}, {column.label}")
    return Figure(cell.value, table.unit_of(row, column), period, source, row.label, cell.mark)


def _from_indicators(dossier: Dossier) -> Iterator[Volume]:
    for indicator in dossier.indicators:
        latest = yearly_outcomes(dossier, indicator.id)[:2]
        if indicator.unit in COUNTED and latest:
            now, *before = (_outcome(indicator, str(o.year), o.value) for o in latest)
            yield Volume(indicator.name, now, before[0] if before else None, _target(dossier, indicator))


def _outcome(indicator: Indicator, year: str, value: Decimal | None) -> Figure:
    source = Source(f"outcome.{indicator.id}.{year}", indicator.name)
    return Figure(value, indicator.unit, year, source, indicator.name)


def _target(dossier: Dossier, indicator: Indicator) -> Figure | None:
    year = dossier.plan.year
    held = next((t for t in dossier.targets_of(indicator.id) if t.year == year and not t.part and t.value), None)
    if held is None:
        return None
    return Figure(held.value, indicator.unit, str(year), Source(f"target.{indicator.id}.{year}"), indicator.name)


def _from_key_figures(dossier: Dossier) -> Iterator[Volume]:
    """The first counted row of each table of key figures."""
    for table in dossier.tables:
        if table.kind is TableKind.KEY_FIGURES:
            column = next(c for c in table.columns if c.kind is not ColumnKind.TEXT)
            figures = (_cell(table, row, column, "") for row in table.rows if row.unit in COUNTED)
            yield from (Volume(f.label, f) for f in islice((f for f in figures if f.value is not None), 1))


def _from_facts(dossier: Dossier) -> Iterator[Volume]:
    for fact in dossier.facts:
        if fact.unit in COUNTED and fact.value is not None:
            place = Source(f"fact.{fact.id}", fact.source)
            yield Volume(fact.label, Figure(fact.value, fact.unit, fact.period, place, fact.label))
