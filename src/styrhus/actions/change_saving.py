"""Change a measure."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.savings.checks import saving_problems
from styrhus.finance.savings.saving import Saving
from styrhus.store.models import User


def change_saving(board: str, year: int, key: str, changes: Mapping[str, object], *, version: int, by: User) -> Saving:
    """Store the changed fields; `version` is the one that the user saw.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError at the fields.
    """
    with drafting("change_saving", board, year, by) as draft:
        draft.require()
        old: Saving = draft.find("savings", key)
        draft.expect("savings", key, version)
        changed: Saving = draft.change("savings", old, changes)
        refuse_any(saving_problems(changed))
    return changed
