"""The month files of a ledger as DuckDB reads them."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.staged import BALANCES

BALANCED = frozenset({Dimension.RESPONSIBILITY, Dimension.ACCOUNT, Dimension.ACTIVITY_CODE, Dimension.PROJECT})
"""The dimensions that balances are kept by; task and counterparty would make them as many as the rows."""


def in_months(files: Iterable[Path], months: Sequence[int]) -> tuple[Path, ...]:
    """The files of these months of any year; all of them when none is given."""
    return tuple(file for file in files if not months or month_of(file)[1] in months)


def month_of(file: Path) -> tuple[int, int]:
    """Year and month of `2019-03.parquet`."""
    year, _, month = file.stem.partition("-")
    return int(year), int(month)


def rows_of(files: Sequence[Path]) -> str:
    """A relation of all rows with the file that each comes from."""
    return f"read_parquet([{', '.join(map(quoted, files))}], filename = true)"


def balances_of(files: Sequence[Path], dimensions: Iterable[Dimension] = ()) -> str:
    """A relation of the balances that belong to the files; of the rows where balances do not know the dimensions.

    A folder's balances also tell of months that have since been replaced by those of another folder.
    """
    if not BALANCED.issuperset(dimensions):
        return f'(SELECT *, 1 AS "rows" FROM {rows_of(files)})'
    parts = []
    for folder, held in groupby(sorted(files), key=lambda file: file.parent):
        parts.append(f"SELECT * FROM {quoted(folder / BALANCES)} WHERE {_within(map(month_of, held))}")
    return f"({' UNION ALL '.join(parts)})"


def _within(months: Iterable[tuple[int, int]]) -> str:
    """The condition of these months, in stretches, which a file's statistics answer for most of its rows."""
    stretches: list[tuple[int, int, int]] = []
    for year, month in sorted(set(months)):
        begun = stretches[-1] if stretches else (0, 0, 0)
        if (year, month) == (begun[0], begun[2] + 1):
            stretches[-1] = (year, begun[1], month)
        else:
            stretches.append((year, month, month))
    return " OR ".join(f"(year = {year} AND month BETWEEN {first} AND {last})" for year, first, last in stretches)
