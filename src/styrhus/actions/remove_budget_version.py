"""Take a version of the budget that was never adopted away, with all that belongs to it."""

from styrhus.actions.budget_draft import open_version
from styrhus.actions.draft import drafting
from styrhus.store.models import User

BELONGING = ("budget_lines", "positions", "reserve_items", "surplus_projects")


def remove_budget_version(board: str, year: int, key: str, *, version: int, by: User) -> None:
    """Remove the version, its lines, positions, reserve and projects; `version` is the revision that the user saw.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError for an adopted one or one that others are based on.
    """
    with drafting("remove_budget_version", board, year, by) as draft:
        draft.require()
        old = open_version(draft, key)
        draft.expect("budget_versions", key, version)
        draft.remove("budget_versions", old)
        draft.put(**{
            part: tuple(held for held in getattr(draft.dossier, part) if held.budget != key) for part in BELONGING
        })  # fmt: skip
