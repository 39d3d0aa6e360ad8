"""Add a measure."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.savings.checks import saving_problems
from styrhus.finance.savings.saving import Saving
from styrhus.store.models import User


def create_saving(board: str, year: int, values: Mapping[str, object], *, by: User) -> Saving:
    """Store a measure of the values given by field name; without an `id` it gets one from its name.

    Raises NotAllowed, NotFound, and ProblemsError at the fields.
    """
    with drafting("create_saving", board, year, by) as draft:
        draft.require()
        new = draft.new(Saving, "savings", values)
        refuse_any(saving_problems(new))
        draft.add("savings", new)
    return new
