"""One group's course in draws: who comes, who is there, what the state pays, what income support costs afterwards."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.reception.material import GroupMaterial, in_force, paid

Array = NDArray[np.float64]
Draws = np.random.Generator
MONTHS = 12


@dataclass(frozen=True, eq=False)
class Course:
    """All (D, M): persons received, persons there at the end of the month (NaN: not known), kr of grants and support.

    Grants and support are NaN where nobody has told amounts.
    """

    received: Array
    there: Array
    grants: Array
    support: Array


def course(group: GroupMaterial, first: int, received: Array, random: Draws) -> Course:
    """What follows from those received (D, M) in the months from number `first` on."""
    return Course(
        received, _there(group, first, received, random), _grants(group, first, received),
        _support(group, first, received),
    )  # fmt: skip


def _there(group: GroupMaterial, first: int, received: Array, random: Draws) -> Array:
    """Head-counts: those there before leave at the rate seen or evenly until the last of them is too old; known
    age-outs leave in their month; those who come leave after the terms' months or at the rate seen."""
    draws, months = received.shape
    if group.standing is None:
        return np.full((draws, months), np.nan)
    rate = _rate(group, draws, random)
    old = np.full(draws, round(group.standing), np.int64)
    new = np.zeros(draws, np.int64)
    found = np.empty((draws, months))
    for month in range(months):
        old = random.binomial(old, np.clip(1 - _old_leave(group, first, month, rate), 0.0, 1.0))
        old = np.maximum(old - round(_aged(group, first, month)), 0)
        terms = in_force(group.terms, (first + month) // MONTHS)
        if terms is None or terms.leave_months is None:
            new = random.binomial(new, 1 - rate)
        new = new + received[:, month].astype(np.int64) - _too_old(group, first, month, received)
        found[:, month] = old + np.maximum(new, 0)
    return found


def _rate(group: GroupMaterial, draws: int, random: Draws) -> Array:
    """Draws of the monthly probability of leaving: Gamma conjugate to those who left; nobody leaves if nobody told."""
    left, years = group.leaving
    if years <= 0:
        return np.zeros(draws)
    return np.asarray(1 - np.exp(-random.gamma(left + 0.5, 1 / years, draws) / MONTHS))


def _old_leave(group: GroupMaterial, first: int, month: int, rate: Array) -> Array:
    """Share of those there before who leave in a month of the horizon."""
    terms = in_force(group.terms, first // MONTHS)
    if terms is None or terms.leave_months is None:
        return rate
    gone = [_still(group, first + at, terms.leave_months) for at in (month - 1, month)]
    remain = [max(1 - at / max(terms.leave_months, 1), 0.0) for at in (month, month + 1)]
    known = sum(group.received.get(first - back, 0.0) for back in range(1, terms.leave_months + 1))
    rest = max((group.standing or 0.0) - known, 0.0)
    before, after = (held + rest * share for held, share in zip(gone, remain, strict=True))
    return np.full_like(rate, 1 - after / before if before > 0 else 1.0)


def _still(group: GroupMaterial, number: int, leave_months: int) -> float:
    """Of those whose month of reception is known, how many are still in the group at the end of a month."""
    return sum(persons for month, persons in group.received.items() if month + leave_months > number)


def _aged(group: GroupMaterial, first: int, month: int) -> float:
    """Known age-outs of a month; what is left of a person after rounding goes to the months after."""
    numbers = range(first, first + month + 1)
    until = sum(group.ages_out.get(number, 0.0) for number in numbers)
    before = until - group.ages_out.get(first + month, 0.0)
    return round(until) - round(before)


def _too_old(group: GroupMaterial, first: int, month: int, received: Array) -> NDArray[np.int64]:
    """Of those who came in the horizon, those whose months in the group end in this one."""
    found = np.zeros(len(received), np.int64)
    for came in range(month):
        terms = in_force(group.terms, (first + came) // MONTHS)
        if terms is not None and terms.leave_months == month - came:
            found += received[:, came].astype(np.int64)
    return found


def _grants(group: GroupMaterial, first: int, received: Array) -> Array:
    """Kr by the month that it is paid in, for those who came before the horizon and in it."""
    draws, months = received.shape
    if not group.instalments:
        return np.full((draws, months), np.nan)
    found = np.zeros((draws, months))
    for number, persons in group.received.items():
        for instalment in paid(group.instalments, number // MONTHS):
            month = number + instalment.months_after - first
            if 0 <= month < months:
                found[:, month] += persons * instalment.amount
    for came in range(months):
        for instalment in paid(group.instalments, (first + came) // MONTHS):
            if came + instalment.months_after < months:
                found[:, came + instalment.months_after] += received[:, came] * instalment.amount
    return found


def _support(group: GroupMaterial, first: int, received: Array) -> Array:
    """Kr of income support a month for those whose grant has ended, as far as their reception is known."""
    draws, months = received.shape
    told = [t for t in group.terms if None not in {t.grant_months, t.support, t.support_cost}]
    if not told:
        return np.full((draws, months), np.nan)
    found = np.zeros((draws, months))
    cohorts = [(number - first, np.full(draws, persons)) for number, persons in group.received.items()]
    cohorts += [(came, received[:, came]) for came in range(months)]
    for came, persons in cohorts:
        terms = in_force(tuple(told), (first + came) // MONTHS)
        if terms is None:
            continue
        begins = max(came + (terms.grant_months or 0), 0)
        ends = months if terms.leave_months is None else max(min(months, came + terms.leave_months), 0)
        found[:, begins:ends] += (persons * (terms.support or 0.0) * (terms.support_cost or 0.0))[:, None]
    return found
