"""Set a status against the rule."""

from styrhus.actions.draft import drafting
from styrhus.actions.validation import required, validated
from styrhus.plan.outcome import StatusOverride
from styrhus.plan.status_word import StatusWord
from styrhus.store.models import User
from styrhus.values.text import msg


def override_status(
    board: str, year: int, indicator_id: str, status: StatusWord, *, for_year: int, reason: str, version: int, by: User
) -> StatusOverride:  # fmt: skip
    """Set the status of an indicator for the outcome year `for_year`, with the reason that readers see.

    `version` is that of the indicator's overrides. Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("override_status", board, year, by) as draft:
        indicator = draft.find("indicators", indicator_id)
        draft.require(indicator.responsible_unit)
        draft.expect("overrides", indicator_id, version)
        told = required("reason", reason, msg("A status set by hand needs a reason."))
        values = {"indicator": indicator_id, "year": for_year, "status": status, "reason": told}
        override = validated(StatusOverride, values)
        others = [o for o in draft.dossier.overrides if o.indicator == indicator_id and o.year != for_year]
        draft.replace_of("overrides", "indicator", indicator_id, (*others, override))
    return override
