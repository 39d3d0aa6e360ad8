"""Frozen forecasts stay as they are, whatever else is written to the plan."""

from collections.abc import Iterator, Sequence

from styrhus.dossier.dossier import Dossier
from styrhus.forecast.frozen import FrozenForecast
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def with_those_of(dossier: Dossier, held: Sequence[FrozenForecast]) -> tuple[FrozenForecast, ...]:
    """The forecasts of a dossier that takes the place of another: those that the other held are kept."""
    brought = {frozen.id for frozen in dossier.forecasts}
    return (*dossier.forecasts, *(frozen for frozen in held if frozen.id not in brought))


def changed_forecasts(before: Dossier, after: Dossier) -> Iterator[Problem]:
    """A problem for each frozen forecast that is no longer there as it was."""
    there = {frozen.id: frozen for frozen in after.forecasts}
    for frozen in before.forecasts:
        if there.get(frozen.id) != frozen:
            message = msg("A frozen forecast is never changed and never removed.")
            remedy = msg("Leave it as it is, and freeze a new one.")
            yield Problem(message, remedy, column="forecasts", value=frozen.id)
