"""Reads an example folder's own files, so that a test can count and add without the loader."""

import csv
import re
from decimal import Decimal
from pathlib import Path

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.dossier.references import evaluate, resolve

EXAMPLES = Path(__file__).parents[2] / "examples"
FORBIDDEN = {
    "personal number": re.compile(r"\b(19|20)?\d{6}[-+]\d{4}\b"),
    "phone": re.compile(r"\b0\d{1,3}[- /]\d{2,3} ?\d{2} ?\d{2,3}\b"),
    "e-mail": re.compile(r"[\w.]+@[\w.]+\.\w+"),
}
_LIVE = re.compile(r"\{\{(?!\s*block )\s*(.*?)\s*\}\}")


def loaded(name: str) -> Dossier:
    """The dossier of an example; any problem fails the test with its words."""
    dossier, problems = read_folder(EXAMPLES / name)
    assert problems == ()
    assert dossier is not None
    return dossier


def rows(name: str, file: str) -> list[dict[str, str]]:
    """The rows of a CSV file as text."""
    with (EXAMPLES / name / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";", strict=True))


def cells(name: str, table: str, column: str) -> dict[str, Decimal]:
    """The numbers of a column of a budget table by row id; cells without number are left out."""
    texts = {row["id"]: row[column] for row in rows(name, f"budget/{table}.csv")}
    return {key: number(text) for key, text in texts.items() if re.fullmatch(r"-?\d+(,\d+)?", text)}


def number(text: str) -> Decimal:
    """A printed number with a decimal comma."""
    return Decimal(text.replace(",", "."))


def counts(name: str, files: tuple[str, ...]) -> dict[str, int]:
    """How many rows each CSV file has."""
    return {file: len(rows(name, f"{file}.csv")) for file in files}


def forbidden(name: str) -> list[tuple[str, str, str]]:
    """Every place that looks like a personal number, a phone number or an e-mail address."""
    return [
        (path.name, kind, found.group())
        for path in sorted((EXAMPLES / name).rglob("*"))
        if path.is_file()
        for kind, pattern in FORBIDDEN.items()
        for found in pattern.finditer(path.read_text(encoding="utf-8"))
    ]


def follow_all(dossier: Dossier) -> int:
    """Follow every reference of texts and contradictions, failing on the first unknown; how many there were."""
    live = [expression for section in dossier.sections for expression in _LIVE.findall(section.text)]
    for expression in live:
        evaluate(dossier, expression)
    refs = [ref for contradiction in dossier.contradictions for ref in contradiction.refs]
    for ref in refs:
        resolve(dossier, ref)
    return len(live) + len(refs)
