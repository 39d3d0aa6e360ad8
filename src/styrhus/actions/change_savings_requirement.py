"""Change a savings requirement."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.savings.checks import requirement_problems
from styrhus.finance.savings.saving import SavingsRequirement
from styrhus.store.models import User


def change_savings_requirement(
    board: str, year: int, key: str, changes: Mapping[str, object], *, version: int, by: User
) -> SavingsRequirement:
    """Store the changed fields; `version` is the one that the user saw.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError at the fields.
    """
    with drafting("change_savings_requirement", board, year, by) as draft:
        draft.require()
        old: SavingsRequirement = draft.find("savings_requirements", key)
        draft.expect("savings_requirements", key, version)
        changed: SavingsRequirement = draft.change("savings_requirements", old, changes)
        refuse_any(requirement_problems(changed))
    return changed
