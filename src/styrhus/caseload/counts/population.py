"""How many there are, and are expected to be, by age and year."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ages = tuple[int, int]
"""The first and the last age of a group; 200 where it has no upper end."""
OLDEST = 200


@dataclass(frozen=True, eq=False)
class Population:
    """Persons of A age groups in Y consecutive years from `first` on: (A, Y) float64, NaN where missing."""

    ages: tuple[Ages, ...]
    first: int
    persons: NDArray[np.float64]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first, self.first + self.persons.shape[1]))

    def between(self, youngest: int, oldest: int) -> NDArray[np.float64]:
        """Persons aged `youngest`–`oldest` by year, (Y,); a group that is only partly within counts by its share."""
        total = np.zeros(self.persons.shape[1])
        for (low, high), persons in zip(self.ages, self.persons, strict=True):
            width = min(high, 105) - low + 1
            within = min(high, oldest, 105) - max(low, youngest) + 1
            if within > 0:
                total = total + persons * (within / max(1, width))
        return total
