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


def trigamma(x: Array) -> Array:
    """d² log Γ(x) / dx² for x > 0."""
    lower = np.zeros_like(x)
    for step in range(_SHIFT):
        lower = lower + 1 / (x + step) ** 2
    z = x + _SHIFT
    inverse = 1 / (z * z)
    series = (1 + 0.5 / z + inverse * (1 / 6 - inverse * (1 / 30 - inverse / 42))) / z
    return np.asarray(series + lower)
