"""Whole öre that lie inside the rounding of published figures and still add up, found by repeated projection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ROUNDS = 20_000


class Unfittable(ValueError):
    """No amounts were found that agree with all the published figures within their rounding."""


@dataclass(frozen=True)
class Bound:
    """The sum of `plus` less that of `minus` lies within `low` and `high`, in öre."""

    plus: Sequence[str]
    low: int
    high: int
    minus: Sequence[str] = field(default=())


def fit(start: Mapping[str, int], bounds: Sequence[Bound]) -> dict[str, int]:
    """Amounts near `start` that keep every bound; Unfittable when they contradict each other.

    Each broken bound in turn moves its members equally far until it holds (cyclic projection onto convex sets,
    Bregman 1965), in whole öre.
    """
    found = dict(start)
    for _ in range(ROUNDS):
        if not [bound for bound in bounds if _mend(found, bound)]:
            return found
    raise Unfittable("the published figures cannot all be kept")


def _mend(found: dict[str, int], bound: Bound) -> bool:
    """Whether the bound was broken; then it is not any more."""
    total = sum(found[key] for key in bound.plus) - sum(found[key] for key in bound.minus)
    excess = total - min(max(total, bound.low), bound.high)
    if excess:
        members = [(key, 1) for key in bound.plus] + [(key, -1) for key in bound.minus]
        for (key, sign), share in zip(members, shared(excess, [1] * len(members)), strict=True):
            found[key] -= sign * share
    return bool(excess)


def shared(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` in whole öre in proportion to the weights, which may be negative but not all together; sums exactly."""
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("the weights come to nothing")
    floors = [amount * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda index: (-(amount * weights[index] % whole), index))
    for index in order[: amount - sum(floors)]:
        floors[index] += 1
    return floors


def table(
    rows: Mapping[str, int], columns: Mapping[str, int], weights: Mapping[str, Sequence[int]]
) -> dict[str, list[int]]:
    """Cells whose rows and columns add up to the given totals, in the proportions of `weights` as far as they can.

    Iterative proportional fitting (Deming and Stephan 1940), then whole öre with the last row and the last column
    taking what rounding leaves. Totals of rows and columns must agree. A row without weight in a column has none.
    """
    if sum(rows.values()) != sum(columns.values()):
        raise Unfittable("rows and columns have different totals")
    cells = {row: [weight * 10**6 for weight in weights[row]] for row in rows}
    for _ in range(60):
        for index, wanted in enumerate(columns.values()):
            held = [cells[row][index] for row in rows]
            for row, share in zip(rows, shared(wanted, held), strict=True):
                cells[row][index] = share
        for row, wanted in rows.items():
            cells[row] = shared(wanted, cells[row])
    last = list(rows)[-1]
    for index, wanted in enumerate(columns.values()):
        cells[last][index] += wanted - sum(cells[row][index] for row in rows)
    return cells
