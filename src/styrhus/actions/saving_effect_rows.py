"""The months of a measure's effect, replaced a year at a time."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import Draft
from styrhus.actions.validation import validated_rows
from styrhus.finance.savings.saving import Saving, SavingEffect

Rows = Sequence[Mapping[str, object]]
"""Each with `month` and `amount` in kr, and as known `stated_by`, `stated_on` and `evidence`."""


def replace_year(draft: Draft, saving: Saving, rows: Rows, *, planned: bool, of_year: int) -> None:
    """The planned or the stated months of a year replaced; other years and the other kind stay."""
    new = validated_rows(SavingEffect, rows, saving=saving.id, year=of_year, planned=planned)
    held = [effect for effect in draft.dossier.saving_effects if effect.saving == saving.id]
    kept = [effect for effect in held if (effect.year, effect.planned) != (of_year, planned)]
    together = sorted((*kept, *new), key=lambda effect: (not effect.planned, effect.year, effect.month))
    draft.replace_of("saving_effects", "saving", saving.id, together)
