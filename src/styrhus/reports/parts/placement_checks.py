"""Whether the placement grid is plausible: amounts beside volume × price, and beside the ledger."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.grids import placements_of, reconciliation_of
from styrhus.finance.grids.placement import Pricing
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.finance.grids.reconcile import Reconciled, Reconciliation
from styrhus.finance.grids.volume import Plausibility, Volume
from styrhus.finance.labels import label
from styrhus.paper.blocks import Cell, Column, Row, RowKind, Runs, Table
from styrhus.reports.parts.grid_cells import NOTHING, in_tkr, shown, summed
from styrhus.reports.parts.placement_lines import Line, column_words, grid_rows, heads
from styrhus.reports.sentences import text_cell, worded
from styrhus.reports.setting import Setting
from styrhus.values.text import msg
from styrhus.values.unit import Unit

_STATUS = {
    Plausibility.AGREES: "reached", Plausibility.ROUNDING: "reached", Plausibility.DIFFERS: "not_reached",
    Plausibility.NO_VOLUME: "not_judged", Plausibility.COMPUTED: "not_judged",
}  # fmt: skip


def plausibility(setting: Setting, column: GridColumn) -> Table:
    """The amount given beside persons × price × days or months, with a word for how they agree."""
    grid = placements_of(setting.dossier)
    values = {row.id: grid.value(row, column) for row in grid.rows}
    computed = _by_row(grid, [_of(value, "computed") for value in values.values()])
    stated = _by_row(grid, [_of(value, "stated") for value in values.values()])

    def cells(line: Line) -> Sequence[Cell]:
        row, group = line
        if row is None:
            rows = grid.rows_of(group)
            both = [r.id for r in rows if computed[r.id] is not None and stated[r.id] is not None]
            sums = [summed([part[key] for key in both]) for part in (computed, stated)]
            difference = None if None in sums else (sums[0] or Decimal(0)) - (sums[1] or Decimal(0))
            share = None if difference is None or not sums[1] else difference * 100 / sums[1]
            amounts = [shown(setting, amount, Unit.TKR) for amount in sums]
            return [Cell(), Cell(), Cell(), *amounts, *_compared(setting, difference, share), Cell()]
        value = values[row.id]
        if value is None:
            return [text_cell(NOTHING)] * 7 + [Cell()]
        difference = _of_two(computed[row.id], stated[row.id])
        return [
            shown(setting, value.persons, Unit.PERSONS, decimals=1), shown(setting, value.price, Unit.KR_PER_DAY),
            shown(setting, None if row.pricing is Pricing.AMOUNT else Decimal(value.units), Unit.DAYS),
            shown(setting, computed[row.id], Unit.TKR, ref=f"placement.{row.id}.{column.id}.computed"),
            shown(setting, None if computed[row.id] is None else stated[row.id], Unit.TKR,
                  ref=f"placement.{row.id}.{column.id}.amount"),
            *_compared(setting, difference, value.share), _word(setting, value),
        ]  # fmt: skip

    words = (msg("Persons"), msg("Price, kr"), msg("Days or months"), msg("Computed"), msg("Given"),
             msg("Difference"), msg("%"))  # fmt: skip
    columns = (*heads(setting, msg("Care"), words), Column(setting.say(msg("Judged"))))
    caption = setting.say(msg("Is {column} plausible? Amounts in tkr", column=column_words(column)))
    notes = (worded(_PLAUSIBILITY_NOTE, setting.language),)
    rows = grid_rows(setting, grid, cells)
    return Table(caption, columns, rows, "placements-plausibility", notes)


_PLAUSIBILITY_NOTE = msg(
    "Computed is persons × price × days of the period (months where the price is per month). Agrees: within half of "
    "the last printed digit of the amount. Rounding: the printed persons and price, rounded as they are, allow it. "
    "Rows without a volume have nothing to hold the amount against; it stands in the grid."
)


def _by_row(grid: PlacementGrid, values: Sequence[Decimal | None]) -> dict[str, Decimal | None]:
    return dict(zip((row.id for row in grid.rows), in_tkr(values), strict=True))


def _of(value: Volume | None, name: str) -> Decimal | None:
    found: Decimal | None = None if value is None else getattr(value, name)
    return found


def _of_two(later: Decimal | None, earlier: Decimal | None) -> Decimal | None:
    return None if later is None or earlier is None else later - earlier


def _compared(setting: Setting, difference: Decimal | None, share: Decimal | None) -> list[Cell]:
    return [
        shown(setting, difference, Unit.TKR, signed=True),
        shown(setting, share, Unit.PERCENT, decimals=1, signed=True),
    ]


def _word(setting: Setting, value: Volume) -> Cell:
    word = value.plausibility
    if word is None:
        return Cell()
    return Cell(text_cell(setting.say(label(word))).runs, status=_STATUS[word])


def reconciliation(setting: Setting, column: GridColumn) -> Table | None:
    """Grid and ledger by unit with the difference; None without a ledger of the column's year."""
    found = reconciliation_of(setting.dossier, column)
    if found is None:
        return None
    grid = in_tkr([_grid(row) for row in found.rows])
    ledger = in_tkr([row.ledger for row in found.rows])
    rows = [
        _reconciled(setting, _unit_name(setting, row.unit), *amounts)
        for row, *amounts in zip(found.rows, grid, ledger, strict=True)
    ]
    rows.append(_reconciled(setting, setting.say(msg("Total")), summed(grid), summed(ledger), kind=RowKind.TOTAL))
    words = (msg("The grid"), msg("Bought care in the ledger"), msg("Difference"))
    caption = setting.say(msg("The grid against the ledger, {column}, tkr", column=column_words(column)))
    columns = heads(setting, msg("Unit"), words)
    return Table(caption, columns, tuple(rows), "placements-ledger", tuple(_ledger_notes(setting, found)))


def _grid(row: Reconciled) -> Decimal | None:
    return None if row.grid is None else row.grid.value


def _reconciled(
    setting: Setting, name: str, grid: Decimal | None, ledger: Decimal | None, *, kind: RowKind = RowKind.LINE
) -> Row:
    """A row in tkr; the difference is that of what is shown, all of the ledger where the grid has no row."""
    difference = None if ledger is None else ledger - (grid or Decimal(0))
    cells = [shown(setting, value, Unit.TKR) for value in (grid, ledger)]
    return Row((text_cell(name), *cells, shown(setting, difference, Unit.TKR, signed=True)), kind)


def _unit_name(setting: Setting, unit: str | None) -> str:
    if unit is None:
        return setting.say(msg("No unit"))
    held = setting.dossier.unit_by_id.get(unit)
    return held.name if held is not None else unit


def _ledger_notes(setting: Setting, found: Reconciliation) -> Iterator[Runs]:
    told = msg(
        "The ledger is the cost type bought care, month {first} to {last}. A unit without rows in the grid has a dash.",
        first=found.months[0], last=found.months[-1],
    )  # fmt: skip
    yield worded(told, setting.language)
    if found.is_cut:
        yield worded(msg("The grid's year is cut to these months by days."), setting.language)
    if any(m.synthetic for m in setting.dossier.ledger_months):
        yield worded(msg("The ledger of this board is synthetic: made to show how it works."), setting.language)
