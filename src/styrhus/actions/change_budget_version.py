"""Change what a version of the budget is called and is said about it."""

from collections.abc import Mapping

from styrhus.actions.budget_draft import open_version
from styrhus.actions.draft import drafting
from styrhus.finance.budget.version import BudgetVersion
from styrhus.store.models import User


def change_budget_version(
    board: str, year: int, key: str, changes: Mapping[str, object], *, version: int, by: User
) -> BudgetVersion:
    """Store the changed fields of a version that is not adopted; `version` is the revision that the user saw.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("change_budget_version", board, year, by) as draft:
        draft.require()
        old = open_version(draft, key)
        draft.expect("budget_versions", key, version)
        return draft.change("budget_versions", old, {**changes, "adopted": False})
