"""Forecasts of many boards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from styrhus.forecast.lever import Capacity, Lever
from styrhus.forecast.make import DRAWS, SEED, fit
from styrhus.forecast.many.job import Done, Job
from styrhus.forecast.many.run import run
from styrhus.forecast.material import Counts, Spells
from styrhus.forecast.placements.fit import Known
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
    known: Known | None = None


def forecast_of(task: Task) -> Forecast:
    """The forecast of one board, the same in whichever process it is made; `known` is of spells only."""
    places = tuple(task.capacities)
    if isinstance(task.material, Counts):
        counted = fit(task.material, months=task.months, draws=task.draws, seed=task.seed, capacities=places)
        return counted.forecast(task.levers)
    learnt = fit(
        task.material, months=task.months, draws=task.draws, seed=task.seed, capacities=places, known=task.known
    )
    return learnt.forecast(task.levers)


def forecast_all(
    tasks: Iterable[Task], *, workers: int | None = None, cluster: str | None = None
) -> tuple[Done[Forecast], ...]:
    """The forecast of every task in their order; where one cannot be made its `Done` tells why. See `run`."""
    return run(forecast_of, [Job(task.name, task) for task in tasks], workers=workers, cluster=cluster)
