"""The grids as tables of exact figures, for workbooks whose sums and differences are formulas."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.grid_references import SUPPORT_FIELDS, SUPPORT_LABELS, column_id, placement_unit
from styrhus.dossier.grids import placements_of, support_of
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.flows import YearFlow, year_flows
from styrhus.finance.grids.placement import PlacementRow, Pricing
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.finance.grids.support import SupportValue
from styrhus.finance.grids.volume import ORE
from styrhus.finance.labels import label
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table
from styrhus.finance.table import TableKind as Kind
from styrhus.reports.parts.grid_cells import known_words
from styrhus.reports.parts.placement_lines import column_words
from styrhus.reports.setting import Setting
from styrhus.values.number import decimals_of, round_half_up
from styrhus.values.text import msg
from styrhus.values.unit import Unit

_KINDS = {Basis.OUTCOME: ColumnKind.OUTCOME, Basis.BUDGET: ColumnKind.BUDGET, Basis.FORECAST: ColumnKind.FORECAST}
MEASURES = {
    "amount": (msg("Amount"), None, Unit.KR),
    "persons": (msg("Persons"), ColumnKind.VOLUME, Unit.PERSONS),
    "price": (msg("Price"), ColumnKind.PRICE, Unit.KR_PER_DAY),
}
TOTAL = "total"


def grid_tables(setting: Setting) -> dict[str, tuple[Table, ...]]:
    """The tables of each grid that has any, by the name of its page."""
    found = {
        "placements": tuple(_placements(setting)),
        "income-support": tuple(_support(setting)),
        "reception": tuple(_reception(setting)),
    }
    return {name: tables for name, tables in found.items() if tables}


def _placements(setting: Setting) -> Iterator[Table]:
    """Amount in kr, persons and price of every column, with a sub-total for each target group."""
    grid = placements_of(setting.dossier)
    wanted = [
        (name, column)
        for name in MEASURES
        for column in grid.columns
        if any(_value(grid, row, column, name) is not None for row in grid.rows)
    ]
    if not wanted:
        return
    columns = tuple(_column(setting, name, column) for name, column in wanted)
    yield Table(
        id="placements", caption=setting.say(msg("Placements")), kind=Kind.CARE, unit=Unit.MIXED,
        sign=Sign.COST_POSITIVE, row_heading=setting.say(msg("Care")), columns=columns,
        rows=tuple(_placement_rows(setting, grid, wanted)),
    )  # fmt: skip


def _cell(value: Decimal | None) -> Cell:
    """A value with no more decimals than öre, which means and quotients otherwise have; whole ones have none."""
    if value is None or decimals_of(value) <= ORE:
        return Cell(value=value)
    rounded = round_half_up(value, ORE)
    whole = rounded.to_integral_value()
    return Cell(value=whole if whole == rounded else rounded)


def _column(setting: Setting, name: str, column: GridColumn) -> Column:
    word, kind, unit = MEASURES[name]
    heading = f"{setting.say(word)}, {setting.say(column_words(column))}"
    return Column(
        id=f"{name}-{column.id}", label=heading, kind=kind or _KINDS[column.basis], year=column.year, unit=unit
    )


Wanted = Sequence[tuple[str, GridColumn]]


def _placement_rows(setting: Setting, grid: PlacementGrid, wanted: Wanted) -> Iterator[Row]:
    for number, group in enumerate(grid.groups, start=1):
        parent = f"group-{number}"
        for row in grid.rows_of(group):
            cells = tuple(_cell(_value(grid, row, column, name)) for name, column in wanted)
            unit = placement_unit("price", row.pricing) if row.pricing is Pricing.MONTH else None
            yield Row(id=f"row-{row.id}", label=f"{group}: {row.name}", parent=parent, unit=unit, cells=cells)
        words = setting.say(msg("Sum {group}", group=group))
        yield Row(id=parent, label=words, kind=RowKind.SUBTOTAL, cells=_sums(grid, group, wanted))
    yield Row(id=TOTAL, label=setting.say(msg("Total")), kind=RowKind.TOTAL, cells=_sums(grid, None, wanted))


def _sums(grid: PlacementGrid, group: str | None, wanted: Wanted) -> tuple[Cell, ...]:
    found = []
    for name, column in wanted:
        held = grid.subtotal(group, column)
        values = {"amount": held.amount.value, "persons": held.persons.value, "price": held.mean_price}
        found.append(_cell(values[name]))
    return tuple(found)


def _value(grid: PlacementGrid, row: PlacementRow, column: GridColumn, name: str) -> Decimal | None:
    held = grid.value(row, column)
    found: Decimal | None = None if held is None else getattr(held, name)
    return found


def _support(setting: Setting) -> Iterator[Table]:
    """Money in kr with the net as a formula, then volumes: measures down, bases and years across."""
    values = [value for value in support_of(setting.dossier) if value.unit is None]
    money = ("paid", "repaid", "net")
    volumes = tuple(name for name in SUPPORT_FIELDS if name not in money)
    if not values:
        return
    for key, words, names in (
        ("income-support", msg("Income support"), money),
        ("income-support-volumes", msg("Households and mean cost"), volumes),
    ):
        yield Table(
            id=key, caption=setting.say(words), kind=Kind.SPECIFICATION, unit=Unit.KR if names is money else Unit.MIXED,
            sign=Sign.COST_POSITIVE if names is money else Sign.NOT_MONEY, row_heading=setting.say(msg("Measure")),
            columns=tuple(_support_column(setting, value) for value in values),
            rows=tuple(_support_row(setting, name, values) for name in names),
        )  # fmt: skip


def _support_column(setting: Setting, value: SupportValue) -> Column:
    heading = setting.say(known_words(value.basis, value.year, value.last))
    return Column(id=column_id(value), label=heading, kind=_KINDS[value.basis], year=value.year)


def _support_row(setting: Setting, name: str, values: Sequence[SupportValue]) -> Row:
    unit = SUPPORT_FIELDS[name]
    parts = {"paid", "repaid"}
    words = setting.say(SUPPORT_LABELS[name])
    return Row(
        id=name.replace("_", "-"), label=words if unit is Unit.KR else f"{words}, {setting.say(unit.label)}",
        kind=RowKind.SUBTOTAL if name == "net" else RowKind.LINE, parent="net" if name in parts else None,
        subtracted=name == "repaid", unit=None if unit.is_price or unit is Unit.KR else unit,
        cells=tuple(_cell(getattr(value, name)) for value in values),
    )  # fmt: skip


def _reception(setting: Setting) -> Iterator[Table]:
    """Groups and years with who was there, came and moved on, in persons."""
    flows = year_flows(setting.dossier.reception_cohorts)
    if not flows:
        return
    heads = {
        "opening": msg("At the beginning"), "received": msg("Received"), "left": msg("Moved on"),
        "middle": msg("In the middle"), "closing": msg("At the end"),
    }  # fmt: skip
    columns = tuple(Column(id=key, label=setting.say(word), kind=ColumnKind.VOLUME) for key, word in heads.items())
    rows = tuple(_flow_row(setting, number, flow) for number, flow in enumerate(flows, start=1))
    yield Table(
        id="reception", caption=setting.say(msg("Reception")), kind=Kind.VOLUME, unit=Unit.PERSONS,
        sign=Sign.NOT_MONEY, row_heading=setting.say(msg("Year")), columns=columns, rows=rows,
    )  # fmt: skip


def _flow_row(setting: Setting, number: int, flow: YearFlow) -> Row:
    counts = (flow.opening, flow.arrived.value, flow.left, flow.middle, flow.closing)
    words = f"{flow.group}, {flow.year} ({setting.say(label(flow.basis))})"
    return Row(id=f"flow-{number}", label=words, cells=tuple(_cell(count) for count in counts))
