"""Take a section of text out of a plan."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def remove_section(board: str, year: int, section_id: str, *, version: int, by: User) -> None:
    """Remove a section. Raises NotAllowed, Conflict, NotFound."""
    with drafting("remove_section", board, year, by) as draft:
        draft.require()
        old = draft.find("sections", section_id)
        draft.expect("sections", section_id, version)
        draft.remove("sections", old)
