"""Which sign convention a table follows, from the numbers in rows and columns whose words tell income or cost."""

from collections.abc import Iterator, Sequence

from styrhus.review.understanding.grid import ColumnRole, Flow, GridColumn, GridRow, RowRole, SignConvention
from styrhus.values.unit import Unit

_DIFFERENCES = {ColumnRole.CHANGE, ColumnRole.VARIANCE, ColumnRole.PERCENT_CHANGE, ColumnRole.SHARE}
_COUNTS = {ColumnRole.VOLUME, ColumnRole.PRICE, ColumnRole.FACTOR, ColumnRole.PRODUCT, ColumnRole.TARGET}


def sign_convention(columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> SignConvention | None:
    """How costs are printed; None when rows and columns of both kinds do not show it."""
    shown = list(_shown(columns, rows))
    income = _side([negative for flow, negative in shown if flow is Flow.INCOME])
    cost = _side([negative for flow, negative in shown if flow is Flow.COST])
    if cost is True and income is not True:
        return SignConvention.COSTS_NEGATIVE
    if cost is False and income is not None:
        return SignConvention.INCOME_NEGATIVE if income else SignConvention.COSTS_POSITIVE
    return None


def _shown(columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> Iterator[tuple[Flow, bool]]:
    for row in rows:
        if row.role is RowRole.HEADING or row.unit is Unit.PERCENT:
            continue
        for column in columns:
            number = row.value(column.index) if column.index < len(row.cells) else None
            flow = row.flow or column.flow
            if number and number.value and flow and column.role not in _DIFFERENCES | _COUNTS:
                yield flow, number.value < 0


def _side(negatives: list[bool]) -> bool | None:
    """True when nearly all are negative, False when nearly all are positive, None when mixed or too few."""
    if not negatives:
        return None
    share = sum(negatives) / len(negatives)
    return True if share >= 0.8 else False if share <= 0.2 else None
