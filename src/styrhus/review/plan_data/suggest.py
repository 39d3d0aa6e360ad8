"""The mapping that the understanding of a table suggests, for the user to change."""

import re
from dataclasses import replace

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.short_name import short_name
from styrhus.finance.table import ColumnKind, RowKind, Sign, TableKind
from styrhus.review.plan_data import mapping as m
from styrhus.review.plan_data.mapping import ColumnUse, Into, Mapping, RowUse
from styrhus.review.plan_data.names import same
from styrhus.review.understanding.assignments import assignment_table
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, RowRole, SignConvention
from styrhus.review.understanding.indicators import indicator_table
from styrhus.values.unit import Unit

_COLUMN_KINDS = {
    ColumnRole.OUTCOME: ColumnKind.OUTCOME, ColumnRole.FORECAST: ColumnKind.FORECAST,
    ColumnRole.BUDGET: ColumnKind.BUDGET, ColumnRole.CHANGE: ColumnKind.CHANGE, ColumnRole.VARIANCE: ColumnKind.CHANGE,
    ColumnRole.VOLUME: ColumnKind.VOLUME, ColumnRole.PRICE: ColumnKind.PRICE, ColumnRole.TARGET: ColumnKind.AMOUNT,
    ColumnRole.AMOUNT: ColumnKind.AMOUNT, ColumnRole.NUMBER: ColumnKind.AMOUNT, ColumnRole.SUM: ColumnKind.AMOUNT,
    ColumnRole.RESULT: ColumnKind.AMOUNT,
}  # fmt: skip
_ROW_KINDS = {
    RowRole.LINE: RowKind.LINE, RowRole.HEADING: RowKind.HEADING, RowRole.SUBTOTAL: RowKind.SUBTOTAL,
    RowRole.TOTAL: RowKind.TOTAL, RowRole.OF_WHICH: RowKind.OF_WHICH, RowRole.RESULT: RowKind.TOTAL,
}  # fmt: skip
_TABLE_KINDS = {
    GridKind.VOLUME_PRICE: TableKind.CARE, GridKind.HEADCOUNT: TableKind.POSITIONS,
    GridKind.FRAME_BRIDGE: TableKind.GRANT, GridKind.SERIES: TableKind.KEY_FIGURES,
}  # fmt: skip
_WORDS = {
    m.DEADLINE: ("klar", "slutdatum", "datum", "deadline", "tidplan", "senast", "när"),
    m.RESPONSIBLE: ("ansvar", "utförare", "responsible"),
    m.NUMBER: ("nr", "nummer", "no."),
    m.DESCRIPTION: ("beskrivning", "description", "kommentar", "insats"),
}

_MEANS = re.compile(r"[^\W\d]{3}")
_LONGEST = 90
_UNIT = re.compile(r"[,(]?\s*\b(?:kr|tkr|mnkr|kkr|mkr)\)?$", re.IGNORECASE)


def suggested(grid: Grid, dossier: Dossier) -> Mapping | None:
    """The mapping of a recognised table; None for one that holds nothing a plan has a place for."""
    if len(grid.columns) < 2 or not grid.rows or grid.kind is GridKind.RISKS:
        return None
    if (found := indicator_table(grid)) is not None and found.indicators:
        uses = _indicator_uses(grid, found.label, found.outcomes, found.targets)
        mapping = _mapping(grid, dossier, Into.INDICATORS, uses)
        goals = {each.row.index: _goal_called(dossier, each.goal) for each in found.indicators}
        return replace(mapping, rows=tuple(replace(row, goal=goals.get(row.index, "")) for row in mapping.rows))
    if (tasks := assignment_table(grid)) is not None and tasks.assignments:
        return _mapping(grid, dossier, Into.ASSIGNMENTS, _assignment_uses(grid, tasks.label, tasks.deadline))
    if not any(cell.number is not None for row in grid.rows for cell in row.cells):
        return None
    return _mapping(grid, dossier, Into.TABLE, _table_uses(grid))


def _mapping(grid: Grid, dossier: Dossier, into: Into, uses: dict[int, str]) -> Mapping:
    caption = _caption(grid)
    columns = tuple(_column(grid, column, uses.get(column.index, m.SKIP)) for column in grid.columns)
    rows = tuple(RowUse(row.index, _row_use(grid, position, into)) for position, row in enumerate(grid.rows))
    unit = grid.unit or Unit.NUMBER
    return Mapping(
        into, columns, rows,
        key=short_name(caption, dossier.table_by_id), caption=caption, unit=unit, sign=_sign(grid, unit),
        table_kind=_TABLE_KINDS.get(grid.kind, TableKind.ALLOCATION),
        goal=_lowest_goal(dossier), origin=caption,
    )  # fmt: skip


def _column(grid: Grid, column: GridColumn, use: str) -> ColumnUse:
    year = column.year or (grid.year if use in {m.TARGET} else None)
    unit = column.unit if column.unit is not grid.unit else None
    return ColumnUse(column.index, column.heading, use, year, unit)


def _row_use(grid: Grid, position: int, into: Into) -> str:
    row = grid.rows[position]
    if into is Into.TABLE:
        return _ROW_KINDS[row.role].value
    return RowKind.LINE.value if row.role is not RowRole.HEADING else m.SKIP


def _table_uses(grid: Grid) -> dict[int, str]:
    uses = {column.index: _COLUMN_KINDS[column.role].value for column in grid.columns if column.role in _COLUMN_KINDS}
    return uses | {grid.label_column: m.LABEL}


def _indicator_uses(
    grid: Grid, label: GridColumn, outcomes: tuple[GridColumn, ...], targets: tuple[GridColumn, ...]
) -> dict[int, str]:
    uses = {column.index: m.OUTCOME for column in outcomes} | {column.index: m.TARGET for column in targets}
    units = {column.index: m.UNIT for column in grid.columns if column.heading.strip().casefold() in {"enhet", "unit"}}
    return uses | units | {label.index: m.LABEL}


def _assignment_uses(grid: Grid, label: GridColumn, deadline: GridColumn | None) -> dict[int, str]:
    uses: dict[int, str] = {}
    for column in grid.columns:
        heading = column.heading.casefold()
        found = next((use for use, words in _WORDS.items() if any(word in heading for word in words)), m.SKIP)
        if found != m.SKIP and found not in uses.values():
            uses[column.index] = found
    if deadline is not None:
        uses = {index: use for index, use in uses.items() if use != m.DEADLINE} | {deadline.index: m.DEADLINE}
    return uses | {label.index: m.LABEL}


def _caption(grid: Grid) -> str:
    """The caption without its unit, else what the label column is headed, else the nearest heading; no sentences."""
    table = grid.table
    named = (table.caption, grid.columns[grid.label_column].heading, *reversed(table.headings))
    found = next((text for text in named if _MEANS.search(text) and len(text) <= _LONGEST), "")
    return _UNIT.sub("", " ".join(found.split())).strip(" ,:")


def _sign(grid: Grid, unit: Unit) -> Sign:
    if not unit.is_money:
        return Sign.NOT_MONEY
    return Sign.COST_NEGATIVE if grid.sign is SignConvention.COSTS_NEGATIVE else Sign.COST_POSITIVE


def _goal_called(dossier: Dossier, name: str) -> str:
    """The goal that the table names, empty when the plan has none of that name."""
    return next((goal.id for goal in dossier.goals if name and same(goal.name, name)), "")


def _lowest_goal(dossier: Dossier) -> str:
    """The first goal that has no goals below it, since indicators mostly belong there."""
    return next((goal.id for goal in dossier.goals if not dossier.children_of(goal.id)), "")
