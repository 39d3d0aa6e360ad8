"""`styrhus synthetic-placements` writes what lies in the example's folder, and says what it cannot make."""

from tests.cli.running import EXAMPLES, styrhus


def test_the_file_is_the_one_of_the_example(tmp_path):
    target = tmp_path / "placements.csv"
    found = styrhus("synthetic-placements", EXAMPLES / "orebro-2019", "--to", target)
    assert (found.returncode, found.stderr) == (0, "")
    assert target.read_bytes() == (EXAMPLES / "orebro-2019" / "caseload" / "placements.csv").read_bytes()


def test_other_plans_are_refused(tmp_path):
    target = tmp_path / "placements.csv"
    found = styrhus("synthetic-placements", EXAMPLES / "lund-2020", "--to", target)
    assert found.returncode == 2
    assert "orebro-2019 and lund-2023" in found.stderr
    assert not target.exists()
