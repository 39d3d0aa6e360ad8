"""Tables of the budget as blocks: thousands that add up, signs where there is change, links on rows."""

from styrhus.finance.budget.comparison import comparison_table
from styrhus.finance.budget.register_tables import positions_table
from styrhus.paper.blocks import RowKind
from styrhus.reports.parts.budget import budget_block
from styrhus.values.text import msg
from styrhus.values.unit import Unit
from tests.unit.finance.budget.sources import line, position, source
from tests.unit.finance.budget.test_comparison import HELD


def words(block):
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in block.rows]


def test_thousands_add_up_and_changes_have_signs():
    held = source(budget_lines=tuple(line(1_500, unit) for unit in ("familjehem", "vuxna", "hvb")))
    block = budget_block(comparison_table(held, ("b",), 2019), "sv")
    shown = {row[0]: row[1] for row in words(block)}
    assert int(shown["Familjehem"]) + int(shown["HVB"]) == int(shown["Barn"])
    assert int(shown["Barn"]) + int(shown["Vuxna"]) == int(shown["Nettokostnad"]) == 5
    assert block.rows[-1].kind is RowKind.TOTAL
    change = budget_block(comparison_table(HELD, ("a", "b"), 2019, change=("a", "b")), "sv", unit=Unit.KR)
    assert words(change)[-1] == ["Nettokostnad", "120,00", "210,00", "+90,00"]


def test_the_unit_stands_in_the_caption_and_rows_lead_on():
    table = comparison_table(HELD, ("b",), 2019, language="en")
    block = budget_block(table, "en", unit=Unit.MNKR, links={"vuxna": "/budget/?unit=vuxna"}, notes=[msg("Net cost")])
    assert block.caption == "Net cost by version, mnkr"
    assert [row.cells[0].runs[0].href for row in block.rows if row.cells[0].text == "Vuxna"] == ["/budget/?unit=vuxna"]
    assert block.notes[0][0].text == "Net cost"


def test_what_is_no_money_keeps_its_unit():
    block = budget_block(positions_table(source(positions=(position(fte="0.5"),)), "b", language="en"), "en")
    assert [column.heading for column in block.columns][1:6] == [
        "Full-time equivalents", "Over the year", "Staff cost", "Vacancy held", "Salary, kr per month",
    ]  # fmt: skip
    assert words(block)[1][1:4] == ["0.5", "0.50", "294"]
