"""Close a month: its ledger is not changed any more."""

from django.db import transaction
from django.utils.timezone import now

from styrhus.actions.ledger_board import board_locked, record_board, refresh_all
from styrhus.actions.permission import grants_of, require
from styrhus.store.models import ClosedMonth, LedgerPeriod, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def close_month(board: str, year: int, month: int, *, by: User) -> None:
    """Close a month that has been imported; one that is closed stays so.

    Raises NotAllowed, NotFound, and ProblemsError for a month without a ledger.
    """
    require(grants_of(by, board), "close_month")
    with transaction.atomic():
        held = board_locked(board)
        if not LedgerPeriod.objects.filter(board=held, year=year, month=month).exists():
            told = msg("Nothing is imported for this month."), msg("Import its ledger first.")
            raise ProblemsError((Problem(*told, value=f"{year}-{month:02d}"),))
        place = {"board": held, "year": year, "month": month}
        _, new = ClosedMonth.objects.get_or_create(**place, defaults={"closed_at": now(), "closed_by": by})
        if new:
            refresh_all(held, {year})
            key = f"{year}-{month:02d}"
            record_board("close_month", by, held, year, how=How.CHANGED, key=key, after={"closed": True})
