"""What docs/benchmarks.md is made of: chapters with a table each."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.samples import Samples
from benchmarks.words import DASH, megabytes, milliseconds, ratio, spread

HEADINGS = ("", "Median", "p95", "Range", "Cost", "Against", "Ratio", "Memory", "Aim", "Met")


@dataclass(frozen=True)
class Chapter:
    """A heading, what must be known to read the table, the table, and which of its lines missed their aim."""

    title: str
    explained: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    missed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One thing that was measured, in seconds; `ratio` is to what `against` names, `memory` in bytes.

    `met` says whether `aim` was reached; None where there is none.
    """

    what: str
    seconds: Samples
    per: str = ""
    against: str = ""
    ratio: Samples | None = None
    memory: int | None = None
    aim: str = ""
    met: bool | None = None


def measured(title: str, explained: str, rows: Sequence[Row], notes: tuple[str, ...] = ()) -> Chapter:
    """The chapter of rows."""
    missed = tuple(f"{row.what}: {milliseconds(row.seconds.median)}, aim {row.aim}" for row in rows if row.met is False)
    return Chapter(title, explained, HEADINGS, tuple(_line(row) for row in rows), missed, notes)


def _line(row: Row) -> tuple[str, ...]:
    taken = row.seconds
    return (
        row.what, milliseconds(taken.median), milliseconds(taken.p95), spread(taken), row.per or DASH,
        row.against or DASH, ratio(row.ratio), megabytes(row.memory), row.aim or DASH, yes_or_no(row.met),
    )  # fmt: skip


def yes_or_no(met: bool | None) -> str:
    """Whether an aim was met; a dash where there is none."""
    return DASH if met is None else "yes" if met else "**no**"
