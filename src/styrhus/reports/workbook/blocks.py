"""A document's table as a sheet: its numbers as numbers, sums as formulas where other rows come to them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.paper.blocks import Align, Row, RowKind, Table
from styrhus.paper.writers.xlsx.sheet import Content, Number, Sheet, SheetColumn, SheetRow, Sum, Weight
from styrhus.values.number import NumberError, decimals_of, parse_typed

SUMS = {RowKind.SUBTOTAL, RowKind.TOTAL}
MARK = "*"


def sheet_of_block(table: Table, key: str) -> Sheet:
    """The table with `key` as its id; the unit stands in the caption after its last comma, as documents write it."""
    caption, _, unit = table.caption.rpartition(", ")
    head, *columns = table.columns
    return Sheet(
        id=key,
        title=table.caption,
        unit=unit if caption and len(unit) < 12 else "–",
        row_heading=head.heading,
        columns=tuple(
            SheetColumn(f"{key}-{place}", column.heading, column.align is not Align.RIGHT)
            for place, column in enumerate(columns)
        ),
        rows=tuple(_row(table, place) for place in range(len(table.rows))),
        notes=tuple("".join(run.text for run in note) for note in table.notes),
    )


def _row(table: Table, place: int) -> SheetRow:
    row = table.rows[place]
    label = row.cells[0].text if row.cells else ""
    contents = tuple(_content(table, place, column) for column in range(1, len(table.columns)))
    indent = row.cells[0].indent if row.cells else 0
    return SheetRow(f"row-{place + 1}", label, contents, Weight(row.kind.value), indent)


def _content(table: Table, place: int, column: int) -> Content:
    row = table.rows[place]
    value = number(row, column)
    if value is None or table.columns[column].align is not Align.RIGHT:
        return row.cells[column].text if column < len(row.cells) else None
    found = next((parts for parts in _parts(table.rows, place) if _sum(table.rows, parts, column) == value), None)
    return Number(value, decimals_of(value), Sum(found) if found else None)


def number(row: Row, column: int) -> Decimal | None:
    """The number in a cell, with or without sign and mark of a note; None when it holds none."""
    text = row.cells[column].text.strip().removesuffix(MARK).removeprefix("+") if column < len(row.cells) else ""
    try:
        return parse_typed(text)
    except NumberError:
        return None


def _parts(rows: Sequence[Row], place: int) -> Iterator[tuple[int, ...]]:
    """The rows that a sum may be of: those right before it or after it, or for a total all lines or all subtotals."""
    if rows[place].kind not in SUMS:
        return
    lines = [at for at, row in enumerate(rows) if row.kind is RowKind.LINE]
    before = [at for at in lines if at < place and not _between(rows, at, place)]
    after = [at for at in lines if at > place and not _between(rows, place, at)]
    outermost = [at for at in lines if rows[at].cells[0].indent == 0]
    subtotals = [at for at, row in enumerate(rows) if row.kind is RowKind.SUBTOTAL and at != place]
    for found in (before, after, lines, outermost, subtotals, sorted({*subtotals, *outermost})):
        if len(found) > 1:
            yield tuple(found)


def _between(rows: Sequence[Row], first: int, last: int) -> bool:
    return any(row.kind is not RowKind.LINE for row in rows[first + 1 : last])


def _sum(rows: Sequence[Row], parts: Sequence[int], column: int) -> Decimal | None:
    """The sum of the parts that are numbers; None when none is."""
    values = [value for at in parts if (value := number(rows[at], column)) is not None]
    return sum(values, Decimal(0)) if values else None
