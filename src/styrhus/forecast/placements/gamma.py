"""Functions of the gamma distribution for arrays; reading scipy for them would cost a cold start half a second."""

import numpy as np

from styrhus.forecast.placements.parameters import Array

_SHIFT = 6


def log_gamma(x: Array) -> Array:
    """log Γ(x) for x > 0, by Stirling's series after a shift upwards; relative error below 1e-10."""
    rising = np.ones_like(x)
    for step in range(_SHIFT):
        rising = rising * (x + step)
    z = x + _SHIFT
    inverse = 1 / (z * z)
    series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z
    return np.asarray((z - 0.5) * np.log(z) - z + 0.9189385332046727 + series - np.log(rising))


def digamma(x: Array) -> Array:
    """d log Γ(x) / dx for x > 0."""
    lower = np.zeros_like(x)
    for step in range(_SHIFT):
        lower = lower + 1 / (x + step)
    z = x + _SHIFT
    inverse = 1 / (z * z)
    series = inverse * (1 / 12 - inverse * (1 / 120 - inverse / 252))
    return np.asarray(np.log(z) - 0.5 / z - series - lower)


def all_three(x: Array) -> tuple[Array, Array, Array]:
    """log Γ and its first two derivatives (digamma, trigamma) for x > 0, for the work of one and a half of them."""
    rising, lower, squares = x.copy(), 1 / x, 1 / (x * x)
    for step in range(1, _SHIFT):
        moved = x + step
        rising *= moved
        np.reciprocal(moved, out=moved)
        lower += moved
        moved *= moved
        squares += moved
    z = x + _SHIFT
    log, inverse = np.log(z), 1 / z
    square = inverse * inverse
    stirling = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
    first = square * (1 / 12 - square * (1 / 120 - square / 252))
    second = inverse * (1 + 0.5 * inverse + square * (1 / 6 - square * (1 / 30 - square / 42)))
    whole = (z - 0.5) * log - z + 0.9189385332046727 + stirling - np.log(rising)
    return whole, log - 0.5 * inverse - first - lower, second + squares
