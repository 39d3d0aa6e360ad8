"""Runs jobs on this computer's cores or on a cluster; results come in the order of the jobs."""

from collections.abc import Callable, Sequence

from styrhus.forecast.many.cluster import on_cluster
from styrhus.forecast.many.job import A, Done, Job, R, guarded
from styrhus.forecast.many.pool import in_pool


def run(
    function: Callable[[A], R], jobs: Sequence[Job[A]], *, workers: int | None = None, cluster: str | None = None
) -> tuple[Done[R], ...]:
    """`function` of every job, in the order of the jobs; a fault is told in its own `Done` and stops no other job.

    With `cluster`, the address of a Dask scheduler such as `tcp://10.0.0.5:8786`, its workers do it; else `workers`
    processes of this computer, by default as many as it has cores, and with one worker this process itself. The
    function has to be at the top level of a module that the workers can import. A worker that is killed loses
    nothing: what it had is done again by another. ClusterError when the cluster cannot be reached.
    """
    if cluster is not None:
        return on_cluster(cluster, function, jobs)
    if workers == 1 or len(jobs) < 2:
        return tuple(guarded(function, job) for job in jobs)
    return in_pool(function, jobs, workers)
