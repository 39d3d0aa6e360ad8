"""Freeze a forecast: what it said today is kept, and scored as outcomes arrive."""

from django.utils import timezone

from styrhus.actions.draft import Draft, drafting
from styrhus.forecast.frozen import FrozenForecast, Opened, record_of
from styrhus.forecast.written import UnreadableForecast
from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

MOST_A_DAY = 99


def freeze_forecast(board: str, year: int, held: Opened, *, comment: str = "", by: User) -> FrozenForecast:
    """Keep a forecast of the plan year; it is never changed or removed afterwards.

    Raises NotAllowed, NotFound, and ProblemsError when the same forecast is frozen already (same data, levers,
    horizon and engine), when it is of another plan year, or when it holds what is no number.
    """
    with drafting("freeze_forecast", board, year, by) as draft:
        draft.require()
        _refuse(draft, held, year)
        today = timezone.localdate()
        try:
            new = record_of(held, _next_id(draft, today.isoformat()), today,
                            made_by=by.get_username(), comment=comment.strip())  # fmt: skip
        except (ValueError, UnreadableForecast) as fault:
            message = msg("The forecast holds what is no number: {fault}.", fault=str(fault))
            raise ProblemsError(
                (Problem(message, msg("Look at the quality of the data."), column="comment"),)
            ) from fault
        draft.put(forecasts=(*draft.dossier.forecasts, new))
    return new


def _refuse(draft: Draft, held: Opened, year: int) -> None:
    if held.year != year:
        message = msg("The forecast is of {year}.", year=held.year)
        raise ProblemsError((Problem(message, msg("Freeze it in the plan of that year."), column="comment"),))
    made = (held.forecast.digest, held.forecast.engine)
    same = next((kept for kept in draft.dossier.forecasts if (kept.digest, kept.engine) == made), None)
    if same is not None:
        message = msg(
            "This forecast was frozen on {day} as {id}: the same data with the same levers.",
            day=same.made_on, id=same.id,
        )  # fmt: skip
        remedy = msg("Freeze the next one when there are new data, or with other levers.")
        raise ProblemsError((Problem(message, remedy, column="comment", value=same.id),))


def _next_id(draft: Draft, day: str) -> str:
    """`2019-09-03-01`, and so on for further ones of the day."""
    taken = {kept.id for kept in draft.dossier.forecasts}
    free = (f"{day}-{number:02d}" for number in range(1, MOST_A_DAY + 1))
    found = next((key for key in free if key not in taken), None)
    if found is None:
        message = msg("There are {count} frozen forecasts of today.", count=MOST_A_DAY)
        raise ProblemsError((Problem(message, msg("Freeze it tomorrow."), column="comment"),))
    return found
