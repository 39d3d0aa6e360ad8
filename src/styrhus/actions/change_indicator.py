"""Change an indicator."""

from collections.abc import Mapping

from styrhus.actions.draft import Draft, drafting
from styrhus.actions.life_log import is_new_this_year, log
from styrhus.actions.validation import required
from styrhus.plan.indicator import Indicator, LifeEvent
from styrhus.store.models import User
from styrhus.values.text import msg

REDEFINING = ("unit", "direction", "definition", "method", "parts")
"""A change of one of these makes older outcomes another thing than newer ones."""


def change_indicator(
    board: str, year: int, indicator_id: str, changes: Mapping[str, object], *, version: int, reason: str = "", by: User
) -> Indicator:  # fmt: skip
    """Store the changed fields; `version` is the one that the user saw.

    Moving an indicator to another goal, or redefining it, needs a `reason` and is noted in its life log. Raises
    NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("change_indicator", board, year, by) as draft:
        old = draft.find("indicators", indicator_id)
        draft.require(old.responsible_unit)
        draft.expect("indicators", indicator_id, version)
        new = draft.change("indicators", old, changes)
        draft.require(new.responsible_unit)
        _note(draft, old, new, reason)
    return new


def _note(draft: Draft, old: Indicator, new: Indicator, reason: str) -> None:
    redefined = [field for field in REDEFINING if getattr(old, field) != getattr(new, field)]
    if is_new_this_year(draft, new.id) or not (redefined or old.goal != new.goal):
        return
    reason = required("reason", reason, msg("Readers will ask why the indicator was changed."))
    if redefined:
        before, after = (_in_words(indicator, redefined) for indicator in (old, new))
        log(draft, new, LifeEvent.REDEFINED, before=before, after=after, reason=reason)
    if old.goal != new.goal:
        log(draft, new, LifeEvent.MOVED, before=_goal(draft, old), after=_goal(draft, new), reason=reason)


def _in_words(indicator: Indicator, fields: list[str]) -> str:
    held = [getattr(indicator, field) for field in fields]
    texts = [", ".join(value) if isinstance(value, tuple) else str(value) for value in held]
    return "; ".join(text for text in texts if text)


def _goal(draft: Draft, indicator: Indicator) -> str:
    goal = draft.dossier.goal_by_id.get(indicator.goal)
    return goal.name if goal else indicator.goal
