"""Draws of one quantity as mean and quantiles."""

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.result import LEVELS, Distribution


def distribution(values: NDArray[np.float64]) -> Distribution:
    """Mean and quantiles of draws (D,)."""
    return distributions(values[None, :])[0]


def distributions(values: NDArray[np.float64]) -> tuple[Distribution, ...]:
    """Mean and quantiles of K quantities at once, from draws (K, D)."""
    quantiles = np.percentile(values, LEVELS, axis=1).T
    return tuple(
        Distribution(mean, *row) for mean, row in zip(values.mean(axis=1).tolist(), quantiles.tolist(), strict=True)
    )
