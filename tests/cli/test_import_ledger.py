"""`styrhus import-ledger` and `styrhus balances`: the example of the help texts, killed processes, two at once."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from decimal import Decimal

import pytest
import tomli_w

from tests.cli.running import LUND, ROOT, styrhus, surroundings
from tests.ledgers import FEBRUARY, JANUARY, MAPPING, ledger_file, many_rows

BOARD = ("--board", "lund", "--year", "2023")
TOML = tomli_w.dumps(MAPPING.model_dump(mode="json", exclude_defaults=True, exclude_none=True))
KILLS = 10


@pytest.fixture(scope="module")
def lund(tmp_path_factory):
    """A data folder that holds Lund 2023 and nothing more."""
    folder = tmp_path_factory.mktemp("lund") / "data"
    found = styrhus("import", LUND, "--data", folder)
    assert found.returncode == 0, found.stderr
    return folder


@pytest.fixture
def data(lund, tmp_path):
    """A data folder of its own that holds Lund 2023, with a file of two months and its mapping beside it."""
    shutil.copytree(lund, tmp_path / "data")
    ledger_file(tmp_path / "bok.csv", (*JANUARY, *FEBRUARY))
    (tmp_path / "bok.toml").write_text(TOML)
    return tmp_path


def brought(data, file="bok.csv", *more):
    return styrhus("import-ledger", data / file, *BOARD, "--mapping", data / "bok.toml", *more, "--data", data / "data")


def rows(data, by):
    found = styrhus("balances", "lund", 2023, "--by", by, "--format", "json", "--data", data / "data")
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)["rows"]


def total(data):
    return sum(Decimal(row["amount"]) for row in rows(data, "unit,cost_type,month"))


def test_a_file_is_shown_imported_asked_for_and_undone(data):
    shown = brought(data, "bok.csv", "--dry-run")
    assert shown.returncode == 0, shown.stderr
    assert "4 rows" in shown.stdout
    assert "No unit has the responsibility 2999" in shown.stdout
    assert styrhus("balances", "lund", 2023, "--data", data / "data").returncode == 2
    done = brought(data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Imported: 4 rows" in done.stdout
    again = styrhus("import-ledger", data / "bok.csv", *BOARD, "--data", data / "data")
    assert again.returncode == 0
    assert "still counts" in again.stderr
    undone = styrhus("import-ledger", "--undo", "--board", "lund", "--data", data / "data")
    assert undone.returncode == 0
    assert styrhus("import-ledger", "--undo", "--board", "lund", "--data", data / "data").returncode == 1


def test_balances_are_exact_and_nothing_is_dropped(data):
    assert brought(data).returncode == 0
    assert total(data) == Decimal("100024.60")
    assert rows(data, "responsibility,account") == [
        {"responsibility": "2100", "account": "3010", "amount": "-200.00"},
        {"responsibility": "2100", "account": "5010", "amount": "1234.50"},
        {"responsibility": "2100", "account": "9990", "amount": "-10.00"},
        {"responsibility": "2999", "account": "4610", "amount": "99000.10"},
    ]
    assert {row["cost_type"] for row in rows(data, "cost_type")} == {"staff", "income", "bought_care", None}
    assert rows(data, "unit")[-1]["unit"] is None
    assert rows(data, "month") == [{"month": 1, "amount": "1034.50"}, {"month": 2, "amount": "98990.10"}]


def test_balances_as_csv_and_as_a_table(data):
    brought(data)
    told = styrhus("balances", "lund", 2023, "--by", "month", "--format", "csv", "--data", data / "data").stdout
    assert told == "month;amount\n1;1034.50\n2;98990.10\n"
    shown = styrhus("balances", "lund", 2023, "--by", "month", "--data", data / "data").stdout
    assert shown.splitlines()[-1].replace("\u00a0", " ").split(maxsplit=1) == ["total", "100,024.60"] or (
        "100 024.60" in shown.replace("\u00a0", " ")
    )
    assert styrhus("balances", "lund", 2023, "--by", "colour", "--data", data / "data").returncode == 2


def test_columns_that_cannot_be_told_are_offered_as_a_draft(data):
    (data / "okand.csv").write_text("A;B;C\n1;2;3\n4;5;6\n")
    found = styrhus("import-ledger", data / "okand.csv", *BOARD, "--data", data / "data")
    assert found.returncode == 1
    assert "--mapping" in found.stderr
    assert "sign" in found.stdout


def test_columns_that_can_be_told_need_no_mapping_and_the_sign_is_said(data):
    found = styrhus("import-ledger", data / "bok.csv", *BOARD, "--dry-run", "--data", data / "data")
    assert found.returncode == 0, found.stderr
    assert "read as costs" in found.stderr
    turned = styrhus(
        "import-ledger", data / "bok.csv", *BOARD, "--sign", "credit-positive", "--dry-run", "--data", data / "data"
    )
    assert "total −100 024.60 kr" in turned.stdout.replace("\u00a0", " ")


def test_wrong_use_is_told(data):
    assert styrhus("import-ledger", "--board", "lund", "--data", data / "data").returncode == 2
    unknown = styrhus("import-ledger", data / "bok.csv", "--board", "x", "--year", "2023", "--data", data / "data")
    assert unknown.returncode == 2
    assert "there are: lund" in unknown.stderr
    named = styrhus("import-ledger", data / "bok.csv", *BOARD, "--mapping", "saknas", "--data", data / "data")
    assert named.returncode == 2
    (data / "fel.toml").write_text("sign = 'upp'")
    assert brought(data).returncode == 0
    wrong = styrhus("import-ledger", data / "bok.csv", *BOARD, "--mapping", data / "fel.toml", "--data", data / "data")
    assert wrong.returncode == 2
    assert "sign" in wrong.stderr


def test_a_text_where_an_amount_should_be_refuses_the_whole_file(data):
    ledger_file(data / "bok.csv", (*JANUARY, ("A9", "2023-01-03", "2100", "5010", "x", "mycket")))
    found = brought(data)
    assert found.returncode == 1
    assert "row 4" in found.stderr
    assert "mycket" in found.stderr


def begun(data, file):
    words = ["import-ledger", data / file, *BOARD, "--mapping", data / "bok.toml", "--data", data / "data"]
    return subprocess.Popen(
        [sys.executable, "-m", "styrhus", *map(str, words)], cwd=ROOT, env=surroundings(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def held(data):
    """Every import of the journal, and every month that counts, straight from the database."""
    with sqlite3.connect(data / "data" / "styrhus.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        imports = database.execute("SELECT id, stamp, rows FROM store_ledgerimport").fetchall()
        periods = database.execute("SELECT held_id, rows FROM store_ledgerperiod").fetchall()
    return imports, periods


def test_killed_at_any_moment_it_is_all_there_or_nothing(data):
    ledger_file(data / "stor.csv", many_rows(200_000))
    began = time.monotonic()
    assert brought(data, "stor.csv").returncode == 0
    took = time.monotonic() - began
    expected = total(data)
    styrhus("import-ledger", "--undo", "--board", "lund", "--data", data / "data")
    chance = random.Random(4)
    for _ in range(KILLS):
        before, _periods = held(data)
        process = begun(data, "stor.csv")
        time.sleep(chance.uniform(0.2, took))
        process.send_signal(signal.SIGKILL)
        process.wait()
        imports, periods = held(data)
        whole = len(imports) > len(before)
        assert sum(rows for _held, rows in periods) == (200_000 if whole else 0)
        if whole:
            assert styrhus("import-ledger", "--undo", "--board", "lund", "--data", data / "data").returncode == 0
    assert brought(data, "stor.csv").returncode == 0
    assert total(data) == expected
    imports, _periods = held(data)
    folders = {path.name for path in (data / "data" / "ledger" / "lund").iterdir()}
    assert folders == {str(uuid) for uuid in map(_dashed, (stamp for _id, stamp, _rows in imports))}


def _dashed(stamp):
    text = stamp.replace("-", "")
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def test_two_at_once_are_one_after_the_other(data):
    ledger_file(data / "en.csv", many_rows(20_000))
    ledger_file(data / "tva.csv", list(many_rows(24_000))[:12_000])
    both = [begun(data, "en.csv"), begun(data, "tva.csv")]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    imports, periods = held(data)
    assert len(imports) == 2
    assert sum(rows for _held, rows in periods) in {20_000, 12_000}
    assert len({owner for owner, _rows in periods}) == 1


def test_a_server_may_be_running(data):
    assert brought(data).returncode == 0
    process = subprocess.Popen(
        [sys.executable, "-m", "styrhus", "serve", "--port", "8931", "--data", str(data / "data")],
        cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        process.stdout.readline()
        assert total(data) == Decimal("100024.60")
    finally:
        process.terminate()
        process.wait(timeout=20)
