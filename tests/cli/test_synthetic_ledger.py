"""`styrhus synthetic-ledger` writes what the demo imports, and says what it cannot make."""

from styrhus.finance import synthetic
from tests.cases.example_folder import loaded
from tests.cli.running import EXAMPLES, LUND, styrhus


def test_the_file_is_the_ledger_of_the_year(tmp_path):
    target = tmp_path / "huvudbok.csv"
    found = styrhus("synthetic-ledger", EXAMPLES / "orebro-2019", "--year", 2019, "--to", target)
    assert found.returncode == 0
    assert target.read_bytes() == synthetic.ledger("orebro", 2019, loaded("orebro-2019").tables, year=2019)


def test_other_years_and_other_plans_are_refused(tmp_path):
    target = tmp_path / "huvudbok.csv"
    found = styrhus("synthetic-ledger", LUND, "--year", 2018, "--to", target)
    assert found.returncode == 2
    assert "there are: 2021, 2022, 2023" in found.stderr
    other = styrhus("synthetic-ledger", EXAMPLES / "lund-2020", "--year", 2020, "--to", target)
    assert other.returncode == 2
    assert "orebro-2019 and lund-2023" in other.stderr
    assert not target.exists()
