"""A board of Örebro's size in numbers: 400 residents, 40 arrivals a month, 12 streams, moves within groups."""

import numpy as np

from styrhus.forecast import Horizon, Stream
from styrhus.forecast.placements.parameters import PIECES, Array, Parameters, Residents

GROUPS = ("Barn", "Unga", "Vuxna")
TYPES = ("emergency", "foster", "institution", "support")
MONTHS = 24
DRAWS, STAYS = 2000, 250
_HAZARD = {
    "emergency": (0.05, 0.04, 0.02, 0.01, 0.008, 0.006, 0.005, 0.005),
    "foster": (0.004, 0.003, 0.0025, 0.002, 0.0015, 0.001, 0.0008, 0.0006),
    "institution": (0.02, 0.01, 0.006, 0.006, 0.005, 0.005, 0.004, 0.004),
    "support": (0.01, 0.008, 0.006, 0.005, 0.004, 0.003, 0.003, 0.003),
}
_ARRIVALS = {"emergency": 5.0, "foster": 2.0, "institution": 3.0, "support": 3.3}
_THERE = {"emergency": (10, 40), "foster": (60, 700), "institution": (35, 250), "support": (28, 300)}
_PRICE = {"emergency": 3000.0, "foster": 900.0, "institution": 5500.0, "support": 1800.0}
_MOVES = {
    ("emergency", "foster"): 0.35, ("emergency", "institution"): 0.2, ("foster", "institution"): 0.15,
    ("institution", "support"): 0.3, ("institution", "foster"): 0.1, ("support", "emergency"): 0.05,
}  # fmt: skip


def streams() -> tuple[Stream, ...]:
    """Foster homes are the board's own, everything else is bought."""
    return tuple(Stream(g, t, "own" if t == "foster" else "external") for g in GROUPS for t in TYPES)


def board(*, known: bool, draws: int = DRAWS, stays: int = STAYS) -> Parameters:
    """The world with (`known` False) or without uncertain parameters; always the same."""
    random = np.random.default_rng(20190831)
    those = streams()
    size = len(those)

    def around(*shape: int) -> Array:
        return np.ones(shape) if known else np.exp(random.normal(0, 0.1, shape))

    level = np.array([_ARRIVALS[one.type] for one in those])[None, :, None]
    rates = level * around(draws, size, 1) * around(draws, size, MONTHS)
    hazard = np.array([_HAZARD[one.type] for one in those])[None] * around(stays, size, 1)
    price = np.array([_PRICE[one.type] for one in those])[None, :, None] * around(draws, size, 1)
    moves = np.array([[_MOVES.get((i.type, j.type), 0.0) if i.group == j.group else 0.0 for j in those] for i in those])
    return Parameters(
        streams=those, horizon=Horizon(2019, 1, MONTHS), residents=_residents(those, random), arrivals=rates,
        hazard=hazard * np.ones((stays, size, len(PIECES))), pace=np.ones((stays, size, MONTHS)),
        moves=np.broadcast_to(moves, (stays, size, size)).copy(),
        price=price * (1 + 0.002 * np.arange(MONTHS)), spread=np.zeros(size),
    )  # fmt: skip


def _residents(those: tuple[Stream, ...], random: np.random.Generator) -> Residents:
    """Ages by their stream's scale; one in ten has a planned end."""
    found = [
        (
            number,
            int(random.exponential(_THERE[one.type][1])),
            int(random.integers(2, 700)) * int(random.random() < 0.1),
        )
        for number, one in enumerate(those)
        for _ in range(_THERE[one.type][0])
    ]
    columns = np.array(found, dtype=np.int64)
    return Residents(columns[:, 0], columns[:, 1], columns[:, 2])


def unit(months: int = 12, draws: int = DRAWS) -> Parameters:
    """An own institution with twelve residents and more arrivals than it has room for, and a bought one beside it."""
    hazard = np.array([0.02, 0.015, 0.01, 0.008, 0.007, 0.006, 0.005, 0.005])
    shape = (draws, 2, months)
    return Parameters(
        streams=(Stream("Barn", "hvb", "own"), Stream("Barn", "hvb", "external")), horizon=Horizon(2019, 1, months),
        residents=Residents(np.zeros(12, np.int64), 40 * np.arange(12), np.zeros(12, np.int64)),
        arrivals=np.broadcast_to(np.array([3.5, 1.0])[:, None], shape).copy(),
        hazard=np.broadcast_to(hazard, (1, 2, len(PIECES))).copy(), pace=np.ones((1, 2, months)),
        moves=np.zeros((1, 2, 2)), price=np.broadcast_to(np.array([3000.0, 5000.0])[:, None], shape).copy(),
        spread=np.zeros(2),
    )  # fmt: skip
