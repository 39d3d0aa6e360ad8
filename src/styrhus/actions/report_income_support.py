"""Report income support: households, mean cost, payments and repayments."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import drafting
from styrhus.actions.grid_rules import refuse_figures
from styrhus.actions.validation import validated_rows
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.store.models import User

COUNTED = (
    "households", "households_at_end", "mean_cost", "paid", "repaid", "norm", "started", "ended", "months_1_3",
    "months_4_9", "months_10", "norm_share", "rent",
)  # fmt: skip


def report_income_support(
    board: str, year: int, basis: Basis, figures: Sequence[Mapping[str, object]], *, version: int, by: User
) -> tuple[IncomeSupportFigure, ...]:
    """Replace all figures of a basis by those given; `version` is that of the basis' figures.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("report_income_support", board, year, by) as draft:
        draft.require()
        draft.expect("income_support", basis.value, version)
        new = validated_rows(IncomeSupportFigure, figures, basis=basis)
        refuse_figures(new, COUNTED)
        draft.replace_of("income_support", "basis", basis, new)
    return new
