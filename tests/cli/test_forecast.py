"""`styrhus forecast`: every form of answer, every kind of material, and clear words for what cannot be."""

import csv
import json
import math
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from styrhus.cli import cli
from tests.cli.running import EXAMPLES, LUND, styrhus

OREBRO = EXAMPLES / "orebro-2019"
SPELLS = OREBRO / "caseload" / "placements.csv"
HEAD = "person,group,type,provider,start,end,price,price_unit\n"
LEVELS = ["mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"]


def run(*words: object, lang: str = "en") -> Result:
    """The command in this process, which is quicker than one of its own."""
    return CliRunner().invoke(cli, ["--lang", lang, "forecast", *map(str, words)])


def answered(*words: object) -> dict:
    found = run(*words, "--format", "json")
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def written(folder: Path, *rows: str, name: str = "spells.csv") -> Path:
    path = folder / name
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def few(tmp_path_factory) -> Path:
    """A hundred spells of three streams, one of them without prices."""
    rows = []
    for number in range(100):
        month, long = number % 24, number % 3 == 0
        start = f"{2017 + month // 12}-{month % 12 + 1:02d}-{number % 28 + 1:02d}"
        end = "" if long else f"{2017 + (month + 2) // 12}-{(month + 2) % 12 + 1:02d}-15"
        end = end if end < "2018-12-31" else ""
        kind = ("Barn,institution,external", "Barn,foster_home,own", "Unga,outpatient,external")[number % 3]
        price = ("3400,day", "24000,month", ",")[number % 3]
        rows.append(f"p{number},{kind},{start},{end},{price}")
    return written(
        tmp_path_factory.mktemp("few"), *rows, "p900,Barn,institution,external,2018-12-01,2018-12-31,3400,day"
    )


