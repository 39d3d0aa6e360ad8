"""Release an item of the central reserve to a unit."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.budget.reserve import ReserveItem, ReserveState
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def release_reserve_item(
    board: str, year: int, key: str, values: Mapping[str, object], *, version: int, by: User
) -> ReserveItem:
    """Move a parked item to the `unit` in `values` from its `month` on, with the `decision`; total money stays.

    That is done in an adopted budget too: the decision about the reserve is a decision about where its money goes.
    `version` is the revision that the user saw. Raises NotAllowed, Conflict, NotFound, ProblemsError at the fields.
    """
    with drafting("release_reserve_item", board, year, by) as draft:
        draft.require()
        item: ReserveItem = draft.find("reserve_items", key)
        draft.expect("reserve_items", key, version)
        told = msg("This has to be given."), msg("Fill it in.")
        refuse_any(Problem(*told, column=name) for name in ("unit", "month") if not values.get(name))
        if item.state is not ReserveState.PARKED:
            message = msg("Only an item that is parked can be released.")
            refuse_any([Problem(message, msg("Look at what has become of it."), value=item.name)])
        changes = {name: values[name] for name in ("unit", "month", "decision") if name in values}
        return draft.change("reserve_items", item, {**changes, "state": ReserveState.RELEASED})
