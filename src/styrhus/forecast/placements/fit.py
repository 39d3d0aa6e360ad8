"""From spells to parameters: how persons have come, stayed and cost, with what is not known of it."""

import numpy as np

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.spells import OPEN, Spells
from styrhus.forecast.placements.parameters import PIECES, Array, Parameters, Residents

PRICE_STEP = 0.02


def estimate(spells: Spells, horizon: Horizon, *, draws: int, seed: int) -> Parameters:
    """Posterior draws of all parameters of the spells' streams over the horizon."""
    random = np.random.default_rng(seed)
    size, stays = len(spells.streams), max(1, draws // 8)
    end = np.where(spells.end > spells.as_of, spells.as_of + 1, spells.end)
    left = (spells.end != OPEN) & (spells.end <= spells.as_of)
    exposure = np.bincount(
        spells.stream, weights=np.maximum(end - np.maximum(spells.start, spells.first), 0), minlength=size
    )
    exits = np.bincount(spells.stream, weights=left, minlength=size)
    came = np.bincount(spells.stream, weights=spells.start >= spells.first, minlength=size)
    months = max(1.0, (spells.as_of + 1 - spells.first) / 30.4375)
    rate = random.gamma(came + 0.5, 1 / months, (draws, size))
    hazard = random.gamma(exits + 0.5, 1 / (exposure + 30.0), (stays, size))
    price = _prices(spells, size) * np.exp(random.normal(0, PRICE_STEP, (draws, size)))
    shape = (draws, size, horizon.count)
    there = ~left
    return Parameters(
        streams=spells.streams,
        horizon=horizon,
        residents=Residents(
            spells.stream[there].astype(np.int64),
            (spells.as_of - spells.start[there]).astype(np.int64),
            np.where(spells.end[there] == OPEN, 0, spells.end[there] - spells.as_of).astype(np.int64),
        ),
        arrivals=np.broadcast_to(rate[:, :, None], shape).copy(),
        hazard=np.broadcast_to(hazard[:, :, None], (stays, size, len(PIECES))).copy(),
        pace=np.ones((stays, size, horizon.count)),
        moves=np.zeros((stays, size, size)),
        price=np.broadcast_to(price[:, :, None], shape).copy(),
        spread=np.zeros(size),
        waited=horizon.first_day - spells.as_of - 1,
        seed=seed,
    )


def _prices(spells: Spells, size: int) -> Array:
    """Mean kr a care day of each stream's persons with a price, (S,); NaN where nobody has one."""
    priced = ~np.isnan(spells.day_price)
    total = np.bincount(spells.stream[priced], weights=spells.day_price[priced], minlength=size)
    count = np.bincount(spells.stream[priced], minlength=size)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
