"""Rows: years of income support forecast from few months, or from years alone, and how fast a measure answers."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks.effort import TINY, Effort
from benchmarks.subjects.backtest_data import alberta
from benchmarks.subjects.forecast import Told
from styrhus.forecast import Lever, LeverKind
from styrhus.forecast.income_support import FittedSupport, SupportHistory, YearLevel, fit_support
from styrhus.forecast.income_support.outcome import Reported

SIX, ELEVEN, YEARS = "6 months", "11 months", "two years"
_NAME = "public series of income support, the year ahead from {}"
_ANSWER = "Income support, 1,000 households, 24 months, 2,000 draws: a measure answers"
ROWS = (*(_NAME.format(known) for known in (SIX, ELEVEN, YEARS)), _ANSWER)
LEAST, LONG = 1000, 80
DRAWS, STEP = 500, 6
AHEAD = 2022
"""The calendar year that every origin is taken to lie before."""
LOW, HIGH = 0.75, 0.85
QUICK = 0.1


def told(scratch: Path, effort: Effort) -> list[Told]:
    """Coverage of the 80 % interval of a year's mean, and the time that a lever takes."""
    del scratch
    series = _series()
    if effort is TINY:
        series = series[:1]
    return [*(_coverage(known, series) for known in (SIX, ELEVEN, YEARS)), _answer()]


def _series() -> list[np.ndarray]:
    """Series of a thousand households or more without gaps, that do not jump by a fifth in a month."""
    counts = alberta()
    found = [] if counts is None else [row[~np.isnan(row)] for row in counts.persons]
    steady = (row for row in found if len(row) >= LONG and row.mean() >= LEAST)
    return [row for row in steady if np.abs(np.diff(np.log(row))).max() < np.log(1.2)]


def _coverage(known: str, series: list[np.ndarray]) -> Told:
    if not series:
        return Told(_NAME.format(known), "data not present")
    held = list(_held(known, series))
    share, error = np.mean([inside for inside, _, _ in held]), sum(e for _, e, _ in held) / sum(t for _, _, t in held)
    return Told(
        _NAME.format(known), f"80 % interval holds {share:.0%}", against=f"{len(held)} origins, WAPE {error:.3f}",
        aim="75–85 %", met=bool(LOW <= share <= HIGH),
    )  # fmt: skip


def _held(known: str, series: list[np.ndarray]) -> Iterator[tuple[bool, float, float]]:
    """Whether the year's mean was inside, how far off the forecast was, and what it came to."""
    for row in series:
        for origin in range(36, len(row) - 12, STEP):
            fitted = fit_support(_history(known, row[:origin]), months=12, draws=DRAWS)
            whole = fitted.year(AHEAD, Reported()).measures.persons
            came = float(row[origin : origin + 12].mean())
            yield whole.p10 <= came <= whole.p90, abs(whole.mean - came), came


def _history(known: str, before: np.ndarray) -> SupportHistory:
    if known == YEARS:
        years = (YearLevel(AHEAD - 2, float(before[-24:-12].mean())),
                 YearLevel(AHEAD - 1, float(before[-12:].mean()), float(before[-1])))  # fmt: skip
        none = np.zeros(0)
        return SupportHistory((AHEAD, 1), none, none, none, none, np.zeros((0, 3)), years)
    count = {SIX: 6, ELEVEN: 11}[known]
    return SupportHistory.of_months((AHEAD - 1, 13 - count), count, households=before[-count:])


def _answer() -> Told:
    years = (YearLevel(2022, 1000.0, 1000.0),)
    none = np.zeros(0)
    history = SupportHistory((2023, 1), none, none, none, none, np.zeros((0, 3)), years, 11_800.0, 2022)
    fitted: FittedSupport = fit_support(history, months=24)
    fitted.forecast()
    times = []
    for share in range(1, 8):
        begun = perf_counter()
        fitted.forecast((Lever(LeverKind.INFLOW, -share / 100),))
        times.append(perf_counter() - begun)
    median = sorted(times)[len(times) // 2]
    return Told(_ANSWER, f"{1000 * median:.0f} ms", aim="under 100 ms", met=median < QUICK)
