"""Take away an estimated cost, when the invoice has come or never will."""

from styrhus.actions.draft import drafting
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.store.models import User


def remove_accrual(board: str, year: int, accrual_id: str, *, version: int, by: User) -> None:
    """Raises NotAllowed, Conflict and NotFound."""
    with drafting("remove_accrual", board, year, by) as draft:
        draft.require()
        old: Accrual = draft.find("accruals", accrual_id)
        draft.expect("accruals", accrual_id, version)
        draft.remove("accruals", old)
