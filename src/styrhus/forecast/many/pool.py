"""Jobs in processes of this computer; what a killed process had is done again."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from styrhus.forecast.many.job import A, Done, Job, R, guarded

ROUNDS = 3
"""How often all that is missing is begun again together before each is tried alone."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def in_pool(function: Callable[[A], R], jobs: Sequence[Job[A]], workers: int | None) -> tuple[Done[R], ...]:
    """Every job's result in their order.

    When a process dies the pool tells of it for every job that is not done, the guilty and the others alike. They
    are begun again in a new pool; what is still missing after ROUNDS of them is tried alone, and only a job that
    takes its own process down fails.
    """
    count = max(1, min(workers or os.cpu_count() or 1, len(jobs)))
    found: dict[int, Done[R]] = {}
    with _one_thread_each():
        for attempt in range(1, ROUNDS + 1):
            missing = [place for place in range(len(jobs)) if place not in found]
            if not missing:
                break
            found |= _round(function, jobs, missing, count, attempt=attempt)
        for place in range(len(jobs)):
            if place not in found:
                found |= _round(function, jobs, [place], 1, attempt=ROUNDS + 1)
    return tuple(found.get(place) or _dead(job) for place, job in enumerate(jobs))


def _round(
    function: Callable[[A], R], jobs: Sequence[Job[A]], missing: Sequence[int], workers: int, *, attempt: int
) -> dict[int, Done[R]]:
    """What the jobs at these places come to; those of a pool that broke are left out."""
    found: dict[int, Done[R]] = {}
    # Not forked: a process with threads of numpy or DuckDB that is forked may stand still for ever.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures: list[tuple[int, Future[Done[R]]]] = []
        for place in missing:
            try:
                futures.append((place, pool.submit(guarded, function, jobs[place])))
            except BrokenProcessPool:
                break
        for place, future in futures:
            try:
                done = future.result()
            except BrokenProcessPool:
                continue
            except Exception as error:  # what cannot be pickled fails on its way, as its own job's fault
                done = Done(jobs[place].name, None, f"{type(error).__name__}: {error}")
            found[place] = Done(done.name, done.value, done.error, attempt)
    return found


def _dead(job: Job[A]) -> Done[R]:
    return Done(job.name, None, "the process that worked on it died every time", ROUNDS + 1)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes share the cores; each with threads for all of them would be slower. What is set stays set."""
    unset = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]
