"""Spells from a CSV file."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from styrhus.forecast.material import OPEN, Spells, Stream
from styrhus.values.problem import Problem

COLUMNS = {
    "person": "VARCHAR", "group": "VARCHAR", "type": "VARCHAR", "provider": "VARCHAR", "start": "DATE",
    "end": "DATE", "price": "DOUBLE", "price_unit": "VARCHAR",
}  # fmt: skip


@dataclass(frozen=True)
class SpellsRead:
    """What a file gave: spells, or none with an error among the problems."""

    spells: Spells | None
    problems: tuple[Problem, ...] = ()


def read_spells(path: Path | str) -> SpellsRead:
    """Read `person, group, type, provider, start, end, price, price_unit`; ISO dates, empty end = open."""
    with duckdb.connect() as db:
        db.execute("CREATE TABLE spell AS SELECT * FROM read_csv($1, columns = $2)", [str(path), COLUMNS])
        rows = db.execute('SELECT DISTINCT "group", type, provider FROM spell ORDER BY ALL').fetchall()
        streams = tuple(Stream(*(part or "" for part in row)) for row in rows)
        got = db.execute(
            "SELECT dense_rank() OVER (ORDER BY \"group\", type, provider) - 1 AS stream, "
            "dense_rank() OVER (ORDER BY person) AS person, epoch(\"start\") // 86400 AS start, "
            "coalesce(epoch(\"end\") // 86400, $1) AS ending, coalesce(price, 'nan') AS price, "
            "price_unit = 'month' AS monthly FROM spell", [int(OPEN)],
        ).fetchnumpy()  # fmt: skip
    start, end = got["start"].astype(np.int32), got["ending"].astype(np.int32)
    last = int(max(start.max(), end[end != OPEN].max(initial=0)))
    return SpellsRead(
        Spells(
            streams,
            got["stream"].astype(np.int16),
            got["person"].astype(np.int64),
            start,
            end,
            got["price"].astype(np.float64),
            got["monthly"].astype(np.bool_),
            last,
            int(start.min()),
        )
    )
