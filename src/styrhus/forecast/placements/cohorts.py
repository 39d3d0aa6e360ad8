"""Cohorts that enter a stream evenly over a period: how long they are there and when they leave."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.placements import ages
from styrhus.forecast.placements.parameters import Array

Triangle = list[Array]
"""For each period m, of who entered in the periods c = 0 … m: M arrays (m + 1, Q), half of a square's memory."""


@dataclass(frozen=True, eq=False)
class Cohorts:
    """Per person who enters in period c; Q streams × draws of stays.

    days    care days in period m
    after   share that is there when period m ends
    left    share that leaves in period m, timed so that the mean moment of leaving is kept: see `staying.timed`
    """

    days: Triangle
    after: Triangle
    left: Triangle


def cohorts(hazard: Array, pace: Array, lengths: tuple[int, ...]) -> Cohorts:
    """Follow cohorts over M periods of `lengths` days; `hazard` (P, Q) a day by age, `pace` (M, Q) factors on it.

    With cumulated hazard H(e) of who came at e, a cohort's share there at t is ∫ exp(−H) de over the month of entry:
    by quadrature piece by piece in the first month, at four points in the second, at two later, normed to the exact
    share at the first month's end. Days lived in a month are length × exp(−h̄ + h²/24 − …) with h the month's hazard
    and h̄ its mean up to a moment of the month, exact for an even hazard and of first order in its jumps.
    """
    width, kind = hazard.shape[1], hazard.dtype
    found = Cohorts([], [], [])
    passed = np.empty((len(lengths), ages.POINTS, width), dtype=kind)
    young = np.empty((4, width), dtype=kind)
    before = shift = np.empty((0, width), dtype=kind)
    for m, length in enumerate(lengths):
        days, after = (np.zeros((m + 1, width), dtype=kind) for _ in range(2))
        if m > 1:
            over = ages.later_overlaps(lengths, m)
            days[: m - 1], after[: m - 1] = _lived(over, hazard, pace[m], passed[: m - 1])
        if m:
            for part, over in ages.second_overlaps(lengths, m):
                share, after[m - 1 : m] = _lived(over, hazard, pace[m], young[None])
                days[m - 1 : m] += share * (part / length)
            passed[m - 1, 0], passed[m - 1, 1] = -np.log(_some(np.exp(-young[:3]).sum(axis=0))), young[3]
        days[m], after[m], young = _entry(hazard, pace[m], length)
        gone = np.concatenate([before, np.ones((1, width), dtype=kind)]) - after
        late = days - after - gone / 2
        late[m] += 0.5
        left = gone - late
        left[:m] += shift
        before, shift = after, late
        days *= length
        for kept, one in zip((found.days, found.after, found.left), (days, after, left), strict=True):
            kept.append(one)
    return found


def _lived(over: Array, hazard: Array, pace: Array, passed: Array) -> tuple[Array, Array]:
    """Share of a period that cohorts (C, points, Q) live, and share there at its end; `passed` is carried on."""
    worked = (over.astype(hazard.dtype) @ hazard).reshape(2, *passed.shape)
    worked *= pace
    share = lived_share(worked[0], worked[1])
    share -= passed
    share = np.exp(share, out=share).sum(axis=1)
    passed += worked[0]
    return share, np.exp(-passed).sum(axis=1)


def _entry(hazard: Array, pace: Array, length: int) -> tuple[Array, Array, Array]:
    """Of who enters in a period: share of it lived, share there at its end, and hazard passed at four points."""
    age, weight, worked = (part.astype(hazard.dtype) for part in ages.first_ages(length))
    there = np.exp(-(worked @ hazard) * pace)
    share = (weight * (1 - age / length)) @ there
    after = weight @ there
    passed = (ages.end_overlaps(length).astype(hazard.dtype) @ hazard) * pace
    passed -= np.log(ages.end_ages(length)[1]).astype(hazard.dtype)[:, None]
    passed += np.log(np.exp(-passed).sum(axis=0)) - np.log(_some(after))
    return share, after, passed


def _some(share: Array) -> Array:
    """At least the smallest positive number, so that its logarithm is one."""
    return np.maximum(share, np.finfo(share.dtype).tiny)


def lived_share(worked: Array, mean_worked: Array) -> Array:
    """Logarithm of the share of a period that is lived when the hazard h works in it, h̄ up to its mean moment.

    log(sinh(h/2) / (h/2)) − h̄, with 2.5 (√(1 + h²/30) − 1) for the first: the same up to h⁴, 1 % off at h = 10, and
    bounded for all h. At most nought, where the hazard rises steeply within the period.
    """
    found = worked * worked
    found *= 1 / 30
    found += 1
    np.sqrt(found, out=found)
    found -= 1
    found *= 2.5
    found -= mean_worked
    return np.minimum(found, 0, out=found)
