"""How long persons stay: hazards by time since entry, and how the pace of leaving drifts."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.placements.ahead import ahead, together
from styrhus.forecast.placements.beliefs import EXIT_SEASONS
from styrhus.forecast.placements.drift import follow
from styrhus.forecast.placements.history import care_days
from styrhus.forecast.placements.parameters import PIECES, Array
from styrhus.forecast.placements.sequence import Stays
from styrhus.forecast.placements.window import Window

PSEUDO = 1.5
"""Leavings' worth of belief that a stream's hazards follow the shape of all streams."""
DOUBT = 0.5, 182.0
"""Leavings and days that stand for what is believed before anything is seen: a stay of a year, very unsure."""
LEVEL_SPREAD = 0.8
PACES = 0.1, 8.0
"""Bounds of what the pace of leaving may become; a wild draw of a stream with few leavings is no forecast."""
SOONEST = 1.0
"""Largest hazard a day: who could leave sooner has stayed no day."""
NEVER = np.iinfo(np.int32).max


@dataclass(frozen=True, eq=False)
class Seen:
    """Days at risk and leavings by piece, stream and month, (P, S, T)."""

    days: Array
    left: Array


def seen(stays: Stays, past: Window, size: int) -> Seen:
    """Exposure ends with the data (who is still there) and begins with them (who came before)."""
    days, left = [], []
    last = np.minimum(stays.end, past.edges[-1]).astype(np.int64)
    gone = (stays.end >= past.edges[0]) & (stays.end < past.edges[-1])
    # The day of leaving is no care day: who left on day seven was at risk in the first week only.
    length = np.maximum(stays.end.astype(np.int64) - stays.start - 1, 0)
    month = np.searchsorted(past.edges, np.minimum(stays.end, past.edges[-1]), side="right") - 1
    cell = stays.stream.astype(np.int64) * len(past) + month
    for begin, finish in zip(PIECES, (*PIECES[1:], NEVER), strict=True):
        old = last - stays.start > begin
        low = stays.start[old].astype(np.int64) + begin
        days.append(
            care_days(stays.stream[old], low, np.minimum(last[old], low - begin + finish), past.edges, size=size)
        )
        out = gone & (length >= begin) & (length < finish)
        left.append(np.bincount(cell[out], minlength=size * len(past)).reshape(size, len(past)).astype(float))
    return Seen(np.stack(days), np.stack(left))


def hazards(found: Seen, draws: int, random: np.random.Generator) -> tuple[Array, Array]:
    """Mean (S, P) and draws (K, S, P) of leavings a day; the draws differ in shape, the level is left to the pace."""
    days, left = found.days.sum(axis=2).T, found.left.sum(axis=2).T
    shape = _shape(days.sum(axis=0), left.sum(axis=0))
    level = (left.sum(axis=1) + PSEUDO) / ((days * shape).sum(axis=1) + PSEUDO)
    prior = shape * level[:, None]
    above, below = left + PSEUDO, days + PSEUDO / prior
    mean = above / below
    drawn = random.gamma(above, 1 / below, (draws, *mean.shape))
    weight = days + 1.0
    scale = (weight * mean).sum(axis=1) / (weight * drawn).sum(axis=2)
    return mean, np.clip(drawn * scale[:, :, None], 1e-7, SOONEST)


def _shape(days: Array, left: Array) -> Array:
    """Hazards of all streams together, (P,); a piece that little is known of leans on the one before it."""
    before = (left.sum() + DOUBT[0]) / (days.sum() + DOUBT[1])
    found = []
    for at_risk, gone in zip(days, left, strict=True):
        before = (gone + 1.0) / (at_risk + 1.0 / before)
        found.append(before)
    return np.array(found)


def pace(found: Seen, mean: Array, past: Window, horizon: Horizon, *, draws: int, random: np.random.Generator) -> Array:
    """Factor on the hazards in the months ahead, draws (K, S, M): leavings held against what the hazards expect."""
    expected = np.einsum("pst,sp->st", found.days, mean)
    left = found.left.sum(axis=0)
    size = len(left)
    followed = follow(
        np.vstack([left, left.sum(axis=0)]), np.vstack([expected, expected.sum(axis=0)]), past.month,
        level=np.zeros(size + 1), spread=LEVEL_SPREAD, seasons=EXIT_SEASONS, alone=1,
    )  # fmt: skip
    drawn = ahead(followed, horizon.count, draws, random)
    recent = expected[:, -12:].sum(axis=1) + 1e-9
    drawn.rate[:, :size] = together(drawn.rate[:, :size], drawn.rate[:, size], recent / recent.sum())
    return np.clip(drawn.noisy(random)[:, :size], *PACES)
