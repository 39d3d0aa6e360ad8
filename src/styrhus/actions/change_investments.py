"""Change the investments of the board, many at once."""

from collections.abc import Iterator, Mapping, Sequence

from styrhus.actions.budget_draft import put_rows, rows_of
from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.budget.capital import is_reckonable
from styrhus.finance.budget.investment import Investment
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def change_investments(
    board: str, year: int, rows: Sequence[Mapping[str, object]], *, shown: Sequence[str] = (), seen: str, by: User
) -> tuple[Investment, ...]:
    """Replace the investments whose ids are in `shown` by the rows; `seen` is `fingerprint` of them as they were seen.

    Their capital cost follows in every version that reckons it and is not adopted. Raises NotAllowed, Conflict,
    NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_investments", board, year, by) as draft:
        draft.require()
        new = rows_of(draft, "investments", Investment, rows, shown=shown, prefix="investment", fixed={})
        refuse_any(_faults(new))
        put_rows(draft, "investments", new, shown=shown, seen=seen)
    return new


def _faults(investments: Sequence[Investment]) -> Iterator[Problem]:
    for number, investment in enumerate(investments, start=1):
        if not is_reckonable(investment) or investment.lifetime > 100:
            told = msg("The lifetime must be 1 to 100 years."), msg("Write a whole number of years.")
            yield Problem(*told, row=number, column="lifetime", value=str(investment.lifetime))
        if investment.interest_rate < 0:
            told = msg("This is less than nothing."), msg("Write zero or more.")
            yield Problem(*told, row=number, column="interest_rate", value=str(investment.interest_rate))
