"""Readers: one format a file, bytes to a Reading; `read` chooses by what the file is, not by its name."""

from pathlib import Path

from styrhus.paper.reading import Reading


def read(path: Path) -> Reading:
    """The document in a file; raises ProblemsError when it cannot be read."""
    from styrhus.paper.readers import text  # noqa: PLC0415

    return text.read(path.read_bytes(), path.name)