def numbers(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        for held in value.values():
            yield from numbers(held)
    elif isinstance(value, list):
        for held in value:
            yield from numbers(held)
    elif isinstance(value, int | float):
        yield value


def test_the_real_command_gives_json_of_total_and_streams(few):
    found = styrhus("forecast", few, "--months", 6, "--format", "json")
    assert found.returncode == 0, found.stderr
    assert "33 of 101 spells have no price" in found.stderr
    told = json.loads(found.stdout)
    assert [stream["stream"] for stream in told["streams"]] == [
        "Barn/foster_home/own", "Barn/institution/external", "Unga/outpatient/external",
    ]  # fmt: skip
    first = told["streams"][0]
    assert (first["group"], first["type"], first["provider"]) == ("Barn", "foster_home", "own")
    for part in (told["total"], *told["streams"]):
        assert [month["month"] for month in part["months"]] == [f"2019-0{month}" for month in range(1, 7)]
        for held in (part, *part["months"]):
            assert list(held["persons"]) == LEVELS
            assert list(held["care_days"]) == LEVELS
            quantiles = [held["care_days"][level] for level in LEVELS[1:]]
            assert quantiles == sorted(quantiles)
    assert told["streams"][2]["cost"] is None
    assert list(told["total"]["cost"]) == LEVELS
    assert all(math.isfinite(number) for number in numbers(told))
    assert told["as_of"] == "2018-12-31"


def test_the_same_file_gives_the_same_answer(few):
    assert answered(few, "--months", 3) == answered(few, "--months", 3)


def test_the_table_has_a_line_for_each_stream_and_what_the_frame_comes_to(few):
    found = run(few, "--frame", "40 mnkr")
    assert found.exit_code == 0
    assert "2019 " in found.stdout
    assert "Barn/institution/external" in found.stdout
    assert "the frame of 40\u00a0000 tkr is held with a probability of" in found.stdout
    assert "nan" not in found.stdout.lower()


def test_a_frame_for_the_year_counts_what_the_year_has_cost(tmp_path):
    rows = [f"p{number},Barn,institution,own,2018-01-01,,1000,day" for number in range(40)]
    rows += [
        f"q{month},Barn,institution,own,2017-{month:02d}-01,2017-{month:02d}-20,1000,day" for month in range(1, 13)
    ]
    path = written(tmp_path, *rows, "p99,Barn,institution,own,2018-06-01,2018-06-30,1000,day")
    told = answered(path, "--as-of", "2018-06-30", "--months", 6, "--frame", "20000000")
    (frame,) = told["frames"]
    assert frame["so_far"] == pytest.approx(40 * 181 * 1000 + 29 * 1000, rel=0.01)
    assert frame["month_count"] == 6
    assert frame["frame_50"] == pytest.approx(frame["so_far"] + told["total"]["cost"]["p50"], rel=1e-6)
    assert 0 <= frame["probability"] <= 1
    (spent,) = answered(path, "--as-of", "2018-06-30", "--months", 6, "--frame", "7000000")["frames"]
    assert spent["probability"] == 0


def test_csv_is_long(few):
    found = run(few, "--months", 2, "--format", "csv")
    rows = list(csv.DictReader(StringIO(found.stdout)))
    assert list(rows[0]) == ["stream", "group", "type", "provider", "month", "measure", *LEVELS]
    assert {row["month"] for row in rows} == {"2019-01", "2019-02"}
    assert {row["measure"] for row in rows if row["stream"] == "Unga/outpatient/external"} == {"persons", "care_days"}
    assert len([row for row in rows if row["stream"] == "total"]) == 6


def test_levers_move_the_forecast_and_are_told(few):
    base, less = answered(few, "--months", 6), answered(few, "--months", 6, "--lever", "inflow=-50%@2019-03+2")
    assert less["total"]["months"][1]["care_days"]["mean"] == pytest.approx(
        base["total"]["months"][1]["care_days"]["mean"], rel=0.002
    )
    assert less["total"]["months"][5]["care_days"]["mean"] < base["total"]["months"][5]["care_days"]["mean"]
    assert len(less["levers"]) == 1
    dearer = answered(few, "--months", 6, "--lever", "price=+10%")
    assert dearer["total"]["cost"]["mean"] == pytest.approx(1.1 * base["total"]["cost"]["mean"], rel=0.002)


def test_what_is_known_of_prices_and_population_moves_the_forecast(tmp_path):
    people = tmp_path / "population.csv"
    rows = [f"{ages},{year},{1000 * (year - 2010)}" for ages in ("0-17", "18-99") for year in range(2016, 2022)]
    people.write_text("age,year,persons\n" + "\n".join(rows) + "\n", encoding="utf-8")
    base = answered(SPELLS, "--months", 12)
    dearer = answered(SPELLS, "--months", 12, "--index", "10%")
    assert dearer["total"]["persons"] == base["total"]["persons"]
    assert dearer["total"]["cost"]["mean"] > 1.02 * base["total"]["cost"]["mean"]
    more = answered(SPELLS, "--months", 12, "--population", people, "--ages", "Barn=0-17")
    means = [{s["stream"]: s["persons"]["mean"] for s in told["streams"]} for told in (base, more)]
    assert means[1]["Barn/institution/external"] > means[0]["Barn/institution/external"]
    assert means[1]["Vuxna/housing/external"] == pytest.approx(means[0]["Vuxna/housing/external"], rel=0.01)


def test_a_lever_of_nothing_changes_nothing(few):
    base, same = answered(few, "--months", 4), answered(few, "--months", 4, "--lever", "inflow=0%")
    assert same["total"] == base["total"]


def test_a_picture_is_drawn(few, tmp_path):
    for name, start in (("fan.svg", b"<svg"), ("fan.PNG", b"\x89PNG")):
        assert run(few, "--months", 6, "--plot", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)
    refused = run(few, "--plot", tmp_path / "fan.pdf")
    assert refused.exit_code == 2
    assert ".svg or .png" in refused.stderr


def test_spells_can_be_forecast_as_counts(few):
    counts = answered(few, "--months", 6, "--from", "counts")
    assert counts["method"] == "counts"
    assert [stream["stream"] for stream in counts["streams"]] == [
        stream["stream"] for stream in answered(few, "--months", 6)["streams"]
    ]


def test_counts_by_month_are_a_file_too(tmp_path):
    lines = [f"{year}-{month:02d},Barn,institution,external,{18 + month % 5},90000"
             for year in (2016, 2017, 2018) for month in range(1, 13)]  # fmt: skip
    path = tmp_path / "counts.csv"
    path.write_text("month,group,type,provider,persons,price\n" + "\n".join(lines) + "\n", encoding="utf-8")
    told = answered(path, "--months", 6)
    assert told["total"]["persons"]["p10"] < 20 < told["total"]["persons"]["p90"]
    refused = run(path, "--from", "spells")
    assert refused.exit_code == 2
    assert "--from counts" in refused.stderr


def test_orebro_2019_from_its_grid_alone():
    told = answered(OREBRO, "--from", "grid")
    assert told["as_of"] == "2018-12-31"
    assert len(told["streams"]) == 13
    assert told["total"]["months"][0]["month"] == "2019-01"
    assert told["total"]["persons"]["p5"] < 413 < told["total"]["persons"]["p95"], "the budget's persons of 2019"
    assert told["budget"]["cost"] == 266_000_000
    assert 0.05 < told["budget"]["probability"] < 0.95
    assert (told["budget"]["streams"][0]["persons"], told["budget"]["streams"][0]["cost"]) == (19, 24_200_000)
    shown = run(OREBRO, "--from", "grid").stdout
    assert "the budget of what is forecast, 266\u00a0000 tkr, is held with a probability of" in shown
    assert "Unga: Kontaktperson-/familj" in shown


def test_a_plan_folder_is_forecast_from_its_cases_to_the_end_of_its_year():
    told = answered(OREBRO)
    assert told["as_of"] == "2018-12-31"
    assert [month["month"] for month in told["total"]["months"]][-1] == "2019-12"
    assert told["method"] != answered(OREBRO, "--from", "grid")["method"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "no spells"),
        (["p1,Barn,institution,own,2018-05-01,2018-04-01,100,day"], "ends before it starts"),
        (["p1,Barn,institution,own,2018-05-01,,-100,day"], "below zero"),
        (["p1,Barn,institution,own,vår,,100,day"], "row 2"),
    ],
)
def test_faults_of_a_file_are_lines_on_stderr(tmp_path, rows, told):
    found = run(written(tmp_path, *rows))
    assert found.exit_code == 1
    assert told in found.stderr
    assert found.stdout == ""


