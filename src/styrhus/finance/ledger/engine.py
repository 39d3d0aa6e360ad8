"""DuckDB in memory, within limits and without network; what does not fit goes to a scratch folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

THREADS = 2
MEMORY = "1200MB"
"""For DuckDB's own buffers; the process with its interpreter stays under 2 GiB."""


@contextmanager
def engine(scratch: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of its own that ends with the block; `scratch` takes what exceeds the memory."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": THREADS,
        "memory_limit": MEMORY,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": str(scratch) if scratch else "",
    }
    with duckdb.connect(config=settings) as connection:
        yield connection


def quoted(text: str | Path) -> str:
    """A text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"


def named(name: str) -> str:
    """A column's name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
