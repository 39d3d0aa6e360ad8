"""Rows: the engine with known parameters against simulated events, and how quickly a lever is moved."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from benchmarks.effort import TINY, Effort
from benchmarks.subjects.forecast import Told
from benchmarks.subjects.placement_worlds import TYPES, board, unit
from benchmarks.subjects.simulated_placements import World, expected, simulate
from benchmarks.timing import Timing, time_in_turns
from benchmarks.words import NO_BREAK_SPACE, megabytes, milliseconds, times
from styrhus.forecast import Capacity, Lever, LeverKind, OverflowRule, Stream
from styrhus.forecast.placements.flow import care_days
from styrhus.forecast.placements.outcome import outcome
from styrhus.forecast.placements.parameters import PIECES, Parameters
from tests.reference import placements as events

ROWS = (
    "Known parameters: care days by month and type, largest error",
    "Known parameters: 10/50/90 % of each year's cost, largest error",
    "A full unit, who is outside stays there: care days, error of all of them",
    "A full unit, who is outside comes back: care days, error of all of them",
    "Lever moved: all stays (400 residents, 12 streams, 24 months, 2 000 draws)",
    "Lever moved: stays of one stream",
    "Lever moved: inflow",
    "Lever moved: price",
    "Lever moved: persons taken home",
    "The same board for the first time",
)
MEAN_LIMIT, QUANTILE_LIMIT, FULL_LIMIT, TIME_LIMIT, GIBIBYTE = 0.2, 0.5, 1.0, 0.1, 1024**3
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def told(scratch: Path, effort: Effort) -> list[Told]:
    """Accuracy in this process, times in processes of their own with one core."""
    tiny = effort is TINY
    return [
        _means(60 if tiny else 40_000), _quantiles(50 if tiny else 20_000),
        *(_full(rule, row, 20 if tiny else 4_000) for rule, row in zip(("stays", "returns"), ROWS[2:4], strict=True)),
        *_levers(effort),
    ]  # fmt: skip


def plain(found: Parameters) -> tuple[Any, ...]:
    """A world in plain numbers, as both simulations take them; at the start residents are a day older than `as_of`."""
    rows = found.residents
    residents = [
        (int(stream), float(stayed) + 1, float(ends) - 1 if ends else None)
        for stream, stayed, ends in zip(rows.stream, rows.stayed, rows.ends, strict=True)
    ]
    return (
        list(PIECES), found.hazard[0].tolist(), found.pace[0].tolist(), found.moves[0].tolist(),
        found.arrivals[0].tolist(), residents, list(found.horizon.lengths),
    )  # fmt: skip


def _means(each: int) -> Told:
    known = board(known=True, draws=1, stays=1)
    world = World(*plain(known))
    cells = (care_days(known)[0], expected(world, each, 1), expected(world, each, 2))
    sums = [np.array([part[number :: len(TYPES)].sum(axis=0) for number in range(len(TYPES))]) for part in cells]
    error = float(np.abs(sums[0] / ((sums[1] + sums[2]) / 2) - 1).max()) * 100
    apart = float(np.abs(sums[1] / sums[2] - 1).max()) * 100
    against = f"{_number(each)} simulated persons a month and stream, two runs {_percent(apart)} apart"
    return _error(ROWS[0], error, against, MEAN_LIMIT)


def _quantiles(runs: int) -> Told:
    known = board(known=True)
    world = World(*plain(known))
    part = min(runs, 250)
    days = np.concatenate([simulate(world, part, seed) for seed in range(runs // part)])
    years = np.array([year for year, _ in known.horizon.months])
    errors = []
    for year in outcome(known)[2]:
        cost = (days * known.price[0])[:, :, years == year.year].sum(axis=(1, 2))
        seen = np.percentile(cost, (10, 50, 90))
        own = year.measures.cost
        assert own is not None
        errors += [abs(a / b - 1) for a, b in zip((own.p10, own.p50, own.p90), seen, strict=True)]
    return _error(ROWS[1], 100 * float(max(errors)), f"{_number(runs)} simulated runs", QUANTILE_LIMIT)


def _full(rule: str, row: str, runs: int) -> Told:
    """A unit of 12 beds, wanted by more than 12, against stays that are put into beds one by one."""
    world = unit()
    own, outside = world.streams
    random, simple = Random(7), events.World(*plain(world))
    beds = events.Beds(0, 1, 12, rule == "returns")
    days = np.array(
        [events.care_days(simple, events.with_beds(events.stays(simple, random), beds)) for _ in range(runs)]
    )
    found = outcome(world, (), (Capacity(own, 12, outside, OverflowRule(rule)),))[1][1]
    error = abs(found.whole.care_days.mean - days[:, 1].sum(axis=1).mean()) / days.sum(axis=(1, 2)).mean()
    return _error(row, 100 * float(error), f"{_number(runs)} simulated runs", FULL_LIMIT)


def _error(row: str, error: float, against: str, limit: float) -> Told:
    return Told(
        row, _percent(error), against, times(error / limit), aim=f"within {_percent(limit)}", met=error <= limit
    )


def _number(value: int) -> str:
    return f"{value:,}".replace(",", NO_BREAK_SPACE)


def _percent(value: float) -> str:
    return f"{value:.2g}{NO_BREAK_SPACE}%"


def _levers(effort: Effort) -> list[Told]:
    found = [time_in_turns(f"subjects.forecast_flow:{name}", effort=effort, environment=ONE_CORE)
             for name in ("all_stays", "stays", "inflow", "price", "home")]  # fmt: skip
    rows = [_time(row, timing) for row, timing in zip(ROWS[4:9], found, strict=True)]
    return [*rows, Told(ROWS[9], milliseconds(found[0].first.median), memory=megabytes(found[0].memory))]


def _time(row: str, timing: Timing) -> Told:
    took = timing.again.median
    return Told(
        row, milliseconds(took), f"{1000 * TIME_LIMIT:g}{NO_BREAK_SPACE}ms", times(took / TIME_LIMIT),
        megabytes(timing.memory), f"under {1000 * TIME_LIMIT:g}{NO_BREAK_SPACE}ms and 1 GiB",
        met=took < TIME_LIMIT and timing.memory < GIBIBYTE,
    )  # fmt: skip


def _moved(kind: str, on: str = "", to: str = "") -> Callable[[], object]:
    """A lever that is somewhere else each time; everything that it does not change may be kept."""
    world, steps = board(known=False), count(1)

    def move() -> object:
        step = next(steps)
        amount = float(step) if kind == "home_persons" else -0.001 * step
        lever = Lever(LeverKind(kind), amount, Stream.parse(on), to=Stream.parse(to) if to else None)
        return outcome(world, (lever,))

    return move


def all_stays() -> Callable[[], object]:
    return _moved("stay")


def stays() -> Callable[[], object]:
    return _moved("stay", "Barn/institution")


def inflow() -> Callable[[], object]:
    return _moved("inflow")


def price() -> Callable[[], object]:
    return _moved("price")


def home() -> Callable[[], object]:
    return _moved("home_persons", "Barn/institution", "Barn/foster/own")
