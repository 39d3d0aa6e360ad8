"""Draws of one quantity as mean and quantiles."""

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.result import LEVELS, Distribution


def distribution(values: NDArray[np.float64]) -> Distribution:
    """Mean and quantiles of draws (D,)."""
    return Distribution(float(values.mean()), *(float(value) for value in np.percentile(values, LEVELS)))
