"""Questions to the month files of a ledger: balances by unit and cost type, sums by code, and single rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.ledger.balance import Balance
from styrhus.finance.ledger.conditions import chosen_balances, code_tests, is_of_codes
from styrhus.finance.ledger.engine import engine, quoted
from styrhus.finance.ledger.mapped import mapped
from styrhus.finance.ledger.row_filter import LedgerRow, Page, RowFilter, RowOrder, RowPage
from styrhus.finance.ledger.stored import BALANCED, balances_of, in_months, month_of, rows_of

EVERYTHING = RowFilter()
ZERO = Decimal("0.00")
_FIRST = Page()
_COLUMNS = (
    "filename, line, voucher, date, year, month, responsibility, account, activity_code, task, project, counterparty, "
    "text, amount"
)  # fmt: skip
_ORDER = {
    RowOrder.DATE: "year, month, date, line",
    RowOrder.AMOUNT: "abs(amount) DESC, year, month, line",
    RowOrder.CODES: "year, month, responsibility, account, date, line",
}


@dataclass(frozen=True)
class CodeBalance:
    """Net amount in kr and number of rows of a combination of codes in a month; None where it was not asked for."""

    year: int
    month: int | None
    codes: tuple[tuple[Dimension, str | None], ...]
    amount: Decimal
    rows: int


@dataclass(frozen=True)
class AccountBalance:
    """Net amount in kr and number of rows of an account in a month."""

    year: int
    month: int
    account: str
    amount: Decimal
    rows: int


def balances(files: Iterable[Path], code_map: CodeMap) -> tuple[Balance, ...]:
    """By year, month, unit and cost type; what no rule maps is a row of its own, so that all add up to the ledger."""
    held = tuple(files)
    if not held:
        return ()
    with engine() as connection:
        relation = mapped(connection, held, code_map)
        found = connection.execute(
            f"SELECT year, month, unit, cost_type, sum(amount) FROM {relation} GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    return tuple(
        Balance(year=year, month=month, unit=unit, cost_type=CostType(cost_type) if cost_type else None, amount=amount)
        for year, month, unit, cost_type, amount in found
    )


def code_balances(
    files: Iterable[Path], *, by: Sequence[Dimension] = tuple(Dimension), months: bool = True,
    chosen: RowFilter = EVERYTHING, code_map: CodeMap | None = None,
) -> tuple[CodeBalance, ...]:  # fmt: skip
    """Sums by the dimensions of `by` and by month unless `months` is False, of the rows that meet the filter."""
    held = tuple(files)
    if not held:
        return ()
    names = [dimension.value for dimension in by]
    columns = ", ".join(["year", "month" if months else "NULL", *names])
    with engine() as connection:
        relation = chosen_balances(connection, held, chosen, code_map, by=by)
        found = connection.execute(
            f'SELECT {columns}, sum(amount), sum("rows")::BIGINT FROM {relation} GROUP BY ALL ORDER BY ALL'
        ).fetchall()
    return tuple(
        CodeBalance(year, month, tuple(zip(by, codes, strict=True)), amount, rows)
        for year, month, *codes, amount, rows in found
    )


def account_balances(
    files: Iterable[Path], chosen: RowFilter = EVERYTHING, code_map: CodeMap | None = None
) -> tuple[AccountBalance, ...]:
    """Sums by account and month of the rows that meet the filter."""
    found = code_balances(files, by=(Dimension.ACCOUNT,), chosen=chosen, code_map=code_map)
    return tuple(
        AccountBalance(each.year, each.month or 0, each.codes[0][1] or "", each.amount, each.rows) for each in found
    )


def rows(
    files: Iterable[Path], chosen: RowFilter = EVERYTHING, page: Page = _FIRST, code_map: CodeMap | None = None
) -> RowPage:
    """The page of rows that meet the filter, with the number and sum of all that do.

    ValueError for units or cost types without a code map.
    """
    held = in_months(files, chosen.months)
    if not held:
        return RowPage((), 0, ZERO)
    with engine() as connection:
        tests = [*code_tests(connection, held, chosen, code_map), *_single(chosen)]
        counted = _counted(connection, held, chosen, tests)
        months, offset = _reached(counted, page)
        files_ = [file for file in held if month_of(file) in months] or held[:1]
        found = connection.execute(
            f"SELECT {_COLUMNS} FROM {_meeting(files_, tests)} ORDER BY {_ORDER[page.order]} "
            f"LIMIT {page.size if months else 0} OFFSET {offset}"
        ).fetchall()
    return RowPage(
        tuple(LedgerRow(Path(name).parent.name, *cells) for name, *cells in found),
        sum(count for count, _ in counted.values()), sum((total for _, total in counted.values()), ZERO),
    )  # fmt: skip


def _meeting(files: Sequence[Path], tests: Sequence[str]) -> str:
    return f"{rows_of(files)} AS entry WHERE {' AND '.join(tests) or 'true'}"


def _counted(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], chosen: RowFilter, tests: Sequence[str]
) -> dict[tuple[int, int], tuple[int, Decimal]]:
    """Number and sum of the rows by month: from the balances where they know enough."""
    dimensions = {dimension for dimension, _ in chosen.codes}
    if is_of_codes(chosen) and BALANCED.issuperset(dimensions) and not _is_on_others(tests):
        source, count = balances_of(files), 'sum("rows")::BIGINT'
    else:
        source, count = rows_of(files), "count(*)"
    found = connection.execute(
        f"SELECT year, month, {count}, sum(amount) FROM {source} AS entry WHERE {' AND '.join(tests) or 'true'} "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    return {(year, month): (number, total) for year, month, number, total in found}


def _is_on_others(tests: Sequence[str]) -> bool:
    """Whether a rule looks at a dimension that balances do not know."""
    others = [dimension.value for dimension in Dimension if dimension not in BALANCED]
    return any(f"entry.{name}" in test for name in others for test in tests)


def _reached(counted: Mapping[tuple[int, int], tuple[int, Decimal]], page: Page) -> tuple[set[tuple[int, int]], int]:
    """The months whose rows a page shows, and how many of their rows stand before it.

    Rows come month by month unless the largest come first, so the files of other months need not be opened.
    """
    begin = page.size * (page.number - 1)
    if page.order is RowOrder.AMOUNT:
        return set(counted), begin
    months: set[tuple[int, int]] = set()
    offset = passed = 0
    for month, (count, _) in sorted(counted.items()):
        if passed < begin + page.size and passed + count > begin:
            if not months:
                offset = begin - passed
            months.add(month)
        passed += count
    return months, offset


def _single(chosen: RowFilter) -> Iterator[str]:
    """Conditions on what only single rows have."""
    if chosen.voucher:
        yield f"voucher = {quoted(chosen.voucher)}"
    if chosen.text:
        sought = quoted(chosen.text.lower())
        places = (f"coalesce(contains(lower({name}), {sought}), false)" for name in ("text", "voucher", "counterparty"))
        yield f"({' OR '.join(places)})"
    if chosen.least is not None:
        yield f"abs(amount) >= {chosen.least}"
    if chosen.most is not None:
        yield f"abs(amount) <= {chosen.most}"
