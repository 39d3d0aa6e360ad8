"""Change an estimated cost."""

from collections.abc import Mapping

from styrhus.actions.accrual_check import check_accrual
from styrhus.actions.draft import drafting
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.store.models import User


def change_accrual(
    board: str, year: int, accrual_id: str, changes: Mapping[str, object], *, version: int, by: User
) -> Accrual:
    """Set the fields given; who changed it stands as who entered it.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name the field.
    """
    with drafting("change_accrual", board, year, by) as draft:
        draft.require()
        old: Accrual = draft.find("accruals", accrual_id)
        draft.expect("accruals", accrual_id, version)
        new = draft.change("accruals", old, {**changes, "entered_by": by.get_username()})
        check_accrual(new)
    return new
