"""Rows: open data forecast again from earlier months, beside what simple methods would have said."""

from pathlib import Path

from benchmarks.effort import TINY, Effort
from benchmarks.subjects.backtest_data import alberta, long_beach
from benchmarks.subjects.forecast import Told
from styrhus.forecast import Counts, Spells
from styrhus.forecast.evaluate import WORDS, Backtest, Score, backtest
from styrhus.forecast.evaluate.backtest import ENGINE

_SHELTER = "29,787 stays of a shelter, 17 quarterly origins × 12 months"
_SUPPORT = "40 series of income support, 70 quarterly origins × 12 months"
_ERROR, _CELLS, _YEAR = "error by row and month", "80 % interval by row and month", "80 % interval of the whole year"
_PARTS = {_SHELTER: (_ERROR, _CELLS, _YEAR), _SUPPORT: (_ERROR, _CELLS)}
"""The series of income support are totals and their parts: all of them together are nothing."""
ROWS = tuple(f"{name}: {part}" for name, parts in _PARTS.items() for part in parts)
DRAWS = 1000
LOW, HIGH = 0.75, 0.85


def told(scratch: Path, effort: Effort) -> list[Told]:
    """Both sets; a tiny run tries one origin."""
    del scratch
    few = 1 if effort is TINY else 0
    return [
        *_rows(_SHELTER, long_beach(), few or 17, aim=0.37, ets=not few),
        *_rows(_SUPPORT, alberta(), few or 70, aim=0.063, ets=False),
    ]


def _rows(name: str, material: Spells | Counts | None, wanted: int, *, aim: float, ets: bool) -> list[Told]:
    if material is None:
        return [Told(f"{name}: {part}", "data not present") for part in _PARTS[name]]
    found = backtest(material, wanted=wanted, draws=DRAWS, ets=ets)
    assert isinstance(found, Backtest)
    by_name = {each.method: each for each in found.persons}
    own = by_name.pop(ENGINE)
    best = min(by_name.values(), key=_wape)
    others = ", ".join(f"{WORDS[each.method]} {_wape(each):.3f}" for each in by_name.values())
    whole = next(each for each in found.all_persons if each.method == ENGINE)
    shares = {_CELLS: own.coverage_80, _YEAR: whole.coverage_80}
    return [
        Told(
            f"{name}: {_ERROR}", f"WAPE {_wape(own):.3f}", against=others, ratio=f"{_wape(own) / _wape(best):.2f}",
            aim=f"at most {aim}, less than the others", met=_wape(own) <= aim and _wape(own) < _wape(best),
        ),
        *(
            Told(f"{name}: {part}", _share(shares[part]), aim="75–85 %", met=_within(shares[part]))
            for part in _PARTS[name][1:]
        ),
    ]  # fmt: skip


def _wape(found: Score) -> float:
    return float("inf") if found.wape is None else found.wape


def _within(share: float | None) -> bool | None:
    return None if share is None else LOW <= share <= HIGH


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.1f} %"
