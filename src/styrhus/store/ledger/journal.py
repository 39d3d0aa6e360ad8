"""The journal of ledger imports, and which import is the evidence for each month now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from styrhus.store.ledger.folders import RAW, folder_of
from styrhus.store.models import ClosedMonth, LedgerImport, LedgerPeriod, LedgerSource, User

MonthKey = tuple[int, int]
"""Year and month."""


@dataclass(frozen=True)
class HeldMonth:
    """A month of a source as it counts now: its rows, its exact total in kr, and the import it comes from."""

    source: str
    year: int
    month: int
    rows: int
    total: Decimal
    stamp: UUID
    file: Path
    file_name: str
    imported_at: datetime
    who: str
    closed: bool
    synthetic: bool


@dataclass(frozen=True)
class JournalLine:
    """One import: who brought in what and when, and what came of it; `current` is how many of its months count."""

    stamp: UUID
    source: str
    file_name: str
    digest: str
    year: int
    rows: int
    total: Decimal
    months: tuple[str, ...]
    replaced: int
    current: int
    synthetic: bool
    at: datetime
    who: str
    undone_at: datetime | None
    undone_by: str
    raw: Path
    is_latest: bool


def held_months(board: str, years: Collection[int] | None = None) -> tuple[HeldMonth, ...]:
    """The months that count, by year, month and source; those of `years` only when it is given. Two queries."""
    rows = LedgerPeriod.objects.filter(board__key=board).select_related("held", "held__imported_by")
    if years is not None:
        rows = rows.filter(year__in=list(years))
    closed = closed_months(board)
    return tuple(
        HeldMonth(
            row.source, row.year, row.month, row.rows, row.total or Decimal(0), row.held.stamp,
            month_file(board, row.held.stamp, (row.year, row.month)), row.held.file_name, row.held.imported_at,
            name_of(row.held.imported_by), (row.year, row.month) in closed, row.held.synthetic,
        )
        for row in rows.order_by("year", "month", "source")
    )  # fmt: skip


def month_file(board: str, stamp: UUID, month: MonthKey) -> Path:
    """The file with the rows of a month of an import."""
    return folder_of(board, stamp) / f"{month[0]}-{month[1]:02d}.parquet"


def files_of(board: str, year: int) -> tuple[Path, ...]:
    """The files with the rows that count in a year, one for each month and source. Two queries."""
    return tuple(held.file for held in held_months(board, (year,)))


def closed_months(board: str) -> frozenset[MonthKey]:
    """The months whose ledger is not changed any more."""
    return frozenset(ClosedMonth.objects.filter(board__key=board).values_list("year", "month"))


def journal(board: str) -> tuple[JournalLine, ...]:
    """Every import of a board, latest first."""
    rows = LedgerImport.objects.filter(board__key=board).select_related("imported_by", "undone_by").order_by("-pk")
    current: dict[int, int] = {}
    for pk in LedgerPeriod.objects.filter(board__key=board).values_list("held_id", flat=True):
        current[pk] = current.get(pk, 0) + 1
    latest = next((row.pk for row in rows if row.undone_at is None), None)
    return tuple(_line(board, row, current.get(row.pk, 0), row.pk == latest) for row in rows)


def _line(board: str, row: LedgerImport, current: int, latest: bool) -> JournalLine:
    return JournalLine(
        row.stamp, row.source, row.file_name, row.digest, row.year, row.rows, row.total or Decimal(0),
        tuple(sorted(row.months)), len([stamp for stamp in row.replaced.values() if stamp]), current, row.synthetic,
        row.imported_at, name_of(row.imported_by), row.undone_at, name_of(row.undone_by),
        folder_of(board, row.stamp) / RAW / row.file_name, latest,
    )  # fmt: skip


def name_of(user: User | None) -> str:
    """The full name, or the user name when none is given; empty for one whose account is gone."""
    return (user.get_full_name() or user.get_username()) if user is not None else ""


def remembered(board: str) -> dict[str, dict[str, object]]:
    """The mapping of each source of a board as it was last used, by the source's name."""
    return dict(LedgerSource.objects.filter(board__key=board).order_by("name").values_list("name", "mapping"))
