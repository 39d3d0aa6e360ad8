"""Add a section of text to a plan."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.dossier.document import Section
from styrhus.store.models import User


def create_section(board: str, year: int, values: Mapping[str, object], *, by: User, after: str = "") -> Section:
    """Store a section of the values given by field name; without an `id` it gets one from its title.

    `after` names the section that it shall stand behind. Raises NotAllowed, NotFound, and ProblemsError also for a
    live figure that leads nowhere.
    """
    with drafting("create_section", board, year, by) as draft:
        draft.require()
        section = draft.new(Section, "sections", values)
        draft.add("sections", section, after=after)
    return section
