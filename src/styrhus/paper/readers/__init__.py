"""Readers: one format a file, bytes to a Reading; what a file is decides which one, not its name."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from styrhus.paper.reading import Reading


class Reader(Protocol):
    """What a module of this folder offers that bears the name of a format."""

    def read(self, content: bytes, name: str) -> Reading:
        """The document in `content`; `name` is the file's. Raises ProblemsError when it cannot be read."""


def read(path: Path) -> Reading:
    """The document in a file; raises ProblemsError when it cannot be read, OSError when there is no such file."""
    return read_content(path.read_bytes(), path.name)


def read_content(content: bytes, name: str) -> Reading:
    """The document in `content`; `name` is the file's. Raises ProblemsError when it cannot be read."""
    from styrhus.paper.readers.format import format_of  # noqa: PLC0415

    found = format_of(content, name)
    reader = cast("Reader", import_module(f"{__name__}.{found.format}"))
    reading = reader.read(content, name)
    return replace(reading, problems=(*found.problems, *reading.problems))
