"""The care that a board is known to have."""

from typing import TYPE_CHECKING

from styrhus.store.caseload.held import material
from styrhus.store.models import PlacementRow

if TYPE_CHECKING:
    from styrhus.forecast import Stream


def known_streams(board: str) -> "tuple[Stream, ...]":
    """Of the import that counts, else of the placement grids of all years; empty when there is neither."""
    from styrhus.forecast import Stream

    held = material(board)
    if held is not None and held.told is not None:
        return held.told.streams
    rows = PlacementRow.objects.filter(plan_year__board__key=board)
    return tuple(sorted({Stream(*row) for row in rows.values_list("target_group", "form", "provider")}))
