"""Persons received one by one, in plain Python: what the engine of reception must agree with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rules:
    """The instalments as (year from, months after, kr); months in the group and with a grant; kr afterwards a month."""

    instalments: Sequence[tuple[int, int, float]]
    leave: int | None
    grant: int
    afterwards: float


def counted(
    people: Mapping[int, int], rules: Rules, months: Sequence[int]
) -> tuple[list[int], list[float], list[float]]:
    """Persons there at the end of each month, kr of grants and kr of support, from persons by month of reception."""
    there, grants, support = [], [], []
    for month in months:
        present, income, cost = 0, 0.0, 0.0
        for came, count in people.items():
            for _ in range(count):
                if came > month:
                    continue
                gone = rules.leave is not None and month - came >= rules.leave
                present += not gone
                income += sum(kr for _, after, kr in in_force(rules, came // 12) if came + after == month)
                cost += rules.afterwards if month - came >= rules.grant and not gone else 0.0
        there.append(present)
        grants.append(income)
        support.append(cost)
    return there, grants, support


def in_force(rules: Rules, year: int) -> list[tuple[int, int, float]]:
    known = sorted({held[0] for held in rules.instalments if held[0] <= year})
    return [held for held in rules.instalments if known and held[0] == known[-1]]
