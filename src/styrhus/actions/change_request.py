"""Change a request for funds."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.request_settlement import settle
from styrhus.actions.validation import refuse_any
from styrhus.dossier.requests import request_problems
from styrhus.plan.undertaking import FundingNeed
from styrhus.store.models import User


def change_request(
    board: str, year: int, key: str, changes: Mapping[str, object], *, version: int, by: User
) -> FundingNeed:
    """Store the changed fields; when it has been granted, its change of the frame follows.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError at the fields.
    """
    with drafting("change_request", board, year, by) as draft:
        draft.require()
        old: FundingNeed = draft.find("needs", key)
        draft.expect("needs", key, version)
        changed: FundingNeed = draft.change("needs", old, changes)
        refuse_any(request_problems(changed))
        settle(draft, changed)
    return changed
