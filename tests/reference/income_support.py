"""Households one by one, month by month, in plain Python: what the engine of income support must agree with."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from random import Random


@dataclass(frozen=True)
class Board:
    """`standing` households of 1 … 10 months; `leave` a month in months 1–3, 4–9 and later; `entries` a month."""

    standing: tuple[int, ...]
    leave: tuple[float, float, float]
    entries: tuple[float, ...]
    payout: tuple[float, ...]

    def leaves(self, duration: int) -> float:
        if duration <= 3:
            return self.leave[0]
        return self.leave[1] if duration <= 9 else self.leave[2]


def year(board: Board, random: Random) -> tuple[list[int], list[int]]:
    """Households of every month, and those of them with ten months or more."""
    durations = [months for months, count in enumerate(board.standing, start=1) for _ in range(count)]
    every, long = [], []
    for entries in board.entries:
        durations = [months + 1 for months in durations if random.random() >= board.leaves(months)]
        durations += [1] * poisson(entries, random)
        every.append(len(durations))
        long.append(sum(months >= 10 for months in durations))
    return every, long


def costs(board: Board, years: int, seed: int = 1) -> tuple[list[list[int]], list[list[int]], list[float]]:
    """Many years: households by month, the long-term among them, and the cost of each year."""
    random = Random(seed)
    runs = [year(board, random) for _ in range(years)]
    every, long = [run[0] for run in runs], [run[1] for run in runs]
    return every, long, [sum(n * kr for n, kr in zip(run, board.payout, strict=True)) for run in every]


def poisson(mean: float, random: Random) -> int:
    """Knuth's multiplication of uniform numbers."""
    if mean <= 0:
        return 0
    count, product, limit = 0, random.random(), exp(-mean)
    while product > limit:
        count, product = count + 1, product * random.random()
    return count


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    middle = mean(values)
    return sum((value - middle) ** 2 for value in values) / len(values)
