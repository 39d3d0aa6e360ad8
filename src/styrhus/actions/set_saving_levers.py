"""Give a saving its levers, with what the forecast says that all savings with levers come to."""

from collections.abc import Sequence

from django.utils import timezone

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any, validated
from styrhus.dossier.saving_levers import Effects, parsed
from styrhus.finance.savings.saving import Saving
from styrhus.forecast.kept import SavingLever
from styrhus.store.models import User


def set_saving_levers(
    board: str, year: int, key: str, levers: Sequence[str], *,
    computed: Effects | None = None, digest: str = "", version: int, by: User,
) -> SavingLever | None:  # fmt: skip
    """Replace the levers of a saving; without any it has none, and nothing is given.

    `computed` are the effects with the new levers, which every saving with levers then carries, and `digest` that of
    the forecast without levers that they are from. `version` is that of the saving's levers. Raises NotAllowed,
    Conflict, NotFound, and ProblemsError for a lever that cannot be read.
    """
    with drafting("set_saving_levers", board, year, by) as draft:
        draft.require()
        saving: Saving = draft.find("savings", key)
        draft.expect("saving_levers", key, version)
        texts = tuple(text.strip() for text in levers if text.strip())
        refuse_any(parsed(saving, texts, [f"{year}-{month:02d}" for month in range(1, 13)])[1])
        held = {row.saving: row for row in draft.dossier.saving_levers}
        held.pop(key, None)
        if texts:
            held[key] = validated(SavingLever, {"saving": key, "levers": texts})
        rows = tuple(_with_effects(row, computed, digest) for row in held.values())
        draft.put(saving_levers=rows)
    return next((row for row in rows if row.saving == key), None)


def _with_effects(row: SavingLever, found: Effects | None, digest: str) -> SavingLever:
    """The row with its effects of now; as it was where there are none."""
    if found is None or row.saving not in found.alone:
        return row
    fresh = {"computed_effect": found.alone[row.saving], "joint_effect": found.joint.get(row.saving)}
    return row.model_copy(update={**fresh, "digest": digest, "computed_on": timezone.localdate()})