def test_a_file_of_nothing_and_a_file_of_anything_are_refused(tmp_path):
    empty, other = tmp_path / "empty.csv", tmp_path / "other.csv"
    empty.write_bytes(b"")
    other.write_bytes(bytes(range(256)) * 20)
    assert run(empty).exit_code == 1
    assert run(other).exit_code == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere.csv"], "no file or folder"),
        ([SPELLS, "--from", "grid"], "no placement grid"),
        ([SPELLS, "--frame", "much"], "is no amount"),
        ([SPELLS, "--frame", "0"], "more than zero"),
        ([SPELLS, "--capacity", "Barn"], "is no capacity"),
        ([SPELLS, "--capacity", "Barn/hus/own=3"], "There is no stream Barn/hus/own"),
        ([SPELLS, "--lever", "inflow=10"], "per cent"),
        ([SPELLS, "--lever", "inflow:Hundar=10%"], "no stream Hundar"),
        ([SPELLS, "--months", "0"], "1<=x<=120"),
        ([SPELLS, "--index", "three"], "is no index"),
        ([SPELLS, "--ages", "Barn=0-17"], "has no population"),
        ([SPELLS, "--ages", "Barn"], "tells no ages"),
        ([SPELLS, "--population", "nowhere.csv"], "needs --ages"),
        ([SPELLS, "--population", "nowhere.csv", "--ages", "Barn=0-17"], "no file nowhere.csv"),
        ([SPELLS, "--population", SPELLS, "--ages", "Barn=0-17"], "nothing of the population"),
        ([OREBRO, "--from", "grid", "--index", "3%"], "need placements"),
        ([SPELLS, SPELLS], "need --all"),
        ([EXAMPLES / "helsingborg-2015"], "nothing to forecast from"),
        (["--all", "--frame", "1 mnkr"], "belong to one board"),
        ([OREBRO, "--what", "income-support"], "nothing of households"),
        ([OREBRO, "--what", "reception"], "nothing of who is received"),
        ([LUND, "--what", "income-support", "--lever", "home=5"], "has the levers"),
        ([LUND, "--what", "income-support", "--from", "grid"], "belong to placements"),
        ([LUND, "--what", "reception", "--lever", "inflow=5%"], "--scenario"),
        ([LUND, "--scenario", "plan"], "belongs to --what reception"),
        (["--all", OREBRO, "--from", "grid", "--cluster", "tcp://127.0.0.1:1"], "cannot be used"),
    ],
)
def test_wrong_use_says_what_is_wrong(words, told, monkeypatch):
    monkeypatch.setattr("styrhus.forecast.many.cluster.CONNECT_SECONDS", 1)
    found = run(*words)
    assert found.exit_code == 2
    assert told in found.stderr


