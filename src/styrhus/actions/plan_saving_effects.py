"""Plan the effect of a measure month by month."""

from styrhus.actions.draft import drafting
from styrhus.actions.saving_effect_rows import Rows, replace_year
from styrhus.finance.savings.saving import Saving
from styrhus.store.models import User


def plan_saving_effects(board: str, year: int, key: str, rows: Rows, *, of_year: int, version: int, by: User) -> None:
    """Replace the months of `of_year` whose planned effect does not follow the measure's own start and ramp.

    `version` is that of the measure's effects. Raises NotAllowed, Conflict, NotFound, and ProblemsError whose
    problems name the row (from 1) and the field.
    """
    with drafting("plan_saving_effects", board, year, by) as draft:
        saving: Saving = draft.find("savings", key)
        draft.require()
        draft.expect("saving_effects", key, version)
        replace_year(draft, saving, rows, planned=True, of_year=of_year)
