"""Chapter: the ledger, from a file of rows to a view and back to the rows."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chapter import Chapter, Row, measured
from benchmarks.child import Ended, python
from benchmarks.effort import Effort
from benchmarks.samples import Samples
from benchmarks.subjects.ledger import FOLDER
from benchmarks.timing import Timing, time_in_turns

TITLE = "Ledger"
MOST_RATIO, MOST_MEMORY = 3.0, 2 * 1024**3
VIEW_LIMIT, DRILL_LIMIT = 0.150, 0.300
TIMES = 4


@dataclass(frozen=True)
class Size:
    """How many rows a file has; `runs` is how often it is imported."""

    rows: int
    runs: int

    @property
    def smaller(self) -> int:
        return self.rows // 4


FULL = Size(5_000_000, 3)
TINY = Size(20_000, 1)


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u00a0")


def names(size: Size) -> tuple[str, ...]:
    """What is measured, as the table's rows."""
    whole, stored = _number(size.rows), _number(size.rows * TIMES)
    return (
        f"Import of {_number(size.smaller)} rows", f"Import of {whole} rows",
        f"Unit × month × cost type at {whole} rows", f"Unit × month × cost type at {stored} rows",
        f"Rows of a unit and cost type at {whole} rows", f"Rows of a unit and cost type at {stored} rows",
    )  # fmt: skip


ROWS = names(FULL)

EXPLAINED = """\
A year's ledger of one board as CSV (UTF-8, decimal comma, nine columns, five hundred responsibilities). The import is
a whole process: interpreter, reading, every check, month files sorted by code, balances; its peer is a process in which
DuckDB reads the same file with the types that it finds and adds up by month, responsibility and account, and keeps
nothing. Both have two threads. A quarter of the file tells how the import grows with rows. The view is the one function
that pages and reports are made from: all units, months and cost types by fifty rules; the rows are the first hundred of
a unit and cost type from January to August, with the number and sum of all; the ratio is to the same in one file's
import, when four times as much is stored."""


def chapter(scratch: Path, effort: Effort, size: Size = FULL) -> Chapter:
    """Measure everything; `scratch` takes the files."""
    scratch.mkdir(parents=True, exist_ok=True)
    environment = {FOLDER: str(scratch)}
    for rows in (size.smaller, size.rows):
        python("-m", "benchmarks.subjects.ledger_files", str(scratch), str(rows))
    told = names(size)
    imports = [_import(told[0], size.smaller, size, environment), _import(told[1], size.rows, size, environment)]
    for number in range(1, TIMES):
        shutil.copytree(scratch / "stored-0", scratch / f"stored-{number}")
    view = _asked("view", effort, environment)
    drill = _asked("drill", effort, environment)
    rows = [*imports, *_rows(told[2:4], view, VIEW_LIMIT), *_rows(told[4:6], drill, DRILL_LIMIT)]
    return measured(TITLE, EXPLAINED, rows)


def _import(what: str, rows: int, size: Size, environment: dict[str, str]) -> Row:
    """The import and its peer in turns; the last import is kept for what is asked afterwards."""
    pairs: list[tuple[Ended, Ended]] = []
    for _ in range(size.runs):
        shutil.rmtree(Path(environment[FOLDER]) / "stored-0", ignore_errors=True)
        own, peer = (
            python("-m", "benchmarks.subjects.ledger", kind, str(rows), "stored-0", environment=environment)
            for kind in ("import", "plain")
        )
        pairs.append((own, peer))
    seconds, others = (Samples.of([pair[side].seconds for pair in pairs]) for side in (0, 1))
    memory = max(own.memory for own, _ in pairs)
    ratio = seconds.over(others)
    return Row(
        what, seconds, f"{1e6 * seconds.median / rows:.1f} µs per row", "DuckDB reads and adds up", ratio, memory,
        aim=f"under {MOST_RATIO:g} × and 2 GiB", met=ratio.median < MOST_RATIO and memory < MOST_MEMORY,
    )  # fmt: skip


def _asked(subject: str, effort: Effort, environment: dict[str, str]) -> tuple[Timing, Timing]:
    once = time_in_turns(f"subjects.ledger:{subject}_1", effort=effort, environment=environment)
    more = time_in_turns(
        f"subjects.ledger:{subject}_{TIMES}", f"subjects.ledger:{subject}_1", effort=effort, environment=environment
    )
    return once, more


def _rows(what: tuple[str, ...], asked: tuple[Timing, Timing], limit: float) -> list[Row]:
    once, more = asked
    seconds = more.again
    return [
        Row(what[0], once.again, memory=once.memory),
        Row(
            what[1], seconds, "", "a quarter as much", more.ratio, more.memory,
            aim=f"under {1000 * limit:g} ms", met=seconds.median < limit,
        ),
    ]  # fmt: skip
