"""`styrhus backtest` as a process: its forms, its document, and what it refuses."""

import csv
import io
import json
import math
from pathlib import Path

import pytest

from tests.cli.running import styrhus


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    """Thirty months of two rows: one goes up by one a month, one swings with the season."""
    lines = ["group,type,provider,month,persons,price"]
    for number in range(30):
        month = f"{2020 + number // 12}-{number % 12 + 1:02d}"
        lines.append(f"Barn,institution,external,{month},{20 + number},90000")
        lines.append(f"Unga,family_home,own,{month},{40 + round(8 * math.sin(number / 2))},30000")
    path = tmp_path / "counts.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_every_form_tells_the_same(counts, tmp_path):
    report = tmp_path / "report.html"
    words = ("backtest", counts, "--months", 6, "--origins", 3)
    found = styrhus(*words, "--format", "json", "--document", report)
    assert found.returncode == 0, found.stderr
    told = json.loads(found.stdout)
    assert (len(told["origins"]), told["months"], told["streams"]) == (
        3,
        6,
        ["Barn/institution/external", "Unga/family_home/own"],
    )
    engine = next(each for each in told["persons"] if each["method"] == "engine")
    assert 0 < engine["wape"] < 0.5
    assert told["choice"] in {"engine", "naive", "seasonal_naive", "mean_12"}
    assert told["verdict"]
    assert "How good are the forecasts?" in report.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(styrhus(*words, "--format", "csv").stdout)))
    same = next(row for row in rows if (row["measure"], row["method"]) == ("persons", "engine"))
    assert float(same["wape"]) == pytest.approx(engine["wape"])


def test_the_table_speaks_swedish(counts):
    found = styrhus("backtest", counts, "--months", 6, "--origins", 3, LANG="sv_SE.UTF-8")
    assert found.returncode == 0, found.stderr
    assert "Senaste värde" in found.stdout


def test_too_few_months_end_with_one(counts):
    found = styrhus("backtest", counts, "--months", 24)
    assert found.returncode == 1
    assert "There are 30 whole months" in found.stderr


def test_a_document_of_another_form_is_refused(counts, tmp_path):
    found = styrhus("backtest", counts, "--document", tmp_path / "report.odt")
    assert found.returncode == 2
    assert "report.odt" in found.stderr
