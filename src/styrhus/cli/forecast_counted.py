"""Spells counted by month, for who wants to see what counts alone would have said."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styrhus.forecast import Counts, Spells


def counted(spells: "Spells") -> "Counts":
    """Persons a day and kr a person and month in every whole month of the spells."""
    import numpy as np

    from styrhus.forecast import Counts, Horizon
    from styrhus.forecast.material.horizon import day_of
    from styrhus.forecast.placements.history import history

    first, after = day_of(spells.first), Horizon.after(spells.as_of, 1)
    start = (first.year, first.month) if first.day == 1 else (first.year + first.month // 12, first.month % 12 + 1)
    last = divmod(after.year * 12 + after.month - 2, 12)
    held = history(spells, start, (last[0], last[1] + 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        price = np.where(held.persons > 0, held.cost / held.persons, np.nan)
    return Counts(held.streams, start, held.persons, price)
