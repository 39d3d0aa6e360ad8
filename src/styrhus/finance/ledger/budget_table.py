"""Wide budget tables: a code string in each row and several columns of amounts, read for import into a version."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.amounts import amount
from styrhus.finance.ledger.engine import engine
from styrhus.finance.ledger.lines import evened
from styrhus.finance.ledger.load import code, source
from styrhus.finance.ledger.mapping import Heading, Mapping, Sign
from styrhus.finance.ledger.opening import open_table
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import MOST_FAULTS, at_most
from styrhus.finance.ledger.told import names
from styrhus.finance.ledger.unread import unread
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

_TABLE = "budget_rows"


@dataclass(frozen=True)
class BudgetAmount:
    """Amount in kr (costs positive) of a row's codes in the column `heading`; `row` is its row in the file."""

    row: int
    codes: tuple[tuple[Dimension, str | None], ...]
    heading: Heading
    amount: Decimal

    def code(self, dimension: Dimension) -> str | None:
        return dict(self.codes).get(dimension)


@dataclass(frozen=True)
class BudgetTable:
    """Amounts with their names of codes, and the sum of each column in kr; an empty cell is no amount."""

    amounts: tuple[BudgetAmount, ...]
    totals: tuple[tuple[Heading, Decimal], ...]
    rows: int
    names: tuple[CodeName, ...] = ()
    warnings: tuple[Problem, ...] = ()


def stage_budget(path: Path, mapping: Mapping, *, name: str = "") -> BudgetTable:
    """Read the columns `mapping.values` (or `mapping.amount`) of a CSV file or sheet.

    ProblemsError with the rows that cannot be read, or with what the mapping lacks.
    """
    name = name or path.name
    columns = mapping.values or ((mapping.amount,) if mapping.amount else ())
    lacking = _lacking(mapping, columns, name)
    if lacking:
        raise ProblemsError(lacking)
    with TemporaryDirectory(prefix="styrhus-") as folder, engine(Path(folder)) as connection:
        prepared = evened(open_table(path, mapping, Path(folder), name=name), Path(folder))
        return _read(connection, prepared, mapping, columns)


def _lacking(mapping: Mapping, columns: tuple[Heading, ...], name: str) -> tuple[Problem, ...]:
    found: list[tuple[Text, Text]] = []
    if mapping.sign is None:
        found.append((
            msg("The mapping does not say what a positive amount is."),
            msg("Choose whether positive amounts are costs or income; it is never guessed."),
        ))  # fmt: skip
    if not columns:
        found.append((msg("The mapping names no column of amounts."), msg("Choose one or more columns of amounts.")))
    if not mapping.codes and not mapping.code_order:
        found.append((msg("The mapping names no column of codes."), msg("Choose at least one column of codes.")))
    return tuple(Problem(message, remedy, name) for message, remedy in found)


def _read(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, mapping: Mapping, columns: tuple[Heading, ...]
) -> BudgetTable:
    dimensions = tuple(d for d in Dimension if d in mapping.codes or d in mapping.code_order)
    codes = [f"{code(prepared, mapping, dimension)} AS {dimension.value}" for dimension in dimensions]
    turn = "-" if mapping.sign is Sign.CREDIT_POSITIVE else ""
    values = [
        f"CAST({turn}({amount(prepared.sql(heading), mapping.decimal)}) AS DECIMAL(18,2)) AS v{number}, "
        f"nullif(trim({prepared.sql(heading)}), '') AS r{number}"
        for number, heading in enumerate(columns)
    ]
    connection.execute(f"CREATE TABLE {_TABLE} AS SELECT {', '.join(codes + values)} FROM {source(prepared)}")
    found = unread(connection, prepared) or _faults(connection, prepared, dimensions, columns)
    if found:
        raise ProblemsError(found)
    rows, amounts = _amounts(connection, prepared, dimensions, columns)
    totals = tuple(
        (heading, sum((each.amount for each in amounts if each.heading == heading), Decimal("0.00")))
        for heading in columns
    )
    return BudgetTable(amounts, totals, rows, tuple(names(connection, prepared, mapping)), prepared.warnings)


def _faults(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, dimensions: tuple[Dimension, ...],
    columns: tuple[Heading, ...],
) -> tuple[Problem, ...]:  # fmt: skip
    """Texts where amounts should be, and amounts without any code."""
    found: list[Problem] = []
    for number, heading in enumerate(columns):
        found += _places(
            connection, prepared, (f"v{number} IS NULL AND r{number} IS NOT NULL", f"r{number}", heading),
            message=msg("The amount cannot be read: it is text, or has more than two decimals."),
            remedy=msg("Write it in kr with at most two decimals, or change the decimal sign in the mapping."),
        )  # fmt: skip
    empty = " AND ".join(f"{dimension.value} IS NULL" for dimension in dimensions)
    some = " OR ".join(f"r{number} IS NOT NULL" for number in range(len(columns)))
    found += _places(
        connection, prepared, (f"{empty} AND ({some})", "''", ""),
        message=msg("The row has amounts and no codes."), remedy=msg("If it is a total, take it out of the file."),
    )  # fmt: skip
    return at_most(sorted(found, key=lambda problem: problem.row or 0), prepared.name)


def _places(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, sought: tuple[str, str, Heading],
    *, message: Text, remedy: Text,
) -> list[Problem]:  # fmt: skip
    """`sought` is condition, value to show and column."""
    condition, value, column = sought
    rows = connection.execute(
        f"SELECT rowid + {prepared.first_row}, {value} FROM {_TABLE} WHERE {condition} LIMIT {MOST_FAULTS + 1}"
    ).fetchall()
    return [Problem(message, remedy, prepared.name, row, column, shown) for row, shown in rows]


def _amounts(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, dimensions: tuple[Dimension, ...],
    columns: tuple[Heading, ...],
) -> tuple[int, tuple[BudgetAmount, ...]]:  # fmt: skip
    names_ = ", ".join([dimension.value for dimension in dimensions] + [f"v{n}" for n in range(len(columns))])
    rows = connection.execute(f"SELECT rowid + {prepared.first_row}, {names_} FROM {_TABLE} ORDER BY rowid").fetchall()
    width = len(dimensions) + 1
    amounts = tuple(
        BudgetAmount(row[0], tuple(zip(dimensions, row[1:width], strict=True)), heading, value)
        for row in rows
        for heading, value in zip(columns, row[width:], strict=True)
        if value is not None
    )
    return len({each.row for each in amounts}), amounts
