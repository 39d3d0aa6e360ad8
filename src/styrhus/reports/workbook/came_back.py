"""A sheet that comes back: which table it is, and its cells by row and column whatever has been moved about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from styrhus.finance.table import MARKS, Cell, Column, ColumnKind, Table
from styrhus.paper.readers.sheet import Sheet
from styrhus.paper.readers.sheet_address import address
from styrhus.paper.reading import ReadCell
from styrhus.paper.writers.xlsx.places import CELLS, FIRST, HEADINGS, TABLE, UNIT
from styrhus.reports.workbook.sheets import sheet_of
from styrhus.values.number import NumberError, parse_typed
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import Text, msg

LANGUAGES = ("sv", "en")
LEFT_EMPTY = ReadCell("")


@dataclass(frozen=True)
class BackCell:
    """A cell as it came back, where it stands, and whether it is a formula."""

    cell: Cell
    address: str
    is_formula: bool


@dataclass
class Back:
    """What came back of a sheet; `table` is None when it is none, or when it could not be read as a whole."""

    sheet: str
    table: Table | None = None
    cells: dict[tuple[str, str], BackCell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_back(sheet: Sheet, tables: Mapping[str, Table], name: str) -> Back:
    """The sheet's cells as those of a table, found by the keys of rows and the headings of columns."""
    back = Back(sheet.name)
    table = tables.get(_text(sheet, TABLE, CELLS))
    if table is None:
        told = msg("The sheet {sheet} is no table of this plan and was passed over.", sheet=sheet.name)
        back.problems.append(Problem(told, msg("Leave the key in cell B3 as it was."), name, severity=Severity.WARNING))
        return back
    reader = _Reader(sheet, table, back, name)
    reader.read()
    if not [problem for problem in back.problems if problem.severity is Severity.ERROR]:
        back.table = table
    return back


class _Reader:
    """Reads one sheet into a Back."""

    def __init__(self, sheet: Sheet, table: Table, back: Back, name: str) -> None:
        self._sheet, self._table, self._back, self._name = sheet, table, back, name
        self._last_row = max((row for row, _ in sheet.cells), default=0)
        self._last_column = max((column for _, column in sheet.cells), default=0)

    def read(self) -> None:
        self._unit()
        columns = dict(self._columns())
        rows = dict(self._rows(columns))
        for row, down in rows.items():
            for column in self._table.columns:
                if column.id in columns:
                    self._cell(row, column, (down, columns[column.id]))

    def _unit(self) -> None:
        shown, unit = _text(self._sheet, UNIT, CELLS), self._table.unit.label
        if shown not in {unit.render(language) for language in LANGUAGES}:
            told = msg("The unit of the table is {unit}, and the sheet says another.", unit=unit.render("sv"))
            self._fault(told, msg("Write the amounts in the table's unit, and the unit as it was."), "B2", shown)

    def _columns(self) -> Iterator[tuple[str, int]]:
        """Column id and the sheet's column from 1, by heading; the same heading twice is taken in order."""
        taken: set[int] = set()
        written = [sheet_of(self._table, lambda text, to=language: text.render(to)).columns for language in LANGUAGES]  # type: ignore[misc]
        for place, column in enumerate(self._table.columns):
            headings = {held[place].heading.strip() for held in written}
            found = next((at for at in range(CELLS + 1, self._last_column + 1)
                          if at not in taken and _text(self._sheet, HEADINGS, at - 1) in headings), None)  # fmt: skip
            if found is None:
                told = msg("The column {column} is not in the sheet.", column=column.label)
                self._fault(told, msg("Write its heading as it was in row 5."), f"A{HEADINGS + 1}", column.label)
            else:
                taken.add(found)
                yield column.id, found

    def _rows(self, columns: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        """Row id and the sheet's row from 1, by the keys that stand after the last column."""
        keys = self._key_column(columns)
        known, seen = self._table.row_by_id, set()
        for down in range(FIRST + 1, self._last_row + 1):
            key = _text(self._sheet, down - 1, keys - 1)
            if key in known and key not in seen:
                seen.add(key)
                yield key, down
            elif key or self._has_numbers(down, columns):
                told = msg("The row has no key of the table, or one that another row has.")
                remedy = msg("Leave the keys as they were; rows are added in the plan, not in the workbook.")
                self._fault(told, remedy, address(down, keys), key)
        for row in self._table.rows:
            if row.id not in seen:
                told = msg("The row {row} is gone.", row=row.label)
                self._fault(told, msg("Put it back with its key, {key}.", key=row.id), address(FIRST + 1, keys), row.id)

    def _key_column(self, columns: Mapping[str, int]) -> int:
        """The column that holds most of the table's row ids."""
        known = self._table.row_by_id
        candidates = [at for at in range(1, self._last_column + 1) if at not in columns.values()]
        held = {
            at: sum(_text(self._sheet, down, at - 1) in known for down in range(self._last_row)) for at in candidates
        }
        return max(held, key=lambda at: (held[at], at), default=CELLS + len(self._table.columns) + 1)

    def _has_numbers(self, down: int, columns: Mapping[str, int]) -> bool:
        held = (self._sheet.cells.get((down, at)) for at in columns.values())
        return any(cell is not None and cell.exact is not None for cell in held)

    def _cell(self, row: str, column: Column, at: tuple[int, int]) -> None:
        held = self._sheet.cells.get(at, LEFT_EMPTY)
        found = Cell(mark=held.text) if column.kind is ColumnKind.TEXT else self._number(held, at)
        self._back.cells[row, column.id] = BackCell(found, address(*at), bool(held.formula))

    def _number(self, held: ReadCell, at: tuple[int, int]) -> Cell:
        """A number, a number written as text, or one of the marks that may stand instead of one."""
        if held.exact is not None:
            return Cell(value=held.exact)
        if held.text in MARKS:
            return Cell(mark=held.text)
        try:
            return Cell(value=parse_typed(held.text))
        except NumberError:
            told = msg("The cell holds text where a number is wanted.")
            self._fault(told, msg("Write a number, a dash, or nothing."), address(*at), held.text)
            return Cell()

    def _fault(self, told: Text, remedy: Text, at: str, value: str) -> None:
        self._back.problems.append(Problem(told, remedy, f"{self._name}, {self._sheet.name}!{at}", value=value))


def _text(sheet: Sheet, row: int, column: int) -> str:
    """The text at a place from 0; empty when there is none."""
    held = sheet.cells.get((row + 1, column + 1))
    return held.text.strip() if held else ""
