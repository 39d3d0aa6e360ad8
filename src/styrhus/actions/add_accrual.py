"""Add an estimated cost that the ledger does not have yet."""

from collections.abc import Mapping

from styrhus.actions.accrual_check import check_accrual
from styrhus.actions.draft import drafting
from styrhus.dossier.short_name import short_name
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.store.models import User


def add_accrual(board: str, year: int, values: Mapping[str, object], *, by: User) -> Accrual:
    """Store an accrual of the values given by field name; its id comes from its reason.

    Raises NotAllowed, NotFound, and ProblemsError whose problems name the field.
    """
    with drafting("add_accrual", board, year, by) as draft:
        draft.require()
        taken = {held.id for held in draft.dossier.accruals}
        named = {**values, "id": short_name(str(values.get("reason") or ""), taken), "year": year}
        made = draft.new(Accrual, "accruals", {**named, "entered_by": by.get_username()})
        check_accrual(made)
        draft.add("accruals", made)
    return made
