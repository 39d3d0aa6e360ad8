"""Forecasts of many boards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from styrhus.forecast.counts import fit_counts
from styrhus.forecast.lever import Capacity, Lever
from styrhus.forecast.make import DRAWS, SEED, fit
from styrhus.forecast.many.job import Done, Job
from styrhus.forecast.many.run import run
from styrhus.forecast.material import Counts, Spells
from styrhus.forecast.result import Forecast


@dataclass(frozen=True, eq=False)
class Task:
    """What `fit` and `forecast` of one board take; `name` tells the results apart, such as `orebro/2019`."""

    name: str
    material: Spells | Counts
    months: int = 12
    levers: Sequence[Lever] = ()
    capacities: Sequence[Capacity] = ()
    draws: int = DRAWS
    seed: int = SEED


def forecast_of(task: Task) -> Forecast:
    """The forecast of one board, the same in whichever process it is made."""
    learn = fit_counts if isinstance(task.material, Counts) else fit
    learnt = learn(
        task.material,  # type: ignore[arg-type]
        months=task.months, draws=task.draws, seed=task.seed, capacities=tuple(task.capacities),
    )  # fmt: skip
    return learnt.forecast(task.levers)


def forecast_all(
    tasks: Iterable[Task], *, workers: int | None = None, cluster: str | None = None
) -> tuple[Done[Forecast], ...]:
    """The forecast of every task in their order; where one cannot be made its `Done` tells why. See `run`."""
    return run(forecast_of, [Job(task.name, task) for task in tasks], workers=workers, cluster=cluster)
