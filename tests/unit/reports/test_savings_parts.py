"""The tables of savings and frame changes: what is shown adds up, down and across, in both languages."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.dossier.savings import savings_year
from styrhus.finance.frame import FrameChange, FrameChangeKind, Permanence
from styrhus.paper.blocks import RowKind, Table
from styrhus.reports.parts.frame_changes import frame_blocks
from styrhus.reports.parts.savings import savings_blocks
from styrhus.reports.parts.savings_account import gap_table, unit_gap_table
from styrhus.reports.parts.savings_records import months_table, requirements_table
from styrhus.reports.setting import Setting
from styrhus.values.number import parse_typed
from styrhus.values.unit import Unit

EXAMPLES = Path(__file__).parents[3] / "examples"


def setting(board="orebro-2019", language="sv", **changes):
    dossier, _ = read_folder(EXAMPLES / board)
    return Setting(dossier.model_copy(update=changes), language, sections=(), placed={}, prose=lambda *_: ())


def numbers(row):
    return [None if not cell.text.strip("–") else parse_typed(cell.text.lstrip("+")) for cell in row.cells[1:]]


@pytest.mark.parametrize("month", [0, 5, 8, 12])
def test_the_account_adds_up_down_and_across(month):
    where = setting()
    held = savings_year(where.dossier, month)
    for table in (gap_table(where, held), unit_gap_table(where, held)):
        *lines, whole = table.rows
        assert whole.kind is RowKind.TOTAL
        for column, total in enumerate(numbers(whole)[:6]):
            assert sum(numbers(line)[column] or 0 for line in lines) == total
        for line in table.rows:
            required, _planned, realised, to_come, _open, gap = (amount or 0 for amount in numbers(line)[:6])
            assert gap == required - realised - to_come


def test_a_months_table_adds_up_to_the_year():
    where = setting()
    held = savings_year(where.dossier)
    for saving in where.dossier.savings:
        *lines, whole = (numbers(replace(row, cells=row.cells[:3])) for row in months_table(where, held, saving).rows)
        assert [sum(line[column] or 0 for line in lines) for column in (0, 1)] == [amount or 0 for amount in whole]


def test_everything_is_said_in_english_too():
    where = setting(language="en")
    blocks = savings_blocks(where)
    words = " ".join("".join(run.text for run in block.runs) for block in blocks if hasattr(block, "runs"))
    assert "3.6\u00a0mnkr" in words
    assert next(block.caption for block in blocks if isinstance(block, Table)) == "The gap account 2019, tkr"
    assert parse_typed(requirements_table(where).rows[0].cells[3].text) == 3628


def test_a_plan_without_savings_says_nothing_of_them():
    assert savings_blocks(setting("helsingborg-2015")) == ()


def test_temporary_money_without_a_last_year_is_told_and_never_falls_away():
    endless = FrameChange(id="x", year=2019, kind=FrameChangeKind.TEMPORARY, label="Tills vidare",
                          amount=Decimal(5), unit=Unit.TKR, permanence=Permanence.TEMPORARY)  # fmt: skip
    blocks = list(frame_blocks(setting(frame_changes=(endless,))))
    told = " ".join("".join(run.text for run in block.runs) for block in blocks if hasattr(block, "runs"))
    assert "Tills vidare" in told
    assert "table-falling-away" not in {block.anchor for block in blocks if isinstance(block, Table)}
