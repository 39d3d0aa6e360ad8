"""Change the positions of a version of the budget, many at once."""

from collections.abc import Iterator, Mapping, Sequence

from styrhus.actions.budget_draft import open_version, put_rows, rows_of
from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.budget.position import Position
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def change_positions(
    board: str, year: int, budget: str, rows: Sequence[Mapping[str, object]], *,
    shown: Sequence[str] = (), seen: str, by: User,
) -> tuple[Position, ...]:  # fmt: skip
    """Replace the positions whose ids are in `shown` by the rows; `seen` is `fingerprint` of them as the user saw them.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_positions", board, year, by) as draft:
        draft.require()
        open_version(draft, budget)
        prefix = f"{budget}-position"
        new = rows_of(draft, "positions", Position, rows, shown=shown, prefix=prefix, fixed={"budget": budget})
        refuse_any(_faults(new))
        put_rows(draft, "positions", new, shown=shown, seen=seen)
    return new


def _faults(positions: Sequence[Position]) -> Iterator[Problem]:
    for number, position in enumerate(positions, start=1):
        for name in ("fte", "salary", "overhead_rate", "vacant_months"):
            value = getattr(position, name)
            if value < 0:
                told = msg("This is less than nothing."), msg("Write zero or more.")
                yield Problem(*told, row=number, column=name, value=str(value))
        if position.last_month < position.first_month:
            told = msg("The last month comes before the first."), msg("Correct one of them.")
            yield Problem(*told, row=number, column="last_month", value=str(position.last_month))
