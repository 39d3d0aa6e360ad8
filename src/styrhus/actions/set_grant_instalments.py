"""Set the state grants for reception: their instalments."""

from collections.abc import Mapping, Sequence

from styrhus.actions.whole_part import replace_part
from styrhus.finance.grids.reception import GrantInstalment
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def set_grant_instalments(
    board: str, year: int, instalments: Sequence[Mapping[str, object]], *, versions: Mapping[str, int], by: User
) -> tuple[GrantInstalment, ...]:
    """Replace all instalments by those given, as `replace_part` says."""
    part = ("set_grant_instalments", "grant_instalments", GrantInstalment)
    return replace_part(
        part, (board, year), instalments, versions=versions, named=("group", "name"), faults=_faults, by=by
    )


def _faults(instalments: Sequence[GrantInstalment]) -> list[Problem]:
    told = msg("An instalment cannot be paid before the reception."), msg("Give the months after it, 0 or more.")
    return [
        Problem(*told, row=number, column="months_after", value=str(held.months_after))
        for number, held in enumerate(instalments, start=1)
        if held.months_after < 0
    ]
