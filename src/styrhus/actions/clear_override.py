"""Let the rule speak again."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def clear_override(board: str, year: int, indicator_id: str, *, for_year: int, version: int, by: User) -> None:
    """Remove the override of an indicator for the outcome year `for_year`; nothing happens when there is none.

    `version` is that of the indicator's overrides. Raises NotAllowed, Conflict, NotFound.
    """
    with drafting("clear_override", board, year, by) as draft:
        indicator = draft.find("indicators", indicator_id)
        draft.require(indicator.responsible_unit)
        draft.expect("overrides", indicator_id, version)
        kept = [o for o in draft.dossier.overrides if o.indicator == indicator_id and o.year != for_year]
        draft.replace_of("overrides", "indicator", indicator_id, kept)
