"""A published table as a block: unit in the caption, changes with sign, and notes where it does not add up."""

from collections.abc import Iterator
from dataclasses import dataclass

from styrhus.finance.restate import restated
from styrhus.finance.table import Cell as MoneyCell
from styrhus.finance.table import Column as MoneyColumn
from styrhus.finance.table import ColumnKind, RowKind, Sign
from styrhus.finance.table import Row as MoneyRow
from styrhus.finance.table import Table as MoneyTable
from styrhus.paper.blocks import Align, Cell, Column, Row, Run, Runs, Table, plain
from styrhus.paper.blocks import RowKind as PaperRowKind
from styrhus.reports.parts.contradictions import notes_at, pointer
from styrhus.reports.parts.table_checks import check_notes
from styrhus.reports.sentences import number_cell, sentence, text_cell
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg
from styrhus.values.unit import Unit

TEXT_SHARE, LABEL_SHARE = 3, 4


@dataclass(frozen=True)
class Form:
    """Another unit than the printed one, with a number of decimals."""

    unit: Unit
    decimals: int


def table_blocks(setting: Setting, table: MoneyTable, form: Form | None = None) -> Blocks:
    """The table and, after it, the contradictions that it is part of."""
    shown = table if form is None else restated(table, form.unit, form.decimals)
    return (_block(setting, table, shown), *notes_at(setting, table))


def _block(setting: Setting, printed: MoneyTable, shown: MoneyTable) -> Table:
    """`printed` is the table as published, `shown` the same in the unit asked for."""
    columns = (Column(shown.row_heading or setting.say(msg("Item")), width=LABEL_SHARE), *_columns(setting, shown))
    rows = tuple(_row(setting, shown, row) for row in shown.rows)
    notes = (
        *_notes(setting, printed),
        *_restated_note(setting, printed, shown),
        *check_notes(setting, printed),
        *pointer(setting, printed),
    )
    return Table(caption(setting, shown), columns, rows, f"table-{printed.id}", notes)


def caption(setting: Setting, table: MoneyTable) -> str:
    """`Kommunbidrag per verksamhetsområde, tkr`; a table of several units says them in its columns."""
    unit = setting.say(table.unit.label)
    if table.unit in {Unit.MIXED, Unit.NUMBER} or unit in table.caption.replace(",", "").split():
        return table.caption
    return f"{table.caption}, {unit}"


def _columns(setting: Setting, table: MoneyTable) -> Iterator[Column]:
    for column in table.columns:
        if column.kind is ColumnKind.TEXT:
            yield Column(column.label, width=TEXT_SHARE)
        else:
            yield Column(_heading(setting, table, column), Align.RIGHT)


def _heading(setting: Setting, table: MoneyTable, column: MoneyColumn) -> str:
    """The printed label, with the unit when it is another than the table's and not already said."""
    unit = column.unit
    words = setting.say(unit.label) if unit else ""
    if unit in {None, table.unit} or words.casefold() in column.label.casefold():
        return column.label
    return f"{column.label}, {words}"


def _row(setting: Setting, table: MoneyTable, row: MoneyRow) -> Row:
    kind = PaperRowKind(row.kind.value)
    own = row.unit if row.unit and not row.unit.is_price and row.unit is not table.unit else None
    unit = f" ({setting.say(own.label)})" if own else ""
    head = text_cell(row.label + unit, indent=_depth(table, row))
    if row.kind is RowKind.HEADING and not any(cell.value is not None or cell.mark for cell in row.cells):
        return Row((head,), kind)
    cells = (_cell(setting, table, row, column) for column in table.columns)
    return Row((head, *cells), kind)


def _depth(table: MoneyTable, row: MoneyRow) -> int:
    """Steps to the right: below each subtotal that it is part of, and once more when it is only of-which."""
    depth, above = 0, row.parent
    while above in table.row_by_id and depth < 6:
        depth, above = depth + 1, table.row_by_id[above].parent
    return depth + (row.kind is RowKind.OF_WHICH and depth == 0)


def _cell(setting: Setting, table: MoneyTable, row: MoneyRow, column: MoneyColumn) -> Cell:
    cell: MoneyCell = row.cells[table.column_index[column.id]]
    if column.kind is ColumnKind.TEXT:
        return text_cell(cell.mark)
    figure = Figure(
        cell.value,
        table.unit_of(row, column),
        str(column.year or ""),
        Source(f"table.{table.id}.{row.id}.{column.id}", f"{table.caption}: {row.label}, {column.label}"),
        row.label,
        cell.mark,
    )
    return number_cell(figure, setting.language, signed=column.kind is ColumnKind.CHANGE)


def _notes(setting: Setting, table: MoneyTable) -> Iterator[Runs]:
    """Notes of the table and of its rows, then how costs are written and where the table stands in the plan."""
    for note in table.notes:
        yield plain(sentence(note))
    by_note: dict[str, list[str]] = {}
    for row in table.rows:
        if row.unit and row.unit.is_price and not row.note:
            told = setting.say(msg("price in {unit}", unit=row.unit.label))
            by_note.setdefault(told, []).append(row.label)
        if row.note:
            by_note.setdefault(row.note, []).append(row.label)
    for note, labels in by_note.items():
        yield (Run(", ".join(dict.fromkeys(labels)) + ": "), Run(sentence(note)))
    if table.sign is Sign.COST_NEGATIVE:
        yield plain(setting.say(msg("Costs are written with a minus sign.")))


def _restated_note(setting: Setting, printed: MoneyTable, shown: MoneyTable) -> Iterator[Runs]:
    if shown.unit is not printed.unit:
        told = msg("Published in {unit}; rounded here so that the rows add up.", unit=printed.unit.label)
        yield plain(setting.say(told))
