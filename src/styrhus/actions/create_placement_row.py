"""Add a row to the placement grid."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.dossier.short_name import short_name
from styrhus.finance.grids.placement import PlacementRow
from styrhus.store.models import User


def create_placement_row(board: str, year: int, values: Mapping[str, object], *, by: User) -> PlacementRow:
    """Store a row of the values given by field name; without an `id` it gets one from target group and name.

    It stands last in its target group. Raises NotAllowed, ProblemsError, NotFound.
    """
    with drafting("create_placement_row", board, year, by) as draft:
        draft.require()
        taken = {held.id for held in draft.dossier.placement_rows}
        key = values.get("id") or short_name(f"{values.get('target_group')} {values.get('name')}", taken)
        row = draft.new(PlacementRow, "placement_rows", {**values, "id": key})
        own = [held.id for held in draft.dossier.placement_rows if held.target_group == row.target_group]
        draft.add("placement_rows", row, after=own[-1] if own else "")
    return row
