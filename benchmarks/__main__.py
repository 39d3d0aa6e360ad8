"""Measures everything and writes docs/benchmarks.md: `make bench`."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import documents, forecast, ledger, loading, page, review, start
from benchmarks.chapter import Chapter
from benchmarks.child import ROOT
from benchmarks.demo import build
from benchmarks.effort import FULL, QUICK, TINY, Effort
from benchmarks.machine import described, load

TARGET = ROOT / "docs" / "benchmarks.md"
EFFORTS = {"full": FULL, "quick": QUICK, "tiny": TINY}


def measurements(scratch: Path, effort: Effort) -> dict[str, Callable[[], Chapter]]:
    """The chapters by name, in the order of the page; the demo is built for the first that needs it."""
    used: dict[str, str] = {}

    def demo() -> dict[str, str]:
        if not used:
            used.update(build(scratch / "demo"))
        return used

    return {
        "start": lambda: start.chapter(effort),
        "loading": lambda: loading.chapter(demo(), effort),
        "documents": lambda: documents.chapter(effort),
        "review": lambda: review.chapter(scratch / "review", effort),
        "ledger": lambda: ledger.chapter(scratch / "ledger", effort, ledger.TINY if effort is TINY else ledger.FULL),
        "forecast": lambda: forecast.chapter(scratch / "forecast", effort),
        "pages": lambda: _pages(demo(), scratch, effort),
    }


def _pages(environment: Mapping[str, str], scratch: Path, effort: Effort) -> Chapter:
    """Imported late: it brings Django, and a process begins with the memory of the one that starts it."""
    from benchmarks.pages import chapter as pages  # noqa: PLC0415

    return pages.chapter(environment, scratch, effort=effort, tell=_tell)


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def main() -> int:
    """Print the page; write it when it was measured in full, of a chapter measured alone that chapter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--effort", choices=EFFORTS, default="full", help="how many times things are run")
    parser.add_argument(
        "--only",
        choices=["start", "loading", "documents", "review", "ledger", "forecast", "pages"],
        help="measure this chapter alone",
    )
    asked = parser.parse_args()
    rested, chapters = load(), []
    with tempfile.TemporaryDirectory(prefix="styrhus-bench-") as scratch:
        for name, measure in measurements(Path(scratch), EFFORTS[asked.effort]).items():
            if asked.only in (None, name):
                _tell(f"Measuring: {name}")
                chapters.append(measure())
    date = f"{datetime.now(UTC):%Y-%m-%d}"
    text = page.written(chapters, date=date, machine=described(), load=rested)
    print(text)
    if asked.effort == "full":
        anew = f"Measured alone on {date}; load before {rested}."
        held = TARGET.read_text(encoding="utf-8") if asked.only else text
        page.write(TARGET, page.with_chapter(held, chapters[0], anew) if asked.only else text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
