"""Reading a plan folder, and its peer: the same files through the standard library alone."""

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "lund-2023"


def dossier() -> Callable[[], object]:
    """Checked records with every reference followed; the first run imports what it needs."""

    def timed() -> object:
        from styrhus.dossier.folder import read_folder  # noqa: PLC0415

        found, problems = read_folder(FOLDER)
        if found is None or problems:
            raise ValueError("the example folder does not read without problems")
        return found

    return timed


def plain_files() -> Callable[[], object]:
    """Every file parsed, nothing understood."""
    return lambda: [_parsed(path) for path in sorted(FOLDER.rglob("*")) if path.is_file()]


def _parsed(path: Path) -> object:
    if path.suffix == ".toml":
        return tomllib.loads(path.read_text(encoding="utf-8"))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream, delimiter=";"))
    return path.read_text(encoding="utf-8")
