"""The form in which a table's mapping is changed: a choice for each column and row, and what holds for all."""

from collections.abc import Mapping as Fields
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from django.core import signing

from styrhus.finance.table import Sign, TableKind
from styrhus.paper.reading import ReadCell, ReadRow, ReadTable
from styrhus.plan.assignment import AssignmentKind
from styrhus.plan.steering import Decider
from styrhus.plan.target import TargetKind
from styrhus.review.plan_data.mapping import ROW_USES, SKIP, USES, ColumnUse, Into, Mapping, RowUse, Source
from styrhus.values.place import Place
from styrhus.values.unit import Unit

SALT = "styrhus.plan-data"
KEPT_SECONDS = 12 * 60 * 60
FOR_ALL: dict[str, type[StrEnum] | None] = {
    "into": Into, "key": None, "caption": None, "unit": Unit, "sign": Sign, "table_kind": TableKind, "goal": None,
    "target_kind": TargetKind, "origin": None, "assignment_kind": AssignmentKind, "decided_by": Decider,
}  # fmt: skip
"""What the form says of the whole table: fields of the mapping and their codes."""
E = TypeVar("E", bound=StrEnum)


def signed(source: Source, mapping: Mapping) -> str:
    """A recognised table as text that only this installation can have written; it stands in the page, nowhere else."""
    table = source.table
    held = {
        "file": source.file, "number": table.number, "caption": table.caption, "notes": table.notes,
        "lines": [row.place.line or 0 for row in table.rows],
        "rows": [[cell.text for cell in row.cells] for row in table.rows],
        "columns": [[c.index, c.heading, c.use, c.year, c.unit and c.unit.value] for c in mapping.columns],
        "used": [[row.index, row.use, row.goal] for row in mapping.rows],
        "for_all": {name: str(getattr(mapping, name)) for name in FOR_ALL},
    }  # fmt: skip
    return signing.dumps(held, salt=SALT, compress=True)


def opened(text: str) -> tuple[Source, Mapping]:
    """The table of `signed` with its mapping; BadSignature for anything else or when it is too old."""
    held = signing.loads(text, salt=SALT, max_age=KEPT_SECONDS)
    rows = tuple(
        ReadRow(tuple(ReadCell(cell) for cell in cells), Place(line=line or None, table=held["number"]))
        for cells, line in zip(held["rows"], held["lines"], strict=True)
    )
    table = ReadTable(
        held["number"], rows, Place(table=held["number"]), caption=held["caption"], notes=tuple(held["notes"])
    )
    columns = tuple(
        ColumnUse(index, heading, use, year, Unit(unit) if unit else None)
        for index, heading, use, year, unit in held["columns"]
    )
    blank = Mapping(Into.TABLE, columns, tuple(RowUse(*row) for row in held["used"]))
    return Source(held["file"], table), replace(blank, **_for_all(held["for_all"], blank))


def mapping_from(data: Fields[str, Any], blank: Mapping) -> Mapping:
    """The mapping as the form says; what it does not say, or says wrongly, is as in `blank`."""
    for_all = _for_all(data, blank)
    uses = USES[_code(Into, for_all["into"], blank.into)]
    columns = tuple(_column(data, column, uses) for column in blank.columns)
    return replace(blank, columns=columns, rows=tuple(_row(data, row) for row in blank.rows), **for_all)


def _for_all(data: Fields[str, Any], blank: Mapping) -> dict[str, Any]:
    """What holds for the whole table; a code that is none stays as it was."""
    found: dict[str, Any] = {}
    for name, kind in FOR_ALL.items():
        value, before = data.get(name), getattr(blank, name)
        if kind is not None:
            found[name] = _code(kind, value, before)
        else:
            found[name] = before if value is None else str(value).strip()
    return found


def _column(data: Fields[str, Any], column: ColumnUse, uses: tuple[str, ...]) -> ColumnUse:
    use = str(data.get(f"column-{column.index}", column.use))
    year = str(data.get(f"year-{column.index}", "")).strip()
    unit = str(data.get(f"unit-{column.index}", ""))
    return replace(
        column,
        use=use if use in uses else SKIP,
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        unit=_code(Unit, unit, None) if unit else None,
    )


def _row(data: Fields[str, Any], row: RowUse) -> RowUse:
    use = str(data.get(f"row-{row.index}", row.use))
    return RowUse(row.index, use if use in ROW_USES else row.use, str(data.get(f"goal-{row.index}", row.goal)))


def _code(kind: type[E], value: object, otherwise: Any) -> Any:
    return next((code for code in kind if code.value == value), otherwise)
