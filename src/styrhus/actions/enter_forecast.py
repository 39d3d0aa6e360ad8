"""Enter a unit's forecast of the full year after a month."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils import timezone

from styrhus.actions.draft import drafting
from styrhus.actions.validation import validated_rows
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def enter_forecast(
    board: str, year: int, unit: str, month: int, *,
    amounts: Mapping[CostType | None, Decimal], comment: str = "", action: str = "", version: int, by: User,
) -> tuple[UnitForecast, ...]:  # fmt: skip
    """Replace what the unit forecast after `month`: kr for each cost type, or under None for the whole.

    `version` is that of the unit's forecasts. Raises NotAllowed, Conflict, NotFound, and ProblemsError when there is
    no amount, when cost types and the whole are mixed, or when something else is not valid.
    """
    _check(amounts)
    with drafting("enter_forecast", board, year, by) as draft:
        draft.find("organisation", unit)
        draft.require(unit)
        draft.expect("unit_forecasts", unit, version)
        said = {"entered_by": by.get_username(), "entered_on": timezone.localdate()}
        rows: Sequence[Mapping[str, object]] = [
            {"cost_type": kind, "amount": amount, **said, **({"comment": comment, "action": action} if not n else {})}
            for n, (kind, amount) in enumerate(amounts.items())
        ]
        new = validated_rows(UnitForecast, rows, unit=unit, year=year, month=month)
        others = [row for row in draft.dossier.unit_forecasts if not _is(row, unit, year, month)]
        draft.put(unit_forecasts=(*others, *new))
    return new


def _is(row: UnitForecast, unit: str, year: int, month: int) -> bool:
    return (row.unit, row.year, row.month) == (unit, year, month)


def _check(amounts: Mapping[CostType | None, Decimal]) -> None:
    if not amounts:
        told = Problem(msg("No amount is given."), msg("Write an amount, for the whole or for cost types."))
        raise ProblemsError((told,))
    if None in amounts and len(amounts) > 1:
        remedy = msg("Leave one of them empty: the sum of the cost types is the whole.")
        raise ProblemsError((Problem(msg("Both the whole and cost types are given."), remedy),))
    if wrong := [kind for kind in amounts if kind is not None and not kind.is_net_cost]:
        told = Problem(msg("This is no cost type of the net cost."), msg("Leave it out."), value=wrong[0].value)
        raise ProblemsError((told,))
