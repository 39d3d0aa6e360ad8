"""Set the state grants for reception: their instalments."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import drafting
from styrhus.actions.validation import validated_rows
from styrhus.dossier.short_name import short_name
from styrhus.finance.grids.reception import GrantInstalment
from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def set_grant_instalments(
    board: str, year: int, instalments: Sequence[Mapping[str, object]], *, versions: Mapping[str, int], by: User
) -> tuple[GrantInstalment, ...]:
    """Replace all instalments by those given, which get an `id` from group and name where they have none.

    `versions` are those of the instalments that the user saw, by id. Raises NotAllowed, Conflict, NotFound, and
    ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("set_grant_instalments", board, year, by) as draft:
        draft.require()
        for key in {held.id for held in draft.dossier.grant_instalments} | set(versions):
            draft.expect("grant_instalments", key, versions.get(key, 0))
        taken = {str(given["id"]) for given in instalments if given.get("id")}
        named = []
        for given in instalments:
            key = str(given.get("id") or short_name(f"{given.get('group')} {given.get('name')}", taken))
            taken.add(key)
            named.append({**given, "id": key})
        new = validated_rows(GrantInstalment, named)
        _refuse(new)
        draft.put(grant_instalments=new)
    return new


def _refuse(instalments: Sequence[GrantInstalment]) -> None:
    told = msg("An instalment cannot be paid before the reception."), msg("Give the months after it, 0 or more.")
    problems = tuple(
        Problem(*told, row=number, column="months_after", value=str(held.months_after))
        for number, held in enumerate(instalments, start=1)
        if held.months_after < 0
    )
    if problems:
        raise ProblemsError(problems)
