"""Funding requests and the frame: a granted request is a change of the frame, and the two never part."""

from collections.abc import Iterator, Mapping

from styrhus.dossier.dossier import Dossier
from styrhus.finance.frame import FrameChange, Permanence
from styrhus.plan.undertaking import FundingNeed, RequestOutcome
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


def linked_change(dossier: Dossier, request: str) -> FrameChange | None:
    """The frame change that the decision on a request made; None when there is none."""
    return next((change for change in dossier.frame_changes if change.request == request), None)


def settled(request: FundingNeed, plan_year: int) -> Mapping[str, object] | None:
    """The fields of the frame change that a request's decision asks for; None when it gives no money.

    They belong to the request: whoever wants them otherwise changes the request or its decision.
    """
    if request.outcome is not RequestOutcome.GRANTED or not request.granted or request.unit is None:
        return None
    lasting = {True: Permanence.PERMANENT, False: Permanence.TEMPORARY, None: Permanence.NOT_STATED}
    return {
        "year": request.year or plan_year,
        "label": request.name,
        "amount": request.granted,
        "unit": request.unit,
        "permanence": lasting[request.permanent],
        "last_year": request.until_year if request.permanent is False else None,
        "from_unit": None,
        "to_unit": request.responsible_unit,
        "request": request.id,
        "decision": request.decision,
        "decided_on": request.decided_on,
    }


def request_problems(request: FundingNeed) -> Iterator[Problem]:
    """What is wrong with a request or its decision, each problem at its field."""
    has_amount = request.amount is not None or request.granted is not None
    if has_amount and (request.unit is None or not request.unit.is_money):
        yield _at("unit", msg("The amount has no unit of money."), msg("Choose kr, tkr or mnkr."))
    if request.until_year is not None and request.permanent is not False:
        told = msg("Only temporary money has a last year.")
        yield _at("until_year", told, msg("Choose temporary, or leave the year empty."))
    if request.outcome is RequestOutcome.GRANTED:
        yield from _granted(request)
    elif request.granted is not None:
        told = msg("Only a granted request has a granted amount.")
        yield _at("granted", told, msg("Choose granted, or leave the amount empty."))


def _granted(request: FundingNeed) -> Iterator[Problem]:
    if not request.granted or request.granted < 0:
        told = msg("A granted request has an amount.")
        yield _at("granted", told, msg("Write what was granted; it may be less than what was asked for."))
    if request.permanent is False and request.until_year is None:
        told = msg("Temporary money has a last year.")
        yield _at("until_year", told, msg("Write the last year that it is given."))


def _at(column: str, message: Text, remedy: Text) -> Problem:
    return Problem(message, remedy, column=column)
