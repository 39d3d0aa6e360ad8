"""Change the items of the central reserve of a version of the budget."""

from collections.abc import Mapping, Sequence

from styrhus.actions.budget_draft import open_version, put_rows, rows_of
from styrhus.actions.draft import drafting
from styrhus.finance.budget.reserve import ReserveItem
from styrhus.store.models import User


def change_reserve(
    board: str, year: int, budget: str, rows: Sequence[Mapping[str, object]], *,
    shown: Sequence[str] = (), seen: str, by: User,
) -> tuple[ReserveItem, ...]:  # fmt: skip
    """Replace the items whose ids are in `shown` by the rows; `seen` is `fingerprint` of them as the user saw them.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_reserve", board, year, by) as draft:
        draft.require()
        open_version(draft, budget)
        prefix = f"{budget}-reserve"
        new = rows_of(draft, "reserve_items", ReserveItem, rows, shown=shown, prefix=prefix, fixed={"budget": budget})
        put_rows(draft, "reserve_items", new, shown=shown, seen=seen)
    return new
