"""Add an indicator to a plan."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.plan.indicator import Indicator, LifeEvent, LifeLogEntry
from styrhus.store.models import User


def create_indicator(
    board: str, year: int, values: Mapping[str, object], *, reason: str = "", by: User, after: str = ""
) -> Indicator:
    """Store an indicator of the values given by field name, and note in its life log that it is new.

    Without an `id` it gets one from its name; `after` names the indicator that it shall stand behind. Raises
    NotAllowed, ProblemsError, NotFound.
    """
    with drafting("create_indicator", board, year, by) as draft:
        indicator = draft.new(Indicator, "indicators", values)
        draft.require(indicator.responsible_unit)
        draft.add("indicators", indicator, after=after)
        entry = LifeLogEntry(
            indicator=indicator.id, year=year, event=LifeEvent.NEW, name=indicator.name, reason=reason.strip()
        )  # fmt: skip
        draft.put(life_log=(*draft.dossier.life_log, entry))
    return indicator
