"""Undo the latest import of a ledger: every month is again what it was before."""

from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from styrhus.actions.ledger_board import board_locked, record_board, refresh_all, require_open
from styrhus.actions.permission import grants_of, require
from styrhus.store.models import Board, LedgerImport, LedgerPeriod, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def undo_ledger_import(board: str, stamp: UUID | None = None, *, by: User) -> LedgerImport:
    """Take the latest import back; its file and rows are kept, but count no more.

    `stamp` names the import that the user saw as the latest; it may be left out. Raises NotAllowed, NotFound, and
    ProblemsError when there is nothing to undo, another import has come since, or one of its months is closed.
    """
    require(grants_of(by, board), "undo_ledger_import")
    with transaction.atomic():
        held = board_locked(board)
        latest = LedgerImport.objects.filter(board=held, undone_at=None).order_by("-pk").first()
        if latest is None:
            raise ProblemsError((Problem(msg("There is no import to undo."), msg("Nothing is changed.")),))
        if stamp is not None and latest.stamp != stamp:
            raise ProblemsError((Problem(msg("This is not the latest import any more."), msg("Load the page anew.")),))
        months = [_month(key) for key in latest.months]
        require_open(held, months)
        _restore(held, latest)
        latest.undone_at, latest.undone_by = now(), by
        latest.save(update_fields=["undone_at", "undone_by"])
        refresh_all(held, {year for year, _month_number in months})
        told = {"file_name": latest.file_name, "source": latest.source, "months": sorted(latest.months)}
        record_board("undo_ledger_import", by, held, latest.year, how=How.REMOVED, key=latest.file_name, after=told)
    return latest


def _restore(board: Board, undone: LedgerImport) -> None:
    """Each month points to what it pointed to before, with the rows and total of then."""
    stamps = [stamp for stamp in undone.replaced.values() if stamp]
    before = {str(row.stamp): row for row in LedgerImport.objects.filter(board=board, stamp__in=stamps)}
    for key in undone.months:
        year, month = _month(key)
        period = LedgerPeriod.objects.get(board=board, source=undone.source, year=year, month=month)
        replaced = undone.replaced.get(key)
        if not replaced:
            period.delete()
            continue
        period.held = before[replaced]
        period.rows = before[replaced].months[key]["rows"]
        period.total = Decimal(before[replaced].months[key]["total"])
        period.save()


def _month(key: str) -> tuple[int, int]:
    """`2019-03` as year and month."""
    year, month = key.split("-")
    return int(year), int(month)
