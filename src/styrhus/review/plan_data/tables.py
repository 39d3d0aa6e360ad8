"""A table of amounts as a table of the plan's economy."""

from collections.abc import Sequence
from decimal import Decimal

from pydantic import ValidationError

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.short_name import short_name
from styrhus.finance.table import MARKS, Cell, Column, ColumnKind, Row, RowKind, Table
from styrhus.paper.reading import ReadRow
from styrhus.review.plan_data import mapping as m
from styrhus.review.plan_data.mapping import ColumnUse, Mapping, Source
from styrhus.review.plan_data.records import Clash, PlanData, problem_at
from styrhus.values.printed import cell_number
from styrhus.values.problem import Problem
from styrhus.values.text import msg

_NO_NUMBER = msg("The cell holds no single number."), msg("Correct it in the document, or use the column as text.")
_NO_LABEL = msg("No column names the rows."), msg("Choose one column as the name.")
_NOT_VALID = msg("The table does not hang together."), msg("Change what columns and rows are used for.")


def converted(source: Source, mapping: Mapping, dossier: Dossier) -> PlanData:
    """One table; a stored table of the same id is a clash."""
    label = mapping.column(m.LABEL)
    used = tuple(column for column in mapping.columns if column.use not in {m.SKIP, m.LABEL})
    if label is None or not used:
        return PlanData(problems=(Problem(*_NO_LABEL, file=source.file),))
    problems: list[Problem] = []
    rows = _rows(source, mapping, label, used, problems=problems)
    try:
        table = Table(
            id=short_name(mapping.key or mapping.caption, ()), caption=mapping.caption or mapping.key,
            kind=mapping.table_kind, unit=mapping.unit, sign=mapping.sign, row_heading=label.heading,
            columns=_columns(used), rows=with_parents(rows), source=source.file, notes=source.table.notes,
        )  # fmt: skip
    except ValidationError as error:
        told = Problem(*_NOT_VALID, file=source.file, value=str(error.errors()[0]["msg"]))
        return PlanData(problems=(*problems, told))
    stored = dossier.table_by_id.get(table.id)
    if stored == table:
        return PlanData(problems=tuple(problems), known=1)
    clashes = () if stored is None else (Clash(stored.caption, _size(stored), _size(table)),)
    return PlanData(tables=(table,), clashes=clashes, problems=tuple(problems))


def _size(table: Table) -> str:
    return f"{len(table.rows)} × {len(table.columns)}"


def _columns(used: Sequence[ColumnUse]) -> tuple[Column, ...]:
    taken: list[str] = []
    found = []
    for column in used:
        key = short_name(column.heading or f"kolumn {column.index + 1}", taken)
        taken.append(key)
        label = column.heading or str(column.index + 1)
        found.append(Column(id=key, label=label, kind=ColumnKind(column.use), year=column.year, unit=column.unit))
    return tuple(found)


def _rows(
    source: Source, mapping: Mapping, label: ColumnUse, used: Sequence[ColumnUse], *, problems: list[Problem]
) -> tuple[Row, ...]:
    taken: list[str] = []
    found = []
    for use in mapping.rows:
        if use.use == m.SKIP:
            continue
        read = source.table.rows[use.index]
        name = " ".join(read.text(label.index).split()) or f"({use.index + 1})"
        key = short_name(name, taken)
        taken.append(key)
        cells = tuple(_cell(source, read, use.index, column, problems=problems) for column in used)
        found.append(Row(id=key, label=name, kind=RowKind(use.use), cells=cells))
    return tuple(found)


def _cell(source: Source, read: ReadRow, row: int, column: ColumnUse, *, problems: list[Problem]) -> Cell:
    text = " ".join(read.text(column.index).split())
    if column.use == ColumnKind.TEXT.value:
        return Cell(mark=text)
    if text in MARKS:
        return Cell(mark=text)
    number = cell_number(text)
    if number is None:
        problems.append(problem_at(source, row, column, _NO_NUMBER))
        return Cell()
    return Cell(value=number.value)


def with_parents(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows with the subtotal that they are summed in: the lines just before it, else those just after it.

    A subtotal that is the sum of neither is printed beside the sum and counts in none.
    """
    parents: dict[str, str] = {}
    beside: set[str] = set()
    for place, row in enumerate(rows):
        if row.kind is not RowKind.SUBTOTAL:
            continue
        groups = (_lines(rows[:place][::-1], parents), _lines(rows[place + 1 :], parents))
        group = next((held for held in groups if held and _adds_up(row, held)), None)
        if group is None:
            beside.add(row.id)
        else:
            parents |= {line.id: row.id for line in group}
    return tuple(_placed(row, parents, beside) for row in rows)


def _placed(row: Row, parents: dict[str, str], beside: set[str]) -> Row:
    if row.id in beside:
        return row.model_copy(update={"kind": RowKind.OF_WHICH})
    return row.model_copy(update={"parent": parents[row.id]}) if row.id in parents else row


def _lines(rows: Sequence[Row], parents: dict[str, str]) -> list[Row]:
    """The run of lines at the beginning that belong to no subtotal yet."""
    found = []
    for row in rows:
        if row.kind not in {RowKind.LINE, RowKind.OF_WHICH} or row.id in parents:
            break
        if row.kind is RowKind.LINE:
            found.append(row)
    return found


def _adds_up(total: Row, lines: Sequence[Row]) -> bool:
    """Whether most columns of the total are the sum of the lines, give or take what rounding does."""
    told, holding = 0, 0
    for index, cell in enumerate(total.cells):
        values = [line.cells[index].value for line in lines]
        known = [value for value in values if value is not None]
        if cell.value is None or not known:
            continue
        told += 1
        holding += abs(sum(known, Decimal(0)) - cell.value) <= len(known)
    return told > 0 and holding * 2 > told
