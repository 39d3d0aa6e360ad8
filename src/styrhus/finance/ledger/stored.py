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
        months = ", ".join(str(year * 100 + month) for year, month in map(month_of, held))
        parts.append(f"SELECT * FROM {quoted(folder / BALANCES)} WHERE year * 100 + month IN ({months})")
    return f"({' UNION ALL '.join(parts)})"
