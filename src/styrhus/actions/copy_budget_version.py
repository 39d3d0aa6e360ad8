"""Make a version of the budget as a copy of another, indexed."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import drafting
from styrhus.actions.validation import validated_rows
from styrhus.finance.budget.copying import Copy, copied
from styrhus.finance.budget.indexation import Rates
from styrhus.finance.budget.version import BudgetLine, BudgetVersion
from styrhus.store.models import User


def copy_budget_version(
    board: str, year: int, base: str, values: Mapping[str, object], *,
    rates: Rates, one_off: Sequence[Mapping[str, object]] = (), by: User,
) -> Copy:  # fmt: skip
    """Store the copy of `base` under the name, kind and year in `values`, with its lines, positions and reserve.

    Raises NotAllowed, ProblemsError, NotFound.
    """
    with drafting("copy_budget_version", board, year, by) as draft:
        draft.require()
        draft.find("budget_versions", base)
        version = draft.new(BudgetVersion, "budget_versions", {**values, "adopted": False})
        numbered = [{**row, "id": f"one-off-{place}"} for place, row in enumerate(one_off)]
        lines = validated_rows(BudgetLine, numbered, budget=version.id)
        copy = copied(draft.dossier, base, version, rates, one_off=lines)
        held = draft.dossier
        draft.put(
            budget_versions=(*held.budget_versions, version),
            budget_lines=(*held.budget_lines, *copy.lines),
            positions=(*held.positions, *copy.positions),
            reserve_items=(*held.reserve_items, *copy.reserve_items),
            surplus_projects=(*held.surplus_projects, *copy.surplus_projects),
        )
    return copy
