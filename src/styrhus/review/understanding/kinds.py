"""What a table is about, and how sure that is."""

import re
from collections.abc import Sequence

from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow, RowRole
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

_INDICATORS = re.compile(
    r"mätetal|indikator|nyckeltal|\bmått\b|mittari|måleparameter|nøkkeltall|tunnusluku|målvärde", re.IGNORECASE
)
_TASKS = re.compile(
    r"uppdrag|åtgärd|aktivitet|insats|tiltak|ansvarig|startdatum|slutdatum|klart senast|toimenpide|handling|oppdrag",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:ny |gällande |ingående |utgående |ursprunglig |föregående års |kommunbidrag|beslutad |total )?"
    r"(?:budget)?(?:ram|rammen?|kommunbidrag|budget|budsjett|talousarvio)\b", re.IGNORECASE,
)  # fmt: skip
_CHANGES = re.compile(
    r"ramförändring|specifikation.{0,20}förändr|förändring\w* (?:av|i|mellan)|summa förändring|rammeendring",
    re.IGNORECASE,
)
_DATED = re.compile(r"20\d\d|ingående|utgående|föregående|\bny\b", re.IGNORECASE)
_PEOPLE = {Unit.PERSONS, Unit.FTE, Unit.HOUSEHOLDS}
_VERSIONS = {ColumnRole.OUTCOME, ColumnRole.BUDGET, ColumnRole.FORECAST}
_MONEY_ROLES = {*_VERSIONS, ColumnRole.AMOUNT, ColumnRole.VARIANCE, ColumnRole.RESULT}

WORDS = {
    GridKind.BUDGET: msg("amounts of money"),
    GridKind.INDICATORS: msg("indicators with outcome and target"),
    GridKind.ASSIGNMENTS: msg("assignments and activities"),
    GridKind.FRAME_BRIDGE: msg("frame bridge: what changes the frame"),
    GridKind.VOLUME_PRICE: msg("volumes and prices"),
    GridKind.HEADCOUNT: msg("counts of persons or positions"),
    GridKind.RISKS: msg("risk analysis"),
    GridKind.SERIES: msg("series over years"),
    GridKind.OTHER: msg("other table"),
}


def kind_of(
    columns: Sequence[GridColumn], rows: Sequence[GridRow], caption: str, unit: Unit | None
) -> tuple[GridKind, float]:
    """The kind of a table and how sure it is, from 0 to 1."""
    roles = [column.role for column in columns if not column.empty or column.role is not ColumnRole.TEXT]
    numbers = sum(cell.number is not None for row in rows for cell in row.cells)
    heads = " ".join(column.heading for column in columns)
    if ColumnRole.PRODUCT in roles and roles.count(ColumnRole.FACTOR) >= 2:
        return GridKind.RISKS, 0.95
    if ColumnRole.TARGET in roles:
        return GridKind.INDICATORS, 0.95 if _INDICATORS.search(heads) or ColumnRole.OUTCOME in roles else 0.7
    if _INDICATORS.search(heads) and unit is None:
        return GridKind.INDICATORS, 0.8
    if ColumnRole.VOLUME in roles and ColumnRole.PRICE in roles:
        return GridKind.VOLUME_PRICE, 0.9
    valued = [c for c in columns if sum(row.value(c.index) is not None for row in rows) >= min(2, len(rows))]
    if numbers == 0 or (not valued and _TASKS.search(heads)):
        return (GridKind.ASSIGNMENTS, 0.8) if _TASKS.search(heads) else (GridKind.OTHER, 0.5)
    return _counted(columns, rows, caption, unit)


def _counted(
    columns: Sequence[GridColumn], rows: Sequence[GridRow], caption: str, unit: Unit | None
) -> tuple[GridKind, float]:
    valued = [column for column in columns if any(row.value(column.index) for row in rows)]
    roles = {column.role for column in valued}
    if _is_bridge(valued, rows, caption):
        return GridKind.FRAME_BRIDGE, 0.85
    if unit in _PEOPLE | {Unit.NUMBER} or roles <= {ColumnRole.VOLUME, ColumnRole.SUM} or _all_people(valued):
        return GridKind.HEADCOUNT, 0.8
    money = unit is not None and unit.is_money
    if roles & _MONEY_ROLES and (money or unit is None) and not _mixed(rows):
        return GridKind.BUDGET, 0.9 if money else 0.6
    years = {column.year for column in valued if column.year} | {row.year for row in rows if row.year}
    if money:
        return GridKind.BUDGET, 0.8
    return (GridKind.SERIES, 0.7) if len(years) >= 2 else (GridKind.OTHER, 0.4)


def _is_bridge(valued: Sequence[GridColumn], rows: Sequence[GridRow], caption: str) -> bool:
    held = [row for row in rows if any(row.value(column.index) for column in valued)]
    if len(held) < 3 or len(valued) > 4:
        return False
    single = len(valued) == 1
    ends = all(_FRAME.search(row.label) and (single or _DATED.search(row.label)) for row in (held[0], held[-1]))
    told = _CHANGES.search(f"{caption} {held[-1].label} {valued[0].heading}")
    return (ends and held[0].label != held[-1].label) or (told is not None and len(valued) == 1)


def _all_people(valued: Sequence[GridColumn]) -> bool:
    return bool(valued) and all(column.unit in _PEOPLE for column in valued)


def _mixed(rows: Sequence[GridRow]) -> bool:
    """Rows with units of their own that are no money: key figures rather than a budget."""
    own = [row.unit for row in rows if row.unit is not None and row.role is RowRole.LINE]
    lines = sum(row.role is RowRole.LINE for row in rows)
    return sum(not unit.is_money for unit in own) * 2 > max(1, lines)


def description(grid: Grid) -> Text:
    """What the table was understood as, for people."""
    unit = grid.unit_text or (grid.unit.label if grid.unit else "")
    if not unit:
        return msg("{kind}; unit not told", kind=WORDS[grid.kind])
    return msg("{kind}, in {unit}", kind=WORDS[grid.kind], unit=unit)
