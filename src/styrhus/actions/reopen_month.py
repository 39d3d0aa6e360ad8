"""Open a closed month again."""

from django.db import transaction

from styrhus.actions.ledger_board import board_locked, record_board, refresh_all
from styrhus.actions.permission import grants_of, require
from styrhus.store.models import ClosedMonth, User
from styrhus.store.models.audit_event import How


def reopen_month(board: str, year: int, month: int, *, by: User) -> None:
    """Open a month for imports again; one that is open stays so. Raises NotAllowed and NotFound."""
    require(grants_of(by, board), "reopen_month")
    with transaction.atomic():
        held = board_locked(board)
        removed, _ = ClosedMonth.objects.filter(board=held, year=year, month=month).delete()
        if removed:
            refresh_all(held, {year})
            key = f"{year}-{month:02d}"
            record_board("reopen_month", by, held, year, how=How.CHANGED, key=key, after={"closed": False})
