"""Take a row out of the placement grid, with its figures."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def remove_placement_row(board: str, year: int, row_id: str, *, version: int, by: User) -> None:
    """Remove a row and all its figures; ProblemsError names what else still refers to it.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("remove_placement_row", board, year, by) as draft:
        draft.require()
        old = draft.find("placement_rows", row_id)
        draft.expect("placement_rows", row_id, version)
        draft.replace_of("placement_figures", "row", row_id, ())
        draft.remove("placement_rows", old)
