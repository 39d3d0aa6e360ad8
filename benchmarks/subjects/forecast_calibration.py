"""Rows: how often the truth of made-up boards lies within the interval, and how far off the middle is."""

from pathlib import Path

import numpy as np

from benchmarks.effort import TINY, Effort
from benchmarks.subjects.calibration import Found, flat, tried, within
from benchmarks.subjects.forecast import Told
from benchmarks.subjects.worlds import large, plain, uneven
from benchmarks.words import DASH

_PLAIN = "500 worlds, half of them drifting, next year"
_UNEVEN = "200 worlds by other rules, next year"
_LARGE = "40 worlds of 100–2,000 arrivals a month, next year"
_PARTS = ("80 % interval of persons", "80 % interval of cost", "80 % interval of persons by stream")

ROWS = (
    *(f"{_PLAIN}: {part}" for part in (*_PARTS, "95 % interval of cost", "rank histogram", "error of persons")),
    *(f"{world}: {part}" for world in (_UNEVEN, _LARGE) for part in (*_PARTS, "error of persons")),
)
FIRST_SEED = 10_000
"""Beyond those that the beliefs and the width were tried on."""


def told(scratch: Path, effort: Effort) -> list[Told]:
    """Truth against forecast; a tiny run tries five worlds of each kind."""
    del scratch
    counts = (5, 5, 2) if effort == TINY else (500, 200, 40)
    first, second, third = (
        tried(make, range(FIRST_SEED, FIRST_SEED + count))
        for make, count in zip((plain, uneven, large), counts, strict=True)
    )
    rows = [*_covered(_PLAIN, first), *_further(first), _error(_PLAIN, first)]
    for name, found in ((_UNEVEN, second), (_LARGE, third)):
        rows += [*_covered(name, found), _error(name, found)]
    return rows


def _covered(name: str, found: list[Found]) -> list[Told]:
    ranks = [one.persons for one in found], [one.cost for one in found], [x for one in found for x in one.streams]
    shares = [within(each, 0.8) for each in ranks]
    return [
        Told(f"{name}: {part}", _share(share), aim="75–85 %", met=0.75 <= share <= 0.85 if len(found) > 50 else None)
        for part, share in zip(_PARTS, shares, strict=True)
    ]


def _further(found: list[Found]) -> list[Told]:
    wide = float(np.mean([one.wide for one in found if one.wide is not None]))
    eighths = flat([one.persons for one in found])
    return [
        Told(f"{_PLAIN}: 95 % interval of cost", _share(wide), aim="92–98 %", met=0.92 <= wide <= 0.98),
        Told(
            f"{_PLAIN}: rank histogram", f"{min(eighths):.2f}{DASH}{max(eighths):.2f}",
            against="1 between the 5, 10, 25, 50, 75, 90 and 95 % quantiles",
        ),
    ]  # fmt: skip


def _error(name: str, found: list[Found]) -> Told:
    whole = sum(one.size for one in found)
    off, naive = sum(one.off for one in found) / whole, sum(one.naive_off for one in found) / whole
    return Told(
        f"{name}: error of persons", f"{off * 100:.1f} %", against=f"the number in care now, {naive * 100:.1f} %",
        ratio=f"{off / naive:.2f}", aim="less", met=off < naive,
    )  # fmt: skip


def _share(value: float) -> str:
    return f"{value * 100:.1f} %"
