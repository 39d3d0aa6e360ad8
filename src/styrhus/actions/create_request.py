"""Make a request for funds."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.dossier.requests import request_problems
from styrhus.plan.undertaking import FundingNeed
from styrhus.store.models import User


def create_request(board: str, year: int, values: Mapping[str, object], *, by: User) -> FundingNeed:
    """Store a request that nothing has been decided about; it gets an id from its name.

    Raises NotAllowed, NotFound, and ProblemsError at the fields.
    """
    with drafting("create_request", board, year, by) as draft:
        draft.require()
        request = draft.new(FundingNeed, "needs", values)
        refuse_any(request_problems(request))
        draft.add("needs", request)
    return request
