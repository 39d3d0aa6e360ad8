"""A published table with fewer columns: only some years, each change only beside what it is the change of."""

from collections.abc import Collection, Sequence

from styrhus.finance.table import Column, Table


def years_of(tables: Sequence[Table]) -> tuple[int, ...]:
    """The years that columns of the tables belong to, ascending."""
    return tuple(sorted({column.year for table in tables for column in table.columns if column.year}))


def with_years(table: Table, years: Collection[int]) -> Table | None:
    """The table with the columns of some years and those without a year; None when no year's column is left."""
    kept = {column.id for column in table.columns if column.year is None or column.year in years}
    columns = [column for column in table.columns if column.id in kept and _has_both(column, kept)]
    if not any(column.year for column in columns) and any(column.year for column in table.columns):
        return None
    places = [table.column_index[column.id] for column in columns]
    rows = tuple(row.model_copy(update={"cells": tuple(row.cells[p] for p in places)}) for row in table.rows)
    # Not model_copy, which would carry over the indexes that the old table has built of its columns.
    held = {name: getattr(table, name) for name in Table.model_fields}
    return Table.model_validate(held | {"columns": tuple(columns), "rows": rows})


def _has_both(column: Column, kept: Collection[str]) -> bool:
    return column.change_of is None or all(name in kept for name in column.change_of)
