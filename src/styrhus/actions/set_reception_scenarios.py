"""Set the scenarios of reception: national forecasts with the share that is the municipality's."""

from collections.abc import Mapping, Sequence

from styrhus.actions.whole_part import replace_part
from styrhus.finance.grids.reception_outlook import ReceptionScenario
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def set_reception_scenarios(
    board: str, year: int, scenarios: Sequence[Mapping[str, object]], *, versions: Mapping[str, int], by: User
) -> tuple[ReceptionScenario, ...]:
    """Replace all scenarios by those given, as `replace_part` says; none without a source and its day."""
    part = ("set_reception_scenarios", "reception_scenarios", ReceptionScenario)
    return replace_part(
        part, (board, year), scenarios, versions=versions, named=("name", "group", "year"), faults=_faults, by=by
    )


def _faults(scenarios: Sequence[ReceptionScenario]) -> list[Problem]:
    found = []
    for number, held in enumerate(scenarios, start=1):
        if not held.source or held.dated is None:
            told = msg("A national forecast has no source."), msg("Say who made it and which day.")
            found.append(Problem(*told, row=number, column="source"))
        for name in ("national", "share", "weight"):
            value = getattr(held, name)
            if value is not None and value < 0:
                told = msg("The value is below zero."), msg("Write zero or more.")
                found.append(Problem(*told, row=number, column=name, value=str(value)))
        if held.share > 100:
            told = msg("The share is more than the whole."), msg("Write per cent, such as 0,935.")
            found.append(Problem(*told, row=number, column="share", value=str(held.share)))
    return found
