"""A real Dask cluster for tests: a scheduler and two workers, each a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORKERS = 2
Process = subprocess.Popen[bytes]


@contextmanager
def dask_cluster(folder: Path) -> Iterator[tuple[str, list[Process]]]:
    """The scheduler's address, and the workers' processes to kill."""
    file = folder / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}", "OMP_NUM_THREADS": "1"}

    def started(*words: object) -> Process:
        command = [sys.executable, "-m", "dask", *map(str, words), "--host", "127.0.0.1", "--no-dashboard",
                   "--scheduler-file", str(file)]  # fmt: skip
        return subprocess.Popen(
            command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    scheduler = started("scheduler", "--port", 0)
    workers = [
        started("worker", "--nthreads", 1, "--no-nanny", "--local-directory", folder) for _ in range(WORKERS)
    ]  # fmt: skip
    try:
        yield _address_of(file), workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _address_of(file: Path) -> str:
    """The scheduler's address, when the workers have come to it."""
    from distributed import Client

    waited(file.exists)
    with Client(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(WORKERS, timeout=40)
        return client.scheduler.address


def waited(happened: Callable[[], object]) -> None:
    """Until it has happened, at most forty seconds."""
    for _ in range(400):
        if happened():
            return
        time.sleep(0.1)
    raise TimeoutError
