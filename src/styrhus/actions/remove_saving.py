"""Take a measure and its effects out of the plan."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def remove_saving(board: str, year: int, key: str, *, version: int, by: User) -> None:
    """Remove a measure that no other depends on any more, with its levers and the effects that were stated for it.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError that names what still refers to it.
    """
    with drafting("remove_saving", board, year, by) as draft:
        draft.require()
        old = draft.find("savings", key)
        draft.expect("savings", key, version)
        draft.replace_of("saving_effects", "saving", key, ())
        draft.replace_of("saving_levers", "saving", key, ())
        draft.remove("savings", old)
