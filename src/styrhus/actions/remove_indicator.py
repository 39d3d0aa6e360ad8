"""Take an indicator out of a plan."""

from styrhus.actions.draft import drafting
from styrhus.actions.life_log import is_new_this_year, log
from styrhus.actions.validation import required
from styrhus.plan.indicator import LifeEvent
from styrhus.store.models import User
from styrhus.values.text import msg


def remove_indicator(board: str, year: int, indicator_id: str, *, version: int, reason: str, by: User) -> None:
    """Remove an indicator with its targets, outcomes and overrides of this plan year.

    Its life log keeps its name and the `reason`; one that came in with this very plan leaves no trace there.
    Raises NotAllowed, Conflict, NotFound, and ProblemsError when something still refers to it.
    """
    with drafting("remove_indicator", board, year, by) as draft:
        old = draft.find("indicators", indicator_id)
        draft.require(old.responsible_unit)
        draft.expect("indicators", indicator_id, version)
        for part in ("targets", "outcomes", "overrides"):
            draft.replace_of(part, "indicator", indicator_id, ())
        draft.remove("indicators", old)
        if is_new_this_year(draft, indicator_id):
            draft.replace_of("life_log", "indicator", indicator_id, ())
            return
        told = required("reason", reason, msg("Readers will ask why the indicator was removed."))
        log(draft, old, LifeEvent.REMOVED, reason=told)
