"""Change a row of the placement grid."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.finance.grids.placement import PlacementRow
from styrhus.store.models import User


def change_placement_row(
    board: str, year: int, row_id: str, changes: Mapping[str, object], *, version: int, by: User
) -> PlacementRow:
    """Store the changed fields; `version` is the one that the user saw.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("change_placement_row", board, year, by) as draft:
        draft.require()
        old = draft.find("placement_rows", row_id)
        draft.expect("placement_rows", row_id, version)
        return draft.change("placement_rows", old, changes)
