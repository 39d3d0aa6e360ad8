"""Small worlds of placements, for the engine and for the event simulation."""

import numpy as np
from hypothesis import strategies as st

from styrhus.forecast import Horizon, Stream
from styrhus.forecast.placements.parameters import PIECES, Parameters, Residents
from tests.reference.placements import World


def world(
    *, hazard, arrivals, moves=None, residents=(), months=6, pace=None, price=None, draws=64, spread=0.0, streams=None
):
    """Parameters without uncertainty: `arrivals` a month, `hazard` by stream, `residents` (stream, stayed, ends)."""
    size = len(hazard)
    rows = np.array(list(residents), dtype=np.int64).reshape(-1, 3)
    each = np.asarray(arrivals, dtype=float)
    return Parameters(
        streams=streams or tuple(Stream("Barn", f"type-{number}", "external") for number in range(size)),
        horizon=Horizon(2019, 1, months),
        residents=Residents(rows[:, 0], rows[:, 1], rows[:, 2]),
        arrivals=np.broadcast_to(each[:, None], (draws, size, months)).copy(),
        hazard=np.asarray(hazard, dtype=float).reshape(1, size, len(PIECES)),
        pace=np.ones((1, size, months)) if pace is None else np.asarray(pace, dtype=float)[None],
        moves=np.zeros((1, size, size)) if moves is None else np.asarray(moves, dtype=float)[None],
        price=np.broadcast_to(
            np.asarray(price if price is not None else [1000.0 * (n + 1) for n in range(size)])[:, None],
            (draws, size, months),
        ).copy(),
        spread=np.full(size, spread),
    )


def plain(world):
    """The same world in plain numbers; a resident's age at the start is a day more than on `as_of`."""
    rows = world.residents
    residents = [
        (int(stream), float(stayed) + 1, float(ends) - 1 if ends else None)
        for stream, stayed, ends in zip(rows.stream, rows.stayed, rows.ends, strict=True)
    ]
    return World(
        list(PIECES), world.hazard[0].tolist(), world.pace[0].tolist(), world.moves[0].tolist(),
        world.arrivals[0].tolist(), residents, list(world.horizon.lengths),
    )  # fmt: skip


@st.composite
def worlds(draw):
    """Two or three streams whose hazards fall with age, at times with drift and moves, and up to a dozen residents."""
    size = draw(st.integers(2, 3))
    streams = range(size)
    levels = [draw(st.floats(0.002, 0.03)) for _ in streams]
    falls = [draw(st.floats(0.6, 1.0)) for _ in streams]
    months = draw(st.integers(3, 7))
    drift = draw(st.floats(-0.05, 0.05))
    stay = [draw(st.integers(0, 40)) / 100 for _ in streams]
    moves = [[stay[i] / (size - 1) if i != j else 0.0 for j in streams] for i in streams]
    who = st.tuples(st.integers(0, size - 1), st.integers(0, 2000), st.sampled_from([0, 0, 0, 20, 75]))
    return world(
        hazard=[[levels[i] * falls[i] ** piece for piece in range(len(PIECES))] for i in streams],
        arrivals=[draw(st.integers(0, 30)) / 10 for _ in streams],
        moves=moves,
        residents=draw(st.lists(who, max_size=12)),
        months=months,
        pace=[[(1 + drift) ** month for month in range(months)] for _ in streams],
        draws=512,
    )
