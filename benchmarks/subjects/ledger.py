"""Importing a ledger and asking it, and a peer that reads and adds up the same file.

The files lie in the folder that the environment names; `python -m benchmarks.subjects.ledger import ROWS` and
`… plain ROWS` are whole processes.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb

from benchmarks.subjects.ledger_files import path_of

FOLDER = "STYRHUS_BENCH_LEDGERS"
UNITS = 50
_PEER = """
SELECT month(Datum), Ansvar, Konto, sum(Belopp) FROM read_csv('{path}', header = true, delim = ';',
decimal_separator = ',') GROUP BY ALL
"""


def plain(path: Path) -> int:
    """DuckDB alone: the file read with the types that it finds, and added up by month, responsibility and account."""
    with duckdb.connect(config={"threads": 2}) as connection:
        return len(connection.execute(_PEER.format(path=path)).fetchall())


def imported(path: Path, target: Path) -> int:
    """The whole import up to the month files; gives the number of rows."""
    from styrhus.finance.codes.dimension import Dimension  # noqa: PLC0415
    from styrhus.finance.ledger.mapping import Mapping, Sign  # noqa: PLC0415
    from styrhus.finance.ledger.staging import stage  # noqa: PLC0415

    codes = {
        Dimension.RESPONSIBILITY: "Ansvar", Dimension.ACCOUNT: "Konto", Dimension.ACTIVITY_CODE: "Verksamhet",
        Dimension.PROJECT: "Projekt", Dimension.COUNTERPARTY: "Motpart",
    }  # fmt: skip
    mapping = Mapping(
        sign=Sign.DEBIT_POSITIVE, codes=codes, voucher="Verifikat", date="Datum", text="Text", amount="Belopp"
    )
    return stage(path, mapping, year=2019, target=target).rows


def _files(times: int) -> tuple[Path, ...]:
    """Month files of so many imports."""
    folders = (Path(os.environ[FOLDER]) / f"stored-{number}" for number in range(times))
    return tuple(sorted(file for folder in folders for file in folder.glob("2*.parquet")))


def _code_map() -> object:
    from styrhus.finance.codes.code_map import CodeMap  # noqa: PLC0415
    from styrhus.finance.codes.rules import UnitRule  # noqa: PLC0415

    ranges = ((str(21000 + number * 10), str(21009 + number * 10)) for number in range(UNITS))
    return CodeMap(
        UnitRule(id=f"rule-{number}", first=first, last=last, unit=f"unit-{number}")
        for number, (first, last) in enumerate(ranges)
    )


def _view(times: int) -> Callable[[], object]:
    from styrhus.finance.ledger.query import balances  # noqa: PLC0415

    files, code_map = _files(times), _code_map()
    return lambda: balances(files, code_map)  # type: ignore[arg-type]


def _drill_down(times: int) -> Callable[[], object]:
    """A page of the rows of a unit and cost type, January to August."""
    from styrhus.finance.codes.dimension import CostType  # noqa: PLC0415
    from styrhus.finance.ledger.query import rows  # noqa: PLC0415
    from styrhus.finance.ledger.row_filter import RowFilter  # noqa: PLC0415

    files, code_map = _files(times), _code_map()
    chosen = RowFilter(months=tuple(range(1, 9)), units=("unit-3",), cost_types=(CostType.STAFF,))
    return lambda: rows(files, chosen, code_map=code_map)  # type: ignore[arg-type]


def view_1() -> Callable[[], object]:
    return _view(1)


def view_4() -> Callable[[], object]:
    return _view(4)


def drill_1() -> Callable[[], object]:
    return _drill_down(1)


def drill_4() -> Callable[[], object]:
    return _drill_down(4)


def main() -> None:
    """One import, or the peer, in a process of its own."""
    what, count = sys.argv[1], int(sys.argv[2])
    folder = Path(os.environ[FOLDER])
    path = path_of(folder, count)
    found = plain(path) if what == "plain" else imported(path, folder / sys.argv[3])
    print(found)


if __name__ == "__main__":
    main()
