"""How many persons are in care at some time of a year, by target group: what tells inflow from stay."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.frozen import Entering
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.horizon import day_number
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.placements.parameters import Parameters
from styrhus.forecast.result import Forecast


def entering(year: int, data: Spells | Counts, learnt: object, forecast: Forecast) -> tuple[Entering, ...]:
    """Each target group in `year` and the year before; nothing from counts, which do not tell who comes.

    Levers are left out: what they move is told by itself. A person who leaves and comes back counts twice, as in the
    forecast; one who moves within the group once.
    """
    world = getattr(learnt, "parameters", None)
    if not isinstance(data, Spells) or not isinstance(world, Parameters):
        return ()
    known = [each for each in (year - 1, year) if day_number(date(each, 1, 1)) >= data.first]
    return tuple(row for each in known for row in _groups(each, data, world, forecast))


def _groups(year: int, spells: Spells, world: Parameters, forecast: Forecast) -> Iterator[Entering]:
    begin = day_number(date(year, 1, 1))
    came = np.maximum(world.arrivals.mean(axis=0), 0)
    own = np.array([name.startswith(f"{year}-") for name in world.horizon.names])
    groups = np.array([stream.group for stream in spells.streams])
    for group in dict.fromkeys(groups.tolist()):
        mine = groups[spells.stream] == group
        begun, ended = _episodes(spells, mine)
        if begin <= spells.as_of + 1:
            residents = float(((begun < begin) & (ended >= begin)).sum())
        else:
            residents = _expected(forecast, group, year)
        so_far = float(((begun >= begin) & (begun <= spells.as_of)).sum())
        streams = np.array([stream.group == group for stream in world.streams])
        yield Entering(group, year, residents, so_far + float(came[streams][:, own].sum()))


def _episodes(spells: Spells, mine: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last day after of each unbroken time in care: spells of a person that follow each other are one."""
    order = np.lexsort((spells.start[mine], spells.person[mine]))
    person, start = spells.person[mine][order], spells.start[mine][order].astype(np.int64)
    end = spells.end[mine][order].astype(np.int64)
    if not len(person):
        return start, end
    # Ends of one person never reach the next: each person's days are moved to a stretch of their own.
    span = int(end.max() - start.min()) + 2
    number = np.concatenate(([0], np.cumsum(person[1:] != person[:-1])))
    latest = np.maximum.accumulate(end + number * span) - number * span
    fresh = np.concatenate(([True], (person[1:] != person[:-1]) | (start[1:] > latest[:-1])))
    begins = np.flatnonzero(fresh)
    return start[begins], np.maximum.reduceat(end, begins)


def _expected(forecast: Forecast, group: str, year: int) -> float:
    """Persons at the turn of a year that lies ahead: the mean of December and January as forecast."""
    wanted = [f"{year - 1}-12", f"{year}-01"]
    at = [place for place, name in enumerate(forecast.months) if name in wanted]
    parts = [part for part in forecast.streams if part.stream is not None and part.stream.group == group]
    return sum(part.months[place].persons.mean for part in parts for place in at) / max(len(at), 1)
