"""Printed totals of a budget table against the sum of their lines, added up here and not by the loader."""

from decimal import Decimal

from tests.cases.example_folder import cells, rows


def misfits(name: str, table: str, columns: list[str]) -> dict[str, tuple[Decimal, Decimal]]:
    """Columns whose printed total is not the sum of the lines: stated and computed."""
    found = rows(name, f"budget/{table}.csv")
    total = next(row["id"] for row in found if row["kind"] == "total")
    lines = {row["id"] for row in found if row["kind"] == "line"}
    wrong = {}
    for column in columns:
        printed = cells(name, table, column)
        computed = sum((value for row, value in printed.items() if row in lines), Decimal(0))
        if printed[total] != computed:
            wrong[column] = (printed[total], computed)
    return wrong
