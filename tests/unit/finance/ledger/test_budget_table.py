"""Wide budget tables give an amount for each row and column."""

from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.budget_table import stage_budget
from styrhus.finance.ledger.inspect import inspect
from styrhus.finance.ledger.mapping import Sign
from styrhus.values.problem import ProblemsError

SOGNDAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "budget" / "sogndal_drift_2013.csv"
TABLE = """\
\ufeffkonto;konto_tekst;ansvar;tjeneste;rekneskap_2011;budsjett_2012
10100;Løn;100;38500;405 778;205 575
10100;Løn;120;37000;;1 548 850
17000;Refusjon;120;37000;-10;−20,50
"""


def read(folder, text, sign=Sign.DEBIT_POSITIVE):
    path = folder / "budget.csv"
    path.write_text(text, encoding="utf-8")
    found = inspect(path)
    return stage_budget(path, found.suggested.model_copy(update={"sign": sign}))


def test_every_cell_is_an_amount_of_its_codes(tmp_path):
    table = read(tmp_path, TABLE)
    assert table.totals == (("rekneskap_2011", Decimal("405768.00")), ("budsjett_2012", Decimal("1754404.50")))
    assert (table.rows, len(table.amounts)) == (3, 5)
    first = table.amounts[0]
    assert (first.row, first.heading, first.amount) == (2, "rekneskap_2011", Decimal(405778))
    assert (first.code(Dimension.ACCOUNT), first.code(Dimension.RESPONSIBILITY)) == ("10100", "100")
    assert {name.name for name in table.names} == {"Løn", "Refusjon"}


def test_an_empty_cell_is_no_amount(tmp_path):
    assert not [each for each in read(tmp_path, TABLE).amounts if each.row == 3 and each.heading == "rekneskap_2011"]


def test_the_sign_is_turned_where_income_is_positive(tmp_path):
    assert read(tmp_path, TABLE, Sign.CREDIT_POSITIVE).amounts[0].amount == Decimal(-405778)


@pytest.mark.parametrize(
    ("old", "new", "column", "value"),
    [("405 778", "mye", "rekneskap_2011", "mye"), ("1 548 850", "1,555", "budsjett_2012", "1,555")],
)
def test_a_text_where_an_amount_should_be(tmp_path, old, new, column, value):
    path = tmp_path / "budget.csv"
    path.write_text(TABLE, encoding="utf-8")
    mapping = inspect(path).suggested.model_copy(update={"sign": Sign.DEBIT_POSITIVE})
    path.write_text(TABLE.replace(old, new), encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        stage_budget(path, mapping)
    (problem,) = caught.value.problems
    assert (problem.column, problem.value) == (column, value)


def test_the_mapping_must_say_what_it_lacks(tmp_path):
    with pytest.raises(ProblemsError, match="positive amount"):
        read(tmp_path, TABLE, sign=None)


@pytest.mark.skipif(not SOGNDAL.exists(), reason="the published budget is not here")
def test_a_whole_municipality(tmp_path):
    mapping = inspect(SOGNDAL).suggested.model_copy(update={"sign": Sign.DEBIT_POSITIVE})
    table = stage_budget(SOGNDAL, mapping)
    assert table.rows == 4898
    assert [total for _, total in table.totals] == [16, 0, 0]
