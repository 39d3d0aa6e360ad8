"""Take a request for funds out of the plan."""

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.dossier.requests import linked_change
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def remove_request(board: str, year: int, key: str, *, version: int, by: User) -> None:
    """Remove a request; one that has been granted is refused, because the frame rests on it.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("remove_request", board, year, by) as draft:
        draft.require()
        old = draft.find("needs", key)
        draft.expect("needs", key, version)
        if linked_change(draft.dossier, key) is not None:
            told = msg("The request has been granted, and the frame rests on it.")
            refuse_any([Problem(told, msg("Take the decision back first."))])
        draft.remove("needs", old)
