"""Add an empty version of the budget."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.finance.budget.version import BudgetVersion
from styrhus.store.models import User


def create_budget_version(board: str, year: int, values: Mapping[str, object], *, by: User) -> BudgetVersion:
    """Store a version of the values given by field name; it is not adopted, whatever they say.

    Raises NotAllowed, ProblemsError, NotFound.
    """
    with drafting("create_budget_version", board, year, by) as draft:
        draft.require()
        version = draft.new(BudgetVersion, "budget_versions", {**values, "adopted": False})
        draft.add("budget_versions", version)
    return version
