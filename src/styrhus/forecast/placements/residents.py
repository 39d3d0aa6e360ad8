"""Who is in care on the last day of the data."""

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.spells import OPEN, Spells
from styrhus.forecast.placements.parameters import Residents
from styrhus.forecast.placements.sequence import Stays


def residents(stays: Stays, as_of: int) -> Residents:
    """Those who have come and not left, with the planned end where one is known."""
    there = (stays.end > as_of) & (stays.start <= as_of)
    start, end = stays.start[there].astype(np.int64), stays.end[there].astype(np.int64)
    planned = np.where(end == OPEN, 0, end - as_of)
    return Residents(stays.stream[there].astype(np.int64), as_of - start, planned.astype(np.int64))


def with_age_outs(spells: Spells, latest: NDArray[np.int32]) -> NDArray[np.int32]:
    """Ends (N,): who is still there leaves at the latest on the day `latest` (N,); past ends are what they were."""
    there = spells.end > spells.as_of
    return np.where(there, np.maximum(np.minimum(spells.end, latest), spells.as_of + 1), spells.end).astype(np.int32)
