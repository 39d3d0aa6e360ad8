"""How far forecasts were off: WAPE, bias, pinball loss, coverage. Cells without an outcome (NaN) are left out."""

import numpy as np

from styrhus.forecast.series.smooth import Array


def wape(said: Array, came: Array) -> float:
    """Sum of absolute errors over the sum of outcomes; NaN when there is no outcome above zero."""
    known = ~np.isnan(came)
    total = float(np.abs(came[known]).sum())
    return float(np.abs(said[known] - came[known]).sum()) / total if total else float("nan")


def bias(said: Array, came: Array) -> float:
    """Sum of errors (forecast less outcome) over the sum of outcomes: above zero is too high."""
    known = ~np.isnan(came)
    total = float(np.abs(came[known]).sum())
    return float((said[known] - came[known]).sum()) / total if total else float("nan")


def pinball(quantiles: Array, came: Array, levels: Array) -> float:
    """Mean pinball loss of quantiles (Q, …) at `levels` (Q,), twice over the mean outcome.

    A forecast that is one number has it for every level, and its loss is then its WAPE. Source: Koenker and Bassett
    (1978); Gneiting and Raftery (2007).
    """
    known = ~np.isnan(came)
    total = float(np.abs(came[known]).sum())
    if not total:
        return float("nan")
    off = came[known] - quantiles[:, known]
    level = levels[:, None]
    loss = np.maximum(level * off, (level - 1) * off).mean(axis=0).sum()
    return float(2 * loss) / total


def coverage(low: Array, high: Array, came: Array) -> float:
    """Share of outcomes inside the interval, its bounds included."""
    known = ~np.isnan(came)
    if not known.any():
        return float("nan")
    return float(((low[known] <= came[known] + 1e-9) & (came[known] - 1e-9 <= high[known])).mean())
