"""Change a section of text."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.dossier.document import Section
from styrhus.store.models import User


def change_section(
    board: str, year: int, section_id: str, changes: Mapping[str, object], *, version: int, by: User
) -> Section:
    """Store the changed fields; `version` is the one that the user saw.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError also for a live figure that leads nowhere.
    """
    with drafting("change_section", board, year, by) as draft:
        draft.require()
        old = draft.find("sections", section_id)
        draft.expect("sections", section_id, version)
        return draft.change("sections", old, changes)
