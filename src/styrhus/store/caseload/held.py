"""The material that counts for a board, read from its files once for as long as it is the same."""

import datetime
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from styrhus.store.caseload.journal import current
from styrhus.store.ledger.folders import CASELOAD, folder_of

if TYPE_CHECKING:
    from styrhus.caseload import Population
    from styrhus.forecast import Counts, Spells
    from styrhus.store.models import CaseloadImport

KEPT = 8
"""So many boards' spells are kept in memory; three million of them take some 80 MB."""


@dataclass(frozen=True, eq=False)
class CaseloadMaterial:
    """Spells, else counts; `digest` changes whenever the material does. `as_of` is the last day of spells.

    `spells` are what a forecast is made from: each day of a person in the same care counts once. `told` is what stood
    in the file. `name` is the file's, `imported_on` the day it came in, `synthetic` says that it is made up.
    """

    spells: "Spells | None"
    counts: "Counts | None"
    digest: str
    as_of: datetime.date | None
    name: str
    imported_on: datetime.date
    synthetic: bool = False
    population: "Population | None" = None
    told: "Spells | Counts | None" = None


def material(board: str) -> CaseloadMaterial | None:
    """What counts for the board, None when it has neither spells nor counts. One query, and a file when it is new.

    Spells go before counts.
    """
    held = current(board)
    chosen = held.get("spells") or held.get("counts")
    if chosen is None:
        return None
    told, spells = _spells(_file(board, chosen), day_of(chosen)) if chosen.kind == "spells" else (None, None)
    counts = _counts(_file(board, chosen)) if chosen.kind == "counts" else None
    people = held.get("population")
    population = _population(_file(board, people)) if people else None
    digest = ":".join((chosen.digest, str(chosen.stamp), str(people.stamp) if people else ""))
    return CaseloadMaterial(
        spells, counts, digest, chosen.as_of, chosen.file_name, localtime(chosen.imported_at).date(),
        chosen.synthetic, population, counts if told is None else told,
    )  # fmt: skip


def day_of(row: "CaseloadImport") -> int:
    """The last day that spells tell of, as they count days."""
    return (row.as_of - datetime.date(1970, 1, 1)).days if row.as_of else 0


def _file(board: str, row: "CaseloadImport") -> Path:
    return folder_of(board, row.stamp, CASELOAD) / f"{row.kind}.parquet"


@lru_cache(maxsize=KEPT)
def _spells(path: Path, as_of: int) -> "tuple[Spells, Spells]":
    """As they stood in the file, and as a forecast takes them."""
    from styrhus.caseload.kept import load_spells
    from styrhus.caseload.quality.overlaps import lying, tidied

    told = load_spells(path, as_of)
    return told, tidied(told, lying(told))


@lru_cache(maxsize=KEPT)
def _counts(path: Path) -> "Counts":
    from styrhus.caseload.kept import load_counts

    return load_counts(path)


@lru_cache(maxsize=KEPT)
def _population(path: Path) -> "Population":
    from styrhus.caseload.kept import load_population

    return load_population(path)
