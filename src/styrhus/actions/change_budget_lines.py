"""Change the lines of a version of the budget, many at once."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from styrhus.actions.budget_draft import open_version, put_rows, rows_of
from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.budget.version import BudgetLine
from styrhus.store.models import User
from styrhus.values.figure import Figure
from styrhus.values.problem import Problem
from styrhus.values.text import msg
from styrhus.values.unit import Unit


def change_budget_lines(
    board: str, year: int, budget: str, rows: Sequence[Mapping[str, object]], *,
    shown: Sequence[str] = (), seen: str, by: User,
) -> tuple[BudgetLine, ...]:  # fmt: skip
    """Replace the lines whose ids are in `shown` by the rows; a row with the id of one of them changes it.

    `seen` is `fingerprint` of the shown lines as the user saw them. Raises NotAllowed, Conflict, NotFound, and
    ProblemsError whose problems name the row (from 1) and the field, or tell that the version is adopted.
    """
    with drafting("change_budget_lines", board, year, by) as draft:
        draft.require()
        open_version(draft, budget)
        new = rows_of(
            draft, "budget_lines", BudgetLine, rows, shown=shown, prefix=budget, fixed={"budget": budget}
        )  # fmt: skip
        refuse_any(_months(new))
        put_rows(draft, "budget_lines", new, shown=shown, seen=seen)
    return new


def _months(lines: Sequence[BudgetLine]) -> Iterator[Problem]:
    """Twelve months that are given add up to the year."""
    for number, line in enumerate(lines, start=1):
        known = [month for month in line.months if month is not None]
        if len(known) == 12 and sum(known, Decimal(0)) != line.amount:
            message = msg(
                "The months add up to {sum}, not to the amount of the year.",
                sum=Figure(sum(known, Decimal(0)), Unit.KR),
            )
            remedy = msg("Correct a month or the amount, or leave months empty to have the rest spread over them.")
            yield Problem(message, remedy, row=number, column="amount", value=str(line.amount))
