"""Jobs on the workers of a Dask cluster; the scheduler does again what a killed worker had."""

import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from styrhus.forecast.many.job import A, Done, Job, R, guarded

CONNECT_SECONDS = 10
AHEAD = 4
"""Jobs sent ahead for each thread of the cluster: enough to keep it busy, so few that the scheduler stays small."""


class ClusterError(RuntimeError):
    """There is no cluster at the address, or Dask is not installed; the words tell which."""


def on_cluster(address: str, function: Callable[[A], R], jobs: Sequence[Job[A]]) -> tuple[Done[R], ...]:
    """Every job's result in their order.

    What a job is given travels with it and is kept by the scheduler until the job is done, so that a worker that is
    killed, with jobs or with results, loses nothing. A job whose workers die again and again fails alone (Dask's
    `allowed-failures`). The workers need the same version of this program.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ClusterError("Dask is not installed: pip install 'styrhus[dask]'") from error
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(f"{address}: {error}") from error
    with client, warnings.catch_warnings():
        # A board's spells are a few megabytes, which Dask thinks is much for one job.
        warnings.filterwarnings("ignore", message="Sending large graph")
        return _gathered(client, distributed.as_completed([], loop=client.loop), function, jobs)


def _gathered(client: Any, under_way: Any, function: Callable[[A], R], jobs: Sequence[Job[A]]) -> tuple[Done[R], ...]:
    if not client.ncores():
        raise ClusterError("the cluster has no workers")
    waiting = iter(enumerate(jobs))
    places: dict[Any, int] = {}
    found: dict[int, Done[R]] = {}

    def send() -> None:
        for place, job in waiting:
            future = client.submit(guarded, function, job, pure=False)
            places[future.key] = place
            under_way.add(future)
            return

    for _ in range(max(1, AHEAD * sum(client.ncores().values()))):
        send()
    for future in under_way:
        place = places[future.key]
        found[place] = _result(future, jobs[place])
        send()
    return tuple(found[place] for place in range(len(jobs)))


def _result(future: Any, job: Job[A]) -> Done[R]:
    try:
        done: Done[R] = future.result()
    except Exception as error:
        return Done(job.name, None, f"{type(error).__name__}: {error}")
    return done
