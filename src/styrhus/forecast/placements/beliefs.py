"""What is believed of a drifting rate before the data are seen: ways to drift, each with its share."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.placements.parameters import Array

DRIFTS = (
    (0.0, 1.0, 0.32), (0.015, 1.0, 0.10), (0.03, 1.0, 0.14), (0.06, 1.0, 0.10), (0.06, 0.95, 0.06),
    (0.12, 0.93, 0.08), (0.10, 0.9, 0.07), (0.20, 0.8, 0.07), (0.30, 0.7, 0.06),
)  # fmt: skip
"""Monthly spread of the log rate's steps, what lasts of a deviation to the next month (1: a random walk), share.

Large steps come back: a rate that may be ten times as high within a year has a mean that nobody believes."""
NOISES = ((0.0, 0.55), (0.06, 0.30), (0.30, 0.15))
"""Variance of a month's own log deviation beyond chance (siblings come together, holidays), share."""
SLOPES = ((0.0, 0.75), (0.010, 0.25))
"""Spread of a log trend a month, share."""
SEASONS = ((0.0, 0.5), (0.10, 0.3), (0.35, 0.2))
"""Spread of the first harmonic of the year (the k:th has 1/k of it), share."""
EXIT_SEASONS = ((0.0, 0.6), (0.20, 0.4))
"""The same for leavings, whose year is fainter."""
BREAKS = 0.10
"""Share of worlds in which the level shifted once."""
BREAK_DRIFTS = (0.0, 0.03)
BREAK_EVERY = 3


@dataclass(frozen=True, eq=False)
class Ways:
    """H ways a rate may move; all (H,): `broken` is the month of a shift (−1 none), `share` adds up to 1."""

    step: Array
    lasting: Array
    noise: Array
    slope: Array
    broken: Array
    share: Array

    def __len__(self) -> int:
        return len(self.step)


def ways(months: int) -> Ways:
    """Every combination that `months` months can tell apart."""
    rows = [
        (step, lasting, noise, slope, -1.0, weight * noise_share * slope_share)
        for step, lasting, weight in DRIFTS
        for noise, noise_share in NOISES
        for slope, slope_share in SLOPES
    ]
    at = range(BREAK_EVERY * 2, months - 2, BREAK_EVERY)
    rows += [
        (step, 1.0, noise, 0.0, float(month), BREAKS * noise_share / len(BREAK_DRIFTS) / len(at))
        for month in at
        for step in BREAK_DRIFTS
        for noise, noise_share in NOISES
    ]
    columns = np.array(rows).T
    step, lasting, noise, slope, broken, share = columns
    return Ways(step, lasting, noise, slope, broken, share / share.sum())
