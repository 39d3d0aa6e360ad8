"""290 made-up municipalities, and what forecasting them all takes here and on Dask workers."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

import numpy as np

from benchmarks.child import ROOT, peak_memory
from styrhus.forecast import OPEN, Spells, Stream
from styrhus.forecast.many import Task, forecast_all

MUNICIPALITIES, MONTHS, DRAWS = 290, 24, 2000
YEARS = 5
AS_OF = 17_896
"""2018-12-31."""
TYPES = (
    ("Barn", "institution", "external", 200, 3400), ("Barn", "foster_home", "own", 1100, 780),
    ("Barn", "foster_home", "external", 620, 1950), ("Unga", "institution", "external", 165, 4200),
    ("Unga", "foster_home", "own", 640, 690), ("Unga", "outpatient", "external", 140, 2080),
    ("Vuxna", "institution", "external", 120, 2640), ("Vuxna", "housing", "external", 260, 860),
)  # fmt: skip
"""Group, type, provider, mean stay in days, kr a day."""


def tasks(count: int, draws: int = DRAWS) -> list[Task]:
    """Municipalities as large as Sweden's: half of them have fewer than 45 placed on a day, the largest thousands."""
    sizes = np.exp(np.random.default_rng(290).normal(np.log(45.0), 1.0, count)).clip(8, 3000)
    return [Task(f"kommun-{place}", spells(size, place), MONTHS, draws=draws) for place, size in enumerate(sizes)]


def spells(residents: float, seed: int) -> Spells:
    """Five years of spells of a municipality with so many placed on a day."""
    random = np.random.default_rng(seed)
    columns = []
    for place, (*_, stay, price) in enumerate(TYPES):
        came = random.poisson(residents / len(TYPES) / stay * (YEARS + 4) * 365)
        start = AS_OF - random.integers(0, (YEARS + 4) * 365, came)
        end = start + 1 + random.exponential(stay, came).astype(int)
        kept = end > AS_OF - YEARS * 365
        columns.append((np.full(kept.sum(), place), start[kept], end[kept], np.round(
            price * np.exp(random.normal(0, 0.12, kept.sum())))))  # fmt: skip
    stream, start, end, price = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Spells(
        tuple(Stream(*named[:3]) for named in TYPES), stream.astype(np.int16), np.arange(len(start)),
        start.astype(np.int32), np.where(end > AS_OF, OPEN, end).astype(np.int32), price.astype(float),
        np.zeros(len(start), dtype=bool), as_of=AS_OF, first=AS_OF - YEARS * 365 + 1,
    )  # fmt: skip


def timed(given: list[Task], *, workers: int | None = None, cluster: str | None = None) -> float:
    """Seconds for all of them; every one has to be there."""
    start = perf_counter()
    found = forecast_all(given, workers=workers, cluster=cluster)
    took = perf_counter() - start
    wrong = [done.error for done in found if done.value is None]
    if wrong:
        raise RuntimeError(wrong[0])
    return took


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """The address of a Dask scheduler with so many workers of one thread, all of them processes of their own."""
    from distributed import Client  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "scheduler.json"
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    environment = {**os.environ, **one, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}

    def started(*words: str) -> "subprocess.Popen[bytes]":
        quiet = subprocess.DEVNULL
        command = [sys.executable, "-m", "dask", *words, "--host", "127.0.0.1", "--no-dashboard",
                   "--scheduler-file", str(file)]  # fmt: skip
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=quiet, stderr=quiet)

    processes = [started("scheduler", "--port", "0")]
    try:
        while not file.exists():
            sleep(0.05)
        processes += [started("worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
                      for _ in range(workers)]  # fmt: skip
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
            address = client.scheduler.address
        yield address
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def main() -> None:
    """Forecast so many municipalities with so many workers here; prints seconds and peak memory as JSON.

    The memory is that of the largest process: this one, or one of its workers.
    """
    count, workers = int(sys.argv[1]), int(sys.argv[2])
    given = tasks(count)
    took = timed(given, workers=workers)
    of_workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(json.dumps({"seconds": took, "memory": max(peak_memory(os.getpid()), of_workers)}))


if __name__ == "__main__":
    main()
