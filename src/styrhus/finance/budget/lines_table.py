"""The lines of a version as a table by unit, whose amounts can be changed elsewhere and brought back."""

from collections.abc import Sequence

from styrhus.finance.budget.source import BudgetSource, version_of
from styrhus.finance.budget.version import BudgetLine
from styrhus.finance.codes.cost_type_words import COST_TYPE_WORDS
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.values.text import msg
from styrhus.values.unit import Unit

PREFIX = "budget-lines-"
"""Before the version's id in the table's."""
AMOUNT = "amount"


def version_of_table(table: str) -> str | None:
    """The id of the version whose lines a table of that id holds; None for other tables."""
    return table.removeprefix(PREFIX) if table.startswith(PREFIX) else None


def lines_table(source: BudgetSource, key: str, *, language: str = "sv") -> Table:
    """Each line under its unit with its amount in kr, and the sum of all; NoVersion when there is none.

    The row of a line has the line's id; costs are positive, income negative.
    """
    version = version_of(source, key)
    lines = [line for line in source.budget_lines if line.budget == key]
    names = {unit.id: unit.name for unit in source.organisation}
    rows = [
        row
        for unit in dict.fromkeys(line.unit for line in lines)
        for row in _unit(unit, names.get(unit, unit), [line for line in lines if line.unit == unit], language)
    ]
    return Table(
        id=f"{PREFIX}{key}",
        caption=msg("Lines of {version}", version=version.name).render(language),
        kind=TableKind.ALLOCATION,
        unit=Unit.KR,
        sign=Sign.COST_POSITIVE,
        row_heading=msg("Unit and line").render(language),
        columns=(
            Column(id=AMOUNT, label=msg("Amount").render(language), kind=ColumnKind.BUDGET, year=version.year),
            Column(id="cost-type", label=msg("Cost type").render(language), kind=ColumnKind.TEXT),
        ),
        rows=(*rows, _sum("total", msg("Total").render(language), RowKind.TOTAL, lines)),
    )


def _unit(unit: str, name: str, lines: Sequence[BudgetLine], language: str) -> tuple[Row, ...]:
    """The unit's sum, and the lines that it is of."""
    above = f"unit-{unit}"
    return (_sum(above, name, RowKind.SUBTOTAL, lines), *(_line(line, above, language) for line in lines))


def _line(line: BudgetLine, above: str, language: str) -> Row:
    kind = COST_TYPE_WORDS[line.cost_type].render(language)
    cells = (Cell(value=line.amount), Cell(mark=kind))
    return Row(id=line.id, label=line.label or kind, parent=above, cells=cells)


def _sum(key: str, name: str, kind: RowKind, lines: Sequence[BudgetLine]) -> Row:
    amount = sum((line.amount for line in lines[1:]), lines[0].amount) if lines else None
    return Row(id=key, label=name, kind=kind, cells=(Cell(value=amount), Cell()))
