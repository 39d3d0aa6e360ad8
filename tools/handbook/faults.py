"""What is said about a faulty folder, got by spoiling an example board and reading it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from handbook.examples import EXAMPLES
from styrhus.dossier.folder import read_folder

SPOILT = (
    ("outcomes.csv", "dagar-till-bostad;2022;138", "dagar-till-bostad;2022;13.8"),
    ("outcomes.csv", "jobbspar;2022;1", "jobbspor;2022;1"),
    ("goals.toml", 'parents = ["fler-lundabor-i-arbete"]', ""),
    ("frames.csv", "2022;675373;tkr", "2022;675 373;tkr"),
    ("frames.csv", "2023;712524;tkr", "2023;712524;tkkr"),
)
"""File, what stands in it, and what somebody wrote instead."""


def faults() -> str:
    """The problems of each spoilt folder, as the command line prints them in Swedish."""
    lines = [line for spoilt in SPOILT for line in _told(*spoilt)]
    return "\n".join(["```text", *lines, "```"])


def _told(file: str, right: str, wrong: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "lund-2023"
        shutil.copytree(EXAMPLES / "lund-2023", folder)
        text = (folder / file).read_text(encoding="utf-8")
        if right not in text:
            raise LookupError(f"{file} does not say {right!r} any more; spoil something else in {__file__}")
        (folder / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
        yield from (problem.render("sv") for problem in read_folder(folder)[1])
