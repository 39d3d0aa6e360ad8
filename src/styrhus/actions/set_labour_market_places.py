"""Set the places on the labour market that households with income support are to have."""

from collections.abc import Mapping, Sequence

from styrhus.actions.whole_part import replace_part
from styrhus.finance.grids.labour_market import LabourMarketPlaces
from styrhus.finance.grids.span import span_of
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def set_labour_market_places(
    board: str, year: int, places: Sequence[Mapping[str, object]], *, versions: Mapping[str, int], by: User
) -> tuple[LabourMarketPlaces, ...]:
    """Replace all places by those given, as `replace_part` says."""
    part = ("set_labour_market_places", "labour_market_places", LabourMarketPlaces)
    return replace_part(part, (board, year), places, versions=versions, named=("name", "start"), faults=_faults, by=by)


def _faults(places: Sequence[LabourMarketPlaces]) -> list[Problem]:
    found = []
    for number, held in enumerate(places, start=1):
        for name in ("start", "last"):
            text = getattr(held, name)
            if (text or name == "start") and not is_month(text):
                told = msg("This is no month."), msg("Write it as 2023-03.")
                found.append(Problem(*told, row=number, column=name, value=text))
        if held.last and is_month(held.start) and is_month(held.last) and held.last < held.start:
            told = msg("It ends before it begins."), msg("Write a last month after the first.")
            found.append(Problem(*told, row=number, column="last", value=held.last))
        if held.months < 1:
            told = msg("A place lasts a month at least."), msg("Write 1 or more.")
            found.append(Problem(*told, row=number, column="months", value=str(held.months)))
        if held.back is not None and not 0 <= held.back <= 100:
            told = msg("The share is not one of a whole."), msg("Write 0 to 100.")
            found.append(Problem(*told, row=number, column="back", value=str(held.back)))
    return found


def is_month(text: str) -> bool:
    """Whether a text is a month such as 2023-03."""
    try:
        return span_of(text).months == 1
    except ValueError:
        return False
