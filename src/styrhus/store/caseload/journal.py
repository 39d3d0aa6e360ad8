"""The journal of imports of cases, and which import of each kind counts now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from styrhus.store.ledger.journal import name_of
from styrhus.store.models import CaseloadImport


@dataclass(frozen=True)
class CaseloadLine:
    """One import: who brought in what and when; `is_current` says that it is what counts of its kind."""

    stamp: UUID
    kind: str
    file_name: str
    digest: str
    rows: int
    persons: int | None
    as_of: date | None
    first: str
    last: str
    synthetic: bool
    at: datetime
    who: str
    undone_at: datetime | None
    undone_by: str
    is_current: bool
    is_latest: bool


def journal(board: str) -> tuple[CaseloadLine, ...]:
    """Every import of a board, latest first. One query."""
    rows = tuple(CaseloadImport.objects.filter(board__key=board).select_related("imported_by", "undone_by"))
    standing = [row for row in rows if row.undone_at is None]
    current = {row.kind: row.pk for row in reversed(standing)}
    latest = standing[0].pk if standing else None
    return tuple(
        CaseloadLine(
            row.stamp, row.kind, row.file_name, row.digest, row.rows, row.persons, row.as_of, row.first, row.last,
            row.synthetic, row.imported_at, name_of(row.imported_by), row.undone_at, name_of(row.undone_by),
            row.pk == current.get(row.kind), row.pk == latest,
        )
        for row in rows
    )  # fmt: skip


def current(board: str) -> dict[str, CaseloadImport]:
    """The import that counts of each kind. One query."""
    rows = CaseloadImport.objects.filter(board__key=board, undone_at=None).select_related("imported_by").order_by("pk")
    return {row.kind: row for row in rows}


def remembered(board: str, headings: Sequence[str]) -> dict[str, object] | None:
    """How the latest file with these headings was read; None when there was none."""
    rows = CaseloadImport.objects.filter(board__key=board).order_by("-pk").values_list("headings", "mapping")
    return next((mapping for known, mapping in rows if known == list(headings)), None)
