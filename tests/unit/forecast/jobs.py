"""What other processes are given to do in tests; they import it by its name."""

import os
import signal
import time
from pathlib import Path

import numpy as np

from styrhus.forecast import OPEN, Forecast, Spells, Stream
from styrhus.forecast.many import Task, forecast_of

SIZE = 60


def spells(number: int) -> Spells:
    """Sixty spells of two streams that differ from board to board."""
    random = np.random.default_rng(number)
    start = random.integers(17_000, 17_800, SIZE).astype(np.int32)
    end = np.where(random.random(SIZE) < 0.3, OPEN, np.minimum(start + random.integers(5, 300, SIZE), 17_896))
    streams = (Stream("Barn", "institution", "external"), Stream("Barn", "foster_home", "own"))
    return Spells(
        streams, (np.arange(SIZE) % 2).astype(np.int16), np.arange(SIZE), start, end.astype(np.int32),
        np.full(SIZE, 3000.0 + number), np.zeros(SIZE, dtype=bool), as_of=17_896, first=17_000,
    )  # fmt: skip


def tasks(count: int) -> list[Task]:
    return [Task(f"board-{number}", spells(number), months=3, draws=64) for number in range(count)]


def doubled(number: int) -> int:
    """Twice the number; 3 is refused."""
    if number == 3:
        raise ValueError("three is refused")
    return 2 * number


def killed_once(given: tuple[int, str]) -> int:
    """Ends its own process the first time that it is asked about 5."""
    number, folder = given
    mark = Path(folder) / "killed"
    if number == 5 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_kills(number: int) -> int:
    """5 ends the process that works on it, whichever that is."""
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def slow_forecast(given: tuple[Task, str]) -> Forecast:
    """Tells that it has begun, and by which process, then takes its time."""
    task, folder = given
    (Path(folder) / f"{task.name}-{os.getpid()}").touch()
    time.sleep(0.15)
    return forecast_of(task)
