"""How long each piece of the hazard works on persons of known age in a period; all that the calendar decides."""

from functools import lru_cache
from itertools import pairwise

import numpy as np

from styrhus.forecast.placements.parameters import PIECES, Array

_LOW = np.array(PIECES, dtype=float)
_HIGH = np.append(_LOW[1:], np.inf)
POINTS = 2
"""Points at which a cohort is followed from its third month on."""
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(3)


def overlaps(age: Array, length: Array) -> Array:
    """Days that each piece works while ages grow from `age` by `length` (both (…)); (…, P)."""
    begin, end = _span(age, length)
    return end - begin


def mean_overlaps(age: Array, length: Array) -> Array:
    """Mean over the moments u of 0–`length` of the days that each piece has worked until u; (…, P)."""
    begin, end = _span(age, length)
    whole = length[..., None]
    area = (end - begin) ** 2 / 2 + (end - begin) * (whole - end)
    return np.asarray(np.divide(area, whole, out=np.zeros_like(area), where=whole > 0))


def _span(age: Array, length: Array) -> tuple[Array, Array]:
    whole = length[..., None]
    begin, end = (np.clip(edge - age[..., None], 0, whole) for edge in (_LOW, _HIGH))
    return begin, end


@lru_cache(maxsize=64)
def end_ages(length: int) -> tuple[Array, Array]:
    """Ages at the end of the period of entry: four points and their weights; who is younger than a week stands apart.

    The hazard of the first week is another one, and what is left of it in the next month differs from day to day.
    """
    parting = min(float(PIECES[1]), length / 2)
    nodes, weights = np.polynomial.legendre.leggauss(2)
    age = np.concatenate([parting * (nodes + 1) / 2, parting + (length - parting) * (nodes + 1) / 2])
    weight = np.concatenate([weights * parting, weights * (length - parting)]) / (2 * length)
    return age, weight


@lru_cache(maxsize=256)
def second_overlaps(lengths: tuple[int, ...], period: int) -> tuple[tuple[int, Array], ...]:
    """For who entered in the period before, at the points of `end_ages`: overlaps and their means, (2 × 4, P).

    For the first week, in which most of them leave the first piece, and for the rest, each with its length.
    """
    age, _ = end_ages(lengths[period - 1])
    week = min(PIECES[1], lengths[period] // 2)
    parts = [(week, _both(age, week)), (lengths[period] - week, _both(age + week, lengths[period] - week))]
    return tuple(part for part in parts if part[0])


@lru_cache(maxsize=256)
def later_overlaps(lengths: tuple[int, ...], period: int) -> Array:
    """For who entered earlier, at POINTS, the three youngest points as one; (2 × (period − 1) × POINTS, P)."""
    edges = np.concatenate([[0], np.cumsum(lengths)])
    ages = []
    for cohort in range(period - 1):
        age, weight = end_ages(lengths[cohort])
        ages += [edges[period] - edges[cohort + 1] + one for one in (age[:3] @ weight[:3] / weight[:3].sum(), age[3])]
    return _both(np.array(ages), lengths[period])


def _both(age: Array, length: int) -> Array:
    whole = np.full_like(age, length)
    return np.concatenate([overlaps(age, whole), mean_overlaps(age, whole)])


@lru_cache(maxsize=64)
def first_ages(length: int) -> tuple[Array, Array, Array]:
    """Ages within the period of entry: nodes (A,), their weights (sum 1), and days of each piece up to them (A, P)."""
    edges = [edge for edge in PIECES if edge < length] + [length]
    nodes, weights = [], []
    for low, high in pairwise(edges):
        nodes.append(low + (high - low) * (_NODES + 1) / 2)
        weights.append(_WEIGHTS / 2 * (high - low) / length)
    age = np.concatenate(nodes)
    return age, np.concatenate(weights), overlaps(np.zeros_like(age), age)


@lru_cache(maxsize=64)
def end_overlaps(length: int) -> Array:
    """Days of each piece from entry to the end of the period of entry, at the points of `end_ages`; (4, P)."""
    age, _ = end_ages(length)
    return overlaps(np.zeros_like(age), age)
