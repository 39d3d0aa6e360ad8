"""Writes docs/benchmarks.md."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.chapter import Chapter

INTRODUCTION = """\
# Benchmarks

Written by `make bench`; not edited by hand. Everything is measured in one run and held against a peer or a limit
measured in the same run, so that the ratios say more than the milliseconds: a slower machine slows both. Median, p95
(95 of 100 measurements are not above it) and the range are over repeated runs; a wide range says that the machine had
other things to do. A ratio is that of the medians, or the median of ratios taken in turns, with its range. Memory is
the largest resident size of a process that does this and nothing else.

{date}. {machine}. Load before the run {load}."""


def written(chapters: Sequence[Chapter], *, date: str, machine: str, load: str) -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION.format(date=date, machine=machine, load=load), _misses(chapters)]
    parts += [_chapter(chapter) for chapter in chapters]
    return "\n\n".join(parts) + "\n"


def _misses(chapters: Sequence[Chapter]) -> str:
    missed = [f"- {chapter.title}: {line}" for chapter in chapters for line in chapter.missed]
    told = "\n".join(missed) if missed else "None."
    return f"## Aims that were missed\n\n{told}"


def _chapter(chapter: Chapter) -> str:
    notes = [f"\n{note}" for note in chapter.notes]
    return "\n".join([f"## {chapter.title}", "", chapter.explained, "", table(chapter), *notes])


def table(chapter: Chapter) -> str:
    """The chapter's table in Markdown; numbers are set to the right."""
    rules = ["---", *("---:" for _ in chapter.headings[1:])]
    rows = [chapter.headings, tuple(rules), *chapter.lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def write(path: Path, text: str) -> None:
    """Put the page in its place."""
    path.write_text(text, encoding="utf-8")
