"""Writes docs/benchmarks.md."""

from collections.abc import Sequence
from dataclasses import replace
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


def with_chapter(page: str, chapter: Chapter, measured: str) -> str:
    """The page with one chapter measured anew, which says so itself; its misses take the place of the old ones.

    A chapter that the page does not have goes before the last, as in a whole run.
    """
    head, *parts = page.split("\n## ")
    titles = [part.split("\n")[0] for part in parts]
    anew = replace(chapter, explained=f"{chapter.explained}\n\n{measured}")
    written_anew = _chapter(anew).removeprefix("## ") + "\n"
    if chapter.title in titles:
        place = titles.index(chapter.title)
        parts[place] = written_anew
    else:
        parts.insert(len(parts) - 1, written_anew)
    parts[0] = _other_misses(parts[0], chapter)
    return "\n## ".join([head, *parts])


def _other_misses(misses: str, chapter: Chapter) -> str:
    """The section of missed aims with those of this chapter as they are now."""
    title, *lines = misses.splitlines()
    kept = [line for line in lines if line.startswith("- ") and not line.startswith(f"- {chapter.title}: ")]
    told = kept + [f"- {chapter.title}: {line}" for line in chapter.missed]
    return "\n".join([title, "", *(told or ["None."]), ""])


def table(chapter: Chapter) -> str:
    """The chapter's table in Markdown; numbers are set to the right."""
    rules = ["---", *("---:" for _ in chapter.headings[1:])]
    rows = [chapter.headings, tuple(rules), *chapter.lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def write(path: Path, text: str) -> None:
    """Put the page in its place."""
    path.write_text(text, encoding="utf-8")
