"""State what a measure has given."""

from styrhus.actions.draft import drafting
from styrhus.actions.saving_effect_rows import Rows, replace_year
from styrhus.finance.savings.saving import Saving
from styrhus.store.models import User


def state_saving_effects(board: str, year: int, key: str, rows: Rows, *, of_year: int, version: int, by: User) -> None:
    """Replace what is stated of a measure's effect in the months of `of_year`; one may do so for the own unit.

    `version` is that of the measure's effects. Raises NotAllowed, Conflict, NotFound, and ProblemsError whose
    problems name the row (from 1) and the field.
    """
    with drafting("state_saving_effects", board, year, by) as draft:
        saving: Saving = draft.find("savings", key)
        draft.require(saving.unit)
        draft.expect("saving_effects", key, version)
        replace_year(draft, saving, rows, planned=False, of_year=of_year)
