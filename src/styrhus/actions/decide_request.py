"""Write down what was decided about a request for funds, in the request and in the frame."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.request_settlement import settle
from styrhus.actions.validation import refuse_any
from styrhus.dossier.requests import request_problems
from styrhus.finance.frame import FrameChange
from styrhus.plan.undertaking import FundingNeed, RequestOutcome
from styrhus.store.models import User

DECIDED = ("outcome", "granted", "unit", "permanent", "until_year", "decision", "decided_on")
"""The fields that a decision settles."""


def decide_request(
    board: str, year: int, key: str, decision: Mapping[str, object], *, version: int, by: User
) -> tuple[FundingNeed, FrameChange | None]:
    """Store the decision (fields of DECIDED); a granted one makes or changes its frame change, any other removes it.

    Gives the request and its frame change. Raises NotAllowed, Conflict, NotFound, and ProblemsError at the fields.
    """
    with drafting("decide_request", board, year, by) as draft:
        draft.require()
        old: FundingNeed = draft.find("needs", key)
        draft.expect("needs", key, version)
        told = {name: value for name, value in decision.items() if name in DECIDED}
        changed: FundingNeed = draft.change("needs", old, told)
        if changed.outcome is not RequestOutcome.GRANTED and changed.granted is not None:
            changed = draft.change("needs", changed, {"granted": None})
        refuse_any(request_problems(changed))
        made = settle(draft, changed)
    return changed, made
