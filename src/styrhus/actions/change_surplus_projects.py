"""Change the projects that accumulated surplus pays for in a version of the budget."""

from collections.abc import Mapping, Sequence

from styrhus.actions.budget_draft import open_version, put_rows, rows_of
from styrhus.actions.draft import drafting
from styrhus.finance.budget.reserve import SurplusProject
from styrhus.store.models import User


def change_surplus_projects(
    board: str, year: int, budget: str, rows: Sequence[Mapping[str, object]], *,
    shown: Sequence[str] = (), seen: str, by: User,
) -> tuple[SurplusProject, ...]:  # fmt: skip
    """Replace the projects whose ids are in `shown` by the rows; `seen` is `fingerprint` of them as the user saw them.

    A project that positions still belong to cannot be taken away. Raises NotAllowed, Conflict, NotFound, and
    ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_surplus_projects", board, year, by) as draft:
        draft.require()
        open_version(draft, budget)
        new = rows_of(
            draft, "surplus_projects", SurplusProject, rows, shown=shown, prefix=f"{budget}-project",
            fixed={"budget": budget},
        )  # fmt: skip
        put_rows(draft, "surplus_projects", new, shown=shown, seen=seen)
    return new
