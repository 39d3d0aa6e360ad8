"""A table in another unit adds up as the printed one does, and keeps what the printed one contradicts."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from styrhus.finance.restate import restated
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.values.unit import Unit

COLUMNS = (
    Column(id="before", label="Budget 2022", kind=ColumnKind.BUDGET, year=2022),
    Column(id="now", label="Budget 2023", kind=ColumnKind.BUDGET, year=2023),
    Column(id="change", label="Förändring", kind=ColumnKind.CHANGE, change_of=("before", "now")),
    Column(id="posts", label="Tjänster", kind=ColumnKind.VOLUME, unit=Unit.FTE),
)
AMOUNTS = st.lists(st.tuples(st.integers(-99_999, 999_999), st.integers(-99_999, 999_999)), min_size=2, max_size=9)


def row(key, before, now, kind=RowKind.LINE, parent=None):
    cells = [Cell(value=Decimal(v)) for v in (before, now, now - before)]
    return Row(id=key, label=key, kind=kind, parent=parent, cells=(*cells, Cell(value=Decimal("1.5"))))


def table(*rows):
    common = {"caption": "Bidrag", "kind": TableKind.ALLOCATION, "sign": Sign.COST_POSITIVE}
    return Table(id="bidrag", unit=Unit.TKR, columns=COLUMNS, rows=rows, **common)


def grown(pairs):
    """A table where the first rows make a subtotal and everything a total."""
    half = len(pairs) // 2
    lines = [row(f"r{n}", *pair, parent="del" if n < half else None) for n, pair in enumerate(pairs)]
    sums = [tuple(map(sum, zip(*part, strict=True))) for part in (pairs[:half], pairs)]
    return table(*lines, row("del", *sums[0], kind=RowKind.SUBTOTAL), row("allt", *sums[1], kind=RowKind.TOTAL))


@given(AMOUNTS, st.integers(0, 2))
def test_rows_add_up_to_subtotals_totals_and_changes(pairs, decimals):
    shown = restated(grown(pairs), Unit.MNKR, decimals)
    for key in ("del", "allt"):
        parts = shown.parts_of(shown.row_by_id[key])
        for column in ("before", "now", "change"):
            assert sum(shown.cell(p.id, column).value for p in parts) == shown.cell(key, column).value
    for held in shown.rows:
        before, now, change = (shown.cell(held.id, name).value for name in ("before", "now", "change"))
        assert now - before == change
        assert shown.unit_of(held, COLUMNS[0]) is Unit.MNKR


def test_a_total_is_rounded_half_up_and_what_is_no_money_stays():
    shown = restated(table(row("a", 100, 349), row("b", 200, 200), row("allt", 300, 549, RowKind.TOTAL)), Unit.MNKR, 1)
    assert [str(shown.cell(key, "now").value) for key in ("a", "b", "allt")] == ["0.3", "0.2", "0.5"]
    assert shown.cell("a", "posts").value == Decimal("1.5")
    assert shown.rounded


def test_a_printed_contradiction_is_not_rounded_away():
    broken = table(row("a", 1000, 2000), row("b", 1000, 3000), row("allt", 2000, 9000, RowKind.TOTAL))
    shown = restated(broken, Unit.MNKR, 0)
    assert [shown.cell(key, "now").value for key in ("a", "b", "allt")] == [2, 3, 9]


def test_missing_stays_missing():
    gap = Row(id="c", label="c", cells=(Cell(mark="-"), Cell(value=Decimal(600)), Cell(), Cell()))
    shown = restated(table(row("a", 1000, 2000), gap), Unit.MNKR, 1)
    assert shown.cell("c", "before") == Cell(mark="-")
    assert shown.cell("c", "change") == Cell()
    assert str(shown.cell("c", "now").value) == "0.6"
