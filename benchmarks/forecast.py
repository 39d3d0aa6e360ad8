"""Chapter: the forecast, each row with its aim; row groups lie in subjects/forecast_*.py."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from benchmarks.chapter import Chapter, yes_or_no
from benchmarks.effort import Effort
from benchmarks.subjects.forecast import Told
from benchmarks.words import DASH

TITLE = "Forecast"
HEADINGS = ("", "Measured", "Against", "Ratio", "Memory", "Aim", "Met")

EXPLAINED = """\
How right the forecast is, how well its intervals hold, and how quick it is; one core unless a row says more. A ratio is
to what stands in the column before it, measured in the same run; where that is an aim, under 1 is better than the aim.
Errors are the largest of all cells that a row names."""


class Group(Protocol):
    """A module of rows: their names, and what measures them all in the same order."""

    ROWS: tuple[str, ...]

    def told(self, scratch: Path, effort: Effort) -> list[Told]:
        """Measure; `scratch` takes files."""
        ...


def groups() -> Iterator[Group]:
    """The modules `subjects/forecast_*.py`, in the order of their names."""
    folder = Path(__file__).parent / "subjects"
    for path in sorted(folder.glob("forecast_*.py")):
        module = import_module(f"benchmarks.subjects.{path.stem}")
        if hasattr(module, "ROWS"):
            yield cast(Group, module)


ROWS = tuple(row for group in groups() for row in group.ROWS)


def chapter(scratch: Path, effort: Effort) -> Chapter:
    """Measure every group; `scratch` takes files."""
    scratch.mkdir(parents=True, exist_ok=True)
    rows = [row for group in groups() for row in group.told(scratch, effort)]
    missed = tuple(f"{row.what}: {row.measured}, aim {row.aim}" for row in rows if row.met is False)
    return Chapter(TITLE, EXPLAINED, HEADINGS, tuple(_line(row) for row in rows), missed)


def _line(row: Told) -> tuple[str, ...]:
    cells = (row.measured, row.against, row.ratio, row.memory, row.aim)
    return (row.what, *(cell or DASH for cell in cells), yes_or_no(row.met))
