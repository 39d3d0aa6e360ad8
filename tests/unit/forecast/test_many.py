"""Many forecasts come in order, with faults under their names, and a killed worker loses nothing."""

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner

from styrhus.caseload import read_material
from styrhus.cli import cli
from styrhus.forecast.evaluate import Backtest, backtest
from styrhus.forecast.many import ClusterError, Job, forecast_all, run
from tests.cli.running import EXAMPLES
from tests.dask_cluster import dask_cluster, waited
from tests.unit.forecast import jobs


def numbered(count: int) -> list[Job[int]]:
    return [Job(f"number {number}", number) for number in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_and_a_fault_stops_no_other(workers):
    done = run(jobs.doubled, numbered(8), workers=workers)
    assert [each.name for each in done] == [f"number {number}" for number in range(8)]
    assert [each.value for each in done] == [0, 2, 4, None, 8, 10, 12, 14]
    assert [each.error for each in done if each.error] == ["ValueError: three is refused"]


def test_nothing_to_do_is_done():
    assert run(jobs.doubled, []) == ()


def test_a_killed_process_loses_nothing(tmp_path):
    given = [Job(str(number), (number, str(tmp_path))) for number in range(20)]
    done = run(jobs.killed_once, given, workers=2)
    assert [each.value for each in done] == list(range(20))
    assert (tmp_path / "killed").exists()
    assert max(each.attempts for each in done) == 2


def test_only_the_job_that_kills_its_process_fails():
    done = run(jobs.always_kills, numbered(8), workers=2)
    assert [each.value for each in done] == [0, 1, 2, 3, 4, None, 6, 7]
    assert "died every time" in done[5].error


def test_forecasts_are_the_same_in_any_number_of_processes():
    one = forecast_all(jobs.tasks(4), workers=1)
    two = forecast_all(jobs.tasks(4), workers=2)
    assert [each.value for each in one] == [each.value for each in two]
    assert len({each.value.digest for each in one if each.value}) == 4


def test_a_cluster_that_is_not_there_is_told_of(monkeypatch):
    monkeypatch.setattr("styrhus.forecast.many.cluster.CONNECT_SECONDS", 1)
    with pytest.raises(ClusterError, match=r"127\.0\.0\.1:1"):
        run(jobs.doubled, numbered(2), cluster="tcp://127.0.0.1:1")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a Dask scheduler, and its two workers' processes."""
    with dask_cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


def test_the_command_line_uses_a_cluster(cluster):
    address, _ = cluster
    words = ["--lang", "en", "forecast", "--all", *map(str, (EXAMPLES / "orebro-2019", EXAMPLES / "lund-2023"))]
    words += ["--months", "2", "--format", "json"]
    there, here = (CliRunner().invoke(cli, [*words, *more]) for more in (["--cluster", address], []))
    assert there.exit_code == 0, there.output
    assert json.loads(there.stdout) == json.loads(here.stdout)


def test_origins_of_a_backtest_are_tried_by_a_cluster(cluster):
    address, _ = cluster
    material = read_material(EXAMPLES / "lund-2023" / "caseload" / "placements.csv").material
    assert material is not None
    there, here = (
        backtest(material, months=3, wanted=2, draws=64, ets=False, cluster=asked) for asked in (address, None)
    )
    assert isinstance(there, Backtest)
    assert there == here


def test_a_killed_worker_of_a_cluster_loses_nothing(cluster, tmp_path):
    address, workers = cluster
    given = [Job(task.name, (task, str(tmp_path))) for task in jobs.tasks(24)]
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(run, jobs.slow_forecast, given, cluster=address)
        waited(lambda: len(list(tmp_path.iterdir())) >= 6)
        killed = workers[0].pid
        os.kill(killed, signal.SIGKILL)
        done = asked.result(timeout=60)
    began = [name.name.rpartition("-")[2] for name in tmp_path.iterdir()]
    assert str(killed) in began, "the killed worker had not begun anything"
    assert len(set(began)) == 2
    assert [each.error for each in done] == [""] * 24
    assert [each.value for each in done] == [each.value for each in forecast_all(jobs.tasks(24), workers=1)]
    refused = run(jobs.doubled, numbered(5), cluster=address)
    assert [each.value for each in refused] == [0, 2, 4, None, 8]