def test_three_spells_and_planned_ends_and_nobody_left_are_forecast(tmp_path):
    three = written(tmp_path, *(f"p{n},Barn,institution,own,2018-0{n}-01,,1000,day" for n in (1, 2, 3)))
    gone = written(
        tmp_path, *(f"p{n},Barn,institution,own,2018-0{n}-01,2018-0{n}-20,1000,day" for n in (1, 2, 3)), name="g.csv"
    )
    for path in (three, gone):
        told = answered(path, "--months", 3)
        assert all(math.isfinite(number) for number in numbers(told))
        assert told["total"]["persons"]["p5"] < told["total"]["persons"]["p95"]


def test_income_support_and_reception_are_forecast_from_the_plan():
    base = answered(LUND, "--what", "income-support", "--frame", "150 mnkr")
    fewer = answered(LUND, "--what", "income-support", "--lever", "inflow=-20%")
    assert fewer["total"]["cost"]["mean"] < base["total"]["cost"]["mean"]
    assert [frame["year"] for frame in base["frames"]] == [2023]
    assert "households" in run(LUND, "--what", "income-support").stdout
    received = answered(LUND, "--what", "reception")
    assert received["total"]["persons"]["mean"] > 0
    assert all(math.isfinite(number) for part in (base, received) for number in numbers(part))


def test_every_named_board_is_forecast_and_the_others_are_told():
    found = run(
        "--all", OREBRO, EXAMPLES / "lund-2023", EXAMPLES / "helsingborg-2015", "--from", "grid", "--format", "json"
    )
    told = json.loads(found.stdout)
    assert found.exit_code == 0
    assert [board["board"] for board in told["boards"]] == ["orebro/2019"]
    assert "lund/2023 has neither" in found.stderr
    assert "helsingborg/2015 has neither" in found.stderr


def test_many_boards_are_the_same_as_each_alone():
    found = run("--all", OREBRO, EXAMPLES / "lund-2023", "--months", 3, "--format", "json")
    assert found.exit_code == 0, found.output
    boards = {board["board"]: board["forecast"] for board in json.loads(found.stdout)["boards"]}
    assert list(boards) == ["orebro/2019", "lund/2023"]
    assert boards["orebro/2019"]["total"] == answered(OREBRO, "--months", 3)["total"]
