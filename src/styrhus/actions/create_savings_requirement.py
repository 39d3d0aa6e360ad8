"""Add a savings requirement."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.savings.checks import requirement_problems
from styrhus.finance.savings.saving import SavingsRequirement
from styrhus.store.models import User


def create_savings_requirement(board: str, year: int, values: Mapping[str, object], *, by: User) -> SavingsRequirement:
    """Store a savings requirement of the values given by field name; without an `id` it gets one from its name.

    Raises NotAllowed, NotFound, and ProblemsError at the fields.
    """
    with drafting("create_savings_requirement", board, year, by) as draft:
        draft.require()
        new = draft.new(SavingsRequirement, "savings_requirements", values)
        refuse_any(requirement_problems(new))
        draft.add("savings_requirements", new)
    return new
