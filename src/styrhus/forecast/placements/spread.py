"""The chance of single persons: mean, variance and third cumulant of care days in streams, at the mean parameters.

Who comes is a Poisson process, so that a sum over them has the cumulants Σ entries × E[fⁿ], f what a person adds;
residents are independent, so that theirs add up. Eick, Massey and Whitt, The physics of the Mt/G/∞ queue (1993).
"""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.placements.central import EVEN, Central
from styrhus.forecast.placements.parameters import Array


@dataclass(frozen=True, eq=False)
class Cumulants:
    """Mean, variance and third central moment of the same cells."""

    mean: Array
    variance: Array
    third: Array

    def __add__(self, other: "Cumulants") -> "Cumulants":
        return Cumulants(self.mean + other.mean, self.variance + other.variance, self.third + other.third)


def central_moments(first: Array, second: Array, third: Array) -> tuple[Array, Array, Array]:
    """Mean, variance and third central moment from raw moments."""
    variance = np.maximum(second - first**2, 0)
    return first, variance, third - 3 * second * first + 2 * first**3


def months(world: Central) -> Cumulants:
    """Care days of every stream and month, (M, S)."""
    powers = world.lengths[:, None] ** np.arange(1, 4)
    came = [
        np.einsum("cs,cms->ms", world.entries, part) * powers[:, [n]] for n, part in enumerate(entered_moments(world))
    ]
    weights = world.streams_of_rows.T
    stayed = [(weights @ part).T * powers[:, [n]] for n, part in enumerate(central_moments(*row_moments(world)))]
    return Cumulants(*came) + Cumulants(*stayed)


def entered_moments(world: Central) -> tuple[Array, Array, Array]:
    """Raw moments of the part of month m that who entered in c is there, (C, M, S)."""
    gone, after, part = world.leaving, world.alive[:, 1:], world.moment
    second = after + gone * (part**2 + EVEN)
    third = after + gone * (part**3 + 3 * part * EVEN)
    own = np.arange(len(world.lengths))
    stays, rest = after[own, own], world.rest
    # Of who comes and leaves in the same month, 1/6 and 1/10 are the means of the part's square and cube.
    second[own, own] = stays * (rest**2 + EVEN) + (1 - stays) / 6
    third[own, own] = stays * (rest**3 + 3 * rest * EVEN) + (1 - stays) / 10
    below = (own[:, None] <= own)[:, :, None]
    return world.lived, second * below, third * below


def row_moments(world: Central) -> tuple[Array, Array, Array]:
    """Raw moments of the part of month m that a resident is there, (N, M)."""
    gone, after, part = world.row_leaving, world.row_alive[:, 1:], world.row_moment
    second = after + gone * (part**2 + world.row_even)
    return world.row_lived, second, after + gone * (part**3 + 3 * part * world.row_even)


def crossing(world: Central, value: Array) -> Cumulants:
    """What a month's total of all streams (M,) has beside the sum of its streams, as persons move between them.

    `value` (M, S) of a care day. Who moves within the month at an even moment u adds u in one stream and 1 − u in the
    other: 2 E[u (1 − u)] = 1/3 and 3 E[u² (1 − u)] = 1/4; who also came within it, 1/6 and 1/10. A resident is in one
    stream or in another: of that, what lies one move away is taken from variance and third moment.
    """
    unit = world.lengths[:, None] * value
    gone = np.einsum("cs,cms->ms", world.entries, world.leaving) + world.row_leaving.T @ world.streams_of_rows
    own = np.arange(len(world.lengths))
    at_once = world.entries * world.leaving[own, own]
    square = _pairs(gone - at_once / 2, world.moves, unit, 1)
    cube = _pairs(gone - 0.6 * at_once, world.moves, unit, 2)
    rows = world.row_leaving
    each = unit[:, world.stream].T
    one, two = (part * each**n for n, part in enumerate(row_moments(world)[:2], start=1))
    moved = world.moves[world.stream]
    first, second = (
        np.einsum("nms,ms->nm", reached(rows, part, moved), unit**n)
        for n, part in enumerate(entered_moments(world)[:2], start=1)
    )
    both = each * (rows * (moved @ unit.T)) / 3
    whole, squares = one + first, two + second + both
    variance = -(whole**2 - one**2)
    third = -3 * squares * whole + 2 * whole**3 + 3 * two * one - 2 * one**3
    return Cumulants(np.zeros_like(square), square + world.weight @ variance, cube + world.weight @ third)


def reached(rows: Array, part: Array, moved: Array) -> Array:
    """Moments of what rows (N,) add in streams one move away, by month: leavers (N, M), `part` (C, M, S); (N, M, S)."""
    count, _, size = part.shape
    found = (rows @ part.reshape(count, -1)).reshape(len(rows), count, size)
    found *= moved[:, None, :]
    return np.asarray(found)


def _pairs(gone: Array, moves: Array, unit: Array, power: int) -> Array:
    """Σ movers × E[cross terms of the power] by month: (1/3) a b, or (1/4) (a² b + a b²)."""
    if power == 1:
        return np.asarray(np.einsum("ms,st,mt->m", gone * unit, moves, unit) / 3)
    there = np.einsum("ms,st,mt->m", gone * unit**2, moves, unit)
    return np.asarray((there + np.einsum("ms,st,mt->m", gone * unit, moves, unit**2)) / 4)
